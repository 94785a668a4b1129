#include "detente/contracts/exposure.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "detente/ground/error.hpp"
#include "support/dates.hpp"

namespace detente {
namespace {

using test::day;

std::string refusal(std::string_view text) {
  try {
    Exposure::parse(*bytes_of(text), "totals.csv");
  } catch (const InputError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Exposure, IsTheDayOverTheMeanOfEarlierDays) {
  const Exposure exposure({{{2}, 30}, {{0}, 10}, {{1}, 20}});
  EXPECT_EQ(exposure.relative_volume({0}), 1);
  EXPECT_EQ(exposure.relative_volume({1}), 2);
  EXPECT_EQ(exposure.relative_volume({2}), 2);
  EXPECT_EQ(exposure.relative_volume({3}), 1);  // no total of its own
}

TEST(Exposure, LooksBackAYearAndNoFurther) {
  const Exposure exposure({{{0}, 1000}, {{1}, 10}, {{366}, 20}, {{367}, 20}});
  EXPECT_EQ(exposure.relative_volume({366}), 2);  // day 1 is the 365th before it, day 0 is not
  EXPECT_EQ(exposure.relative_volume({367}), 1);  // only day 366
}

TEST(Exposure, ATotalOfZeroSaysNothingOfItsDayButCountsForLaterOnes) {
  const Exposure exposure({{{0}, 10}, {{1}, 0}, {{2}, 5}});
  EXPECT_EQ(exposure.relative_volume({1}), 1);
  EXPECT_EQ(exposure.relative_volume({2}), 1);
  EXPECT_EQ(Exposure({{{0}, 0}, {{1}, 5}}).relative_volume({1}), 1);
}

RC_GTEST_PROP(Exposure, NeverLooksAtTheFuture, ()) {
  std::vector<std::pair<Day, double>> totals;
  for (int d = 0; d < 40; ++d) totals.emplace_back(Day{d * *rc::gen::inRange(1, 2)}, *rc::gen::inRange(0, 50));
  const Day asked{*rc::gen::inRange(0, 40)};
  auto changed = totals;
  for (auto& [d, total] : changed)
    if (d > asked) total += *rc::gen::inRange(0, 1000);
  RC_ASSERT(Exposure(totals).relative_volume(asked) == Exposure(changed).relative_volume(asked));
}

TEST(Exposure, IsReadFromACsv) {
  const Exposure exposure =
      Exposure::parse(*bytes_of("Date,Total\r\n2025-01-01,10\r\n2025-01-02, 25\r\n"), "totals.csv");
  EXPECT_EQ(exposure.relative_volume(day("2025-01-02")), 2.5);
  EXPECT_TRUE(Exposure().empty());
  EXPECT_FALSE(exposure.empty());
}

TEST(Exposure, RefusalsNameTheLine) {
  EXPECT_EQ(refusal(""), "totals.csv is empty: an exposure file begins with date,total");
  EXPECT_EQ(refusal("day,total\n"), "totals.csv:1: 'day,total': an exposure file begins with date,total");
  EXPECT_EQ(refusal("date,total\n2025-01-01\n"),
            "totals.csv:2: '2025-01-01': an exposure file has the two columns date,total");
  EXPECT_EQ(refusal("date,total\n2025-02-30,1\n"), "totals.csv:2: '2025-02-30,1': 2025-02 has days 01 to 28");
  EXPECT_EQ(refusal("date,total\n2025-02-03,-1\n"), "totals.csv:2: '2025-02-03,-1': a total is a number, at least 0");
  EXPECT_EQ(refusal("date,total\n2025-02-03,1\n2025-02-03,2\n"), "totals.csv: date = 2025-02-03: a day has one total");
  EXPECT_THROW(Exposure({{{0}, -1}}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
