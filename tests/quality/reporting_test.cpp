#include "detente/quality/reporting.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace detente::quality {
namespace {

constexpr std::size_t days = 4000;

/// A truth that stands still at 2 points.
Truth still() { return {std::vector<double>(days, 2), std::vector<double>(days, 1)}; }

std::vector<double> acts_by_day(const std::vector<Impulse>& impulses) {
  std::vector<double> out(days);
  for (const Impulse& i : impulses) ++out[static_cast<std::size_t>(i.day - first_day)];
  return out;
}

double mean_between(const std::vector<double>& values, std::size_t from, std::size_t to) {
  double sum = 0;
  for (std::size_t i = from; i < to; ++i) sum += values[i];
  return sum / static_cast<double>(to - from);
}

TEST(Reporting, TheFirstDayIsAsItsNameSays) { EXPECT_EQ(to_text(first_day), "2020-01-01"); }

TEST(Reporting, ConstantReportsTwoActsADay) {
  const auto acts = acts_by_day(report(still(), Reporting::constant, Chance(1)));
  EXPECT_NEAR(mean_between(acts, 0, days / 2), 2, 0.15);
  EXPECT_NEAR(mean_between(acts, days / 2, days), 2, 0.15);
}

TEST(Reporting, TenfoldGrowsTenfold) {
  const auto acts = acts_by_day(report(still(), Reporting::tenfold, Chance(1)));
  EXPECT_NEAR(mean_between(acts, 0, 400), 0.5 * std::pow(10, 0.05), 0.15);
  EXPECT_NEAR(mean_between(acts, days - 400, days), 0.5 * std::pow(10, 0.95), 0.3);
}

TEST(Reporting, GapsAreFourSilencesOf40Days) {
  for (const Reporting r : {Reporting::gaps, Reporting::everything}) {
    Truth busy = still();
    for (double& a : busy.activity) a = 40;  // so that no day is silent by chance
    const auto acts = acts_by_day(report(busy, r, Chance(1)));
    EXPECT_EQ(std::count(acts.begin(), acts.end(), 0), 160);
    for (std::size_t quarter = 0; quarter < 4; ++quarter) {
      const auto begin = acts.begin() + static_cast<std::ptrdiff_t>(quarter * days / 4);
      const auto gap = std::find(begin, acts.end(), 0);
      EXPECT_EQ(std::count(gap, gap + 40, 0), 40);
    }
  }
}

/// Mean and variance of the scores, and the part of the variance that the acts of a day share.
struct Scatter {
  double mean, variance, shared;
};

Scatter scatter_of(const std::vector<Impulse>& impulses) {
  double sum = 0, squares = 0, products = 0, pairs = 0;
  const auto n = static_cast<double>(impulses.size());
  for (const Impulse& i : impulses) sum += i.points / n;
  for (std::size_t i = 0; i < impulses.size(); ++i) {
    squares += (impulses[i].points - sum) * (impulses[i].points - sum) / n;
    if (i == 0 || impulses[i].day != impulses[i - 1].day) continue;
    products += (impulses[i].points - sum) * (impulses[i - 1].points - sum);
    ++pairs;
  }
  return {sum, squares, products / pairs};
}

TEST(Reporting, ScoresScatterAroundTheLevel) {
  const Scatter plain = scatter_of(report(still(), Reporting::constant, Chance(1)));
  EXPECT_NEAR(plain.mean, 2, 0.2);
  EXPECT_NEAR(plain.variance, 25, 1.5);
}

TEST(Reporting, ADayEffectIsSharedByTheActsOfADay) {
  Truth busy = still();
  for (double& a : busy.activity) a = 20;
  EXPECT_NEAR(scatter_of(report(busy, Reporting::day_effects, Chance(1))).shared, 1.44, 0.35);
  EXPECT_NEAR(scatter_of(report(busy, Reporting::gaps, Chance(1))).shared, 0, 0.35);
}

TEST(Reporting, ActsComeInTheOrderThatModelsAreOwed) {
  const auto impulses = report(still(), Reporting::everything, Chance(1));
  EXPECT_TRUE(std::is_sorted(impulses.begin(), impulses.end(), comes_before));
  ASSERT_FALSE(impulses.empty());
  for (const Impulse& i : impulses) ASSERT_EQ(i.points > 0, !is_cooperation(i.quad));
}

}  // namespace
}  // namespace detente::quality
