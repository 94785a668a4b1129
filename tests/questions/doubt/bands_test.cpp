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
using test::history_of_acts;
using test::likely;
using test::opens;
using test::scoring_of;
using test::until;

Act of_code(Act a, std::uint64_t code, double sd, double weight = 1) {
  a.code_key = code;
  a.sd = sd;
  a.weight = weight;
  return a;
}

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

// ---- bands ----

std::vector<Period> months(const History& history) {
  return periods_between(PeriodKind::month, history.shown.first, history.shown.end);
}

Bands bands_of(const History& history, const Scoring& scoring, BandOptions options = {.draws = 200}) {
  return coding_bands(history, scoring, months(history), SampleAt::end, options);
}

/// Type 7 by the definition: the draws are made again one by one.
TEST(CodingBands, AreQuantilesOfTheDraws) {
  const EventLog log = test::us_colombia();
  const Scoring scoring = test::default_scoring();
  const History history = test::history_of(log, scoring);
  const std::size_t at = 250;
  std::vector<double> values;
  for (std::uint32_t d = 0; d < 101; ++d) {
    const auto acts = draw_acts(history.coding.acts, Draws(9), d);
    values.push_back(*index_path(score(scoring.model, acts, history.days), history.days, scoring).index[at]);
  }
  std::sort(values.begin(), values.end());
  const Bands bands = bands_of(history, scoring, {.coverage = 0.9, .draws = 101, .seed = 9});
  EXPECT_NEAR(*bands.daily.lower[at], values[5], 1e-12);  // 0.05 × 100
  EXPECT_NEAR(*bands.daily.upper[at], values[95], 1e-12);
  const Bands other = bands_of(history, scoring, {.coverage = 0.5, .draws = 101, .seed = 9});
  EXPECT_NEAR(*other.daily.upper[at], values[75], 1e-12);
}

bool same(const Bands& a, const Bands& b) {
  return a.daily.lower == b.daily.lower && a.daily.upper == b.daily.upper && a.periods.lower == b.periods.lower &&
         a.periods.upper == b.periods.upper;
}

TEST(CodingBands, AreOthersWithAnotherSeed) {
  const EventLog log = test::us_colombia();
  const Scoring scoring = test::default_scoring();
  const History history = test::history_of(log, scoring);
  EXPECT_FALSE(
      same(bands_of(history, scoring, {.draws = 50, .seed = 1}), bands_of(history, scoring, {.draws = 50, .seed = 2})));
}

TEST(CodingBands, AreTheSameWhateverTheOrderOfArrival) {
  const EventLog log = test::us_colombia();
  std::vector<Event> events;
  for (const auto& row : log.rows()) {
    events.push_back(log.event(row));
    if (row.number % 3 == 0) events.back().id.clear();  // with and without ids
  }
  const auto bands = [](const std::vector<Event>& list) {
    EventLog ordered;
    for (const Event& e : list) ordered.add(e);
    const Scoring scoring = test::default_scoring();
    return bands_of(test::history_of(ordered, scoring), scoring, {.draws = 50});
  };
  const Bands first = bands(events);
  std::reverse(events.begin(), events.end());
  EXPECT_TRUE(same(first, bands(events)));
  std::rotate(events.begin(), events.begin() + 11, events.end());
  EXPECT_TRUE(same(first, bands(events)));
}

TEST(CodingBands, AreMissingWhereMostDrawsHaveNothing) {
  const History history = history_of_acts({likely(act(1, "2025-01-10"), 0.3)}, day("2025-01-01"), day("2025-02-01"));
  const Bands bands = bands_of(history, scoring_of(AnyModel(DecayedMean(), "mean")));
  EXPECT_EQ(bands.daily.lower.front(), std::nullopt);
  EXPECT_EQ(bands.daily.lower.back(), std::nullopt);
  const History surer = history_of_acts({likely(act(1, "2025-01-10"), 0.7)}, day("2025-01-01"), day("2025-02-01"));
  EXPECT_EQ(bands_of(surer, scoring_of(AnyModel(DecayedMean(), "mean"))).daily.lower.front(), std::nullopt);
  EXPECT_NE(bands_of(surer, scoring_of(AnyModel(DecayedMean(), "mean"))).daily.lower.back(), std::nullopt);
}

TEST(CodingBands, WithNothingUncertainHaveNoWidth) {
  const History history = history_of_acts({of_code(act(1, "2025-01-10"), 1, 0)}, day("2025-01-01"), day("2025-02-01"));
  const Bands bands = bands_of(history, scoring_of(AnyModel(DecayedSum(), "sum")), {.draws = 20, .event_sd = 0});
  EXPECT_EQ(bands.daily.lower, bands.daily.upper);
}

/// Level 5 with variance 4, whatever happens.
struct Noisy {
  using State = int;
  State start(Day) const { return 0; }
  void advance(State&, Day) const {}
  void observe(State&, const Impulse&) const {}
  std::optional<double> level(const State&) const { return 5; }
  std::optional<double> variance(const State&) const { return 4; }
};

TEST(CodingBands, DrawFromTheModelsOwnVariance) {
  const History history = history_of_acts({act(1, "2025-01-10")}, day("2025-01-01"), day("2025-02-01"));
  const Bands bands = bands_of(
      history, scoring_of(AnyModel(Noisy(), "noisy"), DirectionChoice::forward, {ScaleKind::linear}), {.draws = 4000});
  const double half_width = 5 * 2 * 1.6448536;  // linear scale, standard deviation 2
  EXPECT_NEAR(*bands.daily.lower[3], 75 - half_width, 1);
  EXPECT_NEAR(*bands.daily.upper[3], 75 + half_width, 1);
}

/// A history of many years keeps the band of some of its days, and of every period that is shown.
TEST(CodingBands, OfManyYearsKeepWhatIsShown) {
  std::vector<Act> acts{act(1, "1900-03-05"), act(2, "2025-01-10")};
  const History history = history_of_acts(acts, day("1900-01-01"), day("2025-02-01"));
  const auto years = periods_between(PeriodKind::year, history.shown.first, history.shown.end);
  const Scoring scoring = scoring_of(AnyModel(DecayedSum(), "sum"));
  const BandOptions options{.draws = 30};
  const Bands few = coding_bands(history, scoring, years, SampleAt::end, options);
  const auto kept =
      std::count_if(few.daily.lower.begin(), few.daily.lower.end(), [](const auto& v) { return v.has_value(); });
  EXPECT_GT(kept, 3000);
  EXPECT_LE(kept, 4096);
  const Bands all = coding_bands(history, scoring, years, SampleAt::mean, options);  // looks at every day
  for (std::size_t i = 0; i < few.daily.lower.size(); ++i) EXPECT_EQ(few.daily.lower[i], all.daily.lower[i]);
  ASSERT_EQ(few.periods.lower.size(), years.size());
  EXPECT_TRUE(few.periods.lower[0] && few.periods.lower[124]);
}

TEST(CodingBands, RefuseOptionsOutOfRange) {
  const History history = history_of_acts({act(1, "2025-01-10")}, day("2025-01-01"), day("2025-02-01"));
  const Scoring scoring = scoring_of(AnyModel(DecayedSum(), "sum"));
  for (const BandOptions& bad :
       {BandOptions{.coverage = 0}, BandOptions{.coverage = 1}, BandOptions{.coverage = std::nan("")},
        BandOptions{.draws = 19}, BandOptions{.event_sd = -1}})
    EXPECT_THROW(bands_of(history, scoring, bad), std::invalid_argument);
}

/// Draws of acts that are exact, certain and without error are the acts: every side's band is its own level.
TEST(CodingBands, OfPooledSidesPassThroughTheLevel) {
  std::vector<Act> acts{of_code(act(1, "2025-01-05"), 1, 0), test::by_other_side(of_code(act(2, "2025-02-01"), 2, 0))};
  const History history = history_of_acts(acts, day("2025-01-01"), day("2025-04-01"));
  const std::vector<Period> periods = shown_periods(history, PeriodKind::month);
  for (const DirectionChoice side : {DirectionChoice::both, DirectionChoice::forward, DirectionChoice::backward}) {
    const Scoring scoring = scoring_of(AnyModel(TwoSpeed(), "two_speed"), side, {.kind = ScaleKind::linear});
    const auto path = index_path(score(scoring.model, acts, history.days), history.days, scoring).index;
    const Bands exact = coding_bands(history, scoring, periods, SampleAt::end, {.draws = 20, .event_sd = 0});
    EXPECT_EQ(exact.daily.lower, path);
    EXPECT_EQ(exact.daily.upper, path);
    const Bands wide = coding_bands(history, scoring, periods, SampleAt::end, {.draws = 200});
    const std::size_t last = history.days.size() - 1;
    EXPECT_LT(*wide.daily.lower[last], *path[last]);
    EXPECT_GT(*wide.daily.upper[last], *path[last]);
  }
}

}  // namespace
}  // namespace detente
