#include "detente/scores/counts.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "support/golden.hpp"

namespace detente {
namespace {

using test::meets;

constexpr test::Tolerance as_published{1e-7, 1e-9};
constexpr double infinite = std::numeric_limits<double>::infinity();

TEST(CountScores, MeetScoringRules) {
  const test::Golden golden("scores/counts.csv", 60);
  for (std::size_t i = 0; i < golden.size(); ++i) {
    SCOPED_TRACE(i);
    const double y = golden("y", i), mean = golden("lambda", i), size = golden("size", i);
    EXPECT_TRUE(meets(crps(Poisson{mean}, y), golden("crps_pois", i), as_published));
    EXPECT_TRUE(meets(log_score(Poisson{mean}, y), golden("logs_pois", i), as_published));
    EXPECT_TRUE(meets(crps(NegativeBinomial{mean, size}, y), golden("crps_nbinom", i), as_published));
    EXPECT_TRUE(meets(log_score(NegativeBinomial{mean, size}, y), golden("logs_nbinom", i), as_published));
  }
}

/// Σ (F(k) − 1{y ≤ k})² over the counts, with the part below 0 of a negative outcome.
template <class Family>
double crps_by_summation(const Family& family, double y, int last) {
  double cdf = 0, sum = y < 0 ? -y : 0;
  for (int k = 0; k < last; ++k) {
    cdf += std::exp(-log_score(family, k));
    const double before = std::min(std::max(y - k, 0.0), 1.0);  // of [k, k + 1), the part below the outcome
    sum += before * cdf * cdf + (1 - before) * (1 - cdf) * (1 - cdf);
  }
  return sum;
}

TEST(CountScores, AreTheSumTheyStandFor) {
  for (const double y : {-2.0, 0.0, 3.0, 4.5, 40.0}) {
    for (const double mean : {0.01, 1.0, 7.0, 60.0})
      EXPECT_TRUE(meets(crps(Poisson{mean}, y), crps_by_summation(Poisson{mean}, y, 400), {1e-9, 1e-11})) << mean;
    for (const double mean : {0.01, 1.0, 20.0})
      for (const double size : {0.3, 1.0, 8.0, 500.0}) {
        const NegativeBinomial family{mean, size};
        EXPECT_TRUE(meets(crps(family, y), crps_by_summation(family, y, 4000), {1e-9, 1e-11})) << mean << ' ' << size;
      }
  }
}

/// Where the textbook series of the hypergeometric function has no digits left.
TEST(CountScores, KeepTheirDigitsWhereTheSeriesLosesThem) {
  const NegativeBinomial family{300, 2};
  EXPECT_TRUE(meets(crps(family, 250), crps_by_summation(family, 250, 40000), {1e-9, 0}));
}

/// 40 digits of the hypergeometric form, by mpmath.
TEST(CountScores, MeetTheClosedFormOverManyMagnitudes) {
  constexpr test::Tolerance ten_digits{1e-10, 0};
  EXPECT_TRUE(meets(crps(NegativeBinomial{1e6, 0.001}, 1e6), 986774.5890037780513441336, ten_digits));
  EXPECT_TRUE(meets(crps(NegativeBinomial{1000, 1000}, 1000), 10.45063960169862090276437, ten_digits));
  EXPECT_TRUE(meets(crps(NegativeBinomial{1e6, 1}, 1e6), 235759.0002222975315470226, ten_digits));
}

TEST(CountScores, GrowLikeTheNormalForLargeMeans) {
  const double sd = std::sqrt(1e8);
  EXPECT_NEAR(crps(Poisson{1e8}, 1e8) / sd, 0.23369497725510, 1e-6);            // (√2 − 1)/√π
  EXPECT_NEAR(crps(Poisson{300}, 310), crps(Poisson{300.0000001}, 310), 1e-6);  // both sides of the two Bessel forms
}

TEST(CountScores, MeetAtTheirLimits) {
  EXPECT_NEAR(crps(NegativeBinomial{5, 1e9}, 3), crps(Poisson{5}, 3), 1e-7);
  EXPECT_NEAR(log_score(NegativeBinomial{5, 1e9}, 3), log_score(Poisson{5}, 3), 1e-7);
  EXPECT_EQ(crps(NegativeBinomial{5, infinite}, 3), crps(Poisson{5}, 3));
  EXPECT_NEAR(std::exp(-log_score(NegativeBinomial{4, 1}, 3)), 0.2 * std::pow(0.8, 3), 1e-15);  // geometric
}

TEST(CountScores, SayWhatTheEdgesGive) {
  EXPECT_EQ(crps(Poisson{0}, 4), 4);
  EXPECT_EQ(crps(NegativeBinomial{0, 2}, 4), 4);
  EXPECT_EQ(log_score(Poisson{0}, 0), 0);
  EXPECT_EQ(log_score(Poisson{0}, 1), infinite);
  EXPECT_EQ(log_score(Poisson{3}, 1.5), infinite);
  EXPECT_EQ(log_score(NegativeBinomial{3, 2}, -1), infinite);
}

TEST(CountScores, RefuseWhatIsNoDistribution) {
  EXPECT_THROW(crps(Poisson{-1}, 0), std::invalid_argument);
  EXPECT_THROW(crps(NegativeBinomial{1, 0}, 0), std::invalid_argument);
  EXPECT_THROW(log_score(NegativeBinomial{1, -2}, 0), std::invalid_argument);
  EXPECT_THROW(log_score(Poisson{1}, infinite), std::invalid_argument);
}

}  // namespace
}  // namespace detente
