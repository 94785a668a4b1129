#include "detente/questions/doubt/bands.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "detente/models/decayed_mean.hpp"
#include "detente/models/decayed_sum.hpp"
#include "detente/models/two_speed.hpp"
#include "questions/relation/periods.hpp"
#include "support/histories.hpp"
#include "support/impulses.hpp"
#include "support/us_colombia.hpp"

namespace detente {
using namespace detail;
namespace {

using test::act;
using test::closes;
using test::day;
using test::likely;
using test::of_code;
using test::opens;
using test::until;

/// Levels of the draws at a day, with ω = 1, so that the level is linear in the points.
struct DrawMoments {
  double mean = 0, variance = 0, error_of_mean = 0, error_of_variance = 0;
};

const DecayedSum linear_sum({.omega = 1});

DrawMoments moments_of_draws(const std::vector<Act>& acts, Day at, double event_sd, std::uint32_t n = 20000) {
  std::vector<double> levels;
  const Draws draws(3);
  for (std::uint32_t d = 0; d < n; ++d) {
    const auto impulses = impulses_of(draw_acts(acts, draws, d, event_sd));
    levels.push_back(run(linear_sum, impulses, std::vector{at}).front().value());
  }
  DrawMoments m;
  for (const double x : levels) m.mean += x / n;
  double fourth = 0;
  for (const double x : levels) {
    m.variance += (x - m.mean) * (x - m.mean) / (n - 1);
    fourth += std::pow(x - m.mean, 4) / n;
  }
  m.error_of_mean = std::sqrt(m.variance / n);
  m.error_of_variance = std::sqrt((fourth - m.variance * m.variance) / n);
  return m;
}

double half_life(QuadClass quad) { return is_cooperation(quad) ? 30 : quad == QuadClass::verbal_conflict ? 14 : 60; }

/// First and second moment of k over the days of the span, 0 after `at`.
std::pair<double, double> fading_of(const Act& a, Day at) {
  double first = 0, second = 0;
  for (Day d = a.date.first; d <= a.date.last; ++d) {
    const double k = d <= at ? std::exp2(-static_cast<double>(at - d) / half_life(a.quad)) : 0;
    first += k / static_cast<double>(a.date.days());
    second += k * k / static_cast<double>(a.date.days());
  }
  return {first, second};
}

/// L = Σ w Z (x + o_c + e) k with Z ~ Bernoulli(p), o_c ~ N(0, sd_c²) shared by a code, e ~ N(0, s²), k of a random
/// day. E L = Σ w p x E k. Var L, for independent acts but for their offsets:
///   Σ_c sd_c² (Σ_{i∈c} w p E k)²                    offsets of codes, by what acts of a code have in common
/// + Σ_i sd_c² w² (p E k² − p² (E k)²)               and by what they have not
/// + Σ_i s² w² p E k²                                terms of events
/// + Σ_i x² w² (p E k² − p² (E k)²)                  dates and occurrence
DrawMoments closed_form(const std::vector<Act>& acts, Day at, double event_sd) {
  DrawMoments m;
  std::map<std::uint64_t, std::pair<double, double>> by_code;  // sd and Σ w p E k
  for (const Act& a : acts) {
    const auto [k, k2] = fading_of(a, at);
    const double p = a.probability, own = a.weight * a.weight * (p * k2 - p * p * k * k);
    m.mean += a.weight * p * a.points * k;
    m.variance += (a.points * a.points + a.sd * a.sd) * own + event_sd * event_sd * a.weight * a.weight * p * k2;
    by_code[a.code_key].first = a.sd;
    by_code[a.code_key].second += a.weight * p * k;
  }
  for (const auto& [code, c] : by_code) m.variance += c.first * c.first * c.second * c.second;
  return m;
}

void expect_closed_form(const std::vector<Act>& acts, const char* at, double event_sd) {
  const DrawMoments wanted = closed_form(acts, day(at), event_sd), got = moments_of_draws(acts, day(at), event_sd);
  EXPECT_NEAR(got.mean, wanted.mean, 5 * got.error_of_mean + 1e-9);
  EXPECT_NEAR(got.variance, wanted.variance, 5 * got.error_of_variance + 1e-9);
}

TEST(DrawActs, CodeOffsetsDoNotAverageOut) {
  std::vector<Act> acts;
  for (std::uint64_t i = 1; i <= 10; ++i) acts.push_back(of_code(act(i, "2025-01-10"), 77, 1.5));
  EXPECT_NEAR(closed_form(acts, day("2025-01-10"), 0).variance, 225, 1e-9);  // (10 × 1.5)², not 10 × 1.5²
  expect_closed_form(acts, "2025-01-10", 0);
}

TEST(DrawActs, HaveTheClosedFormOfEachSource) {
  expect_closed_form({of_code(act(1, "2025-01-10"), 1, 0), of_code(act(2, "2025-01-20", -3), 2, 0)}, "2025-01-25", 1);
  expect_closed_form({of_code(likely(act(1, "2025-01-10"), 0.7), 1, 0)}, "2025-01-25", 0);
  expect_closed_form({of_code(act(1, "2025-01"), 1, 0)}, "2025-01-20", 0);
  expect_closed_form(
      {of_code(act(1, "2025-01-10"), 1, 2), of_code(act(2, "2025-01-12"), 1, 2), of_code(act(3, "2025-01-12"), 2, 1)},
      "2025-01-25", 0);
}

TEST(DrawActs, HaveTheClosedFormOfAllSourcesTogether) {
  std::vector<Act> acts{of_code(act(1, "2025-01", 6), 1, 1.75, 0.5),
                        of_code(likely(act(2, "2025-01-10", 6), 0.7), 1, 1.75, 2),
                        of_code(likely(act(3, "[2025-01-05..2025-02-20]", -4), 0.5), 2, 0.75),
                        of_code(act(4, "2025-01-31", 5), 3, 1, 1.5), of_code(act(5, "2025-02-01", -2), 2, 0.75)};
  acts[2].quad = acts[4].quad = QuadClass::verbal_cooperation;
  acts[3].quad = QuadClass::material_conflict;
  expect_closed_form(acts, "2025-02-03", 1);
  expect_closed_form(acts, "2025-01-15", 0.5);
}

// ---- what a draw is ----

std::map<std::uint64_t, Act> by_key(const std::vector<Act>& acts) {
  std::map<std::uint64_t, Act> out;
  for (const Act& a : acts) out[a.key.value] = a;
  return out;
}

TEST(DrawActs, OneEventMoreChangesNobodyElse) {
  const std::vector<Act> few{of_code(likely(act(1, "2025-01"), 0.5), 7, 1), of_code(act(2, "2025-02"), 7, 1)};
  std::vector<Act> more{of_code(act(3, "2024-12"), 7, 1)};
  more.insert(more.end(), few.begin(), few.end());
  const Draws draws(1);
  for (std::uint32_t d = 0; d < 50; ++d) {
    auto with = by_key(draw_acts(more, draws, d));
    const auto without = by_key(draw_acts(few, draws, d));
    EXPECT_EQ(with.erase(3), 1U);
    ASSERT_EQ(with.size(), without.size());
    for (const auto& [key, a] : without) {
      EXPECT_EQ(with[key].points, a.points);
      EXPECT_EQ(with[key].date, a.date);
    }
  }
}

TEST(DrawActs, PickEveryDayOfTheSpanAndNoOther) {
  std::map<Day, int> counts;
  for (std::uint32_t d = 0; d < 4000; ++d) {
    const auto drawn = draw_acts(std::vector{act(1, "[2025-01-05..2025-01-08]")}, Draws(1), d);
    EXPECT_TRUE(drawn.at(0).date.is_exact());
    ++counts[drawn.at(0).date.first];
  }
  ASSERT_EQ(counts.size(), 4U);
  EXPECT_EQ(counts.begin()->first, day("2025-01-05"));
  for (const auto& [d, n] : counts) EXPECT_NEAR(n, 1000, 5 * std::sqrt(750.0)) << to_text(d);
}

TEST(DrawActs, NoClosingIsBeforeTheOpeningThatItEnds) {
  const std::vector<Act> acts{opens(1, "2025-01"), closes(2, "2025-01"), opens(3, "2025-03"),
                              closes(4, "[2025-01-20..2025-03-20]")};
  for (std::uint32_t d = 0; d < 500; ++d) {
    const auto drawn = by_key(draw_acts(acts, Draws(1), d));
    EXPECT_LE(drawn.at(1).date.first, drawn.at(2).date.first);
  }
}

/// Measures of different pairs draw their days apart: a closing waits for the opening of its own imposer.
TEST(DrawActs, AClosingWaitsForItsOwnOpening) {
  std::vector<Act> acts{opens(1, "2025-01-20"), opens(2, "2025-01-02"), closes(3, "2025-01")};
  acts[1].others = acts[2].others = Dyad{"USA", "VEN"};
  bool before = false;
  for (std::uint32_t d = 0; d < 200; ++d) {
    const Day closing = by_key(draw_acts(acts, Draws(1), d)).at(3).date.first;
    EXPECT_GE(closing, day("2025-01-02"));
    before = before || closing < day("2025-01-20");
  }
  EXPECT_TRUE(before);
}

TEST(DrawActs, NoDayIsAfterUntil) {
  for (std::uint32_t d = 0; d < 200; ++d) {
    const auto drawn = by_key(draw_acts(std::vector{until(opens(1, "2025-01"), "2025-01-10")}, Draws(1), d));
    EXPECT_LE(drawn.at(1).date.first, day("2025-01-10"));
  }
}

TEST(DrawActs, WhatDidNotOccurIsNotThereNorIsItsHold) {
  const std::vector<Act> acts{likely(opens(1, "2025-01-03"), 0.7), closes(2, "2025-01-10")};
  int occurred = 0;
  for (std::uint32_t d = 0; d < 2000; ++d) {
    const auto drawn = draw_acts(acts, Draws(1), d);
    occurred += drawn.size() == 2 ? 1 : 0;
    const auto impulses = impulses_of(drawn);
    const auto holds =
        std::count_if(impulses.begin(), impulses.end(), [](const Impulse& i) { return i.kind == ImpulseKind::hold; });
    EXPECT_EQ(holds, drawn.size() == 2 ? 1 : 0);
    for (const Act& a : drawn) EXPECT_EQ(a.probability, 1);
  }
  EXPECT_NEAR(occurred / 2000.0, 0.7, 5 * std::sqrt(0.21 / 2000));
  EXPECT_TRUE(draw_acts(std::vector{likely(act(1, "2025-01-03"), 0)}, Draws(1), 1).empty());
}

TEST(DrawActs, AnActThroughoutIsKnownAndStays) {
  const auto drawn = draw_acts(std::vector{act(1, "2025-01/2025-03")}, Draws(1), 5);
  EXPECT_EQ(drawn.at(0).date, test::span("2025-01/2025-03"));
}

}  // namespace
}  // namespace detente
