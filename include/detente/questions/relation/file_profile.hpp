#pragma once
/// \file
/// Which source profile the events of some files have, and from which day the source covers anything. The formats of
/// all files together decide, once; their order makes no difference.
///
/// ```cpp
/// const std::vector<FileReport> files{{.format = "keds", .kept = 3120}};
/// const FileProfile told = profile_of_files(files);
/// to_text(told.profile);   // → "keds: rho=0.25 kappa=2, chosen"
/// const std::string model = with_profile("two_speed", told.profile);   // → "two_speed rho=0.25 kappa=2"
/// ```

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/source_profile.hpp"
#include "detente/readers/damage.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// A source profile that was chosen by the files.
struct FileProfile {
  /// As chosen.
  SourceProfile profile;
  /// Filled if files of several profiles are read together; for `Provenance::assumptions`.
  std::vector<std::string> assumptions = {};
};

/// Files of several profiles get the one with the most events, as a provisional profile. No files: that of a
/// chronology.
FileProfile profile_of_files(std::span<const FileReport> files);

/// The first day on which any file reported something; for a file that does not say when, the first day of its events.
/// Nothing without events. For `Scoring::covered_from`.
std::optional<Day> coverage_start(std::span<const FileReport> files);
/// The day after the last event of any file. For `Scoring::covered_to`.
std::optional<Day> coverage_end(std::span<const FileReport> files);

}  // namespace detente
#pragma GCC visibility pop
