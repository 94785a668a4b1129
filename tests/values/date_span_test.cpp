#include "detente/values/date_span.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace detente {
namespace {

Day day(const char* text) { return parse_day(text).value(); }

struct Good {
  const char* text;
  const char* first;
  const char* last;  // nullptr: not over
  SpanKind kind;
  std::int16_t about;
};

class GoodDate : public testing::TestWithParam<Good> {};

TEST_P(GoodDate, Means) {
  const Good& good = GetParam();
  const Parsed<DateSpan> span = parse_date_span(good.text);
  ASSERT_TRUE(span) << span.rule();
  EXPECT_EQ(to_text(span->first), good.first);
  EXPECT_EQ(span->last, good.last ? day(good.last) : end_of_time);
  EXPECT_EQ(span->kind, good.kind);
  EXPECT_EQ(span->about, good.about);
}

constexpr auto one = SpanKind::one_day;
constexpr auto all = SpanKind::throughout;
INSTANTIATE_TEST_SUITE_P(
    Table, GoodDate,
    testing::Values(
        Good{"2025-09-26", "2025-09-26", "2025-09-26", one, 0}, Good{"2024-02-29", "2024-02-29", "2024-02-29", one, 0},
        Good{"2000-02-29", "2000-02-29", "2000-02-29", one, 0}, Good{"1969-12-31", "1969-12-31", "1969-12-31", one, 0},
        Good{"1400-01-01", "1400-01-01", "1400-01-01", one, 0}, Good{"9999-12-31", "9999-12-31", "9999-12-31", one, 0},
        Good{"2025-09", "2025-09-01", "2025-09-30", one, 0}, Good{"2024-02", "2024-02-01", "2024-02-29", one, 0},
        Good{"2025-02", "2025-02-01", "2025-02-28", one, 0}, Good{"2025-12", "2025-12-01", "2025-12-31", one, 0},
        Good{"2025", "2025-01-01", "2025-12-31", one, 0},
        Good{"[2025-09-16..2025-09-30]", "2025-09-16", "2025-09-30", one, 0},
        Good{"[2025-09-16..2025-09-16]", "2025-09-16", "2025-09-16", one, 0},
        Good{"[2025-09..2025-10]", "2025-09-01", "2025-10-31", one, 0},
        Good{"[2024..2025-03-02]", "2024-01-01", "2025-03-02", one, 0},
        Good{"2025-12-22~", "2025-12-19", "2025-12-25", one, 3},
        Good{"2024-03-01~", "2024-02-27", "2024-03-04", one, 3}, Good{"2025-09~", "2025-08-17", "2025-10-15", one, 15},
        Good{"2025~", "2024-07-03", "2026-07-01", one, 182}, Good{"2025-12-22?", "2025-12-19", "2025-12-25", one, 3},
        Good{"2025-09%", "2025-08-17", "2025-10-15", one, 15}, Good{"2025-10-XX", "2025-10-01", "2025-10-31", one, 0},
        Good{"2025-XX", "2025-01-01", "2025-12-31", one, 0}, Good{"2025-XX-XX", "2025-01-01", "2025-12-31", one, 0},
        Good{"202X", "2020-01-01", "2029-12-31", one, 0}, Good{"20XX", "2000-01-01", "2099-12-31", one, 0},
        Good{"202X~", "2015-01-01", "2034-12-31", one, 1826}, Good{"2025-21", "2025-03-01", "2025-05-31", one, 0},
        Good{"2025-22", "2025-06-01", "2025-08-31", one, 0}, Good{"2025-23", "2025-09-01", "2025-11-30", one, 0},
        Good{"2023-24", "2023-12-01", "2024-02-29", one, 0}, Good{"2025-22~", "2025-04-17", "2025-10-15", one, 45},
        Good{"2025-21/2025-22", "2025-03-01", "2025-08-31", all, 0},
        Good{"[2025-10-XX..2025-11]", "2025-10-01", "2025-11-30", one, 0},
        Good{"2025-10-25T14:30:00Z", "2025-10-25", "2025-10-25", one, 0},
        Good{"2025-10-25 14:30", "2025-10-25", "2025-10-25", one, 0},
        Good{"2025-10-25T14:30:00+02:00", "2025-10-25", "2025-10-25", one, 0},
        Good{"2025-02/2026-01", "2025-02-01", "2026-01-31", all, 0},
        Good{"2025-02-03/2025-02-03", "2025-02-03", "2025-02-03", all, 0},
        Good{"2025-02-03/2025-02", "2025-02-03", "2025-02-28", all, 0},
        Good{"2024/2025-06-01", "2024-01-01", "2025-06-01", all, 0}, Good{"2025-09/..", "2025-09-01", nullptr, all, 0},
        Good{"2025-09-26/..", "2025-09-26", nullptr, all, 0}),
    [](const auto& row) { return "row_" + std::to_string(row.index); });

struct Bad {
  const char* text;
  const char* rule;
};

class BadDate : public testing::TestWithParam<Bad> {};

TEST_P(BadDate, BreaksARule) {
  const Parsed<DateSpan> span = parse_date_span(GetParam().text);
  ASSERT_FALSE(span) << GetParam().text;
  EXPECT_NE(span.rule().find(GetParam().rule), std::string::npos) << GetParam().text << ": " << span.rule();
}

constexpr auto shape = "a date is written yyyy-mm-dd, yyyy-mm or yyyy";
INSTANTIATE_TEST_SUITE_P(
    Table, BadDate,
    testing::Values(Bad{"", shape}, Bad{"~", shape}, Bad{"/", shape}, Bad{"[]", shape}, Bad{"[..]", "both ends"},
                    Bad{"2025-02-29", "2025-02 has days 01 to 28"}, Bad{"1900-02-29", "1900-02 has days 01 to 28"},
                    Bad{"2024-02-30", "2024-02 has days 01 to 29"}, Bad{"2025-04-31", "2025-04 has days 01 to 30"},
                    Bad{"2025-01-00", "days 01 to 31"}, Bad{"2025-13-01", "month"}, Bad{"2025-00-01", "month"},
                    Bad{"2025-13", shape}, Bad{"2025-1", shape}, Bad{"2025-1-1", shape}, Bad{"25-01-01", shape},
                    Bad{"1399-12-31", "year"}, Bad{"0000-01-01", "year"}, Bad{"20250101", shape},
                    Bad{"2025/01/01", shape}, Bad{"01/02/2025", shape}, Bad{"2025-01-01T", shape},
                    Bad{"2025-01-01Tnoon", shape}, Bad{"2021-10-25 12:00-2021-10-30", shape},
                    Bad{"2021-10-25T12:00:00+2", shape}, Bad{"2021-10-25T12", shape}, Bad{" 2025-01-01", shape},
                    Bad{"2025-01-01 ", shape}, Bad{"+2025-01-01", shape}, Bad{"2025-W36", shape}, Bad{"2025-Q3", shape},
                    Bad{"26 September 2025", shape}, Bad{"2025-01-01~~", shape}, Bad{"~2025-01-01", shape},
                    Bad{"2025-01?~", shape}, Bad{"2025-1X", shape}, Bad{"2025-XX-01", "yyyy-mm-dd"},
                    Bad{"202X-01", shape}, Bad{"XXXX", shape}, Bad{"13XX", shape}, Bad{"2025-13-XX", "yyyy-mm-dd"},
                    Bad{"2025-20", shape}, Bad{"2025-25", shape}, Bad{"9999-24", shape},
                    Bad{"[2025-09-30..2025-09-16]", "ends before it begins"},
                    Bad{"2026-01/2025-02", "ends before it begins"}, Bad{"2025-02-29/2025-03-01", "days 01 to 28"},
                    Bad{"2025-02-01/2025-02-29", "days 01 to 28"}, Bad{"../2025-02", shape}, Bad{"2025-02/", shape},
                    Bad{"/2025-02", shape}, Bad{"2025-02~/2025-03", shape}, Bad{"2025-01/2025-02/2025-03", shape},
                    Bad{"[2025-01..]", "both ends"}, Bad{"[..2025-01]", "both ends"}, Bad{"[2025-01]", "both ends"},
                    Bad{"[2025-01-01,2025-01-03]", "both ends"}, Bad{"[2025-01..2025-02", shape},
                    Bad{"[2025-01..2025-02]~", shape}, Bad{"1400~", "outside the calendar"},
                    Bad{"1400-01-01~", "outside the calendar"}, Bad{"9999~", "outside the calendar"}),
    [](const auto& row) { return "row_" + std::to_string(row.index); });

TEST(DateSpan, AboutNeverReachesPastTheReportedDay) {
  const DateSpan about = parse_date_span("2025-12-22~").value();  // 12-19 to 12-25
  EXPECT_EQ(known_by(about, day("2025-12-23")).last, day("2025-12-23"));
  EXPECT_EQ(known_by(about, day("2025-12-23")).first, day("2025-12-19"));
  EXPECT_EQ(known_by(about, day("2026-01-01")).last, day("2025-12-25"));
  EXPECT_EQ(known_by(about, day("2025-12-25")).last, day("2025-12-25"));
}

TEST(DateSpan, WhatIsWrittenStaysWhateverTheReportedDay) {
  const DateSpan about = parse_date_span("2025-12-22~").value();
  EXPECT_EQ(known_by(about, day("2025-12-01")).last, day("2025-12-22"));
  const DateSpan month = parse_date_span("2025-12").value();
  EXPECT_EQ(known_by(month, day("2025-12-05")), month);
}

TEST(DateSpan, KnownTwiceIsKnownOnce) {
  for (const char* text : {"2025-12-22~", "2025-12~", "2025~", "2025-12"}) {
    const DateSpan span = parse_date_span(text).value();
    for (int shift = -400; shift <= 400; shift += 7) {
      const Day reported = day("2025-12-22") + shift;
      const DateSpan once = known_by(span, reported);
      EXPECT_EQ(known_by(once, reported), once) << text << " " << to_text(reported);
    }
  }
}

TEST(DateSpan, MiddleIsRoundedDown) {
  EXPECT_EQ(parse_date_span("[2025-01-01..2025-01-04]")->middle(), day("2025-01-02"));
  EXPECT_EQ(parse_date_span("2025-01-05~")->middle(), day("2025-01-05"));
  EXPECT_EQ(parse_date_span("2025-01/..")->middle(), day("2025-01-01"));
}

TEST(DateSpan, DaysCountsBothEnds) {
  EXPECT_EQ(parse_date_span("2025-01-05")->days(), 1);
  EXPECT_EQ(parse_date_span("2025-01-05~")->days(), 7);
  EXPECT_EQ(parse_date_span("2024")->days(), 366);
}

TEST(DateSpan, TextReadsBackToTheSameDays) {
  EXPECT_TRUE(rc::check([] {
    const Day first = day("1400-01-01") + *rc::gen::inRange(0, 3'000'000);
    const Day last = std::min(day("9999-12-31"), first + *rc::gen::inRange(0, 1000));
    const auto kind = *rc::gen::element(SpanKind::one_day, SpanKind::throughout);
    const bool open = kind == SpanKind::throughout && *rc::gen::arbitrary<bool>();
    const DateSpan span{first, open ? end_of_time : last, kind, 0};
    RC_ASSERT(parse_date_span(to_text(span)).value() == span);
  }));
}

TEST(DateSpan, AnyTextIsReadOrBreaksARule) {
  EXPECT_TRUE(rc::check([] {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::element('0', '1', '2', '9', '-', '/', '.', '[', ']', '~', ' '));
    const Parsed<DateSpan> span = parse_date_span(text);
    const bool sound = span ? span->first <= span->last : !span.rule().empty();
    RC_ASSERT(sound);
  }));
}

}  // namespace
}  // namespace detente
