#include "detente/questions/ahead/calibration_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "detente/ground/error.hpp"
#include "support/levant_months.hpp"
#include "support/refusal.hpp"

namespace detente {
namespace {

/// Months of made-up pairs whose chance rises with strain.
std::vector<CalibrationMonth> months_of(std::size_t pairs, std::size_t months) {
  std::vector<CalibrationMonth> out;
  for (std::size_t pair = 0; pair < pairs; ++pair)
    for (std::size_t i = 0; i < months; ++i) {
      const double chronic = static_cast<double>((i + 3 * pair) % 10) / 2, acute = static_cast<double>(i % 7) / 2;
      const bool severe = (i * 37 + pair * 11) % 100 < static_cast<std::size_t>(4 + 14 * chronic);
      out.push_back({pair, acute, chronic, severe ? 1 + static_cast<double>((i + pair) % 3) : 0.0});
    }
  return out;
}

// ---- the reference's table "Fit of the fixed link on these months" ----

struct ReferenceFit {
  double rho, kappa, a, acute, chronic, minus_log_likelihood;
};

class FixedLink : public ::testing::TestWithParam<ReferenceFit> {};

TEST_P(FixedLink, IsTheReferences) {
  if (!std::filesystem::exists(test::levant_months_file)) GTEST_SKIP() << "there is no " << test::levant_months_file;
  const ReferenceFit& r = GetParam();
  const Calibration fit = fit_calibration(test::calibration_months(test::levant_months(), r.rho, r.kappa));
  EXPECT_EQ(fit.pairs, 46U);
  EXPECT_EQ(fit.months, 46U * 391);
  EXPECT_NEAR(fit.count.at[0], r.a, 0.01);
  EXPECT_NEAR(fit.count.at[1], r.acute, 0.01);
  EXPECT_NEAR(fit.count.at[2], r.chronic, 0.01);
  EXPECT_NEAR(-fit.count_log_likelihood, r.minus_log_likelihood, 0.1);
}

INSTANTIATE_TEST_SUITE_P(Table, FixedLink,
                         ::testing::Values(ReferenceFit{0, 1, -4.82, 0.26, 0.88, 7644.7},
                                           ReferenceFit{0, 2, -4.38, 0.27, 0.95, 7622.9},
                                           ReferenceFit{0.25, 1, -4.58, 0.26, 0.86, 7619.2},
                                           ReferenceFit{0.25, 2, -4.19, 0.26, 0.94, 7595.8},
                                           ReferenceFit{0.25, 3, -3.98, 0.24, 1.00, 7592.2},
                                           ReferenceFit{0.5, 2, -3.97, 0.25, 0.92, 7593.6}));

class LevantCalibration : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(test::levant_months_file)) GTEST_SKIP() << "there is no " << test::levant_months_file;
  }
};

TEST_F(LevantCalibration, DispersionAndErrorsAreTheReferences) {
  const auto months = test::calibration_months(test::levant_months(), 0.25, 2);
  const Calibration fit = fit_calibration(months);
  EXPECT_NEAR(fit.alpha, 1.06, 0.005);
  // By a plain computation of the sandwich in Python. The naive ones are .058, .035, .029: the reference's "several
  // times" is not found.
  EXPECT_NEAR(fit.count.error[0], 0.0819, 1e-4);
  EXPECT_NEAR(fit.count.error[1], 0.0401, 1e-4);
  EXPECT_NEAR(fit.count.error[2], 0.0386, 1e-4);
}

/// "The negative binomial's own chance misfits: .71 for .84"; the logit misfits less.
TEST_F(LevantCalibration, TheCountsOwnChanceMisfits) {
  const auto months = test::calibration_months(test::levant_months(), 0.25, 2);
  const Calibration fit = fit_calibration(months);
  double n = 0, by_count = 0, by_logit = 0, came = 0;
  for (const CalibrationMonth& m : months) {
    const double own = 1 - std::pow(1 + fit.alpha * expected_severe(fit, m.acute, m.chronic), -1 / fit.alpha);
    if (own < 0.65 || own > 0.77) continue;
    n += 1;
    by_count += own;
    by_logit += chance_of_severe(fit, m.acute, m.chronic);
    came += m.severe_next >= 0.5 ? 1 : 0;
  }
  EXPECT_EQ(n, 180);
  EXPECT_NEAR(by_count / n, 0.71, 0.01);
  EXPECT_NEAR(came / n, 0.84, 0.03);
  EXPECT_GT(by_logit, by_count + 0.02 * n);
  EXPECT_LT(by_logit, came);
}

/// A fit to the other pairs holds but near .8, where one pair has most of the months and is worse than the others.
TEST_F(LevantCalibration, OtherPairsForetellAPair) {
  const Calibration fit = fit_calibration(test::calibration_months(test::levant_months(), 0.25, 2));
  ASSERT_EQ(fit.months, 46U * 391);
  std::size_t months = 0;
  for (const CalibrationBin& bin : fit.bins) {
    months += bin.months;
    EXPECT_NEAR(bin.share, bin.chance, 0.13) << bin.from;
    if (bin.pairs > 0) {
      EXPECT_LE(*bin.lowest, *bin.highest);
    }
  }
  EXPECT_EQ(months, fit.months);
}

// ---- laws ----

TEST(CalibrationFit, MoreStrainMeansMore) {
  const Calibration fit = fit_calibration(months_of(6, 60));
  EXPECT_GT(fit.chance.at[2], 0);
  EXPECT_GT(fit.count.at[2], 0);
  EXPECT_LT(chance_of_severe(fit, 1, 0), chance_of_severe(fit, 1, 4));
  EXPECT_LT(expected_severe(fit, 1, 0), expected_severe(fit, 1, 4));
}

/// A logit's chances sum to what happened, and whole rounding makes halves whole.
TEST(CalibrationFit, ChancesSumToWhatHappened) {
  const auto months = months_of(6, 60);
  const Calibration fit = fit_calibration(months);
  double said = 0;
  for (const CalibrationMonth& m : months) said += chance_of_severe(fit, m.acute, m.chronic);
  EXPECT_NEAR(said, static_cast<double>(fit.severe_months), 1e-4);
}

TEST(CalibrationFit, PairsInAnotherOrderGiveTheSameCurves) {
  auto months = months_of(6, 60);
  const Calibration fit = fit_calibration(months);
  for (CalibrationMonth& m : months) m.pair = 5 - m.pair;
  const Calibration other = fit_calibration(months);
  EXPECT_EQ(other.chance.at, fit.chance.at);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(other.chance.error[i], fit.chance.error[i], 1e-9);
  ASSERT_EQ(other.bins.size(), fit.bins.size());
  for (std::size_t i = 0; i < fit.bins.size(); ++i) EXPECT_EQ(other.bins[i].months, fit.bins[i].months);
}

TEST(CalibrationFit, TooLittleIsRefusedByName) {
  EXPECT_NE(test::refusal([] { fit_calibration(months_of(4, 60)); }).find("at least 5 pairs; there are 4"),
            std::string::npos);
  EXPECT_NE(test::refusal([] { fit_calibration(months_of(6, 4)); }).find("at least 30 months"), std::string::npos);
  EXPECT_THROW(fit_calibration({}), InputError);
  auto flat = months_of(6, 60);
  for (CalibrationMonth& m : flat) m.chronic = m.acute;
  EXPECT_NE(test::refusal([&] { fit_calibration(flat); }).find("does strain vary"), std::string::npos);
}

}  // namespace
}  // namespace detente
