// The scale and memory of noise, read off differences, and what they keep change points from: taking memory for shifts.
#include "detente/processes/shifts/noise.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "detente/processes/shifts/change_points.hpp"
#include "support/autoregression.hpp"

namespace detente {
namespace {

using test::autoregression;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// A shift of `size` at every multiple of `every`, up and down.
std::vector<double> with_shifts(std::vector<double> values, std::size_t every, double size) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (i / every % 2 == 1) values[i] += size;
  return values;
}

TEST(Noise, IsMeasuredBesideShiftsOfAnySize) {
  for (const double memory : {0.0, 0.3, 0.6, 0.8}) {
    const std::vector<double> values = autoregression(1, 20000, memory);
    for (const double shift : {0.0, 3.0, 1e6}) {
      const NoiseScale noise = noise_of(with_shifts(values, 500, shift));
      EXPECT_NEAR(noise.autocorrelation, memory, 0.05) << shift;
      EXPECT_NEAR(noise.sd, 1, 0.06) << memory << ' ' << shift;
    }
  }
}

TEST(Noise, OfCountsHasNoMemoryFromTies) {
  const std::vector<double> normal = autoregression(2, 2000, 0);
  std::vector<double> counts;
  for (const double x : normal) counts.push_back(std::max(0.0, std::floor(1.5 + x)));
  EXPECT_LT(noise_of(counts).autocorrelation, 0.1);
}

TEST(Noise, OfARandomWalkIsBounded) {
  std::vector<double> walk = autoregression(3, 1000, 0);
  for (std::size_t i = 1; i < walk.size(); ++i) walk[i] += walk[i - 1];
  EXPECT_GT(noise_of(walk).autocorrelation, 0.8);
  EXPECT_LE(noise_of(walk).autocorrelation, 0.95);
}

TEST(Noise, AlternationIsNoMemory) { EXPECT_EQ(noise_of(autoregression(4, 500, -0.6)).autocorrelation, 0); }

TEST(Noise, OfFewOrEqualOrMissingValuesIsOrdinary) {
  EXPECT_EQ(noise_of({}).sd, 0);
  EXPECT_EQ(noise_of(std::vector<double>{3}).sd, 0);
  EXPECT_EQ(noise_of(std::vector<double>(40, 3)).sd, 0);
  EXPECT_EQ(noise_of(std::vector<double>(40, 3)).autocorrelation, 0);
  const std::vector<double> walk{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
  EXPECT_EQ(noise_of(walk).autocorrelation, 0) << "19 values say nothing about memory";
  EXPECT_EQ(noise_of(std::vector<double>{nan, 1, nan, nan, 4}).sd, noise_of(std::vector<double>{1, 4}).sd);
}

TEST(Noise, OfMostlyEqualValuesIsTheirRootMeanSquareDifference) {
  std::vector<double> values(100, 1);
  values[50] = 3;
  EXPECT_DOUBLE_EQ(noise_of(values, 0).sd, std::sqrt(8.0 / 99 / 2));
}

TEST(Noise, TakesAKnownMemoryAsItIs) {
  const std::vector<double> values = autoregression(5, 100, 0.5);
  const NoiseScale none = noise_of(values, 0), half = noise_of(values, 0.5);
  EXPECT_EQ(half.autocorrelation, 0.5);
  EXPECT_DOUBLE_EQ(half.sd, none.sd * std::sqrt(2));
}

// ---- change points of series that remember ----

struct Shares {
  double false_alarms = 0, found = 0;
};

/// Of 200 series without a change, and with one of 3 standard deviations in the middle, to be found within 5 values.
Shares shares(std::size_t size, double memory, const ChangePointOptions& options) {
  Shares out;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const std::vector<double> quiet = autoregression(seed, size, memory);
    out.false_alarms += change_points(quiet, options).positions.empty() ? 0 : 1.0 / 200;
    bool found = false;
    for (const std::size_t at : change_points(with_shifts(quiet, size / 2, 3), options).positions)
      found = found || (at + 5 >= size / 2 && at <= size / 2 + 5);
    out.found += found ? 1.0 / 200 : 0;
  }
  return out;
}

ChangePointOptions by(PenaltyRule rule, std::optional<double> autocorrelation = {}) {
  ChangePointOptions options;
  options.penalty = rule;
  options.autocorrelation = autocorrelation;
  return options;
}

TEST(ChangePointsOfMemory, AreFewFalseOnesWhereAPlainPenaltyGivesMany) {
  EXPECT_GT(shares(200, 0.5, by(PenaltyRule::bic, 0)).false_alarms, 0.95);
  EXPECT_LT(shares(200, 0.5, by(PenaltyRule::bic)).false_alarms, 0.15);
  const Shares by_default = shares(200, 0.5, {});
  EXPECT_LT(by_default.false_alarms, 0.05);
  EXPECT_GT(by_default.found, 0.85);
}

TEST(ChangePointsOfMemory, AreFoundTheMoreSurelyTheLongerTheSeries) {
  const Shares longer = shares(500, 0.5, {});
  EXPECT_LT(longer.false_alarms, 0.02);
  EXPECT_GT(longer.found, 0.95);
}

TEST(ChangePointsOfMemory, CostLittleWhereThereIsNoMemory) {
  const Shares white = shares(200, 0, {});
  EXPECT_LT(white.false_alarms, 0.02);
  EXPECT_GT(white.found, 0.98);
}

}  // namespace
}  // namespace detente
