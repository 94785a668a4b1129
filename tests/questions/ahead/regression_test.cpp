#include "questions/ahead/regression.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "detente/ground/random.hpp"
#include "detente/scores/counts.hpp"

namespace detente::detail {
using namespace detail;
namespace {

/// Two inputs and counts that go with the first.
struct Sample {
  std::vector<double> values, outcomes;
  Design design() const { return {2, values, outcomes}; }
};

Sample sample() {
  Sample out;
  for (int i = 0; i < 200; ++i) {
    const double x = (i % 20) / 10.0, z = ((i * 7) % 11) / 5.0;
    out.values.insert(out.values.end(), {x, z});
    out.outcomes.push_back((i * i * 31 % 97) / 97.0 < 0.5 ? std::floor(std::exp(x)) : (i % 3 == 0 ? 7.0 : 0.0));
  }
  return out;
}

Sample yes_or_no() {
  Sample out = sample();
  for (double& y : out.outcomes) y = y > 1 ? 1 : 0;
  return out;
}

double likelihood(const Regression& fit, const Sample& sample) {
  double sum = 0;
  for (std::size_t i = 0; i < sample.outcomes.size(); ++i) {
    const double mean = expected(fit, sample.design().row(i)), y = sample.outcomes[i];
    if (fit.family == Family::logit) sum += std::log(y > 0 ? mean : 1 - mean);
    if (fit.family == Family::poisson) sum -= log_score(Poisson{mean}, y);
    if (fit.family == Family::negative_binomial) sum -= log_score(NegativeBinomial{mean, 1 / fit.alpha}, y);
  }
  return sum;
}

TEST(Regression, WithoutInputsItIsTheMean) {
  const std::vector<double> counts{0, 0, 1, 3, 6}, choices{0, 1, 1, 1};
  EXPECT_NEAR(expected(fit_poisson({0, {}, counts}), {}), 2, 1e-9);
  EXPECT_NEAR(expected(fit_negative_binomial({0, {}, counts}), {}), 2, 1e-9);
  EXPECT_NEAR(expected(fit_logit({0, {}, choices}), {}), 0.75, 1e-9);
}

TEST(Regression, TheLikelihoodIsThatOfTheScores) {
  const Sample counts = sample(), choices = yes_or_no();
  for (const Regression& fit : {fit_poisson(counts.design()), fit_negative_binomial(counts.design())})
    EXPECT_NEAR(fit.log_likelihood, likelihood(fit, counts), 1e-8);
  const Regression logit = fit_logit(choices.design());
  EXPECT_NEAR(logit.log_likelihood, likelihood(logit, choices), 1e-8);
}

/// Of a fit, the likelihood with one coefficient moved.
double moved(Regression fit, const Sample& sample, std::size_t coefficient, double by) {
  fit.coefficients[coefficient] += by;
  return likelihood(fit, sample);
}

TEST(Regression, NoStepToASideIsBetter) {
  const Sample counts = sample(), choices = yes_or_no();
  const auto is_top = [](const Regression& fit, const Sample& s) {
    ASSERT_TRUE(fit.converged);
    ASSERT_FALSE(fit.coefficients.empty());
    for (std::size_t c = 0; c < fit.coefficients.size(); ++c)
      for (const double by : {-1e-3, 1e-3}) EXPECT_LT(moved(fit, s, c, by), fit.log_likelihood);
  };
  is_top(fit_poisson(counts.design()), counts);
  is_top(fit_logit(choices.design()), choices);
  Regression joint = fit_negative_binomial(counts.design());
  is_top(joint, counts);
  const double best = joint.log_likelihood;
  for (const double by : {0.99, 1.01}) {
    Regression other = joint;
    other.alpha *= by;
    EXPECT_LT(likelihood(other, counts), best);
  }
}

TEST(Regression, ARidgePullsItsSlopeAndNoOther) {
  const Sample counts = sample();
  const Regression free = fit_poisson(counts.design());
  const Regression held = fit_poisson(counts.design(), {.ridge = {0, 1e9, 0}});
  EXPECT_NEAR(held.coefficients[1], 0, 1e-6);
  EXPECT_GT(std::abs(free.coefficients[1]), 0.1);
  EXPECT_LT(held.log_likelihood, free.log_likelihood);
}

TEST(Regression, AStartChangesTheStepsAndNotTheAnswer) {
  const Sample counts = sample();
  const Regression cold = fit_negative_binomial(counts.design());
  const Regression warm = fit_negative_binomial(counts.design(), {.start = cold.coefficients});
  EXPECT_LT(warm.steps, cold.steps);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(warm.coefficients[i], cold.coefficients[i], 1e-6);
}

/// Folds of a calibration begin at the fit to all pairs. Ten rows in two hundred are missing.
TEST(Regression, FromTheFitToNearlyTheSameRowsAFewStepsReachTheTop) {
  const Sample all = sample();
  const Regression whole = fit_negative_binomial(all.design());
  Sample most = all;
  most.values.resize(most.values.size() - 20);
  most.outcomes.resize(most.outcomes.size() - 10);
  const RegressionOptions near{.start = whole.coefficients, .alpha = whole.alpha};
  const Regression fit = fit_negative_binomial(most.design(), near);
  EXPECT_LE(fit.steps, 4);
  RegressionOptions finer = near;
  finer.tolerance = 1e-24;
  const Regression top = fit_negative_binomial(most.design(), finer);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(fit.coefficients[i], top.coefficients[i], 1e-9);
}

TEST(Regression, DispersionKeepsToItsRange) {
  const std::vector<double> even(50, 2.0), mean(50, 2.0);
  EXPECT_DOUBLE_EQ(likeliest_dispersion(mean, even), std::exp(-4));
  std::vector<double> wild(500, 0.0);
  wild[0] = 1e6;
  EXPECT_DOUBLE_EQ(likeliest_dispersion(std::vector<double>(500, 2000.0), wild), std::exp(4));
}

TEST(Regression, InputsThatSayTheSameAreNotUsed) {
  Sample twice = sample();
  for (std::size_t i = 0; i < twice.outcomes.size(); ++i) twice.values[2 * i + 1] = twice.values[2 * i];
  EXPECT_FALSE(fit_poisson(twice.design()).converged);
  EXPECT_TRUE(fit_poisson(twice.design(), {.ridge = {0, 0.5, 0.5}}).converged);
}

TEST(Regression, AlwaysOrNeverIsNoFit) {
  const std::vector<double> none(20, 0.0), all(20, 1.0);
  EXPECT_NEAR(expected(fit_poisson({0, {}, none}), {}), std::exp(-12), 1e-9);
  EXPECT_GT(expected(fit_logit({0, {}, all}), {}), 0.999);
}

/// When every row is a cluster of its own, the sandwich of a logit without inputs is the plain one but for n/(n − 1).
TEST(Regression, ClusteredErrorsOfAShare) {
  const std::vector<double> choices{0, 1, 1, 1, 0, 1, 1, 1};
  std::vector<std::size_t> own(choices.size());
  std::iota(own.begin(), own.end(), std::size_t{0});
  const Design design{0, {}, choices};
  const Regression fit = fit_logit(design);
  EXPECT_NEAR(clustered_covariance(fit, design, own)[0], 8.0 / 7 / (8 * 0.75 * 0.25), 1e-9);
  // Rows of a cluster that say the same count as one: twice everything, in clusters of two, changes nothing but 8/7.
  std::vector<double> twice;
  std::vector<std::size_t> pairs;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    twice.insert(twice.end(), 2, choices[i]);
    pairs.insert(pairs.end(), 2, i);
  }
  EXPECT_NEAR(clustered_covariance(fit, {0, {}, twice}, pairs)[0], clustered_covariance(fit, design, own)[0], 1e-9);
}

TEST(Regression, TheChanceOfNoneIsThatOfTheFamily) {
  Regression fit{.family = Family::negative_binomial, .coefficients = {std::log(2.0)}, .alpha = 0.5};
  EXPECT_NEAR(chance_of_none(fit, {}), 0.25, 1e-12);  // (1 + αμ)^(−1/α)
  fit.family = Family::poisson;
  EXPECT_NEAR(chance_of_none(fit, {}), std::exp(-2.0), 1e-12);
  fit.family = Family::logit;
  EXPECT_NEAR(chance_of_none(fit, {}), 1.0 / 3, 1e-12);
}

}  // namespace
}  // namespace detente::detail
