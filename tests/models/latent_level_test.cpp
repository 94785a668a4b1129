#include "detente/models/latent_level.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/contracts/run.hpp"
#include "detente/models/catalogue.hpp"
#include "support/misuse.hpp"

namespace detente {
namespace {

static_assert(Model<LatentLevel> && HasVariance<LatentLevel> && HasSupport<LatentLevel> && CountsDays<LatentLevel> &&
              AdditiveInWhole<LatentLevel>);

constexpr double infinity = std::numeric_limits<double>::infinity();

Impulse act(std::int32_t day, double points, double weight = 1, std::uint64_t key = 0) {
  Impulse i;
  i.day = {day};
  i.points = points;
  i.weight = weight;
  i.key = i.opening = {key};
  return i;
}

std::optional<double> level_at(const LatentLevel& model, const std::vector<Impulse>& impulses, std::int32_t day) {
  return run(model, impulses, std::vector<Day>{{day}}).front();
}

// ---- landmarks -----------------------------------------------------------------------------------------------------

TEST(LatentLevel, NothingObservedHasNoLevel) {
  EXPECT_FALSE(level_at(LatentLevel(), {}, 5));
  EXPECT_FALSE(level_at(LatentLevel(), {act(1, 8, 0)}, 5));
  EXPECT_TRUE(level_at(LatentLevel(), {act(1, 8, 0), act(5, 8)}, 5));
}

TEST(LatentLevel, OneActIsShrunkTowardsTheMean) {
  const LatentLevel model({.half_life = 30, .mean = 1, .sd_level = 0.5, .sd_day = 1, .sd_event = 2});
  const double p = model.process().stationary_variance(), h = 1 + 4;
  EXPECT_DOUBLE_EQ(*level_at(model, {act(0, 8)}, 0), 1 + 7 * p / (p + h));
  EXPECT_DOUBLE_EQ(*level_at(model, {act(0, 8)}, 30), 1 + 7 * p / (p + h) / 2);
  EXPECT_NEAR(*level_at(model, {act(0, 8)}, 1'000'000), 1, 1e-12);
}

TEST(LatentLevel, TheLocalLevelTakesTheFirstDayAsItIs) {
  const LatentLevel model({.half_life = infinity, .sd_level = 0.5, .sd_day = 1, .sd_event = 2});
  LatentLevel::State state = model.start({0});
  model.observe(state, act(0, 8));
  EXPECT_EQ(*model.level(state), 8);
  EXPECT_EQ(*model.variance(state), 5);
  model.advance(state, {100});
  EXPECT_EQ(*model.level(state), 8);
  EXPECT_DOUBLE_EQ(*model.variance(state), 5 + 100 * 0.25);
  EXPECT_EQ(model.support(state), 1);
}

TEST(LatentLevel, ADayIsOneObservation) {  // sixty reports of one day say less than sixty days
  const LatentLevel model({.half_life = infinity, .sd_level = 0, .sd_day = 1, .sd_event = 2});
  std::vector<Impulse> together, apart;
  for (std::int32_t i = 0; i < 60; ++i) {
    together.push_back(act(0, i % 2 ? 3 : 1));
    apart.push_back(act(i, i % 2 ? 3 : 1));
  }
  const AnyModel any(model, "");
  const std::vector<Day> at{{59}};
  EXPECT_DOUBLE_EQ(*any.read(together, at)[0].level, 2);
  EXPECT_DOUBLE_EQ(*any.read(together, at)[0].variance, 1 + 4.0 / 60);
  EXPECT_NEAR(*any.read(apart, at)[0].variance, (1 + 4.0) / 60, 1e-12);
}

TEST(LatentLevel, SilenceWidensAndReportsNarrow) {
  const LatentLevel model;
  LatentLevel::State state = model.start({0});
  model.observe(state, act(0, 5));
  const double before = *model.variance(state);
  model.observe(state, act(0, 5));
  EXPECT_LT(*model.variance(state), before);
  const double now = *model.variance(state);
  model.advance(state, {10});
  EXPECT_GT(*model.variance(state), now);
  EXPECT_LE(*model.variance(state), model.process().stationary_variance());
}

TEST(LatentLevel, SupportFadesWithTheHalfLife) {
  const LatentLevel model({.half_life = 10});
  LatentLevel::State state = model.start({0});
  model.observe(state, act(0, 5, 2));
  EXPECT_EQ(model.support(state), 2);
  model.advance(state, {10});
  EXPECT_NEAR(model.support(state), 1, 1e-15);
}

TEST(LatentLevel, ForecastIsWhatAdvancingGives) {
  const LatentLevel model({.half_life = 10, .mean = 2});
  LatentLevel::State state = model.start({0}), later = state;
  model.observe(state, act(0, 5));
  later = state;
  model.advance(later, {700});
  EXPECT_EQ(model.forecast(state, 700).mean, *model.level(later));
  EXPECT_EQ(model.forecast(state, 700).variance, *model.variance(later));
}

// ---- laws ----------------------------------------------------------------------------------------------------------

std::vector<Impulse> arbitrary_impulses() {
  std::vector<Impulse> out;
  std::int32_t day = *rc::gen::inRange(-100, 100);
  const auto size = *rc::gen::inRange<std::uint64_t>(1, 40);
  for (std::uint64_t key = 0; key < size; ++key) {
    day += *rc::gen::element(0, 0, 1, 3, 40, 600);
    out.push_back(act(day, 0.5 * *rc::gen::inRange(-20, 20), *rc::gen::element(0.0, 0.5, 0.7, 1.0, 3.0), key));
  }
  return out;
}

LatentLevelOptions arbitrary_options() {
  return {*rc::gen::element(1.0, 30.0, 2000.0, infinity), *rc::gen::element(0.0, -3.0, 2.5),
          *rc::gen::element(0.0, 0.1, 1.0), *rc::gen::element(0.5, 1.2), *rc::gen::element(0.0, 4.0)};
}

RC_GTEST_PROP(LatentLevel, TheStateGivesTheFiltersLevels, ()) {
  const std::vector<Impulse> impulses = arbitrary_impulses();
  const LatentLevel model(arbitrary_options());
  const DayMeans days = day_means(impulses);
  const FilteredPath path = filter(model, days);
  for (std::size_t d = 0; d < days.size(); ++d) {
    const Day day{static_cast<std::int32_t>(days.time[d])};
    const Reading reading = AnyModel(model, "").read(impulses, std::span(&day, 1)).front();
    RC_ASSERT(std::abs(*reading.level - path.points[d].filtered.mean) < 1e-10);
    RC_ASSERT(std::abs(*reading.variance - path.points[d].filtered.variance) <
              1e-10 * path.points[d].filtered.variance + 1e-300);
  }
}

RC_GTEST_PROP(LatentLevel, SamplingMoreOftenChangesNoBit, ()) {
  const std::vector<Impulse> impulses = arbitrary_impulses();
  const LatentLevel model(arbitrary_options());
  std::vector<Day> every;
  for (Day d = impulses.front().day - 2; d <= impulses.back().day + 2; d = d + 1) every.push_back(d);
  const auto often = run(model, impulses, every);
  const auto once = run(model, impulses, std::span(&every.back(), 1));
  RC_ASSERT(often.back() == once.front());
}

RC_GTEST_PROP(LatentLevel, AnActOfWeightTwoIsTwoActs, ()) {
  const LatentLevel model(arbitrary_options());
  const auto points = *rc::gen::inRange(-9, 10);
  const auto one = level_at(model, {act(0, 1), act(4, points, 2)}, 9);
  const auto two = level_at(model, {act(0, 1), act(4, points), act(4, points)}, 9);
  RC_ASSERT(std::abs(*one - *two) < 1e-12);
}

RC_GTEST_PROP(LatentLevel, ContributionsAndTheMeansRestAreTheLevel, ()) {
  const std::vector<Impulse> impulses = arbitrary_impulses();
  LatentLevelOptions options = arbitrary_options();
  const Day day = impulses.back().day + *rc::gen::element(-30, 0, 12);
  const auto level = level_at(LatentLevel(options), impulses, day.value);
  RC_PRE(level.has_value());
  const auto sum_of = [&] {
    double sum = 0;
    for (const Contribution& c : LatentLevel(options).contributions(impulses, day)) sum += c.total();
    return sum;
  };
  const double sum = sum_of();
  options.mean = 0;  // without a mean to return to, nothing is left over; nor with one that shares do not depend on
  RC_ASSERT(std::abs(sum - sum_of()) < 1e-12);
  RC_ASSERT(std::abs(sum - *level_at(LatentLevel(options), impulses, day.value)) < 1e-9);
}

TEST(LatentLevel, ContributionsAreWhatEachActsPointsAreWorth) {
  const LatentLevel model({.half_life = 20, .mean = 2});
  std::vector<Impulse> impulses{act(0, 4), act(0, -2, 0.5), act(7, 5), act(9, 1, 0)};
  const std::vector<Contribution> parts = model.contributions(impulses, {12});
  const double level = *level_at(model, impulses, 12);
  for (std::size_t i = 0; i < impulses.size(); ++i) {
    std::vector<Impulse> changed = impulses;
    changed[i].points = 0;
    EXPECT_NEAR(level - *level_at(model, changed, 12), parts[i].total(), 1e-12);
  }
  EXPECT_EQ(model.contributions(impulses, {6})[2].total(), 0);
}

// ---- days ----------------------------------------------------------------------------------------------------------

TEST(LatentLevel, SmoothedLevelsLookAhead) {
  const LatentLevel model({.half_life = infinity, .sd_level = 1, .sd_day = 1, .sd_event = 0});
  const std::vector<Impulse> impulses{act(0, 0), act(10, 10)};
  const std::vector<Day> days{{-5}, {0}, {5}, {10}, {20}};
  const std::vector<SmoothPoint> smoothed = smoothed_levels(model, impulses, days);
  EXPECT_NEAR(smoothed[2].mean, 5, 1e-12);  // half-way, by symmetry
  EXPECT_NEAR(smoothed[1].mean, smoothed[0].mean, 1e-12);
  EXPECT_NEAR(smoothed[0].variance, smoothed[1].variance + 5, 1e-12);
  EXPECT_NEAR(smoothed[4].variance, smoothed[3].variance + 10, 1e-12);
  EXPECT_NEAR(smoothed[3].mean, *level_at(model, impulses, 10), 1e-12);
}

// ---- edges, and the catalogue --------------------------------------------------------------------------------------

TEST(LatentLevel, GapsOfAMillionDaysAndConstantSeries) {
  for (const double half_life : {0.01, 30.0, 1e9, infinity}) {
    const LatentLevel model({.half_life = half_life, .sd_level = 0.3});
    const std::vector<Impulse> impulses{act(-1'000'000, 3), act(0, 3), act(0, 3), act(1'000'000, 3)};
    const Reading reading = AnyModel(model, "").read(impulses, std::vector<Day>{{2'000'000'000}}).front();
    EXPECT_TRUE(std::isfinite(*reading.level));
    EXPECT_GT(*reading.variance, 0);
    EXPECT_LE(std::abs(*reading.level), 3 + 1e-12);
  }
}

TEST(LatentLevel, WrongOptionsAreNamed) {
  const auto message = [](const std::string& parameter) {
    try {
      Catalogue::built_in().make("latent_level " + parameter);
    } catch (const std::invalid_argument& e) {
      return std::string(e.what());
    }
    return std::string("no error");
  };
  EXPECT_NE(message("half_life=0").find("half_life"), std::string::npos);
  EXPECT_NE(message("half_life=-inf").find("half_life"), std::string::npos);
  EXPECT_NE(message("half_life=nan").find("half_life"), std::string::npos);
  EXPECT_NE(message("mean=inf").find("mean"), std::string::npos);
  EXPECT_NE(message("sd_level=-1").find("sd_level"), std::string::npos);
  EXPECT_NE(message("sd_day=x").find("sd_day"), std::string::npos);
  EXPECT_NE(message("sd_day=0 sd_event=0").find("sd_event"), std::string::npos);
  EXPECT_NE(message("theta=1").find("half_life, mean, sd_level, sd_day, sd_event"), std::string::npos);
}

TEST(LatentLevel, PrintsAndParses) {
  const Catalogue catalogue = Catalogue::built_in();
  const AnyModel model = catalogue.make("latent_level half_life=inf sd_day=0.5");
  EXPECT_EQ(model.text(), "latent_level half_life=inf mean=0 sd_level=0.3 sd_day=0.5 sd_event=5");
  EXPECT_EQ(catalogue.make(model.text()).text(), model.text());
  EXPECT_TRUE(model.is_additive());
  EXPECT_TRUE(model.has_variance());
  EXPECT_TRUE(model.counts_days());
  EXPECT_FALSE(model.knows_measures());
}

TEST(LatentLevel, TheCataloguesDefaultsAreTheOptions) {
  const LatentLevelOptions standard;
  const AnyModel model = Catalogue::built_in().make("latent_level");
  const std::vector<Impulse> impulses{act(0, 4), act(3, -2)};
  const std::vector<Day> at{{40}};
  EXPECT_EQ(model.read(impulses, at)[0].level, AnyModel(LatentLevel(standard), "").read(impulses, at)[0].level);
  EXPECT_EQ(model.read(impulses, at)[0].variance, AnyModel(LatentLevel(standard), "").read(impulses, at)[0].variance);
}

TEST(LatentLevel, LooksAheadOnly) {
  const LatentLevel model;
  LatentLevel::State state = model.start({20000});
  model.observe(state, act(20000, 5));
  EXPECT_EQ(test::misuse([&] { model.forecast(state, -1); }), "days = -1: is at least 0: a forecast looks ahead");
  EXPECT_TRUE(test::misuse([&] { model.advance(state, {19999}); }).starts_with("day = 2024-10-03"));
  const std::vector<Impulse> late{act(20001, 5), act(20000, 5)};
  const std::vector<Day> day{{20002}}, back{{20003}, {20002}};
  EXPECT_TRUE(test::misuse([&] { model.contributions(late, {20002}); }).starts_with("impulses[1]"));
  EXPECT_TRUE(test::misuse([&] { smoothed_levels(model, late, day); }).starts_with("impulses[1]"));
  EXPECT_TRUE(test::misuse([&] { smoothed_levels(model, {}, back); }).starts_with("days[1]"));
}

}  // namespace
}  // namespace detente
