#include "ground/digits.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "detente/ground/period.hpp"

namespace detente {
using namespace detail;
namespace {

TEST(Digits, StandInTheirPlaces) {
  EXPECT_EQ(with_digits("yyyy-mm", {{2025, 0, 4}, {9, 5, 2}}), "2025-09");
  EXPECT_EQ(with_digits("nothing", {}), "nothing");
  EXPECT_EQ(with_digits("0000", {{7, 3, 1}}), "0007");
}

/// Days and periods are written as a general formatter would write them.
RC_GTEST_PROP(Digits, AreThoseOfAFormatter, ()) {
  const Day day =
      first_calendar_day() + *rc::gen::inRange(7, last_calendar_day().value - first_calendar_day().value - 7);
  const CivilDate c = civil(day);
  RC_ASSERT(to_text(day) == fmt::format("{:04}-{:02}-{:02}", c.year, c.month, c.day));
  const auto label = [&](PeriodKind kind) { return period_of(kind, day).label(); };
  RC_ASSERT(label(PeriodKind::day) == to_text(day));
  RC_ASSERT(label(PeriodKind::month) == fmt::format("{:04}-{:02}", c.year, c.month));
  RC_ASSERT(label(PeriodKind::quarter) == fmt::format("{:04}-Q{}", c.year, (c.month + 2) / 3));
  RC_ASSERT(label(PeriodKind::year) == fmt::format("{:04}", c.year));
  const Day thursday = period_of(PeriodKind::week, day).first + 3;
  const int year = civil(thursday).year;
  const auto week = (thursday - Day::from_civil(year, 1, 1)) / 7 + 1;
  RC_ASSERT(label(PeriodKind::week) == fmt::format("{:04}-W{:02}", year, week));
}

}  // namespace
}  // namespace detente
