#include "detente/questions/change/asymmetry.hpp"

#include <gtest/gtest.h>

#include "detente/ground/random.hpp"
#include "support/dates.hpp"

namespace detente {
namespace {

using test::day;
using Values = std::vector<std::optional<double>>;

/// A row a month from January 2015 on.
std::vector<IndexRow> rows_of(const Values& forward, const Values& backward) {
  std::vector<IndexRow> rows(forward.size());
  Period period = period_of(PeriodKind::month, day("2015-01-01"));
  for (std::size_t i = 0; i < rows.size(); ++i, period = period.next()) {
    rows[i].period = period;
    rows[i].forward = forward[i];
    rows[i].backward = backward[i];
  }
  return rows;
}

/// Sums of steps that are the same on every machine.
Values wandering(std::uint64_t seed, std::size_t n) {
  const Draws draws(seed);
  Values out;
  double sum = 50;
  for (std::uint32_t i = 0; i < n; ++i) out.emplace_back(sum += draws.normal(Purpose::mark, i, 0));
  return out;
}

/// The same, `by` periods later; what is not known yet is missing.
Values later(const Values& values, std::size_t by) {
  Values out(by);
  out.insert(out.end(), values.begin(), values.end() - static_cast<std::ptrdiff_t>(by));
  return out;
}

TEST(Asymmetry, SaysWhoIsTheMoreStrainedAndSinceWhen) {
  const auto sides = asymmetry(rows_of({60, 50, 70, 71, std::nullopt}, {55, 55, 60, 70, 90}));
  ASSERT_TRUE(sides);
  EXPECT_EQ(sides->latest.label(), "2015-04") << "the last in which both are known";
  EXPECT_DOUBLE_EQ(sides->gap(), 1);
  EXPECT_EQ(sides->since.label(), "2015-03");
}

TEST(Asymmetry, AMissingPeriodInterruptsNothing) {
  const auto sides = asymmetry(rows_of({60, std::nullopt, 70}, {55, 55, 60}));
  ASSERT_TRUE(sides);
  EXPECT_EQ(sides->since.label(), "2015-01");
}

TEST(Asymmetry, FindsWhoMovesFirstAndByHowMuch) {
  for (std::size_t lag = 1; lag <= 3; ++lag) {
    const Values first = wandering(lag, 60);
    const auto forward = asymmetry(rows_of(first, later(first, lag)));
    const auto backward = asymmetry(rows_of(later(first, lag), first));
    ASSERT_TRUE(forward && backward);
    EXPECT_EQ(forward->lead.lag, static_cast<int>(lag));
    EXPECT_EQ(forward->lead.first(), Direction::forward);
    EXPECT_NEAR(forward->lead.correlation, 1, 1e-9);
    EXPECT_EQ(forward->lead.changes, 59 - lag);
    EXPECT_EQ(backward->lead.lag, -static_cast<int>(lag));
    EXPECT_EQ(backward->lead.first(), Direction::backward);
  }
}

TEST(Asymmetry, TurnedAboutItSaysTheSameOfTheOther) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Values a = wandering(seed, 80), b = wandering(seed + 100, 80);
    const auto one = asymmetry(rows_of(a, b)), other = asymmetry(rows_of(b, a));
    ASSERT_TRUE(one && other);
    EXPECT_DOUBLE_EQ(one->gap(), -other->gap());
    EXPECT_EQ(one->since.first, other->since.first);
    EXPECT_EQ(one->lead.lag, -other->lead.lag);
    EXPECT_DOUBLE_EQ(one->lead.correlation, other->lead.correlation);
  }
}

TEST(Asymmetry, UnrelatedSidesSeldomLead) {
  int leads = 0;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    const auto sides = asymmetry(rows_of(wandering(seed, 90), wandering(seed + 1000, 90)));
    leads += sides->lead.first() ? 1 : 0;
  }
  EXPECT_LE(leads, 15) << "of 500; about one of a hundred is expected";
}

TEST(Asymmetry, SidesThatMoveTogetherDoNotLead) {
  Values a = wandering(5, 60), b = a;
  for (auto& v : b) *v += 3;
  const auto sides = asymmetry(rows_of(a, b));
  EXPECT_EQ(sides->lead.lag, 0);
  EXPECT_TRUE(sides->lead.is_clear());
  EXPECT_FALSE(sides->lead.first());
}

TEST(Asymmetry, AShortHistoryHasNoLead) {
  const Values a = wandering(5, 20);
  const auto sides = asymmetry(rows_of(a, later(a, 1)));
  ASSERT_TRUE(sides);
  EXPECT_NEAR(sides->lead.correlation, 1, 1e-9);
  EXPECT_FALSE(sides->lead.first());
}

TEST(Asymmetry, WarmingUpIsLeftOut) {
  auto rows = rows_of({10, 60, 61}, {90, 50, 50});
  rows[0].warming_up = true;
  const auto sides = asymmetry(rows);
  ASSERT_TRUE(sides);
  EXPECT_EQ(sides->periods.size(), 2U);
  EXPECT_EQ(sides->lead.changes, 1U);
}

TEST(Asymmetry, OneRunForBothHasNone) {
  const Values a = wandering(5, 30);
  EXPECT_FALSE(asymmetry(rows_of(a, a)));
  EXPECT_FALSE(asymmetry(rows_of(a, Values(30))));
  EXPECT_FALSE(asymmetry({}));
}

}  // namespace
}  // namespace detente
