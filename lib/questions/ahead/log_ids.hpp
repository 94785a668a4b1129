#pragma once
/// \file
/// The events of a log by the ids that their sources gave them.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/questions/ahead/what_if.hpp"

namespace detente::detail {

class LogIds {
 public:
  /// Events are those reported by the end of the as-of day. O(events).
  explicit LogIds(const EventLog& log, std::optional<Day> as_of = {});

  struct Found {
    EventKey key;
    Event event;  ///< the version that counts
  };
  /// The event, or in `why` the rule that the name breaks: no event has it (with the nearest ids), it was reported
  /// later, or several events have it.
  std::optional<Found> find(const EventName& name, std::string& why) const;
  /// Whether any event has the id, whenever it was reported.
  bool has(const EventName& name) const;

 private:
  /// The versions of one event.
  struct Entry {
    EventKey key;
    std::string source_name;
    std::optional<EventRow> counts = {};  ///< the one that counts, if any was reported in time
    Day first_reported;
  };
  std::vector<const Entry*> entries_of(const EventName& name) const;
  void take(const EventRow& row, std::string_view id, std::string source_name);

  const EventLog* log_;
  std::optional<Day> as_of_;
  std::map<std::string, std::vector<Entry>, std::less<>> by_id_;
};

}  // namespace detente::detail
