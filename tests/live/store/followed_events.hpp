#pragma once
/// What a program follows while its disk fails, and whether what the store holds then reads as a batch reads.

#include <random>
#include <span>
#include <string>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/live/live_pairs.hpp"
#include "detente/live/store/store.hpp"
#include "detente/models/catalogue.hpp"
#include "support/store_file.hpp"

namespace detente::test {

/// Acts of three pairs within a year, measures and their ends, vague days, doubt, acts of others.
inline ReceivedEvent any_act(std::string id, std::mt19937_64& random) {
  const auto below = [&](std::uint64_t n) { return random() % n; };
  const auto one_of = [&](std::initializer_list<const char*> all) { return all.begin()[below(all.size())]; };
  ReceivedEvent out = event_called(std::move(id));
  Event& act = out.event;
  act.source = one_of({"USA", "COL", "VEN"});
  do act.target = one_of({"USA", "COL", "VEN"});
  while (act.target == act.source);
  act.code = one_of({"visit", "criticism", "threat_of_force", "visa_revoked", "visa_granted"});
  act.date = DateSpan::on(Day{20000 + static_cast<std::int32_t>(below(12)) * 30});
  if (below(5) == 0) act.date.last = act.date.first + 20;
  if (below(5) == 0) act.status = Status::alleged;
  if (below(6) == 0) act.affects = Dyad{"COL", "USA"};
  if (act.affects) act.spill = 0.5;
  return out;
}

/// The same event as it was told later: it may be another pair's now, on another day, or be withdrawn.
inline ReceivedEvent version_of(const ReceivedEvent& told, std::mt19937_64& random) {
  ReceivedEvent out = any_act(told.event.id, random);
  out.event.revision = 1;
  if (random() % 3 == 0) out.event.status = Status::cancelled;
  return out;
}

inline const LiveScoring& scoring_of_followed() {
  static const LiveScoring all{.model = Catalogue::built_in().make("decayed_sum"),
                               .codebook = built_in_codebook("plain"),
                               .rules = {.one_a_day = true}};
  return all;
}

/// Whether a pair reads as its acts do in a batch, both sides, on days around everything that happens.
inline bool reads_as(LivePairs& live, std::uint32_t pair, std::span<const Act> acts) {
  std::vector<Day> days;
  for (std::int32_t d = 0; d < 400; d += 45) days.push_back(Day{20000 + d});
  const SidedReadings is = live.readings(pair, days), should = score(live.scoring().model, acts, days);
  for (std::size_t i = 0; i < days.size(); ++i)
    for (const auto side : {DirectionChoice::forward, DirectionChoice::backward, DirectionChoice::both})
      if (is.of(side, i).level != should.of(side, i).level || is.of(side, i).support != should.of(side, i).support)
        return false;
  return true;
}

/// Whether the index of what the store holds is that of a batch of what was sent; "" if it is.
inline std::string wrong_in_index(const Store& store, std::span<const StoreBatch> sent) {
  EventLog batch("notes");
  for (const StoreBatch& one : sent)
    for (const ReceivedEvent& received : one.events) batch.add(received.event);
  LivePairs live(scoring_of_followed(), "notes");
  store.for_each({}, [&](const ReceivedEvent& received, std::uint64_t) { live.add(received.event); });
  const LiveScoring& how = live.scoring();
  for (const Dyad& pair : {Dyad{"COL", "USA"}, Dyad{"COL", "VEN"}, Dyad{"USA", "VEN"}}) {
    const std::vector<Act> acts = code_events(batch, {.dyad = pair}, how.codebook, how.rules).acts;
    const auto number = live.find(pair);
    if (number ? !reads_as(live, *number, acts) : !acts.empty())
      return pair.source + "-" + pair.target + " does not read as in a batch";
  }
  return {};
}

}  // namespace detente::test
