#pragma once
/// \file
/// What is known of a relation in one vintage, or in several in a row between which nothing was reported.

#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "detente/questions/change/vintages.hpp"

namespace detente::detail {

/// The periods that are shown, and how their values are made.
struct VintageQuestion {
  const EventLog* log;
  const VintageRequest* request;
  Window shown;
  std::vector<Period> periods;

  /// Whether a revision is shared out among events.
  bool shares_out() const;
};

struct VintageKnowledge {
  /// Which version of each event counts, by key.
  std::unordered_map<EventKey, EventRow> rows;
  Coding coding;
  SidedImpulses impulses;
  /// The days that were read: every one, or the last ones of the periods.
  std::vector<Day> days;
  SidedReadings readings;
  /// By period; nothing for those that are not over.
  std::vector<std::optional<double>> values;
};

/// As of a day. O(n log n + days).
VintageKnowledge known_by(const VintageQuestion& question, Day as_of);

/// A report, and the first day whose value it can change: the first of its date, or any day if it is of an event that
/// has several versions.
struct Report {
  Day reported, touches;
};

/// What was reported that may change what is known of the pair, by the day of the report.
std::vector<Report> reports_of(const EventLog& log, const VintageRequest& request);

}  // namespace detente::detail
