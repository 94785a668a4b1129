#include "detente/models/kalman.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/series.hpp"

namespace detente {
namespace {

using test::meets;
using test::read_series;
using test::Series;

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

// ---- auxiliary residuals -------------------------------------------------------------------------------------------

TEST(Kalman, TheDamOfAswanIsTheLargestShift) {  // Durbin & Koopman 2012, 2.6.1: the break of 1899
  const Series nile = read_series("nile", 15099);
  const std::vector<SmoothPoint> smoothed = smooth({0, 0, 1469.1}, nile);
  const auto larger = [](const SmoothPoint& a, const SmoothPoint& b) { return std::abs(a.shift) < std::abs(b.shift); };
  const auto largest = std::max_element(smoothed.begin() + 1, smoothed.end(), larger);
  EXPECT_EQ(nile.time[static_cast<std::size_t>(largest - smoothed.begin())], 1899);
  EXPECT_NEAR(largest->shift, -3.1, 0.3);
}

TEST(Kalman, AuxiliaryResidualsHaveVarianceOneUnderTheModel) {
  const std::vector<double> time{0, 1, 1, 4, 5, 30}, variance{1, 0.5, 2, 1, 1, 1};
  const MeanReversion process{0.1, 2, 0.6};
  constexpr std::uint32_t count = 20'000;
  std::vector<double> shifts(6), outliers(6);
  const Draws draws(3);
  for (std::uint32_t draw = 0; draw < count; ++draw) {
    std::vector<double> value;
    double level = std::sqrt(process.stationary_variance()) * draws.normal(Purpose::day, draw, 0);  // less the mean
    for (std::size_t i = 0; i < 6; ++i) {
      const Transition step = i == 0 ? Transition{} : process.over(time[i] - time[i - 1]);
      level = step.keep * level + std::sqrt(step.added) * draws.normal(Purpose::day, draw, i + 1);
      value.push_back(process.mean + level + std::sqrt(variance[i]) * draws.normal(Purpose::event_offset, draw, i));
    }
    const std::vector<SmoothPoint> smoothed = smooth(process, {time, value, variance});
    for (std::size_t i = 0; i < 6; ++i) shifts[i] += smoothed[i].shift * smoothed[i].shift / count;
    for (std::size_t i = 0; i < 6; ++i) outliers[i] += smoothed[i].outlier * smoothed[i].outlier / count;
  }
  for (const std::size_t i : {1u, 3u, 4u, 5u}) EXPECT_NEAR(shifts[i], 1, 4 * std::sqrt(2.0 / count));
  for (const double o : outliers) EXPECT_NEAR(o, 1, 4 * std::sqrt(2.0 / count));
  EXPECT_TRUE(std::isnan(shifts[0]));  // nothing comes before
  EXPECT_TRUE(std::isnan(shifts[2]));  // nor between two at one time
}

TEST(Kalman, AShiftPointsTheWayTheLevelWent) {
  const Series data{{0, 1, 2, 3}, {0, 0, 9, 9}, {1, 1, 1, 1}};
  const std::vector<SmoothPoint> smoothed = smooth({0, 0, 0.5}, data);
  EXPECT_GT(smoothed[2].shift, 2);
  EXPECT_GT(smoothed[2].shift, std::abs(smoothed[1].shift));
  EXPECT_GT(smoothed[2].shift, std::abs(smoothed[3].shift));
  EXPECT_GT(smoothed[2].outlier, 0);
  EXPECT_LT(smoothed[1].outlier, 0);
}

// ---- what must hold whatever the numbers ---------------------------------------------------------------------------

/// Irregular days with ties and gaps, some values missing, some variances 0.
Series arbitrary_data() {
  const auto size = *rc::gen::inRange<std::size_t>(1, 40);
  Series data;
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

RC_GTEST_PROP(Kalman, TheFastLikelihoodIsTheFilters, ()) {
  const Series data = arbitrary_data();
  const MeanReversion process = arbitrary_process();
  const double expected = filter(process, data).log_likelihood;
  RC_ASSERT(std::abs(log_likelihood(process, data) - expected) <= 1e-10 * (1 + std::abs(expected)));
}

RC_GTEST_PROP(Kalman, LaterObservationsOnlyNarrow, ()) {
  const FilteredPath path = filter(arbitrary_process(), arbitrary_data());
  const std::vector<SmoothPoint> smoothed = smooth(path);
  for (std::size_t i = 0; i < smoothed.size(); ++i) {
    RC_ASSERT(smoothed[i].variance >= 0);
    RC_ASSERT(smoothed[i].variance <= path.points[i].filtered.variance * (1 + 1e-12));
  }
}

RC_GTEST_PROP(Kalman, TimeTurnedAroundSmoothsTheSame, ()) {
  const Series data = arbitrary_data();
  Series back = data;
  for (std::size_t i = 0; i < data.time.size(); ++i)
    back.time[i] = data.time.back() - data.time[data.time.size() - 1 - i];
  std::reverse_copy(data.value.begin(), data.value.end(), back.value.begin());
  std::reverse_copy(data.variance.begin(), data.variance.end(), back.variance.begin());
  const MeanReversion process = arbitrary_process();
  const auto one = smooth(process, data), other = smooth(process, back);
  for (std::size_t i = 0; i < one.size(); ++i) {
    if (std::isinf(one[i].variance)) continue;
    RC_ASSERT(meets(other[one.size() - 1 - i].mean, one[i].mean, {1e-8, 1e-8}));
    RC_ASSERT(meets(other[one.size() - 1 - i].variance, one[i].variance, {1e-8, 1e-12}));
  }
}

RC_GTEST_PROP(Kalman, ScaledValuesScaleTheLevel, ()) {
  const Series data = arbitrary_data();
  const MeanReversion process = arbitrary_process();
  Series scaled = data;
  for (double& y : scaled.value) y *= 4;
  for (double& h : scaled.variance) h *= 16;
  const auto one = filter(process, data);
  const auto other = filter({process.rate, 4 * process.mean, 16 * process.diffusion}, scaled);
  for (std::size_t i = 0; i < one.points.size(); ++i) {
    if (std::isinf(one.points[i].filtered.variance)) continue;
    RC_ASSERT(meets(other.points[i].filtered.mean, 4 * one.points[i].filtered.mean, {1e-12, 1e-12}));
    RC_ASSERT(meets(other.points[i].filtered.variance, 16 * one.points[i].filtered.variance, {1e-12, 0}));
  }
}

RC_GTEST_PROP(Kalman, AMissingValueBetweenChangesNothing, ()) {
  const Series data = arbitrary_data();
  const MeanReversion process = arbitrary_process();
  Series more = data;
  more.time.push_back(data.time.back() + 3);
  more.value.push_back(nan_value);
  more.variance.push_back(1);
  const double expected = log_likelihood(process, data);
  RC_ASSERT(std::abs(log_likelihood(process, more) - expected) <= 1e-10 * (1 + std::abs(expected)));
  const Moments ahead = moments_after(filter(process, data), 3);
  const Moments there = filter(process, more).points.back().filtered;
  RC_ASSERT(std::isinf(ahead.variance) || (ahead.mean == there.mean && ahead.variance == there.variance));
}

TEST(Kalman, TheLimitOfSlowReversionIsTheRandomWalk) {
  const Series data = read_series("synth");
  const std::vector<SmoothPoint> walk = smooth({0, 0, 0.1225}, data), slow = smooth({1e-10, 0, 0.1225}, data);
  ASSERT_EQ(walk.size(), 5000U);
  for (std::size_t i = 0; i < walk.size(); ++i) {
    ASSERT_TRUE(meets(slow[i].mean, walk[i].mean, {1e-5, 1e-5}));
    ASSERT_TRUE(meets(slow[i].variance, walk[i].variance, {1e-5, 0}));
  }
}

TEST(Kalman, TheHeadersExample) {
  const std::vector<double> t{0, 1}, y{1, 3}, h{1, 1};
  EXPECT_DOUBLE_EQ(filter({0, 0, 2}, {t, y, h}).points.back().filtered.mean, 2.5);
  EXPECT_DOUBLE_EQ(smooth(MeanReversion{0, 0, 2}, {t, y, h}).front().mean, 1.5);
}

TEST(Kalman, InfiniteVarianceIsMissing) {
  const Series data{{0, 1, 2}, {1, 50, 2}, {1, infinity, 1}}, without{{0, 1, 2}, {1, nan_value, 2}, {1, 1, 1}};
  EXPECT_EQ(log_likelihood({0.1, 0, 1}, data), log_likelihood({0.1, 0, 1}, without));
  EXPECT_EQ(filter({0.1, 0, 1}, data).observed, 2u);
}

TEST(Kalman, WhatWasKnownBeforehandCountsOnlyIfItDisagrees) {
  const Series agrees{{0, 0, 1}, {2, 2, 3}, {0, 0, 1}}, disagrees{{0, 0, 1}, {2, 2.5, 3}, {0, 0, 1}},
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
  EXPECT_EQ(moments_after(filter({0.5, 3, 1}, {}), 7).mean, 3);
  EXPECT_EQ(moments_after(filter({0.5, 3, 1}, {}), 7).variance, 1);
  EXPECT_TRUE(std::isinf(moments_after(filter({0, 3, 1}, {}), 7).variance));
  const Series silent{{0, 5}, {nan_value, nan_value}, {1, 1}};
  EXPECT_EQ(log_likelihood({0, 0, 1}, silent), 0);
  EXPECT_TRUE(std::isinf(smooth({0, 0, 1}, silent)[1].variance));
  EXPECT_DOUBLE_EQ(smooth({0.5, 3, 1}, silent)[1].variance, 1);
}

TEST(Kalman, BeforeTheFirstValueTheSmootherLooksBack) {
  const Series data{{0, 4, 5}, {nan_value, 1, 1}, {1, 1, 1}};
  const std::vector<SmoothPoint> smoothed = smooth({0, 0, 2}, data);
  EXPECT_DOUBLE_EQ(smoothed[0].mean, smoothed[1].mean);
  EXPECT_DOUBLE_EQ(smoothed[0].variance, smoothed[1].variance + 4 * 2);
}

TEST(Kalman, WrongInputsAreNamed) {
  const auto message = [](const MeanReversion& process, const Series& data) {
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
  const Series data{{0, 1, 1, 3, 40, 41}, {nan_value, 1, 3, nan_value, -2, 0}, {1, 1, 0.25, 1, 1, 0.5}};
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

TEST(Kalman, AnotherDrawIsAnotherPath) {
  const FilteredPath path = filter({0.05, 1, 0.5}, Series{{0, 1, 5}, {1, 2, 3}, {1, 1, 1}});
  EXPECT_NE(draw_path(path, Draws(7), 3), draw_path(path, Draws(7), 4));
}

TEST(Kalman, TheLikelihoodOfAMillionKeepsItsRange) {  // variances whose product is far outside a double
  std::vector<double> time(200'000), value(200'000), tiny(200'000, 1e-12), vast(200'000, 1e12);
  for (std::size_t i = 0; i < time.size(); ++i) time[i] = static_cast<double>(i), value[i] = std::sin(0.1 * time[i]);
  for (const auto& variance : {tiny, vast}) {
    const double expected = filter({0.01, 0, 1e-10}, {time, value, variance}).log_likelihood;
    EXPECT_TRUE(meets(log_likelihood({0.01, 0, 1e-10}, {time, value, variance}), expected, {1e-11, 0}));
  }
}

}  // namespace
}  // namespace detente
