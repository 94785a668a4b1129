#include "detente/quality/truth.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "detente/quality/evaluation.hpp"

namespace detente::quality {
namespace {

constexpr std::size_t long_time = 40000;

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double v : values) sum += v;
  return sum / static_cast<double>(values.size());
}

double variance_of(const std::vector<double>& values) {
  const double mean = mean_of(values);
  double sum = 0;
  for (const double v : values) sum += (v - mean) * (v - mean);
  return sum / static_cast<double>(values.size() - 1);
}

double autocorrelation(const std::vector<double>& path, std::size_t lag) {
  return correlation(std::span(path).first(path.size() - lag), std::span(path).subspan(lag)).value();
}

std::vector<double> steps_of(const std::vector<double>& path) {
  std::vector<double> out;
  for (std::size_t i = 1; i < path.size(); ++i) out.push_back(path[i] - path[i - 1]);
  return out;
}

TEST(Truth, IsAnotherForAnotherSeed) {
  for (const TruthKind kind : truth_kinds)
    EXPECT_NE(make_truth(kind, 100, Chance(3)).level, make_truth(kind, 100, Chance(4)).level);
}

TEST(Truth, ALongerOneBeginsLikeAShorterOne) {
  for (const TruthKind kind : truth_kinds) {
    const auto longer = make_truth(kind, 200, Chance(3)).level, shorter = make_truth(kind, 100, Chance(3)).level;
    ASSERT_EQ(shorter.size(), 100U);
    EXPECT_TRUE(std::equal(shorter.begin(), shorter.end(), longer.begin()));
  }
}

TEST(Truth, IsFiniteAndSomethingHappens) {
  for (const TruthKind kind : truth_kinds) {
    const Truth truth = make_truth(kind, long_time, Chance(1));
    ASSERT_EQ(truth.level.size(), long_time);
    ASSERT_EQ(truth.activity.size(), long_time);
    for (std::size_t d = 0; d < long_time; ++d)
      ASSERT_TRUE(std::isfinite(truth.level[d]) && truth.activity[d] > 0 && std::isfinite(truth.activity[d]));
  }
}

TEST(Truth, MeanRevertingHasItsMomentsAndItsHalfLife) {
  const auto path = make_truth(TruthKind::mean_reverting, long_time, Chance(1)).level;
  EXPECT_NEAR(mean_of(path), 1, 0.25);
  EXPECT_NEAR(variance_of(path), 2.25, 0.4);
  EXPECT_NEAR(autocorrelation(path, 45), 0.5, 0.08);
  EXPECT_NEAR(autocorrelation(path, 90), 0.25, 0.08);
}

TEST(Truth, ARandomWalkHasItsSteps) {
  const auto path = make_truth(TruthKind::random_walk, long_time, Chance(1)).level;
  EXPECT_EQ(path.front(), 1);
  EXPECT_NEAR(variance_of(steps_of(path)), 0.01, 0.0003);
  EXPECT_NEAR(autocorrelation(steps_of(path), 1), 0, 0.02);
}

TEST(Truth, RegimesAreConstantBetweenTheirJumps) {
  const auto steps = steps_of(make_truth(TruthKind::regimes, long_time, Chance(1)).level);
  const auto jumps = std::count_if(steps.begin(), steps.end(), [](double s) { return s != 0; });
  EXPECT_NEAR(static_cast<double>(jumps), static_cast<double>(long_time) / 120, 50);
}

TEST(Truth, SelfExcitingActsComeInClusters) {
  const Truth truth = make_truth(TruthKind::self_exciting, long_time, Chance(1));
  EXPECT_GT(*std::min_element(truth.level.begin(), truth.level.end()), -3);
  EXPECT_LT(*std::max_element(truth.level.begin(), truth.level.end()), 5);
  EXPECT_NEAR(2 * mean_of(truth.activity), 1 + 0.2 / (1 - 0.8), 0.1);  // the peaceful rate and the mean hostile one
  EXPECT_GT(autocorrelation(truth.level, 5), 0.8);
  EXPECT_EQ(rank_correlation(truth.level, truth.activity).value(), 1);
}

TEST(Chance, PoissonHasItsMeanAndVariance) {
  for (const double mean : {0.3, 4.0, 60.0}) {
    std::vector<double> counts;
    for (std::uint64_t i = 0; i < 20000; ++i) counts.push_back(Chance(1).poisson(mean, Use::volume, i));
    EXPECT_NEAR(mean_of(counts), mean, 4 * std::sqrt(mean / 20000));
    EXPECT_NEAR(variance_of(counts) / mean, 1, 0.05);
  }
  EXPECT_EQ(Chance(1).poisson(0, Use::volume, 0), 0U);
}

}  // namespace
}  // namespace detente::quality
