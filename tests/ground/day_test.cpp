#include "detente/ground/day.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <stdexcept>

namespace detente {
namespace {

TEST(Day, CountsFrom1970) {
  EXPECT_EQ(Day::from_civil(1970, 1, 1).value, 0);
  EXPECT_EQ(Day::from_civil(1969, 12, 31).value, -1);
  EXPECT_EQ(Day::from_civil(2025, 9, 26).value, 20357);
  EXPECT_EQ(Day::from_civil(1400, 1, 1).value, -208188);
  EXPECT_EQ(Day::from_civil(9999, 12, 31).value, 2932896);
  EXPECT_EQ(first_calendar_day(), Day::from_civil(1400, 1, 1));
  EXPECT_EQ(last_calendar_day(), Day::from_civil(9999, 12, 31));
}

TEST(Day, KnowsLeapYears) {
  EXPECT_EQ(days_in_month(2024, 2), 29);
  EXPECT_EQ(days_in_month(2025, 2), 28);
  EXPECT_EQ(days_in_month(1900, 2), 28);
  EXPECT_EQ(days_in_month(2000, 2), 29);
}

TEST(Day, RefusesWhatTheCalendarDoesNotHave) {
  const auto refusal = [](int year, int month, int day) -> std::string {
    try {
      Day::from_civil(year, month, day);
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "accepted";
  };
  EXPECT_EQ(refusal(2025, 2, 29), "date = 2025-2-29: 2025-02 has days 01 to 28");
  EXPECT_EQ(refusal(2025, 13, 1), "date = 2025-13-1: a month is within 01 to 12");
  EXPECT_EQ(refusal(2025, 0, 1), "date = 2025-0-1: a month is within 01 to 12");
  EXPECT_EQ(refusal(2025, 1, 0), "date = 2025-1-0: 2025-01 has days 01 to 31");
  EXPECT_EQ(refusal(1399, 12, 31), "date = 1399-12-31: a year is within 1400 to 9999");
  EXPECT_EQ(refusal(10000, 1, 1), "date = 10000-1-1: a year is within 1400 to 9999");
}

TEST(Day, ReadsOneFormOnly) {
  EXPECT_EQ(*parse_day("2025-09-26"), Day{20357});
  for (const char* text : {"", "2025-9-26", "2025-09-26 ", " 2025-09-26", "2025/09/26", "20250926", "2025-09-2x",
                           "+025-09-26", "2025-09-", "2025-09-263"})
    EXPECT_EQ(parse_day(text).rule(), "a day is written yyyy-mm-dd") << text;
  EXPECT_EQ(parse_day("2025-02-29").rule(), "2025-02 has days 01 to 28");
}

TEST(Day, EndOfTimeIsOpen) {
  EXPECT_EQ(to_text(end_of_time), "open");
  EXPECT_GT(end_of_time, Day::from_civil(9999, 12, 31));
}

TEST(Day, DifferenceIsExactForEveryPair) {
  const Day first{std::numeric_limits<std::int32_t>::min()};
  EXPECT_EQ(end_of_time - first, 4294967295);
  EXPECT_EQ(first - end_of_time, -4294967295);
}

RC_GTEST_PROP(Day, TextReadsBack, ()) {
  const Day day{*rc::gen::inRange(-208188, 2932897)};
  RC_ASSERT(*parse_day(to_text(day)) == day);
  const CivilDate c = civil(day);
  RC_ASSERT(Day::from_civil(c.year, c.month, c.day) == day);
}

RC_GTEST_PROP(Day, TextSortsAsDaysDo, ()) {
  const Day a{*rc::gen::inRange(-208188, 2932897)}, b{*rc::gen::inRange(-208188, 2932897)};
  RC_ASSERT((a < b) == (to_text(a) < to_text(b)));
  RC_ASSERT(b + static_cast<std::int32_t>(a - b) == a);
}

}  // namespace
}  // namespace detente
