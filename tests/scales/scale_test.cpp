#include "detente/scales/scale.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <stdexcept>

namespace detente {
namespace {

using Levels = std::vector<std::optional<double>>;

std::vector<Day> days(std::size_t n) {
  std::vector<Day> out;
  for (std::size_t i = 0; i < n; ++i) out.push_back({static_cast<std::int32_t>(i)});
  return out;
}

FittedScale fitted(const Scale& scale, const Levels& levels) { return {scale, days(levels.size()), levels}; }

Scale relative(Day first, Day end) { return {.kind = ScaleKind::relative, .base = Window{first, end}}; }

TEST(Scale, SoftsignIsHalfWayAtKappa) {
  const FittedScale scale({}, {}, {});
  EXPECT_EQ(scale(0, 0.0), 50);
  EXPECT_EQ(scale(0, 10.0), 75);
  EXPECT_EQ(scale(0, -10.0), 25);
  EXPECT_EQ(scale(0, 30.0), 87.5);
  EXPECT_NEAR(*scale(0, 1e12), 100, 1e-9);
  EXPECT_EQ(FittedScale({.kappa = 5}, {}, {})(0, 5.0), 75);
}

TEST(Scale, LinearIsNotClamped) {
  const FittedScale scale({.kind = ScaleKind::linear}, {}, {});
  EXPECT_EQ(scale(0, 0.0), 50);
  EXPECT_EQ(scale(0, 2.0), 60);
  EXPECT_EQ(scale(0, -20.0), -50);
}

TEST(Scale, AMissingLevelHasNoIndex) { EXPECT_EQ(FittedScale({}, {}, {})(0, std::optional<double>()), std::nullopt); }

TEST(Scale, RelativeIsAgainstTheMeanOfItsBase) {
  const FittedScale scale = fitted(relative({1}, {3}), {100, 2, 6, 8});
  EXPECT_EQ(scale(3, 8.0), 200);
  EXPECT_EQ(scale(0, 4.0), 100);
}

TEST(Scale, RelativeNeedsABaseAboveZero) {
  const auto refusal = [](const Scale& scale, const Levels& levels) -> std::string {
    try {
      fitted(scale, levels);
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "accepted";
  };
  EXPECT_EQ(refusal({.kind = ScaleKind::relative}, {1}), "scale = relative: needs a base window");
  EXPECT_EQ(refusal(relative({0}, {2}), {-1, -3, 5}),
            "base = 1970-01-01/1970-01-02: the mean level there is -2; the relative scale needs one above 0");
  EXPECT_NE(refusal(relative({10}, {20}), {1, 1}), "accepted");
  EXPECT_NE(refusal(relative({0}, {1}), {{}, 1}), "accepted");
  EXPECT_EQ(refusal({.kappa = 0}, {}), "kappa = 0: is above 0 points");
}

TEST(Scale, ZscoreIsAgainstTheEarlierDays) {
  const FittedScale scale = fitted({.kind = ScaleKind::zscore}, {1, 3, {}, 9, 5});
  EXPECT_EQ(scale(0, 1.0), std::nullopt);
  EXPECT_EQ(scale(1, 3.0), std::nullopt);  // one earlier day has no deviation
  EXPECT_NEAR(*scale(2, 2 + std::sqrt(2.0)), 1, 1e-12);
  EXPECT_NEAR(*scale(3, 2.0), 0, 1e-12);
  EXPECT_NEAR(*scale(4, 5.0), (5 - 13.0 / 3) / std::sqrt(52.0 / 3), 1e-12);
  EXPECT_EQ(fitted({.kind = ScaleKind::zscore}, {4, 4, 4})(2, 4.0), std::nullopt);  // nothing varies
}

TEST(Scale, PercentileIsTheShareOfEarlierDaysBelow) {
  const FittedScale scale = fitted({.kind = ScaleKind::percentile}, {1, 3, {}, 3, 2});
  EXPECT_EQ(scale(0, 1.0), std::nullopt);
  EXPECT_EQ(scale(1, 3.0), 100);
  EXPECT_EQ(scale(3, 3.0), 75);  // one below, one equal
  EXPECT_NEAR(*scale(4, 2.0), 100.0 / 3, 1e-12);
  EXPECT_EQ(scale(4, 0.0), 0);
}

RC_GTEST_PROP(Scale, LooksAtThePastOnly, ()) {
  const auto kind = *rc::gen::element(ScaleKind::zscore, ScaleKind::percentile);
  Levels levels;
  for (int i = 0; i < 30; ++i) levels.emplace_back(*rc::gen::inRange(-50, 50) / 4.0);
  const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, 30));
  Levels changed(levels);
  for (std::size_t i = at; i < changed.size(); ++i) *changed[i] += *rc::gen::inRange(0, 100);
  RC_ASSERT(fitted({.kind = kind}, levels)(at, 3.0) == fitted({.kind = kind}, changed)(at, 3.0));
}

RC_GTEST_PROP(Scale, RisesWithTheLevel, ()) {
  Levels levels;
  for (int i = 0; i < 20; ++i) levels.emplace_back(1 + *rc::gen::inRange(0, 50) / 4.0);
  levels.front() = 1;
  levels.back() = 2;
  const double low = *rc::gen::inRange(-400, 400) / 10.0;
  const double high = low + *rc::gen::inRange(1, 100) / 10.0;
  const std::size_t last = levels.size() - 1;
  for (const auto kind :
       {ScaleKind::softsign, ScaleKind::linear, ScaleKind::relative, ScaleKind::zscore, ScaleKind::percentile}) {
    const FittedScale scale = fitted({.kind = kind, .base = Window{{0}, {10}}}, levels);
    const auto a = scale(last, low), b = scale(last, high);
    RC_ASSERT(a.has_value() == b.has_value());
    const bool rises = !a || *a < *b || (kind == ScaleKind::percentile && *a == *b);
    RC_ASSERT(rises);
  }
}

RC_GTEST_PROP(Scale, SlopeIsTheDerivative, ()) {
  const double level = *rc::gen::inRange(-500, 500) / 10.0 + 0.05;
  const double h = 1e-5;
  for (const auto kind : {ScaleKind::softsign, ScaleKind::linear, ScaleKind::relative}) {
    const FittedScale scale = fitted({.kind = kind, .kappa = 7, .base = Window{{0}, {1}}}, {4});
    RC_ASSERT(std::abs((*scale(0, level + h) - *scale(0, level - h)) / (2 * h) - scale.slope(level)) < 1e-6);
  }
}

TEST(Scale, WhatLooksBackHasNoSlopeOfOneDay) {
  EXPECT_THROW(fitted({.kind = ScaleKind::zscore}, {1, 2}).slope(1), std::invalid_argument);
  EXPECT_THROW(fitted({.kind = ScaleKind::percentile}, {1, 2}).slope(1), std::invalid_argument);
}

TEST(Scale, TextReadsBack) {
  for (const char* text : {"softsign kappa=10", "softsign kappa=2.5", "linear slope=5", "linear slope=12", "zscore",
                           "percentile", "relative"})
    EXPECT_EQ(to_text(*parse_scale(text)), text);
  EXPECT_EQ(to_text(*parse_scale("softsign")), "softsign kappa=10");
  EXPECT_EQ(to_text(*parse_scale("linear")), "linear slope=5");
  EXPECT_EQ(to_text(relative({0}, {31})), "relative base=1970-01-01/1970-01-31");
}

TEST(Scale, RefusesOtherTexts) {
  EXPECT_EQ(parse_scale("cubic").rule(), "a scale is one of softsign, linear, relative, zscore, percentile");
  for (const char* text :
       {"softsign kappa=0", "softsign kappa=-1", "softsign kappa=", "softsign k=1", "linear kappa=1"})
    EXPECT_EQ(parse_scale(text).rule(),
              "softsign takes kappa=POINTS, linear takes slope=INDEX POINTS A POINT, both above 0")
        << text;
}

}  // namespace
}  // namespace detente
