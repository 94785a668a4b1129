#include "detente/models/local_trend.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/series.hpp"

namespace detente {
namespace {

using test::Columns;
using test::meets;
using test::read_series;
using test::Series;
using test::statespace;

constexpr double nan_value = std::numeric_limits<double>::quiet_NaN();

// ---- reference values ----------------------------------------------------------------------------------------------

struct Golden {
  const char* name;
  const char* data;
  std::optional<double> h;
  LocalTrend trend;
  double predicted, all;
  std::size_t first_known;  ///< rows before it are in the diffuse phase: their filtered slope is not finite
};

// KFAS 1.6.0; synth_trend and ties_at_start_trend held to a 120-digit reference.
const Golden golden[] = {
    {"airmiles_log_trend_fixed", "airmiles_log", 0.001, {0.002, 0.0005}, -17.7664903719251, -19.6043674383344, 1},
    {"airmiles_log_trend_discreteQ",
     "airmiles_log",
     0.001,
     {0.002, 0.0005, TrendNoise::per_step},
     -16.8071120136963,
     -18.6449890801057,
     1},
    {"synth_trend", "synth", {}, {0.02, 1e-6}, -9175.892478717826, -9177.73035578441, 1},
    {"ties_at_start_trend", "ties_at_start", {}, {0.01, 1e-5}, -1082.3022419734798, -1084.1401190399, 4},
};

class TrendGolden : public ::testing::TestWithParam<Golden> {};

TEST_P(TrendGolden, LikelihoodUnderBothConventions) {
  const Golden& g = GetParam();
  const Series data = read_series(g.data, g.h);
  EXPECT_TRUE(meets(log_likelihood(g.trend, data), g.predicted, {1e-10, 1e-6}));
  EXPECT_TRUE(meets(log_likelihood(g.trend, data, Constants::all), g.all, {1e-10, 1e-6}));
  EXPECT_EQ(smooth(g.trend, data).diffuse, 2u);
}

void expect(const Moments& got, const Columns& expected, const std::string& kind, char state, std::size_t row) {
  const std::string variance = kind + "_var" + state;
  EXPECT_TRUE(meets(got.mean, expected[kind + state][row], {1e-7, 1e-7}));
  EXPECT_TRUE(meets(got.variance, expected[variance][row], {1e-7, 1e-9}));
}

TEST_P(TrendGolden, FilteredAndSmoothed) {
  const Golden& g = GetParam();
  const TrendPath path = smooth(g.trend, read_series(g.data, g.h));
  const Columns expected = statespace(g.name);
  for (std::size_t r = 0; r < expected.rows(); ++r) {
    const auto i = static_cast<std::size_t>(expected["row"][r]);
    SCOPED_TRACE("row " + std::to_string(i));
    expect(path.points[i].filtered.level, expected, "filtered", '1', r);
    if (i >= g.first_known) expect(path.points[i].filtered.slope, expected, "filtered", '2', r);
    EXPECT_EQ(std::isinf(path.points[i].filtered.slope.variance), i < g.first_known);
    expect(path.points[i].smoothed.level, expected, "smoothed", '1', r);
    expect(path.points[i].smoothed.slope, expected, "smoothed", '2', r);
  }
}

INSTANTIATE_TEST_SUITE_P(Table, TrendGolden, ::testing::ValuesIn(golden),
                         [](const auto& one) { return one.param.name; });

TEST(LocalTrend, InnovationsOfAirmiles) {
  const TrendPath path = smooth(LocalTrend{0.002, 0.0005}, read_series("airmiles_log", 0.001));
  const Columns expected = statespace("airmiles_log_trend_fixed");
  EXPECT_TRUE(std::isnan(path.points[0].innovation));
  EXPECT_TRUE(std::isnan(path.points[1].innovation));
  for (std::size_t i = 2; i < expected.rows(); ++i) {
    EXPECT_TRUE(meets(path.points[i].innovation, expected["innovation"][i], {1e-7, 1e-7}));
    EXPECT_TRUE(meets(path.points[i].innovation_variance, expected["innovation_var"][i], {1e-7, 1e-9}));
  }
}

TEST(LocalTrend, ATinyVarianceIsNoHarm) {  // the maximum of the airmiles likelihood, with h on its boundary
  const LocalTrend trend{0.0189103690445816, 0.000794536527196229};
  const double got = log_likelihood(trend, read_series("airmiles_log", 1.81928177936256e-16));
  EXPECT_TRUE(meets(got, 9.70632863489354, {1e-6, 0}));
}

// ---- landmarks and laws --------------------------------------------------------------------------------------------

TEST(LocalTrend, TwoObservationsAreALine) {
  const Series data{{0, 4}, {1, 9}, {1, 1}};
  const TrendPath path = smooth(LocalTrend{0.1, 0.1}, data);
  EXPECT_DOUBLE_EQ(path.points[1].filtered.level.mean, 9);
  EXPECT_DOUBLE_EQ(path.points[1].filtered.slope.mean, 2);
  EXPECT_DOUBLE_EQ(path.points[0].smoothed.level.mean, 1);
  EXPECT_EQ(path.log_likelihood, -0.5 * std::log(16.0));  // the diffuse convention: ln F∞ of the second
  EXPECT_DOUBLE_EQ(forecast(LocalTrend{0.1, 0.1}, path, 3).level.mean, 15);
}

TEST(LocalTrend, WithoutNoiseItIsTheRegressionLine) {
  const Series data{{0, 1, 2, 3}, {1, 3, 2, 6}, {1, 1, 1, 1}};
  const TrendPath path = smooth(LocalTrend{0, 0}, data);
  EXPECT_NEAR(path.points[3].filtered.slope.mean, 1.4, 1e-12);
  EXPECT_NEAR(path.points[0].smoothed.level.mean, 0.9, 1e-12);
  EXPECT_NEAR(path.points[0].smoothed.slope.variance, 1.0 / 5, 1e-12);
}

TEST(LocalTrend, ADayAloneNeverTellsASlope) {
  const Series data{{2, 2, 2, 3}, {1, 2, 3, nan_value}, {1, 1, 1, 1}};
  const TrendPath path = smooth(LocalTrend{0.1, 0.1}, data);
  EXPECT_DOUBLE_EQ(path.points[2].filtered.level.mean, 2);
  EXPECT_NEAR(path.points[0].smoothed.level.mean, 2, 1e-12);
  EXPECT_TRUE(std::isinf(path.points[2].filtered.slope.variance));
  EXPECT_TRUE(std::isinf(path.points[0].smoothed.slope.variance));
  EXPECT_TRUE(std::isinf(path.points[3].smoothed.level.variance));
  EXPECT_THROW(forecast(LocalTrend{0.1, 0.1}, path, 1), std::invalid_argument);
}

TEST(LocalTrend, NothingObserved) {
  EXPECT_EQ(log_likelihood(LocalTrend{1, 1}, {}), 0);
  EXPECT_TRUE(smooth(LocalTrend{1, 1}, {}).points.empty());
  const Series silent{{0, 1}, {nan_value, nan_value}, {1, 1}};
  EXPECT_TRUE(std::isinf(smooth(LocalTrend{1, 1}, silent).points[1].smoothed.level.variance));
}

TEST(LocalTrend, WrongInputsAreNamed) {
  EXPECT_THROW(smooth(LocalTrend{-1, 0}, {}), std::invalid_argument);
  EXPECT_THROW(smooth(LocalTrend{0, nan_value}, {}), std::invalid_argument);
  const Series backwards{{1, 0}, {1, 1}, {1, 1}};
  EXPECT_THROW(smooth(LocalTrend{0, 0}, backwards), std::invalid_argument);
}

/// What a law found: the smoother began in the silence before the first observation, and its digits went there.
TEST(LocalTrend, SilenceBeforeTheFirstObservationCostsNoDigits) {
  const Series with_silence{{7, 14, 21, 28, 28.5}, {nan_value, nan_value, nan_value, -3.2, 2.4}, {4, 1, 0.25, 1, 0.25}};
  const Series without{{28, 28.5}, {-3.2, 2.4}, {1, 0.25}};
  const LocalTrend trend{0.05, 0.001};
  const TrendPath long_path = smooth(trend, with_silence), path = smooth(trend, without);
  EXPECT_EQ(long_path.points[3].smoothed.level, path.points[0].smoothed.level);
  EXPECT_EQ(long_path.points[4].smoothed.slope, path.points[1].smoothed.slope);
  EXPECT_EQ(long_path.log_likelihood, path.log_likelihood);
  EXPECT_TRUE(std::isinf(long_path.points[2].filtered.level.variance));
  // The trend backwards is a trend: looking back 21 days is looking ahead 21 days in the mirror of time.
  const Series mirrored{{0, 0.5}, {2.4, -3.2}, {0.25, 1}};
  const TrendMoments ahead = forecast(trend, smooth(trend, mirrored), 21);
  EXPECT_NEAR(long_path.points[0].smoothed.level.mean, ahead.level.mean, 1e-9);
  EXPECT_NEAR(long_path.points[0].smoothed.level.variance, ahead.level.variance, 1e-9 * ahead.level.variance);
  EXPECT_NEAR(long_path.points[0].smoothed.slope.mean, -ahead.slope.mean, 1e-9);
  EXPECT_NEAR(long_path.points[0].smoothed.slope.variance, ahead.slope.variance, 1e-9);
}

/// With what the silence of ten years lets in, the smoother must not reckon: 1e-6 of these variances went with it.
TEST(LocalTrend, SilenceBetweenObservationsCostsNoDigits) {
  const Series data{{7, 7.5, 3657.5, 7307.5, 7308}, {-4.6, 3.5, 1.4, 3.9, -1.5}, {4, 4, 0.25, 4, 1}};
  const TrendPath path = smooth(LocalTrend{0.05, 0.001}, data);
  ASSERT_EQ(path.points.size(), 5U);
  for (const TrendPoint& p : path.points) EXPECT_LE(p.smoothed.level.variance, p.filtered.level.variance);
}

TEST(LocalTrend, YearsOfSilenceAreNoHarm) {
  const Series far{{0, 36525, 36526, 73050}, {nan_value, 1, 3, nan_value}, {1, 1, 1, 1}};
  const TrendPath path = smooth(LocalTrend{0, 0}, far);
  EXPECT_DOUBLE_EQ(path.points[0].smoothed.level.mean, 1 - 2 * 36525.0);
  EXPECT_DOUBLE_EQ(path.points[1].smoothed.level.variance, 1);
  EXPECT_DOUBLE_EQ(path.points[3].smoothed.level.mean, 3 + 2 * 36524.0);
}

TEST(LocalTrend, OnTheOneDayThatIsKnownTheLevelIsKnown) {  // also in a missing row before the observation
  const TrendPath path = smooth(LocalTrend{1, 1}, Series{{3, 3, 4}, {nan_value, 5, nan_value}, {1, 2, 1}});
  EXPECT_DOUBLE_EQ(path.points[0].smoothed.level.mean, 5);
  EXPECT_DOUBLE_EQ(path.points[0].smoothed.level.variance, 2);
  EXPECT_TRUE(std::isinf(path.points[2].smoothed.level.variance));
}

Series arbitrary_data(const std::vector<double>& gaps = {0, 0.5, 1, 7}) {
  Series data;
  double t = 0;
  const auto size = *rc::gen::inRange<std::size_t>(2, 25);
  for (std::size_t i = 0; i < size; ++i) {
    t += *rc::gen::elementOf(gaps);
    data.time.push_back(t);
    data.value.push_back(*rc::gen::inRange(0, 6) == 0 ? nan_value : 0.1 * *rc::gen::inRange(-50, 50));
    data.variance.push_back(*rc::gen::element(0.25, 1.0, 4.0));
  }
  return data;
}

RC_GTEST_PROP(LocalTrend, LaterObservationsOnlyNarrow, ()) {
  const TrendPath path = smooth(LocalTrend{0.05, 0.001}, arbitrary_data({0, 0.5, 1, 7, 90, 3650}));
  for (const TrendPoint& p : path.points) {
    RC_ASSERT(p.smoothed.level.variance >= 0);
    RC_ASSERT(p.smoothed.level.variance <= p.filtered.level.variance * (1 + 1e-12));
    RC_ASSERT(p.smoothed.slope.variance <= p.filtered.slope.variance * (1 + 1e-12));
  }
}

RC_GTEST_PROP(LocalTrend, ALineAddedIsALineMore, ()) {
  const Series data = arbitrary_data();
  Series tilted = data;
  for (std::size_t i = 0; i < data.time.size(); ++i) tilted.value[i] += 3 + 2 * data.time[i];
  const TrendPath one = smooth(LocalTrend{0.05, 0.001}, data), other = smooth(LocalTrend{0.05, 0.001}, tilted);
  RC_PRE(one.diffuse == 2u);
  RC_ASSERT(std::abs(one.log_likelihood - other.log_likelihood) < 1e-8);
  for (std::size_t i = 0; i < data.time.size(); ++i) {
    RC_ASSERT(std::abs(other.points[i].smoothed.level.mean - one.points[i].smoothed.level.mean - 3 - 2 * data.time[i]) <
              1e-7);
    RC_ASSERT(std::abs(other.points[i].smoothed.slope.mean - one.points[i].smoothed.slope.mean - 2) < 1e-7);
  }
}

}  // namespace
}  // namespace detente
