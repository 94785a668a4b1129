/// Events that stand more than once: which counts, whatever the order in which they arrive.

#include "detente/contracts/settlement.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "detente/contracts/selection.hpp"
#include "support/dates.hpp"

namespace detente {
namespace {

using test::day;
using test::span;

Event version(std::string id, std::string_view date, std::string target = "COL") {
  return {.id = std::move(id), .date = span(date), .source = "USA", .target = std::move(target), .code = "sanction"};
}

Event reported(Event event, std::string_view on) {
  event.reported = day(on);
  return event;
}

Event with_code(Event event, std::string code) {
  event.code = std::move(code);
  return event;
}

EventLog log_of(const std::vector<Event>& events, IdSource ids = "notes") {
  EventLog log(std::move(ids));
  for (const Event& event : events) log.add(event);
  return log;
}

std::vector<std::string> codes(const EventLog& log, Dyad dyad, std::optional<Day> as_of = {}) {
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
void in_every_order(std::vector<Event> events, const IdSource& ids, Look look) {
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

TEST(Settlement, OfVersionsReportedOnOneDayTheGreatestRevisionCounts) {
  Event first = with_code(version("7", "2025-09-26"), "first");
  Event second = with_code(version("7", "2025-09-26"), "second");
  Event third = with_code(version("7", "2025-09-26"), "third");
  second.revision = 2;
  third.revision = 1;
  in_every_order({first, second, third}, {}, [](const EventLog& log) {
    EXPECT_EQ(codes(log, {"USA", "COL"}), Codes{"second"});
  });
}

TEST(Settlement, ACancellationCountsAmongEquals) {
  const Event act = version("7", "2025-09-26");
  Event cancelled = act;
  cancelled.status = Status::cancelled;
  in_every_order({act, cancelled}, "notes", [](const EventLog& log) {
    Selection selection{.dyad = {"USA", "COL"}};
    const auto events = select(log, selection);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].status(), Status::cancelled);
  });
}

TEST(Settlement, TheContentDecidesAndBothAreNamed) {
  const Event a = with_code(version("7", "2025-09-26"), "a"), b = with_code(version("7", "2025-09-26"), "b");
  const Codes counts = codes(log_of({a, b}), {"USA", "COL"});
  std::size_t arranged = 0;
  in_every_order({a, b}, "notes", [&](EventLog log) {
    EXPECT_EQ(codes(log, {"USA", "COL"}), counts);
    if (log.is_arranged()) return;
    ++arranged;
    const std::string first = log.codes()[0];
    const Settlement found = log.arrange();
    const RowPair expected = first == counts[0] ? RowPair{0, 1} : RowPair{1, 0};
    EXPECT_EQ(found.conflicting, std::vector<RowPair>{expected});
    EXPECT_EQ(log.size(), 1U);
  });
  EXPECT_EQ(arranged, 2U);
}

TEST(Settlement, WhatIsToldOfAnEventIsContentToo) {
  for (int field = 0; field < 4; ++field) {
    const Event event = version("7", "2025-09-26");
    Event other = event;
    if (field == 0) other.note = "a note";
    if (field == 1) other.url = "https://example.org/7";
    if (field == 2) other.extra = {{"page", "12"}};
    if (field == 3) other.line = 12;  // where it stands is no content
    EventLog log = log_of({event, other});
    const Settlement found = log.arrange();
    EXPECT_EQ(found.conflicting.size(), field == 3 ? 0U : 1U);
    EXPECT_EQ(found.redelivered.size(), field == 3 ? 1U : 0U);
  }
}

TEST(Settlement, ARedeliveryIsDroppedAndTheFirstStays) {
  EventLog log = log_of({version("7", "2025-09-26"), version("8", "2025-09-26"), version("7", "2025-09-26")}, {});
  EXPECT_EQ(codes(log, {"USA", "COL"}).size(), 2U);
  const Settlement found = log.arrange();
  EXPECT_EQ(found.redelivered, std::vector<std::uint32_t>{2});
  EXPECT_TRUE(found.conflicting.empty());
  EXPECT_EQ(log.size(), 2U);
}

TEST(Settlement, AVersionMayMoveAnEventToAnotherPairAndAnotherDay) {
  const Event first = reported(version("7", "2025-09-26"), "2025-09-27");
  const Event moved = reported(version("7", "2024-01-01", "VEN"), "2025-10-01");
  in_every_order({first, moved}, {}, [](const EventLog& log) {
    EXPECT_EQ(codes(log, {"USA", "COL"}).size(), 0U);
    EXPECT_EQ(codes(log, {"USA", "VEN"}).size(), 1U);
    EXPECT_EQ(codes(log, {"USA", "COL"}, day("2025-09-30")).size(), 1U);
    EXPECT_EQ(codes(log, {"USA", "VEN"}, day("2025-09-30")).size(), 0U);
    EXPECT_EQ(codes(log, {"USA", "VEN"}, day("2025-09-26")).size(), 0U);
  });
}

TEST(Settlement, IdsOfNobodyThatNameTwoEventsAreRefused) {
  const Event one = version("1", "2025-09-26"), other = version("1", "2024-03-01", "VEN");
  for (const auto& events : {std::vector{one, other}, std::vector{other, one}}) {
    EventLog log = log_of(events, {});
    EXPECT_THROW(codes(log, {"USA", "COL"}), RepeatedIds);
    try {
      log.arrange();
      FAIL() << "accepted";
    } catch (const RepeatedIds& repeated) {
      EXPECT_EQ(repeated.rows(), (std::vector<RowPair>{{0, 1}}));
      EXPECT_NE(std::string(repeated.what()).find("id: '1' names two events"), std::string::npos);
    }
    EXPECT_EQ(log.size(), 2U);
  }
}

TEST(Settlement, AnIdOfNobodyMayBeRepeatedByAVersionOrARedelivery) {
  const Event one = version("1", "2025-09-26");
  Event later = with_code(version("1", "2025-09-26"), "later"), revised = later;
  later.reported = day("2025-10-01");
  revised.revision = 0;  // said, and as great as what was not said
  EXPECT_EQ(codes(log_of({one, one}, {}), {"USA", "COL"}), Codes{"sanction"});
  EXPECT_EQ(codes(log_of({one, later}, {}), {"USA", "COL"}), Codes{"later"});
  EXPECT_NO_THROW(codes(log_of({one, revised}, {}), {"USA", "COL"}));
  EventLog own = log_of({one}, {});
  Event theirs = version("1", "2024-03-01");
  theirs.source_name = "embassy";
  own.add(theirs);
  EXPECT_EQ(codes(own, {"USA", "COL"}).size(), 2U);
}

TEST(Settlement, ReportsOfMachinesAreOfAPairAndADay) {
  const IdSource machine("phoenix", IdScope::report);
  Event act = version("0_v1", "2025-09-26"), back = act;
  std::swap(back.source, back.target);
  const Event next_day = version("0_v1", "2025-09-27");
  Event later = reported(with_code(act, "later"), "2025-10-26");
  in_every_order({act, back, next_day, later}, machine, [](const EventLog& log) {
    EXPECT_EQ(codes(log, {"USA", "COL"}).size(), 3U);
    EXPECT_EQ(codes(log, {"USA", "COL"}, day("2025-10-25")), (Codes{"sanction", "sanction", "sanction"}));
  });
}

TEST(Settlement, ARevisionNeedsAnId) {
  Event event = version("", "2025-09-26");
  event.revision = 1;
  EventLog log;
  EXPECT_THROW(log.add(event), std::invalid_argument);
}

// ---- laws ----

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
