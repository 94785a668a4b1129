#include "detente/scores/chances.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <stdexcept>
#include <utility>
#include <vector>

namespace detente {
namespace {

std::vector<ChanceForecast> made(const std::vector<std::pair<unsigned, bool>>& of) {
  std::vector<ChanceForecast> out;
  for (const auto& [chance, came] : of) out.push_back({chance % 21 / 20.0, came});
  sort_by_chance(out);
  return out;
}

RC_GTEST_PROP(Concordance, IsTheShareOfPairsInOrder, (const std::vector<std::pair<unsigned, bool>>& of)) {
  const auto forecasts = made(of);
  double won = 0, compared = 0;
  for (const ChanceForecast& a : forecasts)
    for (const ChanceForecast& b : forecasts) {
      if (!a.came || b.came) continue;
      ++compared;
      won += a.chance > b.chance ? 1 : a.chance == b.chance ? 0.5 : 0;
    }
  const Concordance got = concordance(forecasts);
  RC_ASSERT(got.won == won);
  RC_ASSERT(got.compared == compared);
  RC_ASSERT(got.auc().has_value() == (compared > 0));
}

RC_GTEST_PROP(Reliability, PartsAreTheBrierScore, (const std::vector<std::pair<unsigned, bool>>& of)) {
  RC_PRE(!of.empty());
  const Reliability r = reliability(made(of));
  RC_ASSERT(std::abs(r.brier - (r.miscalibration - r.discrimination + r.uncertainty)) < 1e-12);
  RC_ASSERT(r.miscalibration > -1e-12);
  RC_ASSERT(r.discrimination > -1e-12);
  std::size_t forecasts = 0;
  for (std::size_t i = 0; i < r.steps.size(); ++i) {
    forecasts += r.steps[i].forecasts;
    if (i > 0) {
      RC_ASSERT(r.steps[i - 1].share < r.steps[i].share);
    }
    if (i > 0) {
      RC_ASSERT(r.steps[i - 1].high < r.steps[i].low);
    }
  }
  RC_ASSERT(forecasts == of.size());
}

TEST(Reliability, OfChancesThatMeanWhatTheySayHasNoMiscalibration) {
  std::vector<ChanceForecast> forecasts;
  for (int i = 0; i < 20; ++i) forecasts.push_back({i < 10 ? 0.2 : 0.7, i < 10 ? i < 2 : i < 17});
  const Reliability r = reliability(forecasts);
  EXPECT_NEAR(r.miscalibration, 0, 1e-15);
  EXPECT_NEAR(r.uncertainty, 0.45 * 0.55, 1e-15);
  EXPECT_EQ(r.steps.size(), 2U);
}

TEST(Reliability, RefusesWhatDoesNotAscend) {
  const std::vector<ChanceForecast> falling{{0.5, true}, {0.4, false}};
  EXPECT_THROW((void)reliability(falling), std::invalid_argument);
  EXPECT_THROW((void)concordance(falling), std::invalid_argument);
  EXPECT_THROW((void)concordance(std::vector<ChanceForecast>{{1.5, true}}), std::invalid_argument);
  EXPECT_THROW((void)brier_score(-0.1, true), std::invalid_argument);
}

TEST(ChanceScores, HaveTheirLandmarks) {
  EXPECT_EQ(brier_score(0.5, true), 0.25);
  EXPECT_EQ(brier_score(1, true), 0);
  EXPECT_NEAR(log_score(0.5, false), 0.6931471805599453, 1e-15);
  EXPECT_EQ(log_score(1, true), 0);
}

}  // namespace
}  // namespace detente
