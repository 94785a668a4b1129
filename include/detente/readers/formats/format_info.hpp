#pragma once
/// \file
/// The event formats that détente reads, for whoever lists them or chooses defaults by them: what a format is, whether
/// a machine coded it, and the codebook that its codes are usually scored by.
///
///     find_format("icews")->codebook;             // "icews"
///     find_format("chronology")->machine_coded;   // false
///     find_format("gdelt9");                      // nullptr

#include <span>
#include <string_view>

namespace detente {

struct FormatInfo {
  /// As in `ReadOptions::format`, `FileReport::format` and `--format`.
  std::string_view name;
  /// One sentence.
  std::string_view description;
  /// Coded by a program from news reports: one act stands there many times, and many rows are mistaken. The defaults of
  /// the coding rules differ.
  bool machine_coded = true;
  /// A built-in codebook.
  std::string_view codebook;
  /// Another one that files of this format may be coded in without saying so; "" for none. Which of the two it is,
  /// their codes tell (see contracts/codebook_choice.hpp).
  std::string_view other_codebook = {};
  /// Its actors are CAMEO codes as written, such as COLGOV, so that `RollUp::cameo` is meant.
  bool cameo_actors = false;
  /// Of contracts/source_profile.hpp.
  std::string_view profile = "chronology";
};

/// In the order in which a file is tried for them; a file that fits several is of the first.
std::span<const FormatInfo> formats();
/// The format of this name, or nullptr.
const FormatInfo* find_format(std::string_view name);

}  // namespace detente
