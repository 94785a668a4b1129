#include "detente/ground/period.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/dates.hpp"

namespace detente {
namespace {

using test::day;

struct Labelled {
  PeriodKind kind;
  const char* day;
  const char* label;
  const char* first;
  const char* last;
};

class PeriodLabels : public testing::TestWithParam<Labelled> {};

TEST_P(PeriodLabels, NameTheirDays) {
  const Period period = period_of(GetParam().kind, day(GetParam().day));
  EXPECT_EQ(period.label(), GetParam().label);
  EXPECT_EQ(to_text(period.first), GetParam().first);
  EXPECT_EQ(to_text(period.last_day()), GetParam().last);
  EXPECT_EQ(*parse_period(period.label()), period);
}

INSTANTIATE_TEST_SUITE_P(
    Table, PeriodLabels,
    testing::Values(Labelled{PeriodKind::day, "2025-09-26", "2025-09-26", "2025-09-26", "2025-09-26"},
                    Labelled{PeriodKind::week, "2025-09-05", "2025-W36", "2025-09-01", "2025-09-07"},
                    Labelled{PeriodKind::week, "2025-09-07", "2025-W36", "2025-09-01", "2025-09-07"},
                    Labelled{PeriodKind::week, "2024-12-30", "2025-W01", "2024-12-30", "2025-01-05"},
                    Labelled{PeriodKind::week, "2027-01-03", "2026-W53", "2026-12-28", "2027-01-03"},
                    Labelled{PeriodKind::week, "1969-12-31", "1970-W01", "1969-12-29", "1970-01-04"},
                    Labelled{PeriodKind::month, "2024-02-29", "2024-02", "2024-02-01", "2024-02-29"},
                    Labelled{PeriodKind::month, "2025-12-31", "2025-12", "2025-12-01", "2025-12-31"},
                    Labelled{PeriodKind::quarter, "2025-09-05", "2025-Q3", "2025-07-01", "2025-09-30"},
                    Labelled{PeriodKind::quarter, "2025-10-01", "2025-Q4", "2025-10-01", "2025-12-31"},
                    Labelled{PeriodKind::year, "2025-09-05", "2025", "2025-01-01", "2025-12-31"},
                    Labelled{PeriodKind::year, "9999-12-31", "9999", "9999-01-01", "9999-12-31"}));

TEST(Period, RefusesOtherLabels) {
  for (const char* text : {"", "25", "2025-", "2025-W54", "2025-W00", "2025-W1", "2025-W53", "2025-Q5", "2025-Q0",
                           "2025-13", "2025-9", "2025-02-30", "2025-Q1x", "20250", "abcd", "2025-w36"})
    EXPECT_FALSE(parse_period(text)) << text;
  EXPECT_EQ(parse_period("2025-W53").rule(), "2025 has no week 53");
  EXPECT_EQ(parse_period("2025-02-30").rule(), "2025-02 has days 01 to 28");
}

TEST(Period, WeeksThatReachOutsideTheCalendarBreakARule) {
  for (const char* text : {"1400-W01", "9999-W52", "9999-W53"})
    EXPECT_EQ(parse_period(text).rule(), "a week lies within the years 1400 to 9999") << text;
  EXPECT_EQ(to_text(parse_period("1400-W02")->first), "1400-01-06");
  EXPECT_EQ(to_text(parse_period("9999-W51")->last_day()), "9999-12-26");
}

TEST(Period, KindsHaveNames) {
  for (const PeriodKind kind :
       {PeriodKind::day, PeriodKind::week, PeriodKind::month, PeriodKind::quarter, PeriodKind::year})
    EXPECT_EQ(parse_period_kind(to_text(kind)), kind);
  EXPECT_EQ(parse_period_kind("fortnight"), std::nullopt);
}

TEST(Period, NoneBetweenADayAndItself) {
  EXPECT_TRUE(periods_between(PeriodKind::month, day("2025-09-05"), day("2025-09-05")).empty());
  EXPECT_TRUE(periods_between(PeriodKind::month, day("2025-09-06"), day("2025-09-05")).empty());
  EXPECT_EQ(periods_between(PeriodKind::month, day("2025-09-30"), day("2025-10-01")).size(), 1U);
  EXPECT_EQ(periods_between(PeriodKind::month, day("2025-09-30"), day("2025-10-02")).size(), 2U);
}

rc::Gen<PeriodKind> any_kind() {
  return rc::gen::element(PeriodKind::day, PeriodKind::week, PeriodKind::month, PeriodKind::quarter, PeriodKind::year);
}

RC_GTEST_PROP(Period, IsHalfOpenAndHoldsItsDay, ()) {
  const Day d{*rc::gen::inRange(-200000, 2900000)};
  const Period period = period_of(*any_kind(), d);
  RC_ASSERT(period.contains(d));
  RC_ASSERT(period.contains(period.first));
  RC_ASSERT(period.contains(period.last_day()));
  RC_ASSERT(!period.contains(period.end));
  RC_ASSERT(period.next().first == period.end);
  RC_ASSERT(*parse_period(period.label()) == period);
}

RC_GTEST_PROP(Period, PeriodsBetweenJoinWithoutGaps, ()) {
  const Day from{*rc::gen::inRange(0, 30000)};
  const Day to = from + *rc::gen::inRange(1, 900);
  const auto periods = periods_between(*any_kind(), from, to);
  RC_ASSERT(periods.front().contains(from));
  RC_ASSERT(periods.back().contains(to - 1));
  for (std::size_t i = 1; i < periods.size(); ++i) RC_ASSERT(periods[i - 1].end == periods[i].first);
}

}  // namespace
}  // namespace detente
