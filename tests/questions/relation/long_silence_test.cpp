#include "questions/relation/long_silence.hpp"

#include <gtest/gtest.h>

#include "detente/ground/error.hpp"
#include "detente/questions/index/panel.hpp"
#include "support/dates.hpp"
#include "support/us_colombia.hpp"

namespace detente {
using namespace detail;
namespace {

using test::day;
using test::span;

EventLog log_of(const std::vector<const char*>& dates, const char* code = "criticism") {
  EventLog log;
  std::uint64_t line = 1;
  for (const char* date : dates) {
    Event e;
    e.date = span(date);
    e.source = "USA";
    e.target = "COL";
    e.code = code;
    e.line = ++line;
    log.add(e);
  }
  return log;
}

History asked(const EventLog& log, std::optional<Day> from = {}, std::optional<Day> to = {}) {
  return prepare(log, test::usa_col(), test::default_scoring(), PeriodKind::month, from, to);
}

std::string question(const EventLog& log, std::optional<Day> from = {}, std::optional<Day> to = {}) {
  try {
    asked(log, from, to);
  } catch (const InputError& error) {
    return error.what();
  }
  return "none";
}

const std::vector<const char*> typo{"2024-01-05", "2925-03-01", "2025-02-01", "2025-03-01"};
const std::vector<const char*> early{"2024-01-05", "1525-03-01", "2025-02-01", "2025-03-01"};

TEST(LongSilence, AYearThatIsMistypedIsAskedAboutByName) {
  EXPECT_EQ(question(log_of(typo)),
            "nothing of USA:COL for 900 years, between 2025-03-01 and 2925-03-01: is 2925-03-01 in line 3 meant? If "
            "not, correct it; if so, say which days are to be shown; see IndexRequest::from");
  EXPECT_TRUE(question(log_of(early)).find("is 1525-03-01 in line 3 meant?") != std::string::npos);
  EXPECT_TRUE(question(log_of({"9025-01-01", "2025-01-01"})).starts_with("nothing of USA:COL for 7004 years"));
}

TEST(LongSilence, DaysThatAreSaidAreTheAnswer) {
  const History until = asked(log_of(typo), {}, day("2026-01-01"));
  EXPECT_EQ(until.days.front(), day("2024-01-01"));
  EXPECT_EQ(until.days.back(), day("2025-12-31"));
  const History since = asked(log_of(early), day("2025-01-01"));
  EXPECT_EQ(since.days.front(), day("2024-01-05"));  // what happened since the silence still counts
  EXPECT_EQ(asked(log_of(early), day("1525-01-01"), day("1526-01-01")).days.size(), 306U + 59U);
  EXPECT_EQ(question(log_of(typo), day("2025-01-01")).substr(0, 18), "nothing of USA:COL");  // still 2925
}

TEST(LongSilence, ACenturyIsNone) {
  EXPECT_EQ(question(log_of({"1924-01-01", "2023-12-31"})), "none");
  EXPECT_EQ(question(log_of({"1914-07-28", "1990-10-03", "2025-01-01", "1850-01-01"})), "none");
}

/// 1800 to 1900 is no silence while something lasts.
TEST(LongSilence, WhatLastsIsNoSilence) { EXPECT_EQ(question(log_of({"1800/1900", "1990-10-03"})), "none"); }

TEST(LongSilence, APanelLeavesThePairOutAndGoesOn) {
  EventLog log = log_of({"2024-01-05", "2024-02-05"});
  for (const char* date : {"2024-01-05", "9999-12-31"}) {
    Event e;
    e.date = span(date);
    e.source = "IND";
    e.target = "PAK";
    e.code = "criticism";
    log.add(e);
  }
  for (const PeriodKind every : {PeriodKind::day, PeriodKind::week, PeriodKind::month, PeriodKind::year}) {
    DyadRows pairs;
    pairs.finish(log);
    PanelRequest request{.scoring = test::default_scoring(), .every = every};
    std::vector<IndexSeries> all;
    const PanelSink sink{
        [](const IndexSeries& s) { return to_text(s.dyad) + " " + s.rows.back().period.label() + "\n"; },
        [](std::string_view) {}};
    const PanelSummary summary = panel(pairs, request, sink);
    EXPECT_EQ(summary.pairs, 1U);
    ASSERT_EQ(summary.silent.size(), 1U);
    EXPECT_EQ(to_text(summary.silent[0].dyad), "IND:PAK");
    EXPECT_EQ(to_text(summary.silent[0].after), "9999-12-31");
    request.to = day("2024-03-01");
    EXPECT_EQ(panel(pairs, request, sink).pairs, 2U);
    request.from = day("9999-12-01");
    request.to.reset();
    std::string text;
    EXPECT_EQ(panel(pairs, request, {sink.form, [&](std::string_view part) { text += part; }}).pairs, 1U);
    EXPECT_TRUE(text.find("IND:PAK 9999") != std::string::npos) << text;
  }
}

}  // namespace
}  // namespace detente
