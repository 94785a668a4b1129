#include "detente/engines/score.hpp"

#include <gtest/gtest.h>

#include "detente/models/decayed_mean.hpp"
#include "detente/models/decayed_sum.hpp"
#include "detente/models/period.hpp"
#include "support/acts.hpp"

namespace detente {
namespace {

using test::act;
using test::by_other_side;
using test::closes;
using test::opens;

Reading reading(std::optional<double> level, std::optional<double> variance = {}, std::optional<double> support = {}) {
  return {level, variance, support};
}

TEST(SidedReadings, BothIsTheMeanOfTheLevels) {
  const SidedReadings readings{{reading(6, 4, 2)}, {reading(2, 8, 3)}};
  const Reading both = readings.of(DirectionChoice::both, 0);
  EXPECT_EQ(both.level, 4);
  EXPECT_EQ(both.variance, 3);  // (4 + 8) / 4
  EXPECT_EQ(both.support, 5);
  EXPECT_EQ(readings.of(DirectionChoice::forward, 0).level, 6);
  EXPECT_EQ(readings.of(DirectionChoice::backward, 0).level, 2);
}

TEST(SidedReadings, BothIsTheOnlyLevelThereIs) {
  EXPECT_EQ((SidedReadings{{reading(6, 4)}, {reading({})}}).of(DirectionChoice::both, 0).level, 6);
  EXPECT_EQ((SidedReadings{{reading(6, 4)}, {reading({})}}).of(DirectionChoice::both, 0).variance, 4);
  EXPECT_EQ((SidedReadings{{reading({})}, {reading(2)}}).of(DirectionChoice::both, 0).level, 2);
  EXPECT_EQ((SidedReadings{{reading({})}, {reading({})}}).of(DirectionChoice::both, 0).level, std::nullopt);
}

TEST(SidedReadings, BothHasNoVarianceIfOneSidesIsUnknown) {
  EXPECT_EQ((SidedReadings{{reading(6, 4)}, {reading(2)}}).of(DirectionChoice::both, 0).variance, std::nullopt);
}

TEST(ImpulsesFor, GoToTheirSides) {
  const std::vector<Act> acts{act(1, "2025-01-01"), by_other_side(act(2, "2025-01-02"))};
  const auto sides = impulses_for(AnyModel(DecayedSum(), "sum"), acts);
  ASSERT_EQ(sides.forward.size(), 1U);
  ASSERT_EQ(sides.backward.size(), 1U);
  EXPECT_EQ(sides.backward[0].key, EventKey{2});
}

TEST(ImpulsesFor, OnlyWhoKnowsMeasuresGetsHolds) {
  const std::vector<Act> acts{opens(1, "2025-01-01"), closes(2, "2025-01-05")};
  const auto holds = [&](const AnyModel& model) {
    const auto all = impulses_for(model, acts).forward;
    return std::count_if(all.begin(), all.end(), [](const Impulse& i) { return i.kind != ImpulseKind::pulse; });
  };
  EXPECT_EQ(holds(AnyModel(DecayedSum(), "sum")), 2);
  EXPECT_EQ(holds(AnyModel(DecayedMean(), "mean")), 0);
  EXPECT_EQ(impulses_for(AnyModel(DecayedMean(), "mean"), acts).forward.size(), 2U);
}

/// A model that counts days of observation.
struct Counter {
  using State = int;
  State start(Day) const { return 0; }
  void advance(State&, Day) const {}
  void observe(State& n, const Impulse&) const { ++n; }
  std::optional<double> level(const State& n) const { return n; }
  bool counts_days() const { return true; }
};

TEST(ImpulsesFor, WhoCountsDaysGetsAnUnknownDayOnItsMiddle) {
  const std::vector<Act> acts{act(1, "2025-01")};
  EXPECT_EQ(impulses_for(AnyModel(Counter(), "counter"), acts).forward.size(), 1U);
  EXPECT_EQ(impulses_for(AnyModel(DecayedSum(), "sum"), acts).forward.size(), 31U);
}

TEST(Score, SpreadsAnUnknownDayEvenly) {
  const std::vector<Act> acts{act(1, "2025-01", 31)};
  const auto readings = score(AnyModel(PeriodSum(PeriodKind::month), "sum"), acts,
                              every_day(test::day("2025-01-01"), test::day("2025-02-02")));
  EXPECT_NEAR(*readings.forward[0].level, 1, 1e-12);
  EXPECT_NEAR(*readings.forward[30].level, 31, 1e-12);
  EXPECT_EQ(readings.forward[31].level, 0);
  EXPECT_EQ(readings.backward[30].level, 0);
}

TEST(EveryDay, IsHalfOpen) {
  EXPECT_EQ(every_day({3}, {5}), (std::vector<Day>{{3}, {4}}));
  EXPECT_TRUE(every_day({5}, {5}).empty());
}

}  // namespace
}  // namespace detente
