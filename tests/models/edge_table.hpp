#pragma once
/// Inputs at the edge, in one table: what each model of the catalogue says of them, and beside the models the Hawkes
/// process, which is a diagnosis and no model. A model that joins the catalogue is asked for its line.

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "support/random_histories.hpp"

namespace detente::test {

inline constexpr auto missing = std::nullopt;

/// A level by model, and under "hawkes" a log-likelihood.
using Says = std::map<std::string, std::optional<double>>;

struct Edge {
  std::string name;
  std::vector<Impulse> impulses;
  std::vector<Day> days;
  /// On the last of the days. Empty: whatever is finite, or nothing.
  Says says = {};
};

inline const Day day = date("2024-01-15"), leap_day = date("2024-02-29");
inline constexpr std::int32_t ages = 1'000'000;

inline Impulse act(std::int32_t after, double points, double weight = 1) {
  static std::uint64_t key = 100;
  Impulse i = impulse_on(day + after, points, QuadClass::verbal_conflict, ++key);
  i.weight = weight;
  return i;
}

/// An attack of 6 points.
inline Impulse attack(std::uint64_t key = 1, double weight = 1) {
  Impulse i = impulse_on(day, 6, QuadClass::material_conflict, key);
  i.weight = weight;
  return i;
}

/// 4 points of verbal conflict on each of the 60 days up to the leap day.
inline std::vector<Impulse> sixty_days() {
  std::vector<Impulse> out;
  for (Day d = leap_day - 59; d <= leap_day; ++d)
    out.push_back(impulse_on(d, 4, QuadClass::verbal_conflict, out.size() + 1));
  return out;
}

/// Whoever has seen nothing says this.
inline const Says nothing{{"decayed_sum", 0},        {"two_speed", 0},   {"latent_level", missing},
                          {"decayed_mean", missing}, {"period_sum", 0},  {"period_mean", missing},
                          {"period_count", 0},       {"window_mean", 0}, {"conflict_share", missing},
                          {"saturating", 0},         {"hawkes", -0.2}};

const std::vector<Edge>& edges() {
  static const std::vector<Edge> made{
      {"nothing at all", {}, {day}, nothing},
      {"asked before the first act", {act(1, 4)}, {day - 8, day}, {}},
      {"a weight of 0", {attack(1, 0)}, {day}, nothing},
      {"one act",
       {attack()},
       {day},
       {{"decayed_sum", 6},
        {"two_speed", 1.6254547953663723},
        {"latent_level", 0.7352982938884967},
        {"decayed_mean", 3},
        {"period_sum", 6},
        {"period_mean", 6},
        {"period_count", 1},
        {"window_mean", 6},
        {"conflict_share", 100},
        {"saturating", 0.6},
        {"hawkes", -2.550166383976066}}},
      {"a million days after it",
       {attack()},
       {day, day + ages},
       {{"decayed_sum", 0},
        {"two_speed", 0},
        {"latent_level", 0},
        {"decayed_mean", 0},
        {"period_sum", 0},
        {"period_mean", missing},
        {"period_count", 0},
        {"window_mean", 0},
        {"conflict_share", missing},
        {"saturating", 0.6},
        {"hawkes", -200003.002585093}}},
      {"tied: two attacks and a kind word of 3 on one day",
       {attack(1), attack(2), impulse_on(day, -3, QuadClass::verbal_cooperation, 3)},
       {day},
       {{"decayed_sum", 10.5},
        {"two_speed", 1.9941332266844964},
        {"latent_level", 0.7729434038374823},
        {"decayed_mean", 2.25},
        {"period_sum", 9},
        {"period_mean", 3},
        {"period_count", 2},
        {"window_mean", 3},
        {"conflict_share", 200.0 / 3},
        {"saturating", 0.8213333333333332},
        {"hawkes", -4.900332767952132}}},
      {"the same on each of sixty days",
       sixty_days(),
       {leap_day},
       {{"decayed_sum", 78.5618089595105},
        {"two_speed", 5.238484885804316},
        {"latent_level", 3.1873809376714606},
        {"decayed_mean", 3.8817864984582604},
        {"period_sum", 116},
        {"period_mean", 4},
        {"period_count", 29},
        {"window_mean", 4},
        {"conflict_share", 50},
        {"saturating", 8.411699770655611},
        {"hawkes", -111.96269142956766}}},
      {"all the same on four days", {act(0, 2), act(1, 2), act(2, 2), act(30, 2)}, {day + 2, day + 30, day + 31}},
      {"only zeros", {act(0, 0), act(9, 0)}, {day, day + 9, day + 10}},
      {"a gap of a million days", {act(0, 5), act(ages, -5), act(ages + 1, 5)}, {day + 1, day + ages, day + 2 * ages}},
      {"a weight of 0 among others", {act(0, 5), act(3, 9, 0), act(3, 1)}, {day + 3, day + 9}},
      {"tiny weights", {act(0, 5, 1e-300), act(3, 5, 1e-300)}, {day + 3, day + 9}},
      {"vast weights", {act(0, 5, 1e12), act(3, -5, 1e12)}, {day + 3, day + 9}},
      {"nothing asked", {act(0, 5)}, {}},
  };
  return made;
}

inline void expect_same(const std::optional<double>& got, const std::optional<double>& expected) {
  ASSERT_EQ(got.has_value(), expected.has_value());
  EXPECT_NEAR(got.value_or(0), expected.value_or(0), 1e-12 * (1 + std::abs(expected.value_or(0))));
}

}  // namespace detente::test
