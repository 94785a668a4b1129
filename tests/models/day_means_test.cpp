#include "detente/models/latent_level.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/contracts/run.hpp"
#include "detente/models/catalogue.hpp"
#include "support/misuse.hpp"

namespace detente {
namespace {

Impulse act(std::int32_t day, double points, double weight = 1, std::uint64_t key = 0) {
  Impulse i;
  i.day = {day};
  i.points = points;
  i.weight = weight;
  i.key = i.opening = {key};
  return i;
}

TEST(DayMeans, OneObservationADay) {
  const DayMeans days = day_means(std::vector<Impulse>{act(3, 1), act(3, 4, 0.5), act(5, 2), act(6, 9, 0)});
  EXPECT_EQ(days.time, (std::vector<double>{3, 5}));
  EXPECT_EQ(days.mean, (std::vector<double>{2, 2}));
  EXPECT_EQ(days.share, (std::vector<double>{1 / 1.5, 1}));
  EXPECT_DOUBLE_EQ(days.spread, 1 + 0.5 * 4);
  EXPECT_EQ(days.freedom, 1);
}

/// ln N(x; 0, v)
double log_normal(double x, double v) { return -0.5 * (std::log(2 * std::numbers::pi * v) + x * x / v); }

TEST(DayMeans, TheLikelihoodIsThatOfTheActs) {
  // Two acts x, y of weights 1 and 2 on one day, level and day effect N(0, s): their joint density in one piece.
  const double s = 0.7 + 1.44, vx = 4, vy = 2, x = 1.5, y = -0.5;
  const double conditional_mean = y * s / (s + vy), conditional_variance = s + vx - s * s / (s + vy);
  const double joint = log_normal(y, s + vy) + log_normal(x - conditional_mean, conditional_variance);
  const double theta = 0.1;
  const LatentLevel model(
      {.half_life = std::numbers::ln2 / theta, .sd_level = std::sqrt(0.7 * 2 * theta), .sd_day = 1.2, .sd_event = 2});
  EXPECT_NEAR(log_likelihood(model, day_means(std::vector<Impulse>{act(0, x, 1), act(0, y, 2)})), joint, 1e-12);
}

TEST(DayMeans, ReleasesAreNoActs) {
  std::vector<Impulse> impulses{act(0, 5), act(1, 5)};
  impulses[0].kind = ImpulseKind::hold;
  impulses[1].kind = ImpulseKind::release;
  EXPECT_EQ(day_means(impulses).size(), 1u);
}

}  // namespace
}  // namespace detente
