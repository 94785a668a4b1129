#include "detente/scores/continuous.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <numbers>

#include "support/golden.hpp"

namespace detente {
namespace {

using test::meets;

constexpr test::Tolerance as_published{1e-9, 1e-12};
constexpr double infinite = std::numeric_limits<double>::infinity();

TEST(ContinuousScores, MeetScoringRules) {
  const test::Golden golden("scores/continuous.csv", 60);
  for (std::size_t i = 0; i < golden.size(); ++i) {
    SCOPED_TRACE(i);
    const double y = golden("y", i), mu = golden("mu", i), sd = golden("sd", i), df = golden("df", i);
    EXPECT_TRUE(meets(crps(Normal{mu, sd}, y), golden("crps_norm", i), as_published));
    EXPECT_TRUE(meets(log_score(Normal{mu, sd}, y), golden("logs_norm", i), as_published));
    EXPECT_TRUE(meets(crps(StudentT{mu, sd, df}, y), golden("crps_t", i), as_published));
    EXPECT_TRUE(meets(log_score(StudentT{mu, sd, df}, y), golden("logs_t", i), as_published));
    EXPECT_TRUE(meets(crps(Logistic{mu, sd}, y), golden("crps_logis", i), as_published));
    EXPECT_TRUE(meets(crps(Laplace{mu, sd}, y), golden("crps_lap", i), as_published));
  }
}

/// ∫ (F − 1{y ≤ x})² dx by the midpoint rule, F from the density by the same rule.
template <class Density>
double crps_by_integration(Density density, double y) {
  constexpr double step = 1e-3, end = 60;
  double cdf = 0, sum = 0;
  for (double x = -end; x < end; x += step) {
    const double in_half = density(x + step / 2) * step / 2;
    const double miss = cdf + in_half - (y <= x + step / 2 ? 1 : 0);
    sum += miss * miss * step;
    cdf += 2 * in_half;
  }
  return sum;
}

TEST(ContinuousScores, AreTheIntegralTheyStandFor) {
  for (const double y : {-3.0, 0.0, 0.7, 5.0}) {
    const auto check = [y](const auto& family) {
      EXPECT_NEAR(crps(family, y), crps_by_integration([&](double x) { return std::exp(-log_score(family, x)); }, y),
                  2e-3);
    };
    check(Normal{});
    check(StudentT{0, 1, 8});
    check(Logistic{});
    check(Laplace{});
  }
}

TEST(ContinuousScores, HaveTheirLandmarks) {
  EXPECT_DOUBLE_EQ(crps(Normal{}, 0), (std::numbers::sqrt2 - 1) * std::numbers::inv_sqrtpi);
  EXPECT_DOUBLE_EQ(crps(Laplace{}, 0), 0.25);
  EXPECT_DOUBLE_EQ(crps(Logistic{}, 0), 2 * std::numbers::ln2 - 1);
  EXPECT_DOUBLE_EQ(crps(Normal{}, 1e6), 1e6 - std::numbers::inv_sqrtpi);
  EXPECT_DOUBLE_EQ(log_score(Laplace{}, 0), std::numbers::ln2);
  EXPECT_DOUBLE_EQ(log_score(Logistic{}, 0), 2 * std::numbers::ln2);
}

TEST(ContinuousScores, ShiftAndScale) {
  EXPECT_NEAR(crps(StudentT{10, 3, 4}, 16), 3 * crps(StudentT{0, 1, 4}, 2), 1e-12);
  EXPECT_NEAR(log_score(Logistic{10, 3}, 16), log_score(Logistic{}, 2) + std::log(3), 1e-12);
  EXPECT_DOUBLE_EQ(crps(StudentT{0, 1, 4}, 2), crps(StudentT{0, 1, 4}, -2));
}

TEST(ContinuousScores, ManyDegreesOfFreedomAreTheNormal) {
  EXPECT_NEAR(crps(StudentT{0, 1, 1e7}, 1.3), crps(Normal{}, 1.3), 1e-6);
  EXPECT_NEAR(log_score(StudentT{0, 1, 1e7}, 1.3), log_score(Normal{}, 1.3), 1e-6);
  EXPECT_EQ(crps(StudentT{0, 1, infinite}, 1.3), crps(Normal{}, 1.3));
  EXPECT_EQ(log_score(StudentT{0, 1, infinite}, 1.3), log_score(Normal{}, 1.3));
}

TEST(ContinuousScores, SayWhatTheEdgesGive) {
  EXPECT_EQ(crps(Normal{3, 0}, 5), 2);
  EXPECT_EQ(log_score(Normal{3, 0}, 5), infinite);
  EXPECT_EQ(crps(Laplace{3, 0}, 3), 0);
  EXPECT_EQ(crps(StudentT{0, 1, 1}, 0), infinite);
  EXPECT_EQ(crps(StudentT{3, 0, 1}, 5), 2);
  EXPECT_TRUE(std::isfinite(log_score(StudentT{0, 1, 1}, 1e150)));
}

TEST(ContinuousScores, RefuseWhatIsNoDistribution) {
  EXPECT_THROW(crps(Normal{0, -1}, 0), std::invalid_argument);
  EXPECT_THROW(crps(Logistic{infinite, 1}, 0), std::invalid_argument);
  EXPECT_THROW(crps(StudentT{0, 1, 0}, 0), std::invalid_argument);
  EXPECT_THROW(log_score(StudentT{0, 1, std::nan("")}, 0), std::invalid_argument);
  EXPECT_THROW(log_score(Laplace{}, std::nan("")), std::invalid_argument);
}

/// Who believes the distribution does best by saying it: a wider, a narrower and a shifted one score worse.
TEST(ContinuousScores, AreProper) {
  const auto expected = [](auto score, const Normal& said) {
    double sum = 0;
    for (double y = -8; y <= 8; y += 0.01) sum += 0.01 * std::exp(-log_score(Normal{}, y)) * score(said, y);
    return sum;
  };
  const auto by_crps = [](const Normal& f, double y) { return crps(f, y); };
  const auto by_log = [](const Normal& f, double y) { return log_score(f, y); };
  for (const Normal& wrong : {Normal{0, 1.2}, Normal{0, 0.8}, Normal{0.3, 1}}) {
    EXPECT_LT(expected(by_crps, Normal{}), expected(by_crps, wrong));
    EXPECT_LT(expected(by_log, Normal{}), expected(by_log, wrong));
  }
}

}  // namespace
}  // namespace detente
