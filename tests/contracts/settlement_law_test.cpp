/// Which version of an event counts does not hang on the order of arrival: laws over random histories.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "contracts/versions.hpp"
#include "detente/contracts/settlement.hpp"

namespace detente {
namespace {

using namespace test;

/// Few ids, days, contents and sources, so that they meet.
Event any_event(bool machine) {
  Event event = version(*rc::gen::element<std::string>("", "1", "2"), "2025-09-26");
  event.date = DateSpan::on(day("2025-09-26") + *rc::gen::inRange(0, 2));
  event.target = *rc::gen::element<std::string>("COL", "VEN");
  event.code = *rc::gen::element<std::string>("a", "b");
  event.note = *rc::gen::element<std::string>("", "n");
  if (*rc::gen::arbitrary<bool>()) event.reported = event.date.last + *rc::gen::inRange(0, 3);
  if (machine) return event;
  if (*rc::gen::inRange(0, 3) == 0) event.extra = {{"page", *rc::gen::element<std::string>("1", "2")}};
  if (*rc::gen::arbitrary<bool>()) event.status = Status::cancelled;
  if (!event.id.empty() && *rc::gen::arbitrary<bool>()) event.revision = *rc::gen::inRange<std::uint32_t>(0, 2);
  event.source_name = *rc::gen::element<std::string>("", "embassy");
  return event;
}

std::vector<Event> any_events(bool machine) {
  std::vector<Event> events;
  const auto n = *rc::gen::inRange<std::size_t>(0, 12);
  for (std::size_t i = 0; i < n; ++i) events.push_back(any_event(machine));
  return events;
}

std::vector<Event> shuffled(std::vector<Event> events) {
  for (std::size_t i = events.size(); i > 1; --i)
    std::swap(events[i - 1], events[*rc::gen::inRange<std::size_t>(0, i)]);
  return events;
}

using Seen = std::vector<std::tuple<Day, std::uint64_t, std::string, std::string, std::string, std::size_t>>;

/// What is told of the events that count in both pairs.
Seen seen(const EventLog& log, std::optional<Day> as_of) {
  Seen out;
  for (const char* target : {"COL", "VEN"}) {
    Selection selection{.dyad = {"USA", target}};
    selection.as_of = as_of;
    for (const CodedEvent& coded : select(log, selection)) {
      const Event event = log.event(coded.id());
      out.emplace_back(event.date.first, coded.key().value, event.target, event.code, event.note, event.extra.size());
    }
  }
  return out;
}

RC_GTEST_PROP(Settlement, NoOrderOfArrivalAndNoArrangingChangesWhatCounts, ()) {
  const bool machine = *rc::gen::arbitrary<bool>();
  const IdSource ids("notes", machine ? IdScope::report : IdScope::event);
  const std::vector<Event> events = any_events(machine);
  const EventLog log = log_of(events, ids);
  EventLog other = log_of(shuffled(events), ids);
  if (*rc::gen::arbitrary<bool>()) other.arrange(*rc::gen::inRange<std::size_t>(1, 4));
  for (const std::optional<Day> as_of : {std::optional<Day>(), std::optional(day("2025-09-27"))})
    RC_ASSERT(seen(log, as_of) == seen(other, as_of));
}

RC_GTEST_PROP(Settlement, ALogThatIsArrangedAgainAndAgainIsTheSame, ()) {
  const std::vector<Event> events = any_events(false);
  EventLog at_once = log_of(events, "notes"), bit_by_bit("notes");
  for (const Event& event : events) {
    bit_by_bit.add(event);
    if (*rc::gen::inRange(0, 3) == 0) bit_by_bit.arrange();
  }
  std::multiset<std::uint64_t> keys, other_keys;  // of equal events any has any key
  for (const auto& row : seen(at_once, {})) keys.insert(std::get<1>(row));
  for (const auto& row : seen(bit_by_bit, {})) other_keys.insert(std::get<1>(row));
  RC_ASSERT(keys == other_keys);
}

/// The rule as it is written, event by event.
bool counts_by_the_rule(const std::vector<Event>& events, std::size_t i, std::optional<Day> as_of) {
  const Event& event = events[i];
  if (as_of && reported_day(event) > *as_of) return false;
  if (event.id.empty()) return true;
  const auto rank = [](const Event& e) {
    return std::tuple(reported_day(e), e.revision.value_or(0), e.status == Status::cancelled);
  };
  for (std::size_t j = 0; j < events.size(); ++j) {
    const Event& other = events[j];
    if (j == i || other.id != event.id || other.source_name != event.source_name) continue;
    if (as_of && reported_day(other) > *as_of) continue;
    if (rank(other) > rank(event)) return false;
  }
  return true;
}

RC_GTEST_PROP(Settlement, TheVersionThatCountsIsTheGreatest, ()) {
  const std::vector<Event> events = any_events(false);
  const EventLog log = log_of(events, "notes");
  const std::optional<Day> as_of = *rc::gen::element<std::optional<Day>>(std::nullopt, day("2025-09-27"));
  std::map<std::pair<std::string, std::string>, int> of_identity;
  std::size_t without_id = 0;
  for (const char* target : {"COL", "VEN"}) {
    Selection selection{.dyad = {"USA", target}};
    selection.as_of = as_of;
    for (const CodedEvent& coded : select(log, selection)) {
      RC_ASSERT(counts_by_the_rule(events, coded.id().value, as_of));
      const Event event = log.event(coded.id());
      const int before = event.id.empty() ? 0 : of_identity[std::pair(event.source_name, event.id)]++;
      RC_ASSERT(before == 0);
      without_id += event.id.empty() ? 1U : 0U;
    }
  }
  std::set<std::pair<std::string, std::string>> known;
  std::size_t expected = 0;
  for (const Event& event : events) {
    if (as_of && reported_day(event) > *as_of) continue;
    if (event.id.empty())
      ++expected;
    else
      known.insert({event.source_name, event.id});
  }
  RC_ASSERT(without_id == expected);
  RC_ASSERT(of_identity.size() == known.size());
}

}  // namespace
}  // namespace detente
