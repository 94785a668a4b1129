#include "detente/contracts/changed_log.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "support/coded.hpp"
#include "support/misuse.hpp"

namespace detente {
namespace {

using test::event;
using test::log_of;
using test::span;

Event with_id(std::string id, Event e) {
  e.id = std::move(id);
  return e;
}

/// The keys of events by what they say.
std::multimap<std::string, std::uint64_t> keys_of(const EventLog& log) {
  std::multimap<std::string, std::uint64_t> out;
  for (const EventRow& row : log.rows()) {
    const Event e = log.event(row);
    out.emplace(e.id + to_text(e.date) + e.source + e.code, row.key.value);
  }
  return out;
}

std::vector<Event> three() {
  return {with_id("1", event("2025-01-01", "USA", "COL", "criticism")),
          with_id("2", event("2025-02-01", "COL", "USA", "visit")), event("2025-03-01", "USA", "COL", "criticism")};
}

TEST(ChangedLog, TakesOutEveryVersionOfAnEvent) {
  std::vector<Event> events = three();
  events[1].reported = test::day("2025-02-02");
  events.push_back(events[1]);
  events.back().reported = test::day("2025-03-02");
  const EventLog log = log_of(events);
  const EventLog other = changed_log(log, {.removed = {key_of_id("", "2")}, .replaced = {}, .inserted = {}});
  EXPECT_EQ(log.size(), 4U);
  EXPECT_EQ(other.size(), 2U);
}

TEST(ChangedLog, ReplacesUnderTheSameKey) {
  const EventLog log = log_of(three());
  Event other = three()[1];
  other.date = span("2025-02-11");
  other.source = "FRA";
  const EventLog changed = changed_log(log, {.removed = {}, .replaced = {{key_of_id("", "2"), other}}, .inserted = {}});
  ASSERT_EQ(changed.size(), 3U);
  const auto keys = keys_of(changed);
  const auto found = keys.find("22025-02-11FRAvisit");
  ASSERT_NE(found, keys.end());
  EXPECT_EQ(found->second, key_of_id("", "2").value);
}

/// The log's last source is another's, and a machine's key has the day in it.
TEST(ChangedLog, AnAlterationIsOfTheEventsOwnSource) {
  for (const IdScope scope : {IdScope::event, IdScope::report}) {
    EventLog log(IdSource("anna", scope));
    const Event before = with_id("1", event("2025-01-01", "USA", "COL", "criticism"));
    log.add(before);
    log.from_source("ben");
    log.add(with_id("1", event("2025-02-01", "COL", "USA", "visit")));
    const EventRow was = log.rows()[0];
    Event after = before;
    after.date = span("2025-01-11");
    const EventLog changed = changed_log(log, {.removed = {}, .replaced = {{was.key, after}}, .inserted = {}});
    ASSERT_EQ(changed.size(), 2U);
    const auto rows = changed.rows();
    const auto is =
        std::find_if(rows.begin(), rows.end(), [&](const EventRow& r) { return changed.event(r).code == "criticism"; });
    ASSERT_NE(is, rows.end());
    EXPECT_EQ(is->key, was.key);
    EXPECT_EQ(is->identity, was.identity);
    EXPECT_EQ(is->first, test::day("2025-01-11"));
  }
}

TEST(ChangedLog, RefusesAKeyOfNoEventWithAnId) {
  const EventLog log = log_of(three());
  for (const EventKey key : {EventKey{7}, log.rows()[2].key})
    EXPECT_NE(test::misuse([&] { (void)changed_log(log, {.removed = {key}, .replaced = {}, .inserted = {}}); }),
              "taken");
}

/// What is inserted may say just what an event without an id says.
RC_GTEST_PROP(ChangedLog, LeavesTheKeysOfOtherEvents, ()) {
  const auto any_event = [](bool has_id, int number) {
    Event e = event(*rc::gen::element("2025-01-01", "2025-01-02", "2025-02", "[2025-01-03..2025-01-09]"),
                    *rc::gen::element("USA", "VEN"), "COL", *rc::gen::element("visit", "criticism"));
    if (has_id) e.id = std::to_string(number);
    return e;
  };
  std::vector<Event> events;
  for (int i = 0; i < 12; ++i) events.push_back(any_event(i < 6, i));
  EventLog log = log_of(events);
  if (*rc::gen::arbitrary<bool>()) (void)log.arrange();
  Event altered = any_event(true, 1);
  const EventLog other = changed_log(log, {.removed = {key_of_id("", "0")},
                                           .replaced = {{key_of_id("", "1"), altered}},
                                           .inserted = {any_event(false, 0)}});
  (void)log.arrange();
  RC_ASSERT(other.size() == events.size());
  const auto was = keys_of(log), is = keys_of(other);
  for (const auto& [what, key] : was) {
    if (what.starts_with("02025") || what.starts_with("0[") || what.starts_with("12025") || what.starts_with("1["))
      continue;
    const auto [from, to] = is.equal_range(what);
    RC_ASSERT(std::any_of(from, to, [&, k = key](const auto& each) { return each.second == k; }));
  }
}

}  // namespace
}  // namespace detente
