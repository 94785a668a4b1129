#pragma once
/// \file
/// The event formats that détente reads, for programs that list them or choose defaults by them: what a format is,
/// whether it is machine-coded, and the codebook that usually scores its codes.
///
/// ```cpp
/// find_format("icews")->codebook;             // → "icews"
/// find_format("chronology")->machine_coded;   // → false
/// find_format("gdelt9");                      // → nullptr
/// ```

#include <span>
#include <string_view>

#include "detente/contracts/actor_table.hpp"

namespace detente {

/// What is known of a format before a file of it is read.
struct FormatInfo {
  /// As in `ReadOptions::format`, `FileReport::format` and `--format`.
  std::string_view name;
  /// One sentence.
  std::string_view description;
  /// Whether a program coded it from news reports: then one act occurs many times, many rows are wrong, and the coding
  /// rules have other defaults.
  bool machine_coded = true;
  /// Whether a person chose its acts and noted them in plain terms; other data sets report all of their kind.
  bool chosen_acts = false;
  /// The built-in codebook that usually scores its codes.
  std::string_view codebook;
  /// Another codebook that files of this format may be coded in without saying so; "" if none. The codes tell which of
  /// the two it is (see contracts/codebook_choice.hpp).
  std::string_view other_codebook = {};
  /// The rule for its actors: `cameo` for codes such as COLGOV, `governments` for "Military Forces of India (2014-)".
  RollUp roll_up = RollUp::none;
  /// The name of its source profile (contracts/source_profile.hpp).
  std::string_view profile = "chronology";
};

/// In the order in which they are tried on a file; a file that fits several has the first.
std::span<const FormatInfo> formats();
/// The format of this name, or nullptr.
const FormatInfo* find_format(std::string_view name);

}  // namespace detente
