#include "detente/scores/count_judgement.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <stdexcept>
#include <vector>

#include "detente/scores/ensemble.hpp"

namespace detente {
namespace {

RC_GTEST_PROP(CountJudgement, AgreesWithTheClosedForms, ()) {
  const NegativeBinomial forecast{*rc::gen::inRange(1, 4000) / 100.0, *rc::gen::inRange(5, 3000) / 100.0};
  const double y = *rc::gen::inRange(0, 90);
  const CountJudgement got = judge(forecast, y);
  RC_ASSERT(std::abs(got.crps - crps(forecast, y)) < 1e-9 * (1 + y));
  RC_ASSERT(got.log_score == log_score(forecast, y));
  RC_ASSERT(std::abs((got.up_to - got.below) - std::exp(-got.log_score)) < 1e-12);
  RC_ASSERT(got.lower <= got.upper);
}

TEST(CountJudgement, IntervalHoldsAtLeastItsCoverage) {
  const NegativeBinomial geometric{3, 1};  // F(k) = 1 − .75^(k+1)
  const CountJudgement got = judge(geometric, 11);
  EXPECT_EQ(got.lower, 0);   // F(0) = .25
  EXPECT_EQ(got.upper, 10);  // F(9) = .944, F(10) = .958
  EXPECT_FALSE(got.covered);
  EXPECT_NEAR(got.interval_score, 10 + 20, 1e-12);
  EXPECT_TRUE(judge(geometric, 10).covered);
}

TEST(CountJudgement, OfNothingExpectedIsAPoint) {
  const CountJudgement got = judge(NegativeBinomial{0, 1}, 0);
  EXPECT_EQ(got.crps, 0);
  EXPECT_EQ(got.log_score, 0);
  EXPECT_EQ(got.upper, 0);
  EXPECT_EQ(judge(NegativeBinomial{0, 1}, 3).crps, 3);
}

TEST(ResampledCounts, HaveTheCrpsOfTheirMembersAndTheOther) {
  const std::vector<double> past{0, 0, 2, 5};
  const NegativeBinomial none{0, 1};  // a member at 0
  const std::vector<double> members{0, 0, 2, 5, 0};
  for (const double y : {0.0, 2.0, 4.0, 9.0}) {
    const CountJudgement got = judge_resampled(past, none, y);
    EXPECT_NEAR(got.crps, ensemble_crps(members, y), 1e-12) << y;
  }
  EXPECT_NEAR(judge_resampled(past, none, 0).log_score, -std::log(0.6), 1e-12);
  EXPECT_NEAR(judge_resampled(past, none, 2).log_score, -std::log(0.2), 1e-12);
}

TEST(ResampledCounts, WithoutAPastAreTheOther) {
  const NegativeBinomial other{1.5, 0.7};
  const CountJudgement a = judge_resampled({}, other, 2), b = judge(other, 2);
  EXPECT_DOUBLE_EQ(a.crps, b.crps);
  EXPECT_NEAR(a.log_score, b.log_score, 1e-14);
}

TEST(CountJudgement, RefusesWhatIsNoCount) {
  EXPECT_THROW((void)judge(NegativeBinomial{1, 1}, 0.5), std::invalid_argument);
  EXPECT_THROW((void)judge(NegativeBinomial{1, 1}, -1), std::invalid_argument);
  EXPECT_THROW((void)judge(NegativeBinomial{1, 0}, 1), std::invalid_argument);
  EXPECT_THROW((void)judge(NegativeBinomial{1, 1}, 1, 1), std::invalid_argument);
}

}  // namespace
}  // namespace detente
