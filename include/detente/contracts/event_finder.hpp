#pragma once
/// \file
/// The events of a log by id, for whoever asks for many: a report that names a pair's events, an audit.
///
/// ```cpp
/// const EventFinder events(log);
/// for (const AttributionLine& line : found.lines) print(events.event(line.event).note);
/// ```
///
/// The log outlives it and nothing is added meanwhile. O(events ever added) time and 4 bytes each to make, O(1) an
/// event.

#include <cstdint>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/values/event_id.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The rows of a log by id; it keeps a pointer to the log. Threads: any number may use an object at once.
class EventFinder {
 public:
  /// O(events ever added).
  EventFinder(const EventLog& log);  // NOLINT: a log will do where its events are asked for

  /// Its row, or nullptr: another log's, one that was dropped as repeated, or one that lies on disk.
  const EventRow* row(EventId id) const noexcept;
  /// Throws `std::invalid_argument` if there is no row.
  Event event(EventId id) const;

 private:
  const EventLog* log_;
  std::vector<std::uint32_t> places_;  // by id
};

}  // namespace detente
#pragma GCC visibility pop
