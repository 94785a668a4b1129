#pragma once
/// Events between the United States and Colombia, and what the rules make of them.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/contracts/coding.hpp"
#include "support/dates.hpp"

namespace detente::test {

inline const Selection usa_col{.dyad = {"USA", "COL"}};

inline Event event(std::string_view date, std::string source, std::string target, std::string code) {
  return {.date = span(date), .source = std::move(source), .target = std::move(target), .code = std::move(code)};
}
inline Event threat(std::string_view date) { return event(date, "USA", "COL", "threat_of_force"); }

inline Event version(std::string id, Status status, std::string_view reported) {
  Event e = threat("2025-01-03");
  e.id = std::move(id);
  e.status = status;
  e.reported = day(reported);
  return e;
}

inline Event capture(double spill) {
  Event e = event("2026-01-03", "USA", "VEN", "armed_intervention");
  e.affects = Dyad{"USA", "COL"};
  e.spill = spill;
  return e;
}

inline EventLog log_of(const std::vector<Event>& events) {
  EventLog log;
  for (const Event& e : events) log.add(e);
  return log;
}

inline Coding code(const EventLog& log, const Selection& selection = usa_col, const CodingRules& rules = {}) {
  return code_events(log, selection, built_in_codebook("plain"), rules);
}

}  // namespace detente::test
