// The two steps of a fit, on functions whose maximum is known.
#include "fit/climb.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "fit/polish.hpp"

namespace detente::detail {
using namespace detail;
namespace {

const Box wide{{-10, -10}, {10, 10}};

/// −(x − 1)² − 2 (y − 2)² − (x − 1)(y − 2)
Curved hill(std::span<const double> at) {
  const double x = at[0] - 1, y = at[1] - 2;
  return {-x * x - 2 * y * y - x * y, {-2 * x - y, -4 * y - x}, {-2, -1, -1, -4}};
}

double plain_hill(std::span<const double> at, std::span<double> gradient) {
  const Curved here = hill(at);
  std::copy(here.gradient.begin(), here.gradient.end(), gradient.begin());
  return here.value;
}

TEST(Climb, FindsTheTopAndCountsItsEvaluations) {
  int calls = 0;
  const auto counted = [&](std::span<const double> at, std::span<double> gradient) {
    ++calls;
    return plain_hill(at, gradient);
  };
  const Climb found = climb(counted, {-3, 7}, wide);
  EXPECT_TRUE(found.ended) << found.why;
  EXPECT_NEAR(found.at[0], 1, 1e-3);
  EXPECT_NEAR(found.at[1], 2, 1e-3);
  EXPECT_EQ(found.evaluations, calls);
  EXPECT_LT(calls, 20);
}

TEST(Climb, StaysInItsBox) {
  const Climb found = climb(plain_hill, {-3, 0}, {{-10, -10}, {0, 1}});
  EXPECT_NEAR(found.at[0], 0, 1e-9);
  EXPECT_NEAR(found.at[1], 1, 1e-9);
}

TEST(Climb, ErrorsOfTheObjectiveReachTheCaller) {
  const auto broken = [](std::span<const double>, std::span<double>) -> double { throw std::runtime_error("broken"); };
  EXPECT_THROW(climb(broken, {0, 0}, wide), std::runtime_error);
}

TEST(Climb, SaysThatItTookTooLong) {
  const Climb found = climb(plain_hill, {-3, 7}, wide, 1e-12, 2);
  EXPECT_FALSE(found.ended);
  EXPECT_NE(found.why.find("too many"), std::string::npos);
}

TEST(Climb, TurnsBackWhereTheObjectiveIsNotFinite) {
  const auto half = [](std::span<const double> at, std::span<double> gradient) {
    const double value = plain_hill(at, gradient);
    return at[0] < -4 ? -std::numeric_limits<double>::infinity() : value;
  };
  EXPECT_NEAR(climb(half, {-3, -3}, wide).at[0], 1, 1e-2);
}

TEST(Polish, OneStepIsEnoughForAParabolaAndItsInverseIsTheCovariance) {
  const Polish found = polish(hill, {5, -5}, wide);
  ASSERT_TRUE(found.converged) << found.why;
  EXPECT_NEAR(found.at[0], 1, 1e-12);
  EXPECT_NEAR(found.at[1], 2, 1e-12);
  EXPECT_EQ(found.evaluations, 2);
  const std::vector<double> inverse{4.0 / 7, -1.0 / 7, -1.0 / 7, 2.0 / 7};
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(found.covariance[i], inverse[i], 1e-12);
}

TEST(Polish, HoldsWhatStandsAtAWallAndFreesWhatLeavesIt) {
  const Polish at_wall = polish(hill, {-1, 0}, {{-10, -10}, {0, 10}});
  ASSERT_TRUE(at_wall.converged);
  EXPECT_EQ(at_wall.at[0], 0);
  EXPECT_NEAR(at_wall.at[1], 2.25, 1e-9);
  EXPECT_EQ(at_wall.held, (std::vector<bool>{true, false}));
  EXPECT_EQ(at_wall.covariance[0], 0);
  EXPECT_NEAR(at_wall.covariance[3], 0.25, 1e-12);
  const Polish leaves = polish(hill, {0, 0}, {{0, 0}, {10, 10}});
  ASSERT_TRUE(leaves.converged);
  EXPECT_NEAR(leaves.at[0], 1, 1e-9);
}

TEST(Polish, HoldsWhatHasNoInfluence) {
  const auto flat = [](std::span<const double> at) {
    return Curved{-(at[0] - 1) * (at[0] - 1), {-2 * (at[0] - 1), 0}, {-2, 0, 0, 0}};
  };
  const Polish found = polish(flat, {0, 3}, wide);
  ASSERT_TRUE(found.converged);
  EXPECT_EQ(found.at[1], 3);
  EXPECT_EQ(found.held, (std::vector<bool>{false, true}));
}

TEST(Polish, ASaddleIsNoMaximum) {
  const auto saddle = [](std::span<const double> at) {
    return Curved{at[0] * at[0] - at[1] * at[1], {2 * at[0], -2 * at[1]}, {2, 0, 0, -2}};
  };
  const Polish found = polish(saddle, {0, 0}, wide);
  EXPECT_FALSE(found.converged);
  EXPECT_NE(found.why.find("no maximum"), std::string::npos);
}

TEST(Polish, WalksUphillFromWhereTheCurvatureIsThatOfAValley) {
  const auto bell = [](std::span<const double> at) {
    const double f = std::exp(-at[0] * at[0] / 2);
    return Curved{f, {-at[0] * f}, {(at[0] * at[0] - 1) * f}};
  };
  const Polish found = polish(bell, {2}, {{-10}, {10}});
  ASSERT_TRUE(found.converged) << found.why;
  EXPECT_NEAR(found.at[0], 0, 1e-4);
}

}  // namespace
}  // namespace detente::detail
