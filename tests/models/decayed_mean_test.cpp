#include "detente/models/decayed_mean.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/model_laws.hpp"

namespace detente {
namespace {

using test::any_days;
using test::any_impulses;
using test::pulse;

DecayedMean any_model() { return DecayedMean({*rc::gen::inRange(1, 400) / 4.0, *rc::gen::inRange(0, 40) / 8.0}); }
std::vector<Impulse> any_pulses() { return as_pulses(*any_impulses()); }

std::optional<double> level_at(const DecayedMean& model, const std::vector<Impulse>& impulses, std::int32_t day) {
  return run(model, impulses, std::vector{Day{day}}).front();
}

RC_GTEST_PROP(DecayedMean, ASplitInTimeChangesNoBit, ()) {
  test::a_split_in_time_changes_no_bit(any_model(), any_pulses(), *any_days(), *any_days());
}
RC_GTEST_PROP(DecayedMean, ContributionsSumToTheLevel, ()) {
  test::contributions_sum_to_the_level(any_model(), any_pulses(), *any_days());
}
RC_GTEST_PROP(DecayedMean, ScalingScoresScalesLevels, ()) {
  test::scaling_scores_scales_levels(any_model(), any_pulses(), *any_days(), *rc::gen::inRange(-500, 500) / 100.0);
}
RC_GTEST_PROP(DecayedMean, WrappingChangesNoBit, ()) {
  test::wrapping_changes_no_bit(any_model(), any_pulses(), *any_days());
}

RC_GTEST_PROP(DecayedMean, IsTheFormula, ()) {
  const DecayedMean model = any_model();
  const auto impulses = any_pulses();
  const Day t{20750};
  double sum = 0, weight = model.options().prior, observed = 0;
  for (const Impulse& i : impulses) {
    const double k = std::exp2(-static_cast<double>(t - i.day) / model.options().half_life);
    sum += i.weight * i.points * k;
    weight += i.weight * k;
    observed += i.weight;
  }
  RC_PRE(observed > 0 && weight > 1e-6);
  RC_ASSERT(std::abs(*run(model, impulses, std::vector{t}).front() - sum / weight) < 1e-9);
}

TEST(DecayedMean, HasItsLandmarks) {
  const std::vector<Impulse> act{pulse({0}, 8)};
  EXPECT_EQ(level_at(DecayedMean(), act, -1), std::nullopt);
  EXPECT_EQ(level_at(DecayedMean(), act, 0), 4);
  EXPECT_NEAR(*level_at(DecayedMean(), act, 30), 8 * 0.5 / 1.5, 1e-15);
  EXPECT_EQ(level_at(DecayedMean(), act, 1'000'000), 0);
}

TEST(DecayedMean, WithoutAPriorItNeverFades) {
  const DecayedMean model({.half_life = 30, .prior = 0});
  EXPECT_EQ(level_at(model, {pulse({0}, 8)}, 0), 8);
  EXPECT_NEAR(*level_at(model, {pulse({0}, 8)}, 30000), 8, 1e-9);
  EXPECT_EQ(level_at(model, {pulse({0}, 8)}, 1'000'000), std::nullopt);
}

TEST(DecayedMean, AWeightOfZeroIsNoObservation) {
  Impulse nothing = pulse({0}, 8);
  nothing.weight = 0;
  EXPECT_EQ(level_at(DecayedMean(), {nothing}, 0), std::nullopt);
  EXPECT_EQ(level_at(DecayedMean({.prior = 0}), {nothing}, 0), std::nullopt);
}

TEST(DecayedMean, VarianceIsTheSquaredStandardErrorShrunkByThePrior) {
  const DecayedMean model({.prior = 2});
  auto state = model.start({0});
  model.observe(state, pulse({0}, 2));
  EXPECT_EQ(model.variance(state), std::nullopt);
  model.observe(state, pulse({0}, 4));
  EXPECT_NEAR(model.variance(state).value(), 1 * 0.25, 1e-12);
}

TEST(DecayedMean, MoreNewsOfTheSameKindMovesItLittle) {
  const DecayedMean model;
  const std::vector<Impulse> few(10, pulse({0}, 5)), many(100, pulse({0}, 5));
  EXPECT_LT(*level_at(model, many, 0) / *level_at(model, few, 0), 1.1);
}

TEST(DecayedMean, RefusesOptionsOutOfRange) {
  EXPECT_THROW(DecayedMean({.half_life = 0}), std::invalid_argument);
  EXPECT_THROW(DecayedMean({.prior = -1}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
