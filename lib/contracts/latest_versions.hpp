#pragma once
/// \file
/// An event may be reported again and again. Only this file chooses which of its reports counts as of a day.

#include <optional>
#include <span>
#include <vector>

#include "detente/contracts/event_log.hpp"

namespace detente::detail {

/// The rows of a log as `arrange` would leave them, whether it has been called or not.
class SettledRows {
 public:
  /// O(1) if the log is arranged, else O(n log n) and a copy of its rows. Throws `RepeatedIds`.
  explicit SettledRows(const EventLog& log);

  std::span<const EventRow> rows() const noexcept { return rows_; }
  const VersionIndex& versions() const noexcept { return *versions_; }

 private:
  void settle(const EventLog& log);

  std::vector<EventRow> own_;
  VersionIndex own_versions_;
  std::span<const EventRow> rows_;
  const VersionIndex* versions_;
};

/// The row of each event that counts on the as-of day, or on the last day without one. The rows must be settled, with
/// the reports of one act next to each other.
std::vector<const EventRow*> latest_versions(const EventLog& log, std::span<const EventRow> rows,
                                             const VersionIndex& versions, std::optional<Day> as_of);
std::vector<const EventRow*> latest_versions(const EventLog& log, const SettledRows& settled, std::optional<Day> as_of);

}  // namespace detente::detail
