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
using test::day;
using test::history_of_acts;
using test::likely;
using test::of_code;
using test::scoring_of;

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
