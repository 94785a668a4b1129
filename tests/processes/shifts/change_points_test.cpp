// Change points: the true optimum against a plain search, missing values, laws, degenerate series, misuse.
#include "detente/processes/shifts/change_points.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include "detente/ground/random.hpp"
#include "support/misuse.hpp"
#include "support/plain_partition.hpp"

namespace detente {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::array every_kind{ChangeIn::mean, ChangeIn::variance, ChangeIn::mean_and_variance, ChangeIn::rate};

/// Made-up series of many shapes: with and without shifts, of whole numbers with ties, with outliers, far from 0, of
/// changing spread; never below 0, so that they can be counts.
std::vector<double> random_series(std::uint64_t seed, std::size_t size) {
  const Draws draws(seed);
  const std::uint64_t shape = seed % 7;
  std::vector<double> out(size);
  double level = 10, spread = 1;
  for (std::size_t i = 0; i < size; ++i) {
    if (shape > 0 && draws.uniform(Purpose::occurrence, 0, i) < 0.08) level = 60 * draws.uniform(Purpose::mark, 0, i);
    if (shape > 1 && draws.uniform(Purpose::occurrence, 1, i) < 0.08) spread = 4 * draws.uniform(Purpose::mark, 1, i);
    double x = level + spread * draws.normal(Purpose::model_noise, 0, i);
    if (shape == 3) x = std::floor(x / 4);
    if (shape == 4 && draws.uniform(Purpose::occurrence, 2, i) < 0.05) x *= 50;
    if (shape == 5) x += 1e6;
    if (shape == 6) x = x < 12 ? 0 : 1;
    out[i] = std::max(x, 0.0);
  }
  return out;
}

std::vector<double> normal_series(std::uint64_t seed, std::size_t size) {
  const Draws draws(seed);
  std::vector<double> out(size);
  for (std::size_t i = 0; i < size; ++i) out[i] = draws.normal(Purpose::model_noise, 0, i);
  return out;
}

/// Means 0, 4 and 1, changing at 40 and 70.
std::vector<double> three_levels(std::size_t size = 120) {
  std::vector<double> out = normal_series(5, size);
  for (std::size_t i = 40; i < size; ++i) out[i] += i < 70 ? 4 : 1;
  return out;
}

void expect_optimum(const std::vector<double>& values, const ChangePointOptions& options, std::size_t min_length) {
  const ChangePoints found = change_points(values, options);
  const test::PlainPartition plain{values, options.change_in, found, min_length};
  const auto optimum = static_cast<double>(plain.optimum());
  const double room = 1e-9 * std::max(1.0, std::abs(optimum));
  ASSERT_NEAR(found.penalized_cost, optimum, room) << name_of(options.change_in) << ' ' << name_of(options.penalty);
  ASSERT_NEAR(found.penalized_cost, static_cast<double>(plain.objective(found.positions)), room);
  ASSERT_EQ(found.segments.size(), found.positions.size() + 1);
  for (const SeriesSegment& segment : found.segments) {
    ASSERT_TRUE(found.positions.empty() || segment.count >= min_length);
    ASSERT_EQ(segment.count, segment.end - segment.begin);
  }
}

void expect_every_optimum(const std::vector<double>& values, ChangeIn change) {
  const std::size_t fewest = change == ChangeIn::mean || change == ChangeIn::rate ? 1 : 2;
  for (const std::size_t min_length : std::array<std::size_t, 4>{0, 1, 3, 7})
    for (const PenaltyRule rule : {PenaltyRule::mbic, PenaltyRule::bic, PenaltyRule::aic, PenaltyRule::value}) {
      const ChangePointOptions options{change, rule, 0.7, min_length};
      expect_optimum(values, options, min_length == 0 ? fewest : min_length);
      if (testing::Test::HasFatalFailure()) return;
    }
}

class EveryKind : public testing::TestWithParam<ChangeIn> {};

TEST_P(EveryKind, FindsTheOptimumOf350RandomSeries) {
  for (std::uint64_t seed = 1; seed <= 350; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    expect_every_optimum(random_series(seed, 1 + seed % 53), GetParam());
    if (HasFatalFailure()) return;
  }
}

TEST_P(EveryKind, FindsTheOptimumOfLongerSeries) {
  for (std::uint64_t seed = 1001; seed <= 1007; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    expect_every_optimum(random_series(seed, 400), GetParam());
    if (HasFatalFailure()) return;
  }
}

TEST_P(EveryKind, MissingValuesAreLeftOutAndNotZeros) {
  std::vector<double> whole = normal_series(2, 60);
  for (std::size_t i = 0; i < whole.size(); ++i) whole[i] = i < 45 ? 10 + whole[i] : 40 + 5 * whole[i];
  std::vector<double> gappy;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i % 3 == 0) gappy.push_back(nan);
    places.push_back(gappy.size());
    gappy.push_back(whole[i]);
  }
  gappy.push_back(nan);
  const ChangePointOptions options{GetParam(), PenaltyRule::bic, 0, 0, 0.0};
  const ChangePoints plain = change_points(whole, options), found = change_points(gappy, options);
  ASSERT_FALSE(plain.positions.empty());
  ASSERT_EQ(found.positions.size(), plain.positions.size());
  for (std::size_t i = 0; i < plain.positions.size(); ++i) EXPECT_EQ(found.positions[i], places[plain.positions[i]]);
  EXPECT_EQ(found.penalized_cost, plain.penalized_cost);
  EXPECT_EQ(found.segments.front().begin, 0U);
  EXPECT_EQ(found.segments.back().end, gappy.size());
  for (std::size_t i = 0; i < plain.segments.size(); ++i) EXPECT_EQ(found.segments[i].count, plain.segments[i].count);
}

TEST_P(EveryKind, ASeriesRunBackwardsCostsTheSame) {
  std::vector<double> values = random_series(8, 150);
  const ChangePointOptions options{GetParam(), PenaltyRule::mbic, 0, 3, 0.0};
  const double forwards = change_points(values, options).penalized_cost;
  std::reverse(values.begin(), values.end());
  EXPECT_NEAR(change_points(values, options).penalized_cost, forwards, 1e-9 * std::abs(forwards));
}

TEST_P(EveryKind, NothingAndOneValueAndEqualValuesAreOrdinary) {
  const ChangePointOptions options{GetParam()};
  for (const std::vector<double>& none : {std::vector<double>{}, std::vector<double>{nan, nan}}) {
    const ChangePoints found = change_points(none, options);
    EXPECT_TRUE(found.positions.empty());
    EXPECT_TRUE(found.segments.empty());
    EXPECT_EQ(found.penalized_cost, 0);
  }
  for (const std::size_t size : std::array<std::size_t, 3>{1, 2, 50}) {
    const ChangePoints found = change_points(std::vector<double>(size, 7.1), options);
    EXPECT_TRUE(found.positions.empty());
    ASSERT_EQ(found.segments.size(), 1U);
    EXPECT_EQ(found.segments[0].count, size);
    EXPECT_DOUBLE_EQ(found.segments[0].mean, 7.1);
    EXPECT_TRUE(std::isfinite(found.penalized_cost));
  }
}

TEST_P(EveryKind, ASeriesTooShortForTwoSegmentsIsOne) {
  const std::vector<double> values{1, 1.1, 0.9, 50, 50.1, 49.9};
  ChangePointOptions options{GetParam(), PenaltyRule::value, 0.1, 4};
  EXPECT_EQ(change_points(values, options).segments.size(), 1U);
  options.min_length = 100;
  EXPECT_EQ(change_points(values, options).segments.size(), 1U);
  options.min_length = std::numeric_limits<std::size_t>::max();
  EXPECT_EQ(change_points(values, options).segments.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(ChangePoints, EveryKind, testing::ValuesIn(every_kind), [](const auto& one) {
  std::string name(name_of(one.param));
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
});

TEST(ChangePoints, SayWhereAndWhat) {
  const ChangePoints found = change_points(three_levels());
  ASSERT_EQ(found.positions, (std::vector<std::size_t>{40, 70}));
  EXPECT_NEAR(found.segments[0].mean, 0, 0.5);
  EXPECT_NEAR(found.segments[1].mean, 4, 0.5);
  EXPECT_NEAR(found.segments[2].mean, 1, 0.5);
  EXPECT_EQ(found.segments[1].begin, 40U);
  EXPECT_EQ(found.segments[1].end, 70U);
  EXPECT_EQ(found.rule, PenaltyRule::mbic);
  EXPECT_DOUBLE_EQ(found.penalty, 3 * std::log(120));
  EXPECT_EQ(found.length_weight, 1);
}

TEST(ChangePoints, DoNotHangOnUnitOrOrigin) {
  const std::vector<double> values = three_levels();
  std::vector<double> others = values;
  for (double& x : others) x = 1e-20 * (x + 1000);
  const ChangePoints found = change_points(values), other = change_points(others);
  EXPECT_EQ(other.positions, found.positions);
  EXPECT_NEAR(other.penalized_cost, found.penalized_cost, 1e-8 * found.penalized_cost);
  for (double& x : others) x = -x * 1e100;
  EXPECT_EQ(change_points(others).positions, found.positions);
}

/// Sums of squares in plain doubles lose all digits of the variances here.
TEST(ChangePoints, SeeSmallVariancesFarFromZero) {
  std::vector<double> values = normal_series(3, 200);
  for (std::size_t i = 0; i < 200; ++i) values[i] *= i < 100 ? 1e-4 : 3e-4;
  for (std::size_t i = 100; i < 200; ++i) values[i] += 1e6;
  values.insert(values.end(), 100, 0);
  for (std::size_t i = 200; i < 300; ++i) values[i] = values[i - 100] + 3e-3 * (i % 2 == 0 ? 1 : -1);
  ChangePointOptions options{ChangeIn::mean_and_variance};
  options.least_variance = 1e-12;
  options.autocorrelation = 0;
  EXPECT_EQ(change_points(values, options).positions, (std::vector<std::size_t>{100, 200}));
}

TEST(ChangePoints, ARunOfEqualValuesIsNotInfinitelyLikely) {
  std::vector<double> values = normal_series(4, 100);
  values[51] = values[50];
  const ChangePoints found = change_points(values, {ChangeIn::mean_and_variance});
  EXPECT_TRUE(found.positions.empty());
  EXPECT_NEAR(found.least_variance, 1e-4, 5e-5);
}

TEST(ChangePoints, RatesAreOfCounts) {
  std::vector<double> counts(60, 2);
  std::fill(counts.begin() + 25, counts.end(), 7);
  for (std::size_t i = 0; i < counts.size(); i += 2) counts[i] += 1;
  const ChangePoints found = change_points(counts, {ChangeIn::rate});
  EXPECT_EQ(found.positions, (std::vector<std::size_t>{25}));
  EXPECT_DOUBLE_EQ(found.segments[1].mean, std::accumulate(counts.begin() + 25, counts.end(), 0.0) / 35);
}

TEST(ChangePoints, PenaltiesAreWhatTheirNamesSay) {
  const std::vector<double> values = normal_series(1, 50);
  const auto penalty = [&](ChangeIn change, PenaltyRule rule) {
    return change_points(values, {change, rule, 12.5}).penalty;
  };
  EXPECT_DOUBLE_EQ(penalty(ChangeIn::mean, PenaltyRule::bic), 2 * std::log(50));
  EXPECT_DOUBLE_EQ(penalty(ChangeIn::variance, PenaltyRule::mbic), 3 * std::log(50));
  EXPECT_DOUBLE_EQ(penalty(ChangeIn::mean_and_variance, PenaltyRule::bic), 3 * std::log(50));
  EXPECT_DOUBLE_EQ(penalty(ChangeIn::mean_and_variance, PenaltyRule::mbic), 4 * std::log(50));
  EXPECT_EQ(penalty(ChangeIn::mean, PenaltyRule::aic), 4);
  EXPECT_EQ(penalty(ChangeIn::mean_and_variance, PenaltyRule::aic), 6);
  EXPECT_EQ(penalty(ChangeIn::mean, PenaltyRule::value), 12.5);
}

TEST(ChangePoints, AutocorrelationInflatesByWhatItDoesToTheCost) {
  const std::vector<double> values = normal_series(1, 50);
  const auto inflation = [&](ChangeIn change, PenaltyRule rule) {
    return change_points(values, {change, rule, 9, 0, 0.5}).inflation;
  };
  EXPECT_DOUBLE_EQ(inflation(ChangeIn::mean, PenaltyRule::bic), 3);
  EXPECT_DOUBLE_EQ(inflation(ChangeIn::mean_and_variance, PenaltyRule::mbic), 3);
  EXPECT_DOUBLE_EQ(inflation(ChangeIn::variance, PenaltyRule::bic), 5.0 / 3);
  EXPECT_EQ(inflation(ChangeIn::mean, PenaltyRule::value), 1) << "a value is taken as it is";
}

TEST(ChangePoints, MisuseIsNamed) {
  const std::vector<double> values{1, -2, 3};
  const auto with = [&](auto change) {
    ChangePointOptions options;
    change(options);
    return test::misuse([&] { change_points(values, options); });
  };
  EXPECT_EQ(with([](auto& o) { o.penalty_value = -1; }), "penalty_value = -1: must be within 0 to 1e+100");
  EXPECT_EQ(with([](auto& o) { o.autocorrelation = 1; }), "autocorrelation = 1: is at least 0 and below 1");
  EXPECT_EQ(with([](auto& o) { o.noise_sd = 0; }), "noise_sd = 0: is above 0 and at most 1e100");
  EXPECT_EQ(with([](auto& o) { o.least_variance = nan; }), "least_variance = nan: is above 0 and at most 1e100");
  EXPECT_EQ(with([](auto& o) { o.change_in = ChangeIn::rate; }), "values[1] = -2: must be within 0 to 1e+100");
  EXPECT_EQ(test::misuse([] {
              change_points(std::vector<double>{1, std::numeric_limits<double>::infinity()});
            }),
            "values[1] = inf: must be within -1e+100 to 1e+100");
}

}  // namespace
}  // namespace detente
