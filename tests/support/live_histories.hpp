#pragma once
/// Histories as they arrive: events of several pairs, with and without ids, late, corrected, withdrawn, told twice, of
/// others who affect a pair, in any order. All of a history follows from its seed.

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/event_log.hpp"
#include "detente/ground/random.hpp"

namespace detente::test {

inline constexpr Day first_of_live{20000};
inline constexpr std::int32_t days_of_live = 500;

/// Draws one thing after another.
class Chance {
 public:
  Chance(std::uint64_t seed, std::uint32_t number) : draws_(seed), number_(number) {}

  std::int32_t below(std::int32_t n) { return static_cast<std::int32_t>(uniform() * n); }
  bool one_in(std::int32_t n) { return below(n) == 0; }
  template <class T>
  T of(std::initializer_list<T> choices) {
    return choices.begin()[below(static_cast<std::int32_t>(choices.size()))];
  }

 private:
  double uniform() { return draws_.uniform(Purpose::day, number_, next_++); }

  Draws draws_;
  std::uint32_t number_;
  std::uint64_t next_ = 0;
};

/// Petro's government is Colombia's for a year; the ambassador counts as the United States always.
inline ActorTable live_actors(bool dated) {
  std::vector<ActorRow> rows{{.actor = "AMBASSADOR", .parent = "USA"}};
  rows.push_back({.actor = "PETRO", .parent = "COL"});
  if (dated) rows.back().to = first_of_live + 300;
  return ActorTable(rows);
}

inline void act_on_someone(Chance& chance, Event& event) {
  event.source = chance.of<const char*>({"USA", "USA", "COL", "COL", "VEN", "PETRO", "AMBASSADOR"});
  do event.target = chance.of<const char*>({"USA", "COL", "COL", "VEN", "PETRO"});
  while (event.target == event.source);
  event.affects.reset();
  event.spill = 0;
  if (!chance.one_in(4)) return;
  event.affects = chance.one_in(4) ? Dyad{"VEN", "USA"} : Dyad{"USA", "COL"};
  event.spill = chance.of({0.5, 0.25, -0.5, 0.0});
}

inline DateSpan around(Day day, std::int32_t reach) { return {day - reach, day + reach}; }

inline void act_on_a_day(Chance& chance, Event& event) {
  // A few days are busy, so that rules have something to do.
  const std::int32_t day = chance.one_in(2) ? 60 * chance.below(6) : chance.below(days_of_live);
  event.date = DateSpan::on(first_of_live + day);
  if (chance.one_in(5)) event.date.last = event.date.first + chance.below(50);
  if (chance.one_in(8)) event.date = around(event.date.first, chance.below(30));  // several have one middle day
  if (chance.one_in(12)) event.date = {event.date.first, event.date.first + chance.below(80), SpanKind::throughout};
  event.count = event.date.kind == SpanKind::throughout ? 1U + static_cast<std::uint32_t>(chance.below(4)) : 1U;
}

inline void act_anyhow(Chance& chance, Event& event) {
  act_on_someone(chance, event);
  act_on_a_day(chance, event);
  event.code = chance.of<const char*>({"threat_of_force", "criticism", "visit", "visit", "phone_call", "phone_call",
                                       "visa_revoked", "visa_granted", "threat_of_sanctions", "sanctions imposed",
                                       "sanctions_lifted", "unknown to all"});
  event.object = chance.of<const char*>({"", "", "president"});
  event.status = chance.of(
      {Status::confirmed, Status::confirmed, Status::confirmed, Status::alleged, Status::scheduled, Status::denied});
  event.mentions = chance.of({1U, 1U, 3U, 400U});
  event.issue = chance.of<const char*>({"", "", "trade"});
  event.score.reset();
  if (chance.one_in(10)) event.score = chance.below(20) - 10;
  event.until.reset();
  if (chance.one_in(6)) event.until = event.date.first + 60 + chance.below(60);
}

/// Acts of machine-coded sources: exact days, no measures.
inline void act_plainly(Chance& chance, Event& event) {
  act_on_someone(chance, event);
  act_on_a_day(chance, event);
  event.affects.reset();
  event.spill = 0;
  event.count = 1;
  event.date = DateSpan::on(event.date.first);
  event.code = chance.of<const char*>({"threat_of_force", "criticism", "visit", "phone_call", "unknown to all"});
  event.mentions = chance.of({1U, 1U, 3U, 400U});
}

/// The reports of one event, in the order in which they were made.
inline std::vector<Event> reports_of(std::uint64_t seed, std::uint32_t number, bool plain) {
  Chance chance(seed, number);
  const auto act = plain ? act_plainly : act_anyhow;
  Event event;
  if (!chance.one_in(3)) event.id = std::to_string(number);
  act(chance, event);
  if (!event.id.empty() || chance.one_in(2)) event.reported = event.date.last + chance.below(60);
  std::vector<Event> out{event};
  if (event.id.empty()) {
    if (chance.one_in(4)) out.push_back(event);  // another event with the same content
    if (chance.one_in(8)) out.back().extra = {{"page", std::to_string(chance.below(3))}};
    return out;
  }
  for (std::int32_t more = chance.below(3); more > 0; --more) {
    const Day before = *event.reported;
    if (chance.one_in(4))
      event.status = Status::cancelled;
    else if (chance.one_in(3))
      act_on_someone(chance, event);
    else
      act(chance, event);
    event.reported = std::max(before, event.date.last) + chance.below(2) * chance.below(80);  // the same day, perhaps
    if (chance.one_in(3)) event.revision = static_cast<std::uint32_t>(chance.below(3));
    out.push_back(event);
  }
  if (chance.one_in(3))
    out.push_back(out[static_cast<std::size_t>(chance.below(static_cast<std::int32_t>(out.size())))]);
  return out;
}

/// Mixed by the seed: nobody knows what comes when.
inline void shuffle(std::vector<Event>& events, std::uint64_t seed) {
  Chance chance(seed, 1U << 20U);
  for (std::size_t i = events.size(); i > 1; --i)
    std::swap(events[i - 1], events[static_cast<std::size_t>(chance.below(static_cast<std::int32_t>(i)))]);
}

inline std::vector<Event> live_events(std::uint64_t seed, std::uint32_t n, bool plain) {
  std::vector<Event> out;
  for (std::uint32_t i = 0; i < n; ++i)
    for (Event& event : reports_of(seed, i, plain)) out.push_back(std::move(event));
  return out;
}

}  // namespace detente::test
