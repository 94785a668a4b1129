#include "detente/fit/maximise.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace detente {
namespace {

/// −n/2 ((x−1)² + 4 (y−2)² + 2 c (x−1)(y−2)): a maximum at (1, 2).
struct Hill {
  double n = 100, c = 1;
  double operator()(std::span<const double> at, std::span<double> gradient) const {
    const double x = at[0] - 1, y = at[1] - 2;
    gradient[0] = -n * (x + c * y);
    gradient[1] = -n * (4 * y + c * x);
    return -n / 2 * (x * x + 4 * y * y + 2 * c * x * y);
  }
};

Parameters wide() {
  Parameters p;
  p.starts = {{-3, 5}, {8, 8}};
  p.lower = {-10, -10};
  p.upper = {10, 10};
  p.observations = 100;
  return p;
}

TEST(Maximise, FindsTheTopAndHowSureItIs) {
  const Maximum top = maximise(Hill(), wide());
  EXPECT_EQ(top.status, FitStatus::converged) << top.why;
  EXPECT_NEAR(top.at[0], 1, 1e-9);
  EXPECT_NEAR(top.at[1], 2, 1e-9);
  // the inverse of n [[1, 1], [1, 4]]
  EXPECT_NEAR((*top.standard_errors)[0], std::sqrt(4.0 / 3 / 100), 1e-6);
  EXPECT_NEAR((*top.standard_errors)[1], std::sqrt(1.0 / 3 / 100), 1e-6);
  EXPECT_GT(top.evaluations, 0);
}

TEST(Maximise, SeveralStartsFindTheHigherOfTwoTops) {
  const auto two_tops = [](std::span<const double> at, std::span<double> gradient) {
    const double x = at[0];  // x⁴ − 8x² falls to two wells; the slope of x makes the left one deeper
    gradient[0] = -(4 * x * x * x - 16 * x + 1);
    return -(x * x * x * x - 8 * x * x + x);
  };
  Parameters p;
  p.starts = {{1.5}, {-1.5}};
  p.lower = {-5};
  p.upper = {5};
  EXPECT_NEAR(maximise(two_tops, p).at[0], -2.03, 0.01);
}

TEST(Maximise, ATopBeyondABoundIsOnTheBound) {
  Parameters p = wide();
  p.upper = {0.5, 10};
  const Maximum top = maximise(Hill{.c = 0}, p);
  EXPECT_EQ(top.status, FitStatus::boundary);
  EXPECT_TRUE(top.on_bound[0]);
  EXPECT_FALSE(top.on_bound[1]);
  EXPECT_DOUBLE_EQ(top.at[0], 0.5);
  EXPECT_NEAR(top.at[1], 2, 1e-9);
  EXPECT_EQ((*top.standard_errors)[0], 0);
  EXPECT_NEAR((*top.standard_errors)[1], std::sqrt(1.0 / 4 / 100), 1e-6);
}

TEST(Maximise, NeverAsksBeyondABound) {  // where a likelihood need not be defined
  Parameters p = wide();
  p.upper = {0.5, 10};
  bool beyond = false;
  const auto watched = [&](std::span<const double> at, std::span<double> gradient) {
    for (std::size_t i = 0; i < 2; ++i) beyond = beyond || at[i] < p.lower[i] || at[i] > p.upper[i];
    return Hill()(at, gradient);
  };
  EXPECT_EQ(maximise(watched, p).status, FitStatus::boundary);
  EXPECT_FALSE(beyond);
}

TEST(Maximise, AFlatLikelihoodFailsAndSaysSo) {
  const auto flat = [](std::span<const double>, std::span<double> gradient) {
    gradient[0] = gradient[1] = 0;
    return 1.0;
  };
  const Maximum top = maximise(flat, wide());
  EXPECT_EQ(top.status, FitStatus::failed);
  EXPECT_NE(top.why.find("flat"), std::string::npos);
  EXPECT_FALSE(top.standard_errors);
}

TEST(Maximise, NowhereFiniteFailsAndSaysSo) {
  const auto nowhere = [](std::span<const double>, std::span<double> gradient) {
    gradient[0] = gradient[1] = 0;
    return std::numeric_limits<double>::quiet_NaN();
  };
  const Maximum top = maximise(nowhere, wide());
  EXPECT_EQ(top.status, FitStatus::failed);
  EXPECT_NE(top.why.find("finite"), std::string::npos);
  EXPECT_TRUE(top.at.empty());
}

TEST(Maximise, WhatTheLikelihoodThrowsReachesTheCaller) {
  const auto thrower = [](std::span<const double>, std::span<double>) -> double { throw std::domain_error("mine"); };
  EXPECT_THROW(maximise(thrower, wide()), std::domain_error);
}

TEST(Maximise, WrongParametersAreNamed) {
  Parameters none = wide(), crossed = wide(), ragged = wide(), empty = wide();
  none.starts.clear();
  crossed.lower[1] = 11;
  ragged.starts[1] = {1};
  empty.observations = 0;
  for (const Parameters& p : {none, crossed, ragged, empty}) EXPECT_THROW(maximise(Hill(), p), std::invalid_argument);
}

}  // namespace
}  // namespace detente
