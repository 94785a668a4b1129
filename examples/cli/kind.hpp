#pragma once
/// \file
/// Defaults that depend on the files. A chronology is taken as its author wrote it, with the scores of `plain` and the
/// model `decayed_sum`; machine-coded events are filtered to one a day and mirrors once, with the scores of their own
/// family and `two_speed` with the profile of their source. Data sets that people coded, but not of acts that they
/// chose (ACLED, UCDP), keep every row and are scored by `two_speed`.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/actor_table.hpp"
#include "detente/questions/relation/file_profile.hpp"
#include "detente/readers/damage.hpp"
#include "options.hpp"

namespace detente::cli {

/// The kind of some files, as far as defaults depend on it.
struct FileKind {
  bool machine_coded = false;
  /// Whether all are chronologies, of acts that a person chose.
  bool chosen_acts = true;
  std::string codebook = "plain";
  RollUp roll_up = RollUp::none;
  SourceProfile profile = {};
  std::optional<Day> covered_from = {};
  std::optional<Day> covered_to = {};
  /// How the codebook and the profile were decided, for the reader of the result.
  std::vector<std::string> assumptions = {};
};

/// Says on standard error how the codebook was decided, and whether the one that was named is likely wrong for the
/// files. Throws `UsageError` if the files leave open which codebook they need and none was named.
FileKind kind_of(std::span<const FileReport> files, const CodingOptions& coding);
/// The same without a word, for whoever says it elsewhere; throws as it does.
FileKind kind_unsaid(std::span<const FileReport> files, const CodingOptions& coding);

/// Who counts as whom in files of these formats: only that need be known of them.
ActorTable actors_for(std::span<const FileReport> files, const CodingOptions& coding);

/// Whether the scores of such files themselves are used, likewise.
bool keeps_own_scores(std::span<const FileReport> files, const ScoringOptions& scoring);

/// The options with the defaults filled in.
CodingOptions completed(CodingOptions options, const FileKind& kind);
ScoringOptions completed(ScoringOptions options, const FileKind& kind);

}  // namespace detente::cli
