#pragma once
/// \file
/// Which source profile the events of some files have, and from when on the source covers anything. Told by the format
/// of all files together, once; their order makes no difference.
///
///     const FileProfile told = profile_of_files(read.files);
///     const std::string model = with_profile("two_speed", told.profile);
///     told.profile.standing;   // chosen, provisional

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/source_profile.hpp"
#include "detente/readers/damage.hpp"

namespace detente {

struct FileProfile {
  SourceProfile profile;
  /// Said where files of several profiles are read together; for `Provenance::assumptions`.
  std::vector<std::string> assumptions = {};
};

/// Files of several profiles get that of the most events, as a provisional one. No files: that of a chronology.
FileProfile profile_of_files(std::span<const FileReport> files);

/// The first day on which any file reported something; of a file that does not say when, the first day of its events.
/// Nothing without an event. For `Scoring::covered_from`.
std::optional<Day> coverage_start(std::span<const FileReport> files);
/// The day after the last event of any file. For `Scoring::covered_to`.
std::optional<Day> coverage_end(std::span<const FileReport> files);

}  // namespace detente
