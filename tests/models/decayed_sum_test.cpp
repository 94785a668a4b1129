#include "detente/models/decayed_sum.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "support/dates.hpp"
#include "support/model_laws.hpp"

namespace detente {
namespace {

using test::any_days;
using test::any_impulses;
using test::pulse;

double level_at(const DecayedSum& model, std::vector<Impulse> impulses, std::int32_t day) {
  std::sort(impulses.begin(), impulses.end(), comes_before);
  return *run(model, impulses, std::vector{Day{day}}).front();
}

DecayedSum any_model() {
  return DecayedSum({*rc::gen::inRange(1, 200) / 4.0, *rc::gen::inRange(1, 200) / 2.0, *rc::gen::inRange(1, 200) / 3.0,
                     *rc::gen::inRange(0, 101) / 100.0, *rc::gen::inRange(0, 101) / 100.0});
}

RC_GTEST_PROP(DecayedSum, ASplitInTimeChangesNoBit, ()) {
  test::a_split_in_time_changes_no_bit(any_model(), *any_impulses(), *any_days(), *any_days());
}
RC_GTEST_PROP(DecayedSum, ContributionsSumToTheLevel, ()) {
  test::contributions_sum_to_the_level(any_model(), *any_impulses(), *any_days());
}
RC_GTEST_PROP(DecayedSum, ScalingScoresScalesLevels, ()) {
  test::scaling_scores_scales_levels(any_model(), *any_impulses(), *any_days(), *rc::gen::inRange(0, 500) / 100.0);
}
RC_GTEST_PROP(DecayedSum, WrappingChangesNoBit, ()) {
  test::wrapping_changes_no_bit(any_model(), *any_impulses(), *any_days());
}

/// The formula, term by term, with no state at all.
RC_GTEST_PROP(DecayedSum, IsTheFormulaForPulses, ()) {
  const DecayedSum model = any_model();
  const auto& o = model.options();
  const auto impulses = as_pulses(*any_impulses());
  const Day t{20900};
  double wanted = 0;
  for (const Impulse& i : impulses) {
    const double h = is_cooperation(i.quad)                 ? o.half_life_cooperation
                     : i.quad == QuadClass::verbal_conflict ? o.half_life_verbal
                                                            : o.half_life_material;
    wanted += (i.points < 0 ? o.omega : 1) * i.points * i.weight * std::exp2(-static_cast<double>(t - i.day) / h);
  }
  RC_ASSERT(std::abs(*run(model, impulses, std::vector{t}).front() - wanted) < 1e-9);
}

TEST(DecayedSum, HasItsLandmarks) {
  const DecayedSum model;
  const std::vector<Impulse> threat{pulse({0}, 6)};
  EXPECT_EQ(level_at(model, threat, 0), 6);
  EXPECT_EQ(level_at(model, threat, 14), 3);
  EXPECT_NEAR(level_at(model, threat, 70), 0.2, 0.02);
  Impulse sanction = pulse({0}, 8, QuadClass::material_conflict);
  sanction.kind = ImpulseKind::hold;
  EXPECT_EQ(level_at(model, {sanction}, 0), 8);
  EXPECT_EQ(level_at(model, {sanction}, 60), 5);
  EXPECT_NEAR(level_at(model, {sanction}, 10000), 2, 1e-12);
}

TEST(DecayedSum, CooperationCountsByOmegaAndHostilityByTheSign) {
  const std::vector<Impulse> both{pulse({0}, 6, QuadClass::verbal_conflict, 1),
                                  pulse({0}, -4, QuadClass::verbal_cooperation, 2)};
  EXPECT_EQ(level_at(DecayedSum(), both, 0), 4);
  EXPECT_EQ(level_at(DecayedSum({.omega = 1}), both, 0), 2);
  EXPECT_EQ(level_at(DecayedSum({.omega = 0}), both, 0), 6);
  // A denial is a cooperative class and a hostile act: its sign says how it counts, its class how it fades.
  EXPECT_EQ(level_at(DecayedSum(), {pulse({0}, 2, QuadClass::verbal_cooperation)}, 30), 1);
}

Impulse effect(std::int32_t day, ImpulseKind kind, std::int32_t since) {
  Impulse i = pulse({day}, 8, QuadClass::material_conflict, 1);
  i.kind = kind;
  i.since = {since};
  return i;
}

TEST(DecayedSum, AReleasedResidueFades) {
  const std::vector<Impulse> measure{effect(0, ImpulseKind::hold, 0), effect(600, ImpulseKind::release, 600)};
  const double faded = 6 * std::exp2(-10.0);
  EXPECT_NEAR(level_at(DecayedSum(), measure, 600), 2 + faded, 1e-12);
  EXPECT_NEAR(level_at(DecayedSum(), measure, 660), 1 + faded / 2, 1e-12);
  EXPECT_NEAR(level_at(DecayedSum(), measure, 100000), 0, 1e-12);
}

TEST(DecayedSum, AfterALiftTheMeasureIsAsIfItHadNeverBeenLifted) {
  const std::vector<Impulse> held{effect(0, ImpulseKind::hold, 0)};
  const std::vector<Impulse> lifted{held[0], effect(100, ImpulseKind::release, 100),
                                    effect(105, ImpulseKind::resume, 100)};
  EXPECT_LT(level_at(DecayedSum(), lifted, 104), level_at(DecayedSum(), held, 104));
  for (const int day : {105, 106, 300, 5000})
    EXPECT_NEAR(level_at(DecayedSum(), lifted, day), level_at(DecayedSum(), held, day), 1e-12) << day;
}

TEST(DecayedSum, OpenedAndClosedOnOneDayIsAPlainAct) {
  const std::vector<Impulse> measure{effect(0, ImpulseKind::hold, 0), effect(0, ImpulseKind::release, 0)};
  const std::vector<Impulse> act{pulse({0}, 8, QuadClass::material_conflict)};
  for (const int day : {0, 1, 60, 500})
    EXPECT_NEAR(level_at(DecayedSum(), measure, day), level_at(DecayedSum(), act, day), 1e-12) << day;
}

TEST(DecayedSum, HeatFadesEverythingInFourteenDays) {
  const DecayedSum heat = DecayedSum({.half_life_material = 90, .omega = 0.3, .residue = 0.5}).heat();
  EXPECT_EQ(level_at(heat, {effect(0, ImpulseKind::hold, 0)}, 14), 4);
  EXPECT_EQ(level_at(heat, {pulse({0}, -10, QuadClass::material_cooperation)}, 14), -1.5);
  EXPECT_EQ(level_at(heat, {effect(0, ImpulseKind::hold, 0), effect(14, ImpulseKind::release, 14)}, 14), 4);
}

TEST(DecayedSum, AGapOfAMillionDaysLeavesZero) {
  const std::vector<Impulse> impulses{pulse({0}, 6), pulse({0}, -3, QuadClass::verbal_cooperation)};
  EXPECT_EQ(level_at(DecayedSum(), impulses, 1'000'000), 0);
}

TEST(DecayedSum, WithoutImpulsesOrWithWeightZeroItIsZero) {
  EXPECT_EQ(level_at(DecayedSum(), {}, 5), 0);
  Impulse nothing = pulse({0}, 6);
  nothing.weight = 0;
  EXPECT_EQ(level_at(DecayedSum(), {nothing}, 5), 0);
}

TEST(DecayedSum, SupportIsTheFadedWeightOfTheActs) {
  const DecayedSum model;
  auto state = model.start({0});
  model.observe(state, pulse({0}, 6));
  model.observe(state, effect(0, ImpulseKind::hold, 0));
  EXPECT_EQ(model.support(state), 2);
  model.advance(state, {14});
  EXPECT_NEAR(model.support(state), 0.5 + std::exp2(-14.0 / 60), 1e-15);
}

std::string refusal(const DecayedSumOptions& options) {
  try {
    DecayedSum{options};
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "accepted";
}

TEST(DecayedSum, RefusalsNameParameterValueAndRange) {
  EXPECT_EQ(refusal({.half_life_verbal = 0}), "half_life_verbal = 0: is above 0 days");
  EXPECT_EQ(refusal({.half_life_material = -1}), "half_life_material = -1: is above 0 days");
  EXPECT_EQ(refusal({.half_life_cooperation = std::numeric_limits<double>::quiet_NaN()}),
            "half_life_cooperation = nan: is above 0 days");
  EXPECT_EQ(refusal({.omega = 1.5}), "omega = 1.5: must be within 0 to 1");
  EXPECT_EQ(refusal({.residue = -0.1}), "residue = -0.1: must be within 0 to 1");
  EXPECT_EQ(refusal({.half_life_verbal = std::numeric_limits<double>::infinity()}), "accepted");
}

}  // namespace
}  // namespace detente
