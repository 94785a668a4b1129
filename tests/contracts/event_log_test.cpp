#include "detente/contracts/event_log.hpp"
#include "support/nth_event.hpp"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>
#include <string>

namespace detente {
namespace {

Day day(const char* text) { return parse_day(text).value(); }

Event plain(const char* date = "2025-09-26", const char* id = "") {
  return {.id = id, .date = parse_date_span(date).value(), .source = "USA", .target = "COL", .code = "visa_revoked"};
}

/// Every field with a value of its own.
Event rich() {
  return {.id = "C7",
          .source_name = "embassy",
          .date = parse_date_span("2025-02/2026-01").value(),
          .reported = day("2026-02-03"),
          .revision = 3,
          .source = "USA",
          .target = "COLGOV",
          .code = "sanction",
          .issue = "drugs",
          .status = Status::disputed,
          .claim = Claim::contested,
          .mentions = 70'000,
          .until = day("2026-03-04"),
          .object = "president",
          .count = 12,
          .score = -7.5,
          .sd = 0.25,
          .quad = QuadClass::material_conflict,
          .affects = Dyad{"USA", "VEN"},
          .spill = 0.5,
          .note = "a note, \"quoted\"",
          .url = "https://example.org/1",
          .extra = {{"page", "12"}, {"who", "me"}},
          .line = 41};
}

void expect_same(const Event& a, const Event& b) {
  EXPECT_EQ(a.id, b.id);
  EXPECT_EQ(a.source_name, b.source_name);
  EXPECT_EQ(a.revision, b.revision);
  EXPECT_EQ(a.date, b.date);
  EXPECT_EQ(a.reported, b.reported);
  EXPECT_EQ(a.source, b.source);
  EXPECT_EQ(a.target, b.target);
  EXPECT_EQ(a.code, b.code);
  EXPECT_EQ(a.issue, b.issue);
  EXPECT_EQ(a.status, b.status);
  EXPECT_EQ(a.claim, b.claim);
  EXPECT_EQ(a.mentions, b.mentions);
  EXPECT_EQ(a.until, b.until);
  EXPECT_EQ(a.object, b.object);
  EXPECT_EQ(a.count, b.count);
  EXPECT_EQ(a.score, b.score);
  EXPECT_EQ(a.sd, b.sd);
  EXPECT_EQ(a.quad, b.quad);
  EXPECT_EQ(a.affects, b.affects);
  EXPECT_EQ(a.spill, b.spill);
  EXPECT_EQ(a.note, b.note);
  EXPECT_EQ(a.url, b.url);
  EXPECT_EQ(a.extra, b.extra);
  EXPECT_EQ(a.line, b.line);
}

TEST(EventLog, AHotRowIs24Bytes) {
  static_assert(sizeof(EventLog::Row) == 24);
  EventLog log;
  for (int i = 0; i < 100; ++i) log.add(plain());
  EXPECT_GE(log.row_bytes(), 100U * 24U);
  EXPECT_EQ(log.row_bytes() % 24, 0U);
}

TEST(EventLog, SideColumnsAreEmptyWhenUnused) {
  EventLog log;
  for (int i = 0; i < 100; ++i) log.add(plain());
  EXPECT_EQ(log.side_bytes(), 0U);
  log.add(rich());
  EXPECT_GT(log.side_bytes(), 0U);
}

TEST(EventLog, EveryFieldComesBack) {
  EventLog log;
  for (const Event& event : {plain(), rich(), plain("2025-09"), plain("2025-09/.."), plain("[2025-01..2025-02]")})
    log.add(event);
  expect_same(nth_event(log, 0), plain());
  expect_same(nth_event(log, 1), rich());
  expect_same(nth_event(log, 2), plain("2025-09"));
  expect_same(nth_event(log, 3), plain("2025-09/.."));
  expect_same(nth_event(log, 4), plain("[2025-01..2025-02]"));
}

TEST(EventLog, EachRareFieldAloneComesBack) {
  const Event all = rich();
  for (int field = 0; field < 14; ++field) {
    Event event = plain("2025-09-26", "1");
    if (field == 0) event.reported = all.reported;
    if (field == 1) event.issue = all.issue;
    if (field == 2) event.status = all.status;
    if (field == 3) event.claim = all.claim;
    if (field == 4) event.until = all.until;
    if (field == 5) event.object = all.object;
    if (field == 6) event.count = all.count;
    if (field == 7) event.score = 0.0;  // a score of 0 is a score
    if (field == 8) event.sd = 0.0;
    if (field == 9) event.quad = QuadClass::verbal_cooperation;  // the first of its kind is not "not said"
    if (field == 10) event.affects = all.affects;
    if (field == 11) event.extra = all.extra;
    if (field == 12) event.source_name = all.source_name;
    if (field == 13) event.revision = 0;  // said, if as great as what is not said
    EventLog log;
    log.add(plain("2025-09-01"));
    log.add(event);
    log.add(plain("2025-09-30"));
    expect_same(nth_event(log, 1), event);
    expect_same(nth_event(log, 0), plain("2025-09-01"));
    expect_same(nth_event(log, 2), plain("2025-09-30"));
  }
}

TEST(EventLog, RowsAnswerWhatRulesAsk) {
  EventLog log;
  log.add(plain());
  log.add(rich());
  const auto rows = log.rows();
  EXPECT_EQ(log.mentions(rows[0]), 1U);
  EXPECT_EQ(log.mentions(rows[1]), 70'000U);
  EXPECT_EQ(log.issue(rows[0]), "");
  EXPECT_EQ(log.issue(rows[1]), "drugs");
  EXPECT_EQ(log.affects(rows[0]), nullptr);
  ASSERT_NE(log.affects(rows[1]), nullptr);
  EXPECT_EQ(to_text(*log.affects(rows[1])), "USA:VEN");
  EXPECT_EQ(log.spill(rows[1]), 0.5);
  EXPECT_EQ(log.reported(rows[0]), day("2025-09-26"));
  EXPECT_EQ(log.reported(rows[1]), day("2026-02-03"));
}

TEST(EventLog, MentionsAroundTheEdgeOfTheHotRow) {
  for (const std::uint32_t mentions : {1U, 254U, 255U, 256U, 4'294'967'295U}) {
    EventLog log;
    Event event = plain();
    event.mentions = mentions;
    log.add(event);
    EXPECT_EQ(log.mentions(log.rows()[0]), mentions);
  }
}

TEST(EventLog, AboutIsCutAtTheReportedDay) {
  EventLog log;
  Event event = plain("2025-12-22~");
  event.reported = day("2025-12-23");
  log.add(event);
  EXPECT_EQ(nth_event(log, 0).date.last, day("2025-12-23"));
  EXPECT_EQ(log.date(log.rows()[0]).first, day("2025-12-19"));
}

TEST(EventLog, AnEventThatIsTakenOutAndAddedAgainIsTheSame) {
  Event about = plain("2025-12-22~");
  about.reported = day("2025-12-23");
  for (const Event& event : {about, rich(), plain("2025~")}) {
    EventLog log, again;
    log.add(event);
    again.add(nth_event(log, 0));
    EXPECT_EQ(again.rows()[0].key, log.rows()[0].key);
    expect_same(nth_event(again, 0), nth_event(log, 0));
  }
}

TEST(EventLog, ReportedIsAssumedFromTheLastDay) {
  EventLog log;
  log.add(plain("2025-09"));
  log.add(plain("2025-09/.."));
  log.add(rich());
  EXPECT_EQ(log.reported(log.rows()[0]), day("2025-09-30"));
  EXPECT_EQ(log.reported(log.rows()[1]), day("2025-09-01"));
  EXPECT_EQ(log.assumed_reported(), 2U);
}

TEST(EventLog, VersionsShareAKey) {
  EventLog log("notes");
  Event first = plain("2025-09-26", "7");
  first.status = Status::scheduled;
  first.reported = day("2025-09-20");
  Event second = plain("2025-09-26", "7");
  log.add(first);
  log.add(second);
  EXPECT_EQ(log.size(), 2U);
  EXPECT_EQ(log.rows()[0].key, log.rows()[1].key);
  EXPECT_EQ(log.rows()[0].key, key_of_id("notes", "7"));
}

TEST(EventLog, IdsBelongToTheirSource) {
  EventLog log("a");
  log.add(plain("2025-09-26", "7"));
  log.from_source("b");
  log.add(plain("2025-09-26", "7"));
  EXPECT_NE(log.rows()[0].key, log.rows()[1].key);
  Event theirs = plain("2025-09-26", "7");
  theirs.source_name = "a";
  log.add(theirs);
  EXPECT_EQ(log.rows()[0].key, log.rows()[2].key);
}

TEST(EventLog, EqualEventsWithoutIdsAreTwo) {
  EventLog log;
  log.add(plain());
  log.add(plain());
  log.arrange();
  std::set<EventKey> keys{log.rows()[0].key, log.rows()[1].key};
  EXPECT_EQ(keys, (std::set<EventKey>{key_of_content(plain(), 0), key_of_content(plain(), 1)}));
}

TEST(EventLog, KeysDoNotDependOnWhatElseIsThere) {
  EventLog alone, among;
  alone.add(plain("2025-09-26"));
  among.add(rich());
  among.add(plain("2025-01-01"));
  among.add(plain("2025-09-26"));
  EXPECT_EQ(alone.rows()[0].key, among.rows()[2].key);
}

TEST(EventLog, DyadsAreDirectedAndAsWritten) {
  EventLog log;
  log.add(plain());
  Event back = plain();
  std::swap(back.source, back.target);
  log.add(back);
  log.add(plain("2025-10-01"));
  ASSERT_EQ(log.dyads().size(), 2U);
  EXPECT_EQ(log.actors()[log.dyads()[0].source], "USA");
  EXPECT_EQ(log.actors()[log.dyads()[1].source], "COL");
  EXPECT_EQ(log.rows()[0].dyad, log.rows()[2].dyad);
}

TEST(EventLog, ABrokenEventIsRefusedAndNothingAdded) {
  EventLog log;
  Event event = plain();
  event.target = event.source;
  EXPECT_THROW(log.add(event), std::invalid_argument);
  EXPECT_TRUE(log.empty());
}

TEST(EventLog, HoldsAtMost65536Codes) {
  EventLog log;
  Event event = plain();
  for (int i = 0; i < 65'536; ++i) {
    event.code = std::to_string(i);
    log.add(event);
  }
  EXPECT_EQ(nth_event(log, 65'535).code, "65535");
  event.id = "7";
  event.code = "one more";
  EXPECT_THROW(log.add(event), std::length_error);
  EXPECT_EQ(log.codes().size(), 65'536U);
  event.code = "0";  // what was refused has left nothing behind
  log.add(event);
  EXPECT_TRUE(log.arrange().empty());
  EXPECT_EQ(log.size(), 65'537U);
}

TEST(EventLog, ABatchOfTooManyCodesLeavesNothingBehind) {
  const auto batch_of = [](int from, int end) {
    const std::string source = "A" + std::to_string(from);
    EventBatch out;
    for (int i = from; i < end; ++i) {
      const std::string code = std::to_string(i);
      out.add({.day = Day{0}, .source = source, .target = "B", .code = code});
    }
    return out;
  };
  EventLog log;
  log.append(batch_of(0, 65'530));
  EXPECT_THROW(log.append(batch_of(65'520, 65'537)), std::length_error);
  EXPECT_EQ(log.codes().size(), 65'530U);
  EXPECT_EQ(log.actors().size(), 2U);
  EXPECT_EQ(log.size(), 65'530U);
  log.append(batch_of(65'520, 65'536));
  EXPECT_EQ(log.codes().size(), 65'536U);
}

TEST(EventLog, ACopyStandsAlone) {
  EventLog log;
  log.add(rich());
  EventLog copy = log;
  copy.add(plain());
  log = EventLog();
  expect_same(nth_event(copy, 0), rich());
  EXPECT_TRUE(log.empty());
}

}  // namespace
}  // namespace detente
