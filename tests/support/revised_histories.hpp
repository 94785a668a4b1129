#pragma once
/// Random histories of the United States and Colombia in which reports come late, are corrected and withdrawn.

#include <rapidcheck.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "detente/contracts/event_log.hpp"

namespace detente {

/// What RapidCheck shows of a history that breaks a law.
inline void showValue(const Event& event, std::ostream& os) {
  os << event.id << ' ' << to_text(event.date) << ' ' << event.source << ':' << event.target << ' ' << event.code << ' '
     << event.object << ' ' << to_text(event.status);
  if (event.reported) os << " reported " << to_text(*event.reported);
}

}  // namespace detente

namespace detente::test {

/// The days on which anything may be dated.
inline constexpr Day first_of_revised{20000};
inline constexpr std::int32_t days_of_revised = 300;

inline void act_anyhow(Event& event) {
  event.date = DateSpan::on(first_of_revised + *rc::gen::inRange(0, days_of_revised));
  if (*rc::gen::inRange(0, 5) == 0) event.date.last = event.date.first + *rc::gen::inRange(0, 40);
  const bool forward = *rc::gen::arbitrary<bool>();
  event.source = forward ? "COL" : "USA";
  event.target = forward ? "USA" : "COL";
  event.code = *rc::gen::element<std::string>("threat_of_force", "criticism", "visit", "concession", "phone_call",
                                              "visa_revoked", "visa_granted", "threat_of_sanctions");
  if (*rc::gen::inRange(0, 8) == 0) {  // an act against others that counts here
    event.source = "USA";
    event.target = "VEN";
    if (*rc::gen::arbitrary<bool>()) event.affects = Dyad{"USA", "COL"};
    event.spill = event.affects ? 0.5 : 0;
  }
  event.object = *rc::gen::element<std::string>("", "", "president");
  event.status = *rc::gen::element(Status::confirmed, Status::confirmed, Status::alleged, Status::scheduled);
}

/// An event without an id, of which no version comes.
inline Event told_once() {
  Event event;
  act_anyhow(event);
  if (*rc::gen::inRange(0, 3) > 0) event.reported = event.date.last + *rc::gen::inRange(0, 90);
  return event;
}

/// The versions of an event with an id: told on the day or later; then perhaps corrected, cancelled, or of others.
inline std::vector<Event> told_again(const std::string& id) {
  Event event;
  event.id = id;
  act_anyhow(event);
  event.reported = event.date.last + *rc::gen::inRange(0, 30);
  std::vector<Event> out{event};
  for (int more = *rc::gen::inRange(0, 3); more > 0; --more) {
    const Day told = *event.reported + *rc::gen::inRange(1, 80);
    const int how = *rc::gen::inRange(0, 4);
    if (how == 0) event.status = Status::cancelled;
    if (how == 1) event.target = event.source == "VEN" ? "USA" : "VEN";
    if (how > 1) act_anyhow(event);
    event.reported = std::max(told, event.date.last);
    out.push_back(event);
  }
  return out;
}

inline rc::Gen<std::vector<Event>> any_revised_events() {
  return rc::gen::exec([] {
    std::vector<Event> out;
    for (int n = *rc::gen::inRange(1, 25); n > 0; --n) out.push_back(told_once());
    for (int n = *rc::gen::inRange(0, 12); n > 0; --n)
      for (Event& event : told_again(std::to_string(n))) out.push_back(std::move(event));
    return out;
  });
}

inline EventLog log_of_revised(const std::vector<Event>& events) {
  EventLog log("notes");
  for (const Event& event : events) log.add(event);
  return log;
}

/// Without what was reported after the day.
inline std::vector<Event> reported_by(std::vector<Event> events, Day day) {
  std::erase_if(events, [&](const Event& event) { return reported_day(event) > day; });
  return events;
}

}  // namespace detente::test
