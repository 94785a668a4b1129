#include "detente/scores/quantile.hpp"

#include <gtest/gtest.h>

#include "support/golden.hpp"

namespace detente {
namespace {

using test::meets;

constexpr test::Tolerance as_published{1e-10, 1e-12};

TEST(QuantileScores, MeetScoringRules) {
  const test::Golden golden("scores/quantile.csv", 60);
  for (std::size_t i = 0; i < golden.size(); ++i) {
    SCOPED_TRACE(i);
    const double y = golden("y", i);
    EXPECT_TRUE(meets(pinball_score(golden("q10", i), 0.1, y), golden("qs10", i), as_published));
    EXPECT_TRUE(meets(pinball_score(golden("q50", i), 0.5, y), golden("qs50", i), as_published));
    EXPECT_TRUE(meets(pinball_score(golden("q90", i), 0.9, y), golden("qs90", i), as_published));
    EXPECT_TRUE(meets(interval_score(golden("q10", i), golden("q90", i), 0.8, y), golden("is80", i), as_published));
  }
}

TEST(QuantileScores, HaveTheirLandmarks) {
  EXPECT_EQ(pinball_score(3, 0.5, 7), 2);
  EXPECT_EQ(pinball_score(3, 0.9, 7), 0.9 * 4);
  EXPECT_EQ(pinball_score(3, 0.9, 3), 0);
  EXPECT_EQ(interval_score(1, 4, 0.9, 2), 3);
  EXPECT_EQ(interval_score(1, 4, 0.9, 1), 3);  // an end is inside
  EXPECT_NEAR(interval_score(1, 4, 0.9, 6), 3 + 20 * 2, 1e-12);
}

TEST(QuantileScores, AnIntervalIsItsTwoPinballs) {
  for (const double y : {-5.0, 0.0, 2.0, 9.0})
    EXPECT_NEAR(interval_score(-1, 3, 0.8, y), 2 / 0.2 * (pinball_score(-1, 0.1, y) + pinball_score(3, 0.9, y)), 1e-12);
}

TEST(QuantileScores, RefuseWhatIsNoForecast) {
  EXPECT_THROW(pinball_score(1, 0, 1), std::invalid_argument);
  EXPECT_THROW(pinball_score(std::nan(""), 0.5, 1), std::invalid_argument);
  EXPECT_THROW(interval_score(4, 1, 0.8, 2), std::invalid_argument);
  EXPECT_THROW(interval_score(1, 4, 1, 2), std::invalid_argument);
}

}  // namespace
}  // namespace detente
