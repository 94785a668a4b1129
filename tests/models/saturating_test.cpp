#include "detente/models/saturating.hpp"

#include <gtest/gtest.h>

#include "detente/contracts/run.hpp"
#include "support/golden.hpp"
#include "support/random_histories.hpp"

namespace detente {
namespace {

using test::date;
using test::impulse_on;

/// P after acts of these Goldstein scores (positive for cooperation), a day each.
double p_after(const Saturating& model, const std::vector<double>& scores) {
  std::vector<Impulse> impulses;
  const Day begin = date("2024-01-01");
  for (std::size_t i = 0; i < scores.size(); ++i)
    impulses.push_back(impulse_on(begin + static_cast<std::int32_t>(i), -scores[i], QuadClass::verbal_conflict));
  const Day end = begin + static_cast<std::int32_t>(scores.size());
  return -run(model, impulses, std::span(&end, 1)).front().value();
}

TEST(Saturating, RepeatsTheRivalsStatesActByAct) {
  const test::Golden golden("pri/saturating.csv", 400);
  const Saturating model;
  auto state = model.start(Day{0});
  for (std::size_t i = 0; i < golden.size(); ++i) {
    model.advance(state, Day{static_cast<std::int32_t>(i)});
    model.observe(state, impulse_on(state.day, -golden("goldstein", i), QuadClass::verbal_conflict));
    ASSERT_TRUE(test::meets(-*model.level(state), golden("state", i), {1e-12, 1e-13})) << "act " << i;
  }
  EXPECT_TRUE(test::meets(-*model.level(state), 7.704098834263761, {1e-12, 1e-13}));
}

/// The table gives each month's sums of I; one good and one bad act of those sums step the same way.
TEST(Saturating, RepeatsTheRivalsStatesMonthByMonth) {
  const test::Golden golden("pri/monthly.csv", 350);
  std::vector<Impulse> impulses;
  std::vector<Day> month_ends;
  for (std::size_t i = 0; i < golden.size(); ++i) {
    const Period month = parse_period(golden.text("month", i)).value();
    impulses.push_back(impulse_on(month.first, -100 * golden("neg", i), QuadClass::verbal_conflict));
    impulses.push_back(impulse_on(month.first + 20, -100 * golden("pos", i), QuadClass::verbal_cooperation));
    month_ends.push_back(month.last_day());
  }
  const Saturating model({.scale = 0.01, .together = PeriodKind::month});
  const auto levels = run(model, impulses, month_ends);
  for (std::size_t i = 0; i < golden.size(); ++i)
    ASSERT_TRUE(test::meets(-*levels[i], golden("state", i), {1e-12, 1e-13})) << golden.text("month", i);
}

TEST(Saturating, StepsByTheFormula) {
  EXPECT_DOUBLE_EQ(p_after(Saturating(), {-8}), -0.8);
  EXPECT_DOUBLE_EQ(p_after(Saturating({.start = -9}), {-8}), -9);
  EXPECT_DOUBLE_EQ(p_after(Saturating({.start = -9}), {3}), -9 + 2 * 0.3);
  EXPECT_DOUBLE_EQ(p_after(Saturating({.start = 9}), {-3}), 9 - 2 * 0.3);
  EXPECT_DOUBLE_EQ(p_after(Saturating({.limit = 3}), {2, 2}), 0.2 + (3 - 0.2) / 3 * 0.2);
}

TEST(Saturating, IsDrawnToTheShareOfGoodPoints) {
  std::vector<double> scores;
  for (int i = 0; i < 12000; ++i) scores.push_back(i % 4 == 0 ? -1 : 1);
  const double at_rest = 9 * (2 * 0.75 - 1);
  EXPECT_NEAR(p_after(Saturating({.scale = 0.01, .start = -9}), scores), at_rest, 0.03);
  EXPECT_NEAR(p_after(Saturating({.scale = 0.01, .start = 9}), scores), at_rest, 0.03);
}

TEST(Saturating, NeverFades) {
  const std::vector impulses{impulse_on(Day{0}, 6, QuadClass::verbal_conflict)};
  for (const auto together : {std::optional<PeriodKind>(), std::optional(PeriodKind::month)}) {
    const std::array days{Day{0}, Day{1'000'000}};
    const auto levels = run(Saturating({.together = together}), impulses, days);
    EXPECT_EQ(levels[0], levels[1]);
  }
}

TEST(Saturating, OrderMattersActByActAndNotWithinAMonth) {
  EXPECT_NE(p_after(Saturating(), {8, -8}), p_after(Saturating(), {-8, 8}));
  const Saturating monthly({.together = PeriodKind::month});
  EXPECT_DOUBLE_EQ(p_after(monthly, {8, -8}), p_after(monthly, {-8, 8}));
}

TEST(Saturating, AMonthOfTooManyPointsOversteps) {
  EXPECT_GT(p_after(Saturating({.start = 5, .together = PeriodKind::month}), std::vector<double>(31, 10)), 9);
  EXPECT_LT(p_after(Saturating({.start = 5}), std::vector<double>(31, 10)), 9);
}

TEST(Saturating, RefusesWrongParameters) {
  EXPECT_THROW(Saturating({.limit = 0}), std::invalid_argument);
  EXPECT_THROW(Saturating({.scale = -1}), std::invalid_argument);
  EXPECT_THROW(Saturating({.start = 9.5}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
