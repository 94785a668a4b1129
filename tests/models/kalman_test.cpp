#include "detente/models/kalman.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/columns.hpp"

namespace detente {
namespace {

using test::Columns;
using test::matches;
using test::Tolerance;

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

struct Data {
  std::vector<double> time, value, variance;
  operator Observations() const { return {time, value, variance}; }  // NOLINT(google-explicit-constructor)
};

std::vector<double> squared(std::vector<double> sd) {
  for (double& s : sd) s *= s;
  return sd;
}

/// `h`: one variance for all; without it the file has a column sd.
Data read(const std::string& name, std::optional<double> h = {}) {
  const Columns columns("statespace/" + name + ".csv");
  return {columns["t"], columns["y"], h ? std::vector<double>(columns.rows(), *h) : squared(columns["sd"])};
}

// ---- reference values ----------------------------------------------------------------------------------------------

constexpr Tolerance likelihood{1e-10, 1e-6}, states{1e-7, 1e-7}, variances{1e-7, 1e-9};

struct Golden {
  const char* name;
  const char* data;
  std::optional<double> h;
  MeanReversion process;
  double predicted, all;  ///< log-likelihood with either constant
  std::size_t diffuse;
};

// KFAS 1.6.0; synth_* held to a 120-digit reference. R's StructTS (a wide but proper start, −643.20 on the Nile) and
// statsmodels' default (its approximate diffuse start) give other numbers; neither is the exact limit.
const Golden golden[] = {
    {"nile_level_fixed", "nile", 15099, {0, 0, 1469.1}, -632.545625115673, -633.464563648878, 1},
    {"nile_level_missing", "nile_missing", 15099, {0, 0, 1469.1}, -380.587062775303, -381.506001308508, 1},
    {"nile_level_mle", "nile", 15098.5162860222, {0, 0, 1469.17653767841}, -632.545625103041, -633.464563636246, 1},
    {"synth_level", "synth", {}, {0, 0, 0.1225}, -9418.72731084376, -9419.64624937709, 1},
    {"synth_ou", "synth", {}, {0.0166666666666667, 0, 0.5}, -9850.639304397104, -9850.639304397104, 0},
};

class KalmanGolden : public ::testing::TestWithParam<Golden> {};

TEST_P(KalmanGolden, LikelihoodUnderBothConventions) {
  const Golden& g = GetParam();
  const Data data = read(g.data, g.h);
  EXPECT_TRUE(matches(log_likelihood(g.process, data), g.predicted, likelihood));
  EXPECT_TRUE(matches(log_likelihood(g.process, data, Constants::all), g.all, likelihood));
  EXPECT_TRUE(matches(filter(g.process, data).log_likelihood, g.predicted, likelihood));
}

TEST_P(KalmanGolden, FilteredAndSmoothed) {
  const Golden& g = GetParam();
  const Data data = read(g.data, g.h);
  const Columns expected("statespace/" + std::string(g.name) + ".csv");
  const FilteredPath path = filter(g.process, data);
  const std::vector<SmoothPoint> smoothed = smooth(path);
  for (std::size_t r = 0; r < expected.rows(); ++r) {
    const auto i = static_cast<std::size_t>(expected["row"][r]);
    SCOPED_TRACE("row " + std::to_string(i));
    EXPECT_TRUE(matches(path.points[i].filtered.mean, expected["filtered1"][r], states));
    EXPECT_TRUE(matches(path.points[i].filtered.variance, expected["filtered_var1"][r], variances));
    EXPECT_TRUE(matches(smoothed[i].mean, expected["smoothed1"][r], states));
    EXPECT_TRUE(matches(smoothed[i].variance, expected["smoothed_var1"][r], variances));
  }
}

INSTANTIATE_TEST_SUITE_P(All, KalmanGolden, ::testing::ValuesIn(golden),
                         [](const auto& one) { return one.param.name; });

TEST(Kalman, InnovationsOfTheNile) {
  const FilteredPath path = filter({0, 0, 1469.1}, read("nile", 15099));
  const Columns expected("statespace/nile_level_fixed.csv");
  EXPECT_FALSE(path.points[0].has_innovation());  // nothing predicts the first
  for (std::size_t i = 1; i < expected.rows(); ++i) {
    EXPECT_TRUE(matches(path.points[i].innovation, expected["innovation"][i], states));
    EXPECT_TRUE(matches(path.points[i].innovation_variance, expected["innovation_var"][i], variances));
  }
  // statsmodels 0.13.5, use_exact_diffuse
  EXPECT_TRUE(matches(path.points[1].standardised(), 0.22477905682290023, {1e-8, 1e-9}));
  EXPECT_TRUE(matches(path.points[42].standardised(), -2.789192715827969, {1e-8, 1e-9}));
  EXPECT_TRUE(matches(path.points[90].standardised(), 0.9125868178353563, {1e-8, 1e-9}));
}

TEST(Kalman, ForecastOfTheNile) {  // forecast/local_level: of an observation, so its variance is added
  const FilteredPath path = filter({0, 0, 1469.1}, read("nile", 15099));
  EXPECT_TRUE(matches(forecast(path, 1).mean, 798.3702926083578, {1e-8, 1e-9}));
  EXPECT_TRUE(matches(std::sqrt(forecast(path, 1).variance + 15099), 143.52789952413102, {1e-8, 1e-9}));
  EXPECT_TRUE(matches(std::sqrt(forecast(path, 12).variance + 15099), 191.7299088348217, {1e-8, 1e-9}));
  EXPECT_EQ(forecast(path, 0).variance, path.points.back().filtered.variance);
}

TEST(Kalman, TheDamOfAswanIsTheLargestShift) {  // Durbin & Koopman 2012, 2.6.1: the break of 1899
  const Data nile = read("nile", 15099);
  const std::vector<SmoothPoint> smoothed = smooth({0, 0, 1469.1}, nile);
  const auto larger = [](const SmoothPoint& a, const SmoothPoint& b) { return std::abs(a.shift) < std::abs(b.shift); };
  const auto largest = std::max_element(smoothed.begin() + 1, smoothed.end(), larger);
  EXPECT_EQ(nile.time[static_cast<std::size_t>(largest - smoothed.begin())], 1899);
  EXPECT_NEAR(largest->shift, -3.1, 0.3);
}

struct Edge {
  const char* name;
  double diffusion;
  Data data;
  double likelihood;
  std::vector<Moments> filtered, smoothed;
};

// mpmath, 40 digits
const Edge edges[] = {
    {"two_tied", 0.5, {{0, 0}, {1, 3}, {1, 4}}, -2.123657489421723, {{1, 1}, {1.4, 0.8}}, {{1.4, 0.8}, {1.4, 0.8}}},
    {"single", 0.5, {{0}, {2}, {1}}, 0, {{2, 1}}, {{2, 1}}},
    {"gap_1e6",
     0.1,
     {{0, 1, 1e6, 1000001}, {1, 2, -3, -2}, {1, 1, 1, 1}},
     -9.731492806415302,
     {{1, 1},
      {1.5238095238095237, 0.5238095238095238},
      {-2.999954762548857, 0.9999900001423789},
      {-2.476171201996705, 0.5238072562573154}},
     {{1.4761712019967048, 0.5238072562573154},
      {1.5237883221963753, 0.5238067800713516},
      {-2.5237883221963755, 0.5238067800713516},
      {-2.476171201996705, 0.5238072562573154}}},
    {"tiny_obs_var",
     1,
     {{0, 1, 1, 2}, {1, 2, 2.5, 3}, {1e-16, 1e-16, 1e-16, 1e-16}},
     -624999999999985.8,
     {{1, 1e-16}, {2, 1e-16}, {2.25, 5e-17}, {3, 1e-16}},
     {{1, 1e-16}, {2.25, 5e-17}, {2.25, 5e-17}, {3, 1e-16}}},
    {"q_zero",
     0,
     {{0, 1, 2, 5}, {1, 2, 4, 3}, {1, 4, 1, 0.25}},
     -6.173106331488174,
     {{1, 1}, {1.2, 0.8}, {2.4444444444444446, 0.4444444444444444}, {2.8, 0.16}},
     {{2.8, 0.16}, {2.8, 0.16}, {2.8, 0.16}, {2.8, 0.16}}},
    {"offset_1e9",
     0.3,
     {{0, 1, 3, 4}, {1000000001, 1000000002, 999999999, 1000000000}, {1, 1, 1, 1}},
     -5.610142226508638,
     {{1000000001, 1},
      {1000000001.5652174, 0.5652173913043478},
      {1000000000.184739, 0.5381526104417671},
      {1000000000.1005025, 0.4559755298230282}},
     {{1000000000.8994975, 0.4559755298230282},
      {1000000000.8693467, 0.38059864540091765},
      {1000000000.1306533, 0.38059864540091765},
      {1000000000.1005025, 0.4559755298230282}}},
};

class KalmanEdges : public ::testing::TestWithParam<Edge> {};

TEST_P(KalmanEdges, FortyDigits) {
  const Edge& e = GetParam();
  const Tolerance within{1e-9, 1e-9};
  const FilteredPath path = filter({0, 0, e.diffusion}, e.data);
  const std::vector<SmoothPoint> smoothed = smooth(path);
  EXPECT_TRUE(matches(log_likelihood({0, 0, e.diffusion}, e.data), e.likelihood, {1e-10, 1e-9}));
  for (std::size_t i = 0; i < e.filtered.size(); ++i) {
    EXPECT_TRUE(matches(path.points[i].filtered.mean, e.filtered[i].mean, within));
    EXPECT_TRUE(matches(path.points[i].filtered.variance, e.filtered[i].variance, {1e-9, 0}));
    EXPECT_TRUE(matches(smoothed[i].mean, e.smoothed[i].mean, within));
    EXPECT_TRUE(matches(smoothed[i].variance, e.smoothed[i].variance, {1e-9, 0}));
  }
}

INSTANTIATE_TEST_SUITE_P(All, KalmanEdges, ::testing::ValuesIn(edges), [](const auto& one) { return one.param.name; });

// ---- what must hold whatever the numbers ---------------------------------------------------------------------------

/// Irregular days with ties and gaps, some values missing, some variances 0.
Data arbitrary_data() {
  const auto size = *rc::gen::inRange<std::size_t>(1, 40);
  Data data;
  double t = 0;
  for (std::size_t i = 0; i < size; ++i) {
    t += *rc::gen::element(0.0, 0.25, 1.0, 1.0, 7.0, 400.0);
    data.time.push_back(t);
    data.value.push_back(*rc::gen::inRange(0, 8) == 0 ? nan_value : 0.1 * *rc::gen::inRange(-100, 100));
    data.variance.push_back(*rc::gen::element(0.01, 0.5, 1.0, 4.0));
  }
  return data;
}

MeanReversion arbitrary_process() {
  return {*rc::gen::element(0.0, 0.002, 0.03, 0.5), *rc::gen::element(0.0, -2.0, 3.0),
          *rc::gen::element(0.0, 0.01, 0.3, 2.0)};
}

RC_GTEST_PROP(KalmanLaws, TheFastLikelihoodIsTheFilters, ()) {
  const Data data = arbitrary_data();
  const MeanReversion process = arbitrary_process();
  const double expected = filter(process, data).log_likelihood;
  RC_ASSERT(std::abs(log_likelihood(process, data) - expected) <= 1e-10 * (1 + std::abs(expected)));
}

RC_GTEST_PROP(KalmanLaws, LaterObservationsOnlyNarrow, ()) {
  const FilteredPath path = filter(arbitrary_process(), arbitrary_data());
  const std::vector<SmoothPoint> smoothed = smooth(path);
  for (std::size_t i = 0; i < smoothed.size(); ++i) {
    RC_ASSERT(smoothed[i].variance >= 0);
    RC_ASSERT(smoothed[i].variance <= path.points[i].filtered.variance * (1 + 1e-12));
  }
}

RC_GTEST_PROP(KalmanLaws, TimeTurnedAroundSmoothsTheSame, ()) {
  const Data data = arbitrary_data();
  Data back = data;
  for (std::size_t i = 0; i < data.time.size(); ++i)
    back.time[i] = data.time.back() - data.time[data.time.size() - 1 - i];
  std::reverse_copy(data.value.begin(), data.value.end(), back.value.begin());
  std::reverse_copy(data.variance.begin(), data.variance.end(), back.variance.begin());
  const MeanReversion process = arbitrary_process();
  const auto one = smooth(process, data), other = smooth(process, back);
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (std::isinf(one[i].variance)) continue;
    RC_ASSERT(matches(other[one.size() - 1 - i].mean, one[i].mean, {1e-8, 1e-8}));
    RC_ASSERT(matches(other[one.size() - 1 - i].variance, one[i].variance, {1e-8, 1e-12}));
  }
}

RC_GTEST_PROP(KalmanLaws, ScaledValuesScaleTheLevel, ()) {
  const Data data = arbitrary_data();
  const MeanReversion process = arbitrary_process();
  Data scaled = data;
  for (double& y : scaled.value) y *= 4;
  for (double& h : scaled.variance) h *= 16;
  const auto one = filter(process, data);
  const auto other = filter({process.rate, 4 * process.mean, 16 * process.diffusion}, scaled);
  for (std::size_t i = 0; i < one.points.size(); ++i) {
    if (std::isinf(one.points[i].filtered.variance)) continue;
    RC_ASSERT(matches(other.points[i].filtered.mean, 4 * one.points[i].filtered.mean, {1e-12, 1e-12}));
    RC_ASSERT(matches(other.points[i].filtered.variance, 16 * one.points[i].filtered.variance, {1e-12, 0}));
  }
}

RC_GTEST_PROP(KalmanLaws, AMissingValueBetweenChangesNothing, ()) {
  const Data data = arbitrary_data();
  const MeanReversion process = arbitrary_process();
  Data more = data;
  more.time.push_back(data.time.back() + 3);
  more.value.push_back(nan_value);
  more.variance.push_back(1);
  const double expected = log_likelihood(process, data);
  RC_ASSERT(std::abs(log_likelihood(process, more) - expected) <= 1e-10 * (1 + std::abs(expected)));
  const Moments ahead = forecast(filter(process, data), 3);
  const Moments there = filter(process, more).points.back().filtered;
  RC_ASSERT(std::isinf(ahead.variance) || (ahead.mean == there.mean && ahead.variance == there.variance));
}

TEST(Kalman, TheLimitOfSlowReversionIsTheRandomWalk) {
  const Data data = read("synth");
  const std::vector<SmoothPoint> walk = smooth({0, 0, 0.1225}, data), slow = smooth({1e-10, 0, 0.1225}, data);
  for (std::size_t i = 0; i < walk.size(); ++i) {
    ASSERT_TRUE(matches(slow[i].mean, walk[i].mean, {1e-5, 1e-5}));
    ASSERT_TRUE(matches(slow[i].variance, walk[i].variance, {1e-5, 0}));
  }
}

TEST(Kalman, InfiniteVarianceIsMissing) {
  const Data data{{0, 1, 2}, {1, 50, 2}, {1, infinity, 1}}, without{{0, 1, 2}, {1, nan_value, 2}, {1, 1, 1}};
  EXPECT_EQ(log_likelihood({0.1, 0, 1}, data), log_likelihood({0.1, 0, 1}, without));
  EXPECT_EQ(filter({0.1, 0, 1}, data).observed, 2u);
}

TEST(Kalman, WhatWasKnownBeforehandCountsOnlyIfItDisagrees) {
  const Data agrees{{0, 0, 1}, {2, 2, 3}, {0, 0, 1}}, disagrees{{0, 0, 1}, {2, 2.5, 3}, {0, 0, 1}},
      once{{0, 1}, {2, 3}, {0, 1}};
  EXPECT_EQ(log_likelihood({0, 0, 1}, agrees), log_likelihood({0, 0, 1}, once));
  EXPECT_EQ(filter({0, 0, 1}, agrees).log_likelihood, filter({0, 0, 1}, once).log_likelihood);
  EXPECT_EQ(log_likelihood({0, 0, 1}, disagrees), -infinity);
  EXPECT_EQ(filter({0, 0, 1}, disagrees).log_likelihood, -infinity);
}

TEST(Kalman, NothingObserved) {
  EXPECT_EQ(log_likelihood({0, 0, 1}, {}), 0);
  EXPECT_EQ(log_likelihood({0.1, 0, 1}, {}), 0);
  EXPECT_TRUE(smooth({0, 0, 1}, {}).empty());
  EXPECT_EQ(forecast(filter({0.5, 3, 1}, {}), 7).mean, 3);
  EXPECT_EQ(forecast(filter({0.5, 3, 1}, {}), 7).variance, 1);
  EXPECT_TRUE(std::isinf(forecast(filter({0, 3, 1}, {}), 7).variance));
  const Data silent{{0, 5}, {nan_value, nan_value}, {1, 1}};
  EXPECT_EQ(log_likelihood({0, 0, 1}, silent), 0);
  EXPECT_TRUE(std::isinf(smooth({0, 0, 1}, silent)[1].variance));
  EXPECT_DOUBLE_EQ(smooth({0.5, 3, 1}, silent)[1].variance, 1);
}

TEST(Kalman, BeforeTheFirstValueTheSmootherLooksBack) {
  const Data data{{0, 4, 5}, {nan_value, 1, 1}, {1, 1, 1}};
  const std::vector<SmoothPoint> smoothed = smooth({0, 0, 2}, data);
  EXPECT_DOUBLE_EQ(smoothed[0].mean, smoothed[1].mean);
  EXPECT_DOUBLE_EQ(smoothed[0].variance, smoothed[1].variance + 4 * 2);
}

TEST(Kalman, WrongInputsAreNamed) {
  const auto message = [](const MeanReversion& process, const Data& data) {
    try {
      log_likelihood(process, data);
    } catch (const std::invalid_argument& e) {
      return std::string(e.what());
    }
    return std::string("no error");
  };
  const MeanReversion good{0.1, 0, 1};
  EXPECT_NE(message({-0.1, 0, 1}, {}).find("rate"), std::string::npos);
  EXPECT_NE(message({0.1, 0, nan_value}, {}).find("diffusion"), std::string::npos);
  EXPECT_NE(message(good, {{0, 1}, {1}, {1, 1}}).find("rows of value"), std::string::npos);
  EXPECT_NE(message(good, {{0, 1}, {1, 1}, {1}}).find("rows of variance"), std::string::npos);
  EXPECT_NE(message(good, {{1, 0}, {1, 1}, {1, 1}}).find("time[1]"), std::string::npos);
  EXPECT_NE(message(good, {{0, infinity}, {1, 1}, {1, 1}}).find("time[1]"), std::string::npos);
  EXPECT_NE(message(good, {{nan_value}, {1}, {1}}).find("time[0]"), std::string::npos);
  EXPECT_NE(message(good, {{0, 1}, {1, infinity}, {1, 1}}).find("value[1]"), std::string::npos);
  EXPECT_NE(message(good, {{0, 1}, {1, 1}, {1, -1}}).find("variance[1]"), std::string::npos);
  EXPECT_NE(message({0, 0, 1}, {{0, 1}, {1, 1}, {1, nan_value}}).find("variance[1]"), std::string::npos);
}

// ---- drawn paths ---------------------------------------------------------------------------------------------------

TEST(Kalman, DrawnPathsHaveTheSmoothersMoments) {
  const Data data{{0, 1, 1, 3, 40, 41}, {nan_value, 1, 3, nan_value, -2, 0}, {1, 1, 0.25, 1, 1, 0.5}};
  for (const MeanReversion& process : {MeanReversion{0, 0, 0.5}, MeanReversion{0.05, 1, 0.5}}) {
    const FilteredPath path = filter(process, data);
    const std::vector<SmoothPoint> smoothed = smooth(path);
    constexpr std::uint32_t count = 20'000;
    std::vector<double> sum(6), squares(6);
    for (std::uint32_t draw = 0; draw < count; ++draw) {
      const std::vector<double> drawn = draw_path(path, Draws(7), draw);
      for (std::size_t i = 0; i < 6; ++i) sum[i] += drawn[i] - smoothed[i].mean;
      for (std::size_t i = 0; i < 6; ++i) squares[i] += std::pow(drawn[i] - smoothed[i].mean, 2);
    }
    for (std::size_t i = 0; i < 6; ++i) {
      EXPECT_NEAR(sum[i] / count, 0, 4 * std::sqrt(smoothed[i].variance / count));
      EXPECT_NEAR(squares[i] / count / smoothed[i].variance, 1, 4 * std::sqrt(2.0 / count));
    }
  }
}

TEST(Kalman, ADrawIsAFunctionOfItsNumber) {
  const FilteredPath path = filter({0.05, 1, 0.5}, Data{{0, 1, 5}, {1, 2, 3}, {1, 1, 1}});
  EXPECT_EQ(draw_path(path, Draws(7), 3), draw_path(path, Draws(7), 3));
  EXPECT_NE(draw_path(path, Draws(7), 3), draw_path(path, Draws(7), 4));
}

TEST(Kalman, TheLikelihoodOfAMillionKeepsItsRange) {  // variances whose product is far outside a double
  std::vector<double> time(200'000), value(200'000), tiny(200'000, 1e-12), vast(200'000, 1e12);
  for (std::size_t i = 0; i < time.size(); ++i) time[i] = static_cast<double>(i), value[i] = std::sin(0.1 * time[i]);
  for (const auto& variance : {tiny, vast}) {
    const double expected = filter({0.01, 0, 1e-10}, {time, value, variance}).log_likelihood;
    EXPECT_TRUE(matches(log_likelihood({0.01, 0, 1e-10}, {time, value, variance}), expected, {1e-11, 0}));
  }
}

}  // namespace
}  // namespace detente
