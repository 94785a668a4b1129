#include "detente/contracts/event_batch.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>

#include "detente/contracts/selection.hpp"
#include "support/nth_event.hpp"

namespace detente {
namespace {

const Day start = Day::from_civil(2019, 2, 14);

BriefEvent brief(const char* id = "7") {
  return {.id = id, .day = start, .source = "IND", .target = "PAK", .code = "190", .mentions = 3};
}

Event whole(const BriefEvent& b) {
  Event e;
  e.id = b.id;
  e.date = DateSpan::on(b.day);
  e.reported = b.reported;
  e.source = b.source;
  e.target = b.target;
  e.code = b.code;
  e.issue = b.issue;
  e.mentions = b.mentions;
  e.score = b.score;
  e.note = b.note;
  e.url = b.url;
  e.line = b.line;
  return e;
}

const IdSource gdelt("gdelt", IdScope::report);

EventBatch machine() { return EventBatch(gdelt); }

EventBatch with_everything() {
  return EventBatch(gdelt, {.scores = true, .provenance = [](auto, auto) { return true; }});
}

TEST(EventBatch, LinesMoveWhereThereAreAny) {
  EventBatch batch = with_everything();
  BriefEvent first = brief("7"), second = brief("8");
  first.line = 3;  // and the second does not say
  batch.add(first);
  batch.add(second);
  batch.move_lines(100);
  EventLog log;
  log.append(batch);
  EXPECT_EQ(nth_event(log, 0).line, 103U);
  EXPECT_EQ(nth_event(log, 1).line, 0U);
}

/// An event of few days, actors and codes, so that much of it repeats.
struct Drawn {
  std::string id, source, target, code, issue, note;
  int day, reported, score;
  std::uint32_t mentions;
  BriefEvent event() const {
    BriefEvent b{.id = id, .day = start + day, .source = source, .target = target, .code = code, .mentions = mentions};
    if (reported >= 0) b.reported = b.day + reported;
    if (score != 0) b.score = score;
    b.issue = issue;
    b.note = note;
    return b;
  }
};

Drawn draw(bool with_ids) {
  Drawn d;
  d.id = with_ids ? std::to_string(*rc::gen::inRange(0, 1000)) : "";
  std::tie(d.source, d.target) =
      *rc::gen::element(std::tuple("IND", "PAK"), std::tuple("PAK", "IND"), std::tuple("USA", "IND"));
  d.code = *rc::gen::element<std::string>("190", "043", "1951");
  d.day = *rc::gen::inRange(0, 4);
  d.reported = *rc::gen::inRange(-1, 2);
  d.mentions = *rc::gen::element<std::uint32_t>(1, 2, 255, 256, 70'000);
  d.score = *rc::gen::inRange(-1, 2);
  d.issue = *rc::gen::element<std::string>("", "water");
  d.note = *rc::gen::element<std::string>("", "a");
  return d;
}

using Fields = std::tuple<std::uint64_t, int, std::string, std::string, std::string, std::string, std::string,
                          std::uint32_t, std::optional<double>, Day>;

std::multiset<Fields> contents(const EventLog& log) {
  std::multiset<Fields> out;
  for (const EventRow& row : log.rows()) {
    const Event e = log.event(row);
    out.insert({row.key.value, row.first.value, e.source, e.target, e.code, e.issue, e.note, e.mentions, e.score,
                reported_day(e)});
  }
  return out;
}

RC_GTEST_PROP(EventBatch, BatchesCutAnywhereGiveTheLogOfSingleEvents, ()) {
  const bool with_ids = *rc::gen::arbitrary<bool>();
  const auto n = *rc::gen::inRange<std::size_t>(0, 60);
  EventLog single(gdelt), batched;
  EventBatch batch = with_everything();
  std::map<std::string, BriefEvent> seen;
  for (std::size_t i = 0; i < n; ++i) {
    const Drawn drawn = draw(with_ids);
    if (with_ids && !seen.try_emplace(drawn.id).second) continue;  // what stands twice is another test
    single.add(whole(drawn.event()));
    batch.add(drawn.event());
    if (*rc::gen::inRange(0, 4) == 0) {
      batched.append(batch);
      batch.clear();
    }
  }
  batched.append(batch);
  RC_ASSERT(batched.arrange(*rc::gen::inRange<std::size_t>(1, 4)).empty());
  single.arrange();
  RC_ASSERT(contents(batched) == contents(single));
  RC_ASSERT(batched.assumed_reported() == single.assumed_reported());
}

TEST(EventBatch, KeepsProvenanceOnlyWhereItIsWanted) {
  EventBatch batch(gdelt, {.provenance = [](auto source, auto) { return source == "IND"; }});
  BriefEvent back = brief("8");
  std::swap(back.source, back.target);
  back.url = "https://example.org/8";
  batch.add(brief());
  batch.add(back);
  EventLog log;
  log.append(batch);
  log.arrange();
  std::map<std::string, std::string> ids;
  for (const EventRow& row : log.rows()) ids[log.event(row).source] = log.event(row).id;
  EXPECT_EQ(ids, (std::map<std::string, std::string>{{"IND", "7"}, {"PAK", ""}}));
}

TEST(EventBatch, ScoresAreKeptOnRequest) {
  BriefEvent scored = brief();
  scored.score = -9.5;
  for (const bool wanted : {true, false}) {
    EventBatch batch(gdelt, {.scores = wanted, .provenance = {}});
    batch.add(scored);
    EventLog log;
    log.append(batch);
    EXPECT_EQ(nth_event(log, 0).score.has_value(), wanted);
  }
}

TEST(EventBatch, ABrokenEventIsRefused) {
  EventBatch batch;
  const auto refuses = [&](auto change) {
    BriefEvent event = brief();
    change(event);
    EXPECT_THROW(batch.add(event), std::invalid_argument);
  };
  refuses([](BriefEvent& e) { e.source = ""; });
  refuses([](BriefEvent& e) { e.target = ""; });
  refuses([](BriefEvent& e) { e.target = e.source; });
  refuses([](BriefEvent& e) { e.code = ""; });
  refuses([](BriefEvent& e) { e.mentions = 0; });
  for (const double bad : {std::nan(""), HUGE_VAL, -HUGE_VAL, 1e6 + 1}) refuses([&](BriefEvent& e) { e.score = bad; });
  EXPECT_TRUE(batch.empty());
}

// ---- putting a log in order ----

TEST(Arrange, AReportThatStandsTwiceIsOneEvent) {
  EventLog log;
  EventBatch first = machine(), again = machine();
  first.add(brief("7"));
  first.add(brief("8"));
  again.add(brief("7"));
  log.append(first);
  log.append(again);
  EXPECT_EQ(log.arrange().redelivered, std::vector<std::uint32_t>{2});
  EXPECT_EQ(log.size(), 2U);
  EXPECT_EQ(log.rows_of(0).size(), 2U);
}

TEST(Arrange, OfReportsThatContradictEachOtherOneCountsWhateverTheOrder) {
  BriefEvent same = brief("7");
  same.mentions = 9;
  std::set<std::uint32_t> mentions;
  for (const auto& reports : {std::vector{brief("7"), same}, std::vector{same, brief("7")}}) {
    EventLog log;
    EventBatch batch = machine();
    for (const BriefEvent& report : reports) batch.add(report);
    log.append(batch);
    EXPECT_EQ(log.arrange().conflicting.size(), 1U);
    ASSERT_EQ(log.size(), 1U);
    mentions.insert(log.mentions(log.rows()[0]));
  }
  EXPECT_EQ(mentions.size(), 1U);
}

TEST(Arrange, OneIdReportedAgainAndAgainIsSettledInOneSort) {  // it was quadratic: over a minute
  EventLog log;
  EventBatch batch = machine();
  for (int i = 0; i < 40'000; ++i) {
    BriefEvent report = brief("7");
    report.reported = report.day + i % 20'000;
    batch.add(report);
  }
  log.append(batch);
  EXPECT_EQ(log.arrange().redelivered.size(), 20'000U);
  EXPECT_EQ(log.size(), 20'000U);
}

TEST(Arrange, AnIdReportedOnTwoDaysHasTwoVersions) {
  EventLog log;
  EventBatch batch = machine();
  batch.add(brief("7"));
  BriefEvent later = brief("7");
  later.reported = later.day + 30;
  batch.add(later);
  log.append(batch);
  EXPECT_TRUE(log.arrange().empty());
  EXPECT_EQ(log.size(), 2U);
  const auto chosen = [&](std::optional<Day> as_of) {
    const auto events = select(log, {.dyad = {"IND", "PAK"}, .issue = {}, .as_of = as_of});
    return events.size() == 1 ? log.reported(events[0].row) : end_of_time;
  };
  EXPECT_EQ(chosen({}), start + 30);
  EXPECT_EQ(chosen(start + 29), start);
}

TEST(Arrange, TheSameIdOfAnotherSourceIsAnotherEvent) {
  EventLog log;
  EventBatch one = machine(), other({"icews", IdScope::report});
  one.add(brief("7"));
  other.add(brief("7"));
  log.append(one);
  log.append(other);
  EXPECT_TRUE(log.arrange().empty());
  EXPECT_EQ(log.size(), 2U);
}

RC_GTEST_PROP(Arrange, RowsAreTheSameForAnyArrivalAndAnyThreads, ()) {
  std::vector<Drawn> events;
  const auto n = *rc::gen::inRange<std::size_t>(0, 50);
  for (std::size_t i = 0; i < n; ++i) events.push_back(draw(false));
  const auto fill = [](const std::vector<Drawn>& drawn, std::size_t threads) {
    EventLog log;
    EventBatch batch = with_everything();
    for (const Drawn& d : drawn) batch.add(d.event());
    log.append(batch);
    log.arrange(threads);
    return log;
  };
  const EventLog a = fill(events, 1);
  std::reverse(events.begin(), events.end());
  const EventLog b = fill(events, 3);
  RC_ASSERT(contents(a) == contents(b));
  for (const EventLog* log : {&a, &b})
    for (std::uint32_t dyad = 0; dyad < log->dyads().size(); ++dyad) {
      const auto rows = log->rows_of(dyad);
      RC_ASSERT(std::is_sorted(rows.begin(), rows.end(), row_before));
      for (const EventRow& row : rows) RC_ASSERT(row.dyad == dyad);
    }
}

}  // namespace
}  // namespace detente
