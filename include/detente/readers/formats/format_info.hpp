#pragma once
/// \file
/// What a format of event files is, for programs that list formats or choose defaults by them: whether it is
/// machine-coded, the codebook that usually scores its codes, the profile of its source.
///
/// ```cpp
/// find_format("icews")->codebook;             // → "icews"
/// find_format("chronology")->machine_coded;   // → false
/// find_format("gdelt9");                      // → nullptr
/// ```

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/codebook.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What is known of a format before a file of it is read.
struct FormatInfo {
  /// As in `ReadOptions::format`, `FileReport::format` and `--format`.
  std::string name = {};
  /// One sentence.
  std::string description = {};
  /// Whether a program coded it from news reports: then one act occurs many times, many rows are wrong, and the coding
  /// rules have other defaults.
  bool machine_coded = true;
  /// Whether a person chose its acts and noted them in plain terms; other data sets report all of their kind.
  bool chosen_acts = false;
  /// The name of the codebook that usually scores its codes: a built-in one, or `own_codebook`.
  std::string codebook = {};
  /// Another codebook that files of this format may be coded in without saying so; "" if none. The codes tell which of
  /// the two it is (see contracts/codebook_choice.hpp).
  std::string other_codebook = {};
  /// The rule for its actors: `cameo` for codes such as COLGOV, `governments` for "Military Forces of India (2014-)".
  RollUp roll_up = RollUp::none;
  /// The name of its source profile (contracts/source_profile.hpp).
  std::string profile = "chronology";
  /// The codebook of that name, if it is the format's own; null for a built-in one.
  std::shared_ptr<const Codebook> own_codebook = {};
};

/// The formats that détente knows, in the order in which they are tried on a file; a file that fits several has the
/// first.
std::span<const FormatInfo> formats();
/// That of this name, or nullptr.
const FormatInfo* find_format(std::string_view name);

}  // namespace detente
#pragma GCC visibility pop
