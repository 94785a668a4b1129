#pragma once
/// \file
/// A log with some events taken out, replaced or added: what a what-if asks about. Everything else of the log stays as
/// it is, above all the keys of the other events, so that random draws, which go by key, give every untouched event the
/// same numbers in both logs.
///
/// ```cpp
/// const EventLog other = changed_log(log, {.removed = {key}, .replaced = {}, .inserted = {event}});
/// other.size() - log.size();   // → 0
/// ```

#include <utility>
#include <vector>

#include "detente/contracts/event_log.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What is taken out of a log, put in place of something, and put in.
struct LogChanges {
  /// All versions of these events go.
  std::vector<EventKey> removed = {};
  /// All versions of these events go, and this one event stands in their place, with their key.
  std::vector<std::pair<EventKey, Event>> replaced = {};
  /// Events that are put in; each must be sound (`require_sound`).
  std::vector<Event> inserted = {};
};

/// The log with the changes, arranged. An inserted event with an id belongs to the source that the log's last events
/// belong to, unless it names one; `EventRow::number` of what is replaced or inserted is not below the number of events
/// ever added to `log`. O(n log n). Throws `std::invalid_argument` for a key of no event with an id, and as
/// `EventLog::add` and `arrange` do.
EventLog changed_log(const EventLog& log, const LogChanges& changes);

}  // namespace detente
#pragma GCC visibility pop
