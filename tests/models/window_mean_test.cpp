#include "detente/models/window_mean.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "detente/contracts/run.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/scales/scale.hpp"
#include "support/random_histories.hpp"

namespace detente {
namespace {

using test::date;
using test::impulse_on;

constexpr auto quad = QuadClass::verbal_conflict;

double at(const std::vector<Impulse>& impulses, Day day, const WindowMean& model = WindowMean()) {
  return run(model, impulses, std::span(&day, 1)).front().value();
}

/// What GeoPrizm prints for three days of acts: (Goldstein, mentions) = (−4, 3), (2, 1); nothing; (5, 10).
TEST(WindowMean, RepeatsGeoPrizmsNumbers) {
  const Day begin = date("2026-01-01");
  const std::vector impulses{impulse_on(begin, 4, quad, 1, std::log1p(3)),
                             impulse_on(begin, -2, quad, 2, std::log1p(1)),
                             impulse_on(begin + 2, -5, quad, 3, std::log1p(10))};
  const double first = (-4 * std::log(4) + 2 * std::log(2)) / (std::log(4) + std::log(2));  // −2: ln 4 = 2 ln 2
  EXPECT_DOUBLE_EQ(first, -2);
  const double rolling = (first + 5) / 2;
  const auto index = [&](Day day) {
    const Scale scale = parse_scale(Catalogue::built_in().find("window_mean")->scale).value();
    return *FittedScale(scale, {}, {})(0, at(impulses, day));
  };
  EXPECT_DOUBLE_EQ(100 - index(begin), 50 + 12 * first);
  EXPECT_DOUBLE_EQ(100 - index(begin + 1), 50 + 12 * first);  // an empty day has no say
  EXPECT_DOUBLE_EQ(100 - index(begin + 2), 50 + 12 * rolling);
  EXPECT_DOUBLE_EQ(100 - index(begin + 13), 50 + 12 * rolling);
  EXPECT_DOUBLE_EQ(100 - index(begin + 14), 50 + 12 * 5);
  EXPECT_DOUBLE_EQ(100 - index(begin + 16), 50);  // an empty window
}

TEST(WindowMean, HoldsAnActForFourteenDays) {
  const std::vector impulses{impulse_on(Day{100}, 6, quad)};
  EXPECT_EQ(at(impulses, Day{99}), 0);
  EXPECT_EQ(at(impulses, Day{100}), 6);
  EXPECT_EQ(at(impulses, Day{113}), 6);
  EXPECT_EQ(at(impulses, Day{114}), 0);
  EXPECT_EQ(at(impulses, Day{1'000'100}), 0);
  EXPECT_EQ(at(impulses, Day{100}, WindowMean({1})), 6);
  EXPECT_EQ(at(impulses, Day{101}, WindowMean({1})), 0);
}

TEST(WindowMean, GivesEveryDayOneVoice) {
  std::vector<Impulse> impulses{impulse_on(Day{1}, -3, quad)};
  for (std::uint64_t key = 1; key <= 1000; ++key) impulses.push_back(impulse_on(Day{2}, 9, quad, key));
  EXPECT_DOUBLE_EQ(at(impulses, Day{2}), 3);
}

TEST(WindowMean, AFactorOnADaysWeightsChangesNothing) {
  const auto level = [](double factor) {
    return at({impulse_on(Day{1}, 3, quad, 1, factor * 1), impulse_on(Day{1}, 9, quad, 2, factor * 3),
               impulse_on(Day{2}, 1, quad)},
              Day{2});
  };
  EXPECT_DOUBLE_EQ(level(1), level(0.125));
}

TEST(WindowMean, RefusesWrongParameters) {
  EXPECT_THROW(WindowMean({0}), std::invalid_argument);
  EXPECT_THROW(WindowMean({1.5}), std::invalid_argument);
  EXPECT_THROW(WindowMean({std::nan("")}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
