#include <gtest/gtest.h>

#include "detente/scales/scale.hpp"

namespace detente {
namespace {

TEST(LinearSlope, IsWrittenAndReadBack) {
  EXPECT_EQ(to_text(Scale{.kind = ScaleKind::linear}), "linear slope=5");
  EXPECT_EQ(parse_scale("linear")->slope, 5);
  EXPECT_EQ(parse_scale("linear slope=12")->slope, 12);
  EXPECT_EQ(to_text(*parse_scale("linear slope=12")), "linear slope=12");
  EXPECT_EQ(parse_scale("softsign kappa=4")->kappa, 4);
}

TEST(LinearSlope, TurnsLevelsIntoIndexPoints) {
  const FittedScale scale({.kind = ScaleKind::linear, .slope = 12}, {}, {});
  EXPECT_EQ(scale(0, 0.0), 50);
  EXPECT_EQ(scale(0, -2.5), 20);
  EXPECT_EQ(scale.slope(3), 12);
}

TEST(LinearSlope, RefusesWhatWouldNotRise) {
  for (const char* text : {"linear slope=0", "linear slope=-12", "linear kappa=3", "softsign slope=3", "zscore slope=2",
                           "linear slope=", "linear 12"})
    EXPECT_FALSE(parse_scale(text)) << text;
  EXPECT_THROW(FittedScale({.kind = ScaleKind::linear, .slope = -1}, {}, {}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
