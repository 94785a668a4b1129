#include "detente/scores/pit.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "detente/scores/count_judgement.hpp"

namespace detente {
namespace {

TEST(PitHistogram, SpreadsACountOverItsShare) {
  PitHistogram pit(4);
  pit.add(0.25, 0.75);
  const std::vector<double> heights = pit.heights();
  EXPECT_EQ(heights, (std::vector<double>{0, 2, 2, 0}));
}

TEST(PitHistogram, OfTrueForecastsIsFlat) {
  // Each count as often as the forecast has it: a geometric distribution's own outcomes.
  PitHistogram pit(10);
  const NegativeBinomial forecast{2, 1};
  for (int y = 0; y < 40; ++y) {
    const CountJudgement at = judge(forecast, y);
    for (int i = 0; i < std::lround(1e5 * (at.up_to - at.below)); ++i) pit.add(at.below, at.up_to);
  }
  for (const double height : pit.heights()) EXPECT_NEAR(height, 1, 1e-3);
}

TEST(PitHistogram, KeepsEveryForecast) {
  PitHistogram pit(5);
  pit.add(0, 1);
  pit.add(1, 1);
  pit.add(0.1, 0.9);
  const std::vector<double> heights = pit.heights();
  EXPECT_NEAR(std::accumulate(heights.begin(), heights.end(), 0.0), 5, 1e-12);
  EXPECT_EQ(pit.forecasts(), 3U);
}

TEST(PitHistogram, RefusesWhatIsNoShare) {
  PitHistogram pit;
  EXPECT_THROW(pit.add(0.5, 0.4), std::invalid_argument);
  EXPECT_THROW(pit.add(0.5, 1.4), std::invalid_argument);
  EXPECT_THROW(PitHistogram(0), std::invalid_argument);
}

}  // namespace
}  // namespace detente
