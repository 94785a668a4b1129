#include "detente/models/two_speed.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "detente/engines/score.hpp"
#include "detente/models/catalogue.hpp"
#include "support/dates.hpp"
#include "support/misuse.hpp"
#include "support/model_laws.hpp"

namespace detente {
namespace {

using test::any_days;
using test::any_impulses;
using test::pulse;

static_assert(SumOfFunctions<TwoSpeed> && PoolsSides<TwoSpeed> && WarmsUp<TwoSpeed> && HasSupport<TwoSpeed>);
static_assert(HasHeat<TwoSpeed> && !InForceAware<TwoSpeed> && !Additive<TwoSpeed>);

TwoSpeed any_model() {
  return TwoSpeed({.rho = *rc::gen::inRange(0, 30) / 10.0,
                   .kappa = *rc::gen::inRange(1, 200) / 8.0,
                   .lambda = *rc::gen::inRange(0, 101) / 100.0,
                   .half_life_acute = *rc::gen::inRange(1, 200) / 4.0,
                   .half_life_chronic = *rc::gen::inRange(1, 500) / 2.0});
}

std::vector<Impulse> any_pulses() { return as_pulses(*any_impulses()); }

RC_GTEST_PROP(TwoSpeed, ASplitInTimeChangesNoBit, ()) {
  test::a_split_in_time_changes_no_bit(any_model(), any_pulses(), *any_days(), *any_days());
}
RC_GTEST_PROP(TwoSpeed, WrappingChangesNoBit, ()) {
  test::wrapping_changes_no_bit(any_model(), any_pulses(), *any_days());
}

/// The formula, term by term, with no state at all.
double by_formula(const TwoSpeedOptions& o, const std::vector<Impulse>& impulses, Day t) {
  double level = 0;
  for (const auto& [h, b] :
       {std::pair(o.half_life_acute, o.weight_acute), std::pair(o.half_life_chronic, o.weight_chronic)}) {
    double hostile = 0, cooperative = 0, all = 0;
    for (const Impulse& i : impulses) {
      if (i.day > t) continue;
      const double k = i.weight * std::exp2(-static_cast<double>(t - i.day) / h);
      (i.points > 0 ? hostile : cooperative) += std::abs(i.points) * k;
      all += k;
    }
    const double strain = std::log(1 + std::max(0.0, hostile - o.rho * all) / o.kappa);
    level += b * (strain - o.lambda * std::log(1 + cooperative / o.kappa));
  }
  return level;
}
RC_GTEST_PROP(TwoSpeed, IsTheFormula, ()) {
  const TwoSpeed model = any_model();
  const auto impulses = any_pulses();
  const Day t{*rc::gen::inRange(20000, 21000)};
  RC_ASSERT(std::abs(*run(model, impulses, std::vector{t}).front() - by_formula(model.options(), impulses, t)) < 1e-9);
}

RC_GTEST_PROP(TwoSpeed, TheOrderOfADayDoesNotMatter, ()) {
  const TwoSpeed model = any_model();
  auto impulses = any_pulses();
  const auto days = *any_days();
  const auto before = run(model, impulses, days);
  for (Impulse& i : impulses) i.key = {*rc::gen::arbitrary<std::uint64_t>()};
  std::sort(impulses.begin(), impulses.end(), comes_before);
  const auto after = run(model, impulses, days);
  for (std::size_t i = 0; i < days.size(); ++i) RC_ASSERT(std::abs(*before[i] - *after[i]) < 1e-11);
}

/// Contributions sum to the level, and changes to its change, whatever the signs of the sums on the way.
RC_GTEST_PROP(TwoSpeed, IsSharedOutWithoutRemainder, ()) {
  const TwoSpeed model = any_model();
  const AnyModel any(model, "two_speed");
  const auto impulses = any_pulses();
  const Day from{*rc::gen::inRange(19990, 20900)};
  const Day to = from + *rc::gen::inRange(0, 400);
  const auto levels = run(model, impulses, std::vector{from, to});
  double level = 0, change = 0;
  for (const Contribution& c : any.contributions(impulses, to)) level += c.total();
  for (const Contribution& c : any.changes(impulses, from, to)) change += c.total();
  RC_ASSERT(std::abs(level - *levels[1]) < 1e-9);
  RC_ASSERT(std::abs(change - (*levels[1] - *levels[0])) < 1e-9);
}

TEST(TwoSpeed, SlopesByTheSidesOfNothing) {
  const TwoSpeed model({.kappa = 2, .weight_acute = 1});
  EXPECT_EQ(model.slope(0, -3, -1), 0);
  EXPECT_EQ(model.slope(0, -3, -3), 0);
  EXPECT_EQ(model.slope(0, 2, 2), 0.25);  // the derivative, 1 / (2 + 2)
  EXPECT_NEAR(model.slope(0, 0, 2), std::log(2) / 2, 1e-15);
  EXPECT_NEAR(model.slope(0, -2, 2), std::log(2) / 4, 1e-15);  // across: the plain secant
  EXPECT_NEAR(model.slope(0, 2, -2), std::log(2) / 4, 1e-15);
  EXPECT_NEAR(model.slope(0, 2, 6), std::log(2) / 4, 1e-15);
  EXPECT_NEAR(model.slope(0, 1e6, 1e6 + 1e-6), 1 / (2 + 1e6), 1e-18);  // where a difference of logarithms is noise
  EXPECT_NEAR(model.slope(1, 0, 2), -0.25 * std::log(2) / 2, 1e-15);
}

/// A hostile act adds x − ρ, any other −ρ, and a cooperative one enters C.
TEST(TwoSpeed, SharesOfAnAct) {
  const TwoSpeed model;
  const auto state = model.start({28});
  using Four = std::array<double, 4>;
  const auto rounded = [](double v) { return std::round(v * 1e6) / 1e6; };
  const auto of = [&](double points, int day) {
    Four out = model.shares(state, pulse({day}, points));
    for (double& v : out) v = rounded(v);
    return out;
  };
  const double c = rounded(std::exp2(-14.0 / 120) * 7.75);
  EXPECT_EQ(of(8, 14), (Four{3.875, 0, c, 0}));
  EXPECT_EQ(of(0, 28), (Four{-0.25, 0, -0.25, 0}));
  EXPECT_EQ(of(-4, 28), (Four{-0.25, 4, -0.25, 4}));
  EXPECT_EQ(of(8, 29), (Four{}));
}

double index_at(const std::vector<Impulse>& impulses, std::int32_t day) {
  return 50 + 6 * *run(TwoSpeed(), impulses, std::vector{Day{day}}).front();
}

TEST(TwoSpeed, HasTheLandmarksOfItsHeader) {
  const std::vector<Impulse> clash{pulse({0}, 8)};
  EXPECT_NEAR(index_at(clash, 0), 61.4, 0.05);
  EXPECT_NEAR(index_at(clash, 14), 60.3, 0.05);
  EXPECT_NEAR(index_at(clash, 60), 57.7, 0.05);
  EXPECT_NEAR(index_at(clash, 730), 50.3, 0.05);
  EXPECT_EQ(index_at({}, 0), 50);
  EXPECT_LT(index_at({pulse({0}, -8)}, 0), 50);
  EXPECT_LT(index_at({pulse({0}, -8)}, 0), index_at({pulse({0}, -8)}, 200));  // silence raises it from below
}

TEST(TwoSpeed, HeatIsTheAcutePartAlone) {
  const std::vector<Impulse> acts{pulse({0}, 8), pulse({40}, -3, QuadClass::verbal_cooperation, 2)};
  const TwoSpeed model;
  std::size_t states = 0;
  run_states(model, acts, std::vector{Day{50}}, [&](std::size_t, const auto& state) {
    ++states;
    const auto now = model.parts(state)[TwoSpeed::acute];
    EXPECT_EQ(model.heat().level(state), 0.26 * (now.strain - 0.25 * now.relief));
  });
  EXPECT_EQ(states, 1U);
}

TEST(TwoSpeed, ShowsItsParts) {
  const TwoSpeed model;
  auto state = model.start({0});
  model.observe(state, pulse({0}, 8));
  model.observe(state, pulse({0}, -6));
  model.advance(state, {120});
  const auto [now, chronic] = model.parts(state);
  EXPECT_EQ(now.half_life, 14);
  EXPECT_EQ(chronic.half_life, 120);
  EXPECT_EQ(chronic.hostile, 4);
  EXPECT_EQ(chronic.cooperative, 3);
  EXPECT_EQ(chronic.events, 1);
  EXPECT_EQ(chronic.net, 3.75);
  EXPECT_EQ(chronic.strain, std::log1p(3.75 / 2));
  EXPECT_EQ(chronic.relief, std::log1p(1.5));
  EXPECT_EQ(model.support(state), 1);
}

/// How many index points the chronic part lacks after so many days of steady reports.
double lacking(std::int32_t days, int every, double points) {
  const TwoSpeed model({.weight_acute = 0});
  std::vector<Impulse> steady;
  for (int day = 0; day < 3000; day += every) steady.push_back(pulse({day}, points));
  const Day end = steady.back().day;
  const auto seen = std::vector(steady.end() - days / every, steady.end());
  const std::vector at{end};
  return 6 * (*run(model, steady, at).front() - *run(model, seen, at).front());
}

/// At most −6 b ln(1 − 2^(−d/120)), where reports are many; less where they are few.
TEST(TwoSpeed, ReadsLowWhileItWarmsUp) {
  const std::vector<std::pair<int, double>> many{{30, 10.4}, {60, 6.9}, {120, 3.9}, {240, 1.6}, {360, 0.8}};
  for (const auto& [days, points] : many) EXPECT_NEAR(lacking(days, 1, 8), points, 0.1) << days;
  const std::vector<std::pair<int, double>> few{{30, 9.6}, {60, 6.5}, {120, 3.7}, {240, 1.6}, {360, 0.7}};
  for (const auto& [days, points] : few) EXPECT_NEAR(lacking(days, 10, 4), points, 0.05) << days;
}

Act act_of(std::uint64_t key, std::int32_t day, double points, Direction direction) {
  Act act;
  act.key = {key};
  act.date = DateSpan::on({day});
  act.points = points;
  act.direction = direction;
  return act;
}

RC_GTEST_PROP(TwoSpeed, IfBothDoTheSameAllThreeAreEqual, ()) {
  std::vector<Act> acts;
  for (const Act& act : *test::any_acts()) {
    acts.push_back(act);
    acts.back().direction = Direction::forward;
    acts.push_back(acts.back());
    acts.back().direction = Direction::backward;
  }
  const std::vector<Day> days = *any_days();
  const SidedReadings readings = score(Catalogue::built_in().make("two_speed"), acts, days);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const double both = *readings.of(DirectionChoice::both, i).level;
    RC_ASSERT(std::abs(*readings.of(DirectionChoice::forward, i).level - both) < 1e-12);
    RC_ASSERT(std::abs(*readings.of(DirectionChoice::backward, i).level - both) < 1e-12);
  }
}

/// A side is as if the other did the same; both are the sum, which is not the mean of the two.
TEST(TwoSpeed, PoolsItsSides) {
  const std::vector<Act> acts{act_of(1, 0, 8, Direction::forward), act_of(2, 0, 3, Direction::backward)};
  const std::vector days{Day{10}};
  const AnyModel model = Catalogue::built_in().make("two_speed");
  const SidedReadings readings = score(model, acts, days);
  const auto alone = [&](std::vector<Impulse> impulses) { return model.read(impulses, days).front().level; };
  EXPECT_EQ(readings.of(DirectionChoice::both, 0).level, alone({pulse({0}, 8, {}, 1), pulse({0}, 3, {}, 2)}));
  EXPECT_EQ(readings.of(DirectionChoice::forward, 0).level, alone({pulse({0}, 8, {}, 1), pulse({0}, 8, {}, 2)}));
  EXPECT_EQ(readings.of(DirectionChoice::backward, 0).level, alone({pulse({0}, 3, {}, 1), pulse({0}, 3, {}, 2)}));
  const double mean = (*readings.forward[0].level + *readings.backward[0].level) / 2;
  EXPECT_GT(std::abs(*readings.both[0].level - mean), 0.01);
  for (const DirectionChoice one : {DirectionChoice::both, DirectionChoice::forward, DirectionChoice::backward})
    EXPECT_EQ(score(model, acts, days, one).of(one, 0).level, readings.of(one, 0).level);
}

TEST(TwoSpeed, RefusesValuesOutOfRange) {
  EXPECT_EQ(test::misuse([] { TwoSpeed({.rho = -1}); }), "rho = -1: is at least 0 points");
  EXPECT_EQ(test::misuse([] { TwoSpeed({.kappa = 0}); }), "kappa = 0: is above 0 points");
  EXPECT_EQ(test::misuse([] { TwoSpeed({.half_life_acute = 0}); }), "half_life_acute = 0: is above 0 days");
  EXPECT_EQ(test::misuse([] { TwoSpeed({.half_life_chronic = -1}); }), "half_life_chronic = -1: is above 0 days");
  EXPECT_TRUE(test::misuse([] { TwoSpeed({.lambda = 2}); }).starts_with("lambda = 2"));
  EXPECT_TRUE(test::misuse([] { TwoSpeed({.weight_chronic = -1}); }).starts_with("weight_chronic = -1"));
}

TEST(TwoSpeed, ItsEnvelopeVariesTheSourcesParameters) {
  std::vector<std::string> changes;
  for (const auto& v : Catalogue::built_in().variants("two_speed rho=0.85 kappa=25")) changes.push_back(v.change);
  EXPECT_EQ(changes, (std::vector<std::string>{"half-lives x 0.5", "half-lives x 2", "rho=0.75", "rho=0.95",
                                               "kappa=12.5", "kappa=50"}));
}

}  // namespace
}  // namespace detente
