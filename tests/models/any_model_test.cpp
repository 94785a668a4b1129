#include "detente/models/any_model.hpp"

#include <gtest/gtest.h>

#include "detente/models/decayed_mean.hpp"
#include "detente/models/decayed_sum.hpp"
#include "detente/models/period.hpp"
#include "support/impulses.hpp"
#include "support/misuse.hpp"

namespace detente {
namespace {

using test::pulse;

static_assert(Model<AnyModel>);
static_assert(std::regular<AnyModel::State>);
static_assert(Model<DecayedSum> && InForceAware<DecayedSum> && Additive<DecayedSum> && HasHeat<DecayedSum>);
static_assert(!HasVariance<DecayedSum> && !Periodic<DecayedSum> && !CountsDays<DecayedSum>);
static_assert(Model<DecayedMean> && HasVariance<DecayedMean> && Additive<DecayedMean> && !InForceAware<DecayedMean>);
static_assert(Model<PeriodMean> && Periodic<PeriodMean> && Additive<PeriodMean> && HasSupport<PeriodMean>);

/// The least that a model needs: the number of impulses so far, and nothing before the first.
struct Counter {
  using State = int;
  State start(Day) const { return 0; }
  void advance(State&, Day) const {}
  void observe(State& n, const Impulse&) const { ++n; }
  std::optional<double> level(const State& n) const { return n > 0 ? std::optional<double>(n) : std::nullopt; }
};

/// A model of the whole path: what is yet to come.
struct Remaining {
  std::vector<std::optional<double>> levels(const Path& path) const {
    std::vector<std::optional<double>> out;
    for (const Day day : path.days)
      out.push_back(static_cast<double>(
          std::count_if(path.impulses.begin(), path.impulses.end(), [&](const Impulse& i) { return i.day > day; })));
    return out;
  }
};
static_assert(PathModel<Remaining> && !Model<Remaining>);

TEST(AnyModel, SaysWhichRefinementsTheWrappedModelHas) {
  const AnyModel sum(DecayedSum(), "decayed_sum");
  EXPECT_TRUE(sum.knows_measures() && sum.is_additive() && sum.heat());
  EXPECT_FALSE(sum.has_variance() || sum.counts_days() || sum.periodic());
  EXPECT_EQ(sum.heat()->text(), "heat of decayed_sum");
  const AnyModel mean(PeriodMean(PeriodKind::week), "period_mean every=week");
  EXPECT_TRUE(mean.has_variance() && mean.is_additive());
  EXPECT_EQ(mean.periodic(), PeriodKind::week);
  EXPECT_FALSE(mean.knows_measures() || mean.heat());
  const AnyModel counter(Counter(), "counter");
  EXPECT_FALSE(counter.knows_measures() || counter.counts_days() || counter.has_variance() || counter.is_additive() ||
               counter.periodic() || counter.heat());
}

/// Gives one level, whatever it is asked for.
struct OneAnswer {
  std::vector<std::optional<double>> levels(const Path&) const { return {1.0}; }
};

TEST(AnyModel, AModelThatLeavesDaysUnansweredIsRefused) {
  const std::vector<Day> days{{1}, {2}, {3}};
  EXPECT_EQ(test::misuse([&] { AnyModel(OneAnswer(), "one").read({}, days); }),
            "answers of the model = 1: are as many as asked for, 3");
}

TEST(AnyModel, OnlyAnAdditiveModelHasContributions) {
  const std::vector<Impulse> impulses{pulse({0}, 6), pulse({14}, 4), pulse({20}, 1)};
  const auto parts = AnyModel(DecayedSum(), "sum").contributions(impulses, {14});
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].total(), 3);
  EXPECT_EQ(parts[1].total(), 4);
  EXPECT_EQ(parts[2].total(), 0);  // after the day
  EXPECT_THROW(AnyModel(Counter(), "counter").contributions(impulses, {14}), std::logic_error);
}

TEST(AnyModel, StateIsAValue) {
  const AnyModel model(DecayedSum(), "sum");
  AnyModel::State a = model.start({0});
  AnyModel::State b = a;
  EXPECT_EQ(a, b);
  model.observe(b, pulse({0}, 6));
  EXPECT_NE(a, b);
  EXPECT_EQ(model.level(a), 0);
  a = b;
  EXPECT_EQ(a, b);
  const AnyModel::State moved = std::move(b);
  EXPECT_EQ(moved, a);
  EXPECT_EQ(AnyModel::State(), AnyModel::State());
  EXPECT_NE(AnyModel::State(), a);
  a = *&a;
  EXPECT_EQ(moved, a);
}

TEST(AnyModel, StatesOfDifferentModelsDiffer) {
  EXPECT_NE(AnyModel(DecayedSum(), "sum").start({0}), AnyModel(DecayedMean(), "mean").start({0}));
  EXPECT_EQ(AnyModel(DecayedSum(), "a").start({0}), AnyModel(DecayedSum({.omega = 1}), "b").start({0}));
}

TEST(AnyModel, AMissingLevelStaysMissing) {
  const auto readings = AnyModel(Counter(), "counter").read(std::vector{pulse({5}, 1)}, std::vector<Day>{{4}, {5}});
  EXPECT_EQ(readings[0].level, std::nullopt);
  EXPECT_EQ(readings[1].level, 1);
  EXPECT_EQ(readings[1].support, std::nullopt);
}

TEST(AnyModel, APathModelSeesTheWholePathAndIsStreamedByReplay) {
  const AnyModel model(Remaining(), "remaining");
  const std::vector<Impulse> impulses{pulse({1}, 1), pulse({3}, 1)};
  const std::vector<Day> days{{0}, {1}, {2}, {3}};
  const auto whole = model.read(impulses, days);
  EXPECT_EQ(whole[0].level, 2);
  EXPECT_EQ(whole[2].level, 1);
  EXPECT_EQ(run(Remaining(), impulses, days)[2], 1);
  auto state = model.start({0});
  model.advance(state, {1});
  model.observe(state, impulses[0]);
  EXPECT_EQ(model.level(state), 0);  // a replay knows only what has arrived
  const auto copy = state;
  EXPECT_EQ(copy, state);
}

TEST(AnyModel, AHistoryReadInPartsIsTheHistory) {
  const std::vector<Impulse> impulses{pulse({0}, 6), pulse({14}, 4), pulse({14}, 2, {}, 2), pulse({20}, 1)};
  const std::vector<Day> days{{0}, {10}, {14}, {19}, {20}, {40}};
  const AnyModel model(DecayedSum(), "sum");
  const auto whole = model.read(impulses, days);
  std::vector<Reading> parts;
  AnyModel::State state = model.start(days[0]);
  const auto seen = std::span(impulses);
  state = model.read_on(state, seen.first(1), std::span(days).first(2), parts);
  state = model.read_on(state, seen.subspan(1), std::span(days).subspan(2), parts);
  ASSERT_EQ(parts.size(), whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) EXPECT_EQ(parts[i].level, whole[i].level) << i;
  EXPECT_THROW(model.read_on(state, seen.first(1), days, parts), std::invalid_argument);
}

TEST(AnyModel, FirstContributionsAreThoseOfTheNextDayAsked) {
  const std::vector<Impulse> impulses{pulse({0}, 6), pulse({14}, 4), pulse({20}, 1), pulse({50}, 1)};
  const std::vector<Day> days{{0}, {15}, {40}};
  const AnyModel model(DecayedSum(), "sum");
  const auto first = model.first_contributions(impulses, days);
  EXPECT_EQ(first[0].total(), model.contributions(impulses, {0})[0].total());
  EXPECT_EQ(first[1].total(), model.contributions(impulses, {15})[1].total());
  EXPECT_EQ(first[2].total(), model.contributions(impulses, {40})[2].total());
  EXPECT_EQ(first[3].total(), 0);
}

}  // namespace
}  // namespace detente
