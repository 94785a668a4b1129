#pragma once
/// \file
/// What a user may leave unsaid because the files say it. A chronology is taken as its author wrote it and scored by
/// `plain` and `decayed_sum`; machine-coded events are scored by their own family's weights, one a day and mirrors
/// once, by `two_speed` with the profile of their source.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/questions/relation/file_profile.hpp"
#include "detente/readers/damage.hpp"
#include "options.hpp"

namespace detente::cli {

/// The kind of some files, as far as defaults go by it.
struct FileKind {
  bool machine_coded = false;
  std::string codebook = "plain";
  /// All actors are CAMEO codes.
  bool cameo_actors = false;
  SourceProfile profile = {};
  std::optional<Day> covered_from = {};
  std::optional<Day> covered_to = {};
  /// How the codebook and the profile were told, for whoever reads the result.
  std::vector<std::string> assumptions = {};
};

/// Says on standard error how the codebook was told, and whether the one that was named is likely another's. Throws
/// `UsageError` if the files leave open which codebook they need, and none was named.
FileKind kind_of(std::span<const FileReport> files, const CodingOptions& coding);

/// The options with what was left unsaid filled in.
CodingOptions completed(CodingOptions options, const FileKind& kind);
ScoringOptions completed(ScoringOptions options, const FileKind& kind);

}  // namespace detente::cli
