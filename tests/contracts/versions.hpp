#pragma once
/// Versions of events for tests, and logs of them in every order.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "detente/contracts/selection.hpp"
#include "support/dates.hpp"

namespace detente::test {

inline Event version(std::string id, std::string_view date, std::string target = "COL") {
  return {.id = std::move(id), .date = span(date), .source = "USA", .target = std::move(target), .code = "sanction"};
}

inline Event reported(Event event, std::string_view on) {
  event.reported = day(on);
  return event;
}

inline Event with_code(Event event, std::string code) {
  event.code = std::move(code);
  return event;
}

inline EventLog log_of(const std::vector<Event>& events, IdSource ids = "notes") {
  EventLog log(std::move(ids));
  for (const Event& event : events) log.add(event);
  return log;
}

inline std::vector<std::string> codes(const EventLog& log, Dyad dyad, std::optional<Day> as_of = {}) {
  Selection selection;
  selection.dyad = std::move(dyad);
  selection.as_of = as_of;
  std::vector<std::string> out;
  for (const CodedEvent& event : select(log, selection)) out.push_back(log.codes()[event.code()]);
  return out;
}

using Codes = std::vector<std::string>;

/// Calls `look` with the log of these events in every order, arranged and not.
template <class Look>
inline void in_every_order(std::vector<Event> events, const IdSource& ids, Look look) {
  std::vector<std::size_t> order(events.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  do {
    std::vector<Event> shuffled;
    for (const std::size_t i : order) shuffled.push_back(events[i]);
    EventLog log = log_of(shuffled, ids);
    look(log);
    log.arrange(2);
    look(log);
  } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace detente::test
