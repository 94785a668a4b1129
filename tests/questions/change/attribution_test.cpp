#include "detente/questions/change/attribution.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "detente/models/decayed_mean.hpp"
#include "detente/models/decayed_sum.hpp"
#include "detente/models/period.hpp"
#include "detente/models/two_speed.hpp"
#include "support/histories.hpp"
#include "support/impulses.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using test::act;
using test::by_other_side;
using test::closes;
using test::day;
using test::history_of_acts;
using test::opens;
using test::scoring_of;
using test::until;

const std::vector<DirectionChoice> choices{DirectionChoice::both, DirectionChoice::forward, DirectionChoice::backward};

double sum_of_index(const Attribution& a) {
  double sum = a.remainder_index;
  for (const AttributionLine& line : a.lines) sum += line.index.total();
  return sum;
}
double sum_of_level(const Attribution& a) {
  double sum = a.remainder_level;
  for (const AttributionLine& line : a.lines) sum += line.level.total();
  return sum;
}

std::vector<AnyModel> additive_models() {
  return {AnyModel(DecayedSum(), "sum"),
          AnyModel(DecayedSum({.omega = 1, .residue = 0.8}), "net sum"),
          AnyModel(DecayedMean({.prior = 0.5}), "mean"),
          AnyModel(PeriodSum(PeriodKind::year), "year"),
          AnyModel(PeriodMean(PeriodKind::month), "month"),
          AnyModel(TwoSpeed(), "two_speed"),
          AnyModel(TwoSpeed({.rho = 2, .kappa = 0.5, .lambda = 1}), "two_speed of another source")};
}

/// The promise: lines alone, without any remainder, add up to the change.
RC_GTEST_PROP(Attribution, LinesSumToTheChange, ()) {
  auto acts = *test::any_acts();
  for (Act& a : acts) a.direction = *rc::gen::element(Direction::forward, Direction::backward);
  const Day from{*rc::gen::inRange(20000, 20700)};
  const Day to = from + *rc::gen::inRange(1, 400);
  const History history = history_of_acts(acts, Day{20000}, Day{21200});
  const Scale scale{*rc::gen::element(ScaleKind::softsign, ScaleKind::linear)};
  for (const AnyModel& model : additive_models()) {
    const Scoring scoring = scoring_of(model, *rc::gen::elementOf(choices), scale);
    const auto levels = score(model, acts, std::vector{from, to});
    if (!levels.of(scoring.direction, 0).level || !levels.of(scoring.direction, 1).level) continue;
    const Attribution a = attribute(history, scoring, from, to);
    RC_ASSERT(a.exact);
    RC_ASSERT(std::abs(a.remainder_level) < 1e-9 && std::abs(a.remainder_index) < 1e-9);
    RC_ASSERT(std::abs(sum_of_index(a) - a.remainder_index - (a.index_to - a.index_from)) < 1e-9);
    RC_ASSERT(std::abs(sum_of_level(a) - a.remainder_level - (a.level_to - a.level_from)) < 1e-9);
  }
}

/// The change of one line, by causes, in level points.
Change change_of(const std::vector<Act>& acts, std::uint64_t key, const char* from, const char* to) {
  const History history = history_of_acts(acts, day("2025-01-01"), day("2025-12-31"));
  const Attribution a =
      attribute(history, scoring_of(AnyModel(DecayedSum(), "sum"), DirectionChoice::forward), day(from), day(to));
  for (const AttributionLine& line : a.lines)
    if (line.key.value == key) return line.level;
  return {};
}

TEST(Attribution, ANewActAddsAndAnOldOneFades) {
  const std::vector<Act> acts{act(1, "2025-01-10")};
  const Change added = change_of(acts, 1, "2025-01-09", "2025-01-10");
  EXPECT_EQ(added.acts, 6);
  EXPECT_EQ(added.fading, 0);
  const Change faded = change_of(acts, 1, "2025-01-10", "2025-01-24");
  EXPECT_EQ(faded.fading, -3);
  EXPECT_EQ(faded.acts, 0);
}

TEST(Attribution, AMeasureIsToldApartFromTheActThatOpensIt) {
  const Change change = change_of({opens(1, "2025-01-10")}, 1, "2025-01-09", "2025-01-10");
  EXPECT_EQ(change.acts, 6);
  EXPECT_EQ(change.measures, 2);
  const Change later = change_of({opens(1, "2025-01-10")}, 1, "2025-01-10", "2025-03-11");  // 60 days
  EXPECT_EQ(later.fading, -3);
  EXPECT_EQ(later.measures, 0);
}

TEST(Attribution, AReleaseIsCreditedToTheClosing) {
  const std::vector<Act> acts{opens(1, "2025-01-10"), closes(2, "2025-03-11")};
  EXPECT_EQ(change_of(acts, 2, "2025-03-10", "2025-03-11").releases, 0);
  EXPECT_EQ(change_of(acts, 2, "2025-03-10", "2025-05-10").releases, -1);  // half of the residue in 60 days
  EXPECT_EQ(change_of(acts, 1, "2025-03-10", "2025-05-10").measures, 0);
}

TEST(Attribution, AnExpiryIsCreditedToTheOpening) {
  const Change change = change_of({until(opens(1, "2025-01-10"), "2025-03-10")}, 1, "2025-03-10", "2025-05-10");
  EXPECT_EQ(change.releases, -1);
}

TEST(Attribution, OfBothIsHalfOfEachSide) {
  const std::vector<Act> acts{act(1, "2025-01-10", 6), by_other_side(act(2, "2025-01-10", 4))};
  const History history = history_of_acts(acts, day("2025-01-01"), day("2025-02-01"));
  const Attribution a =
      attribute(history, scoring_of(AnyModel(DecayedSum(), "sum")), day("2025-01-09"), day("2025-01-10"));
  ASSERT_EQ(a.lines.size(), 2U);
  EXPECT_EQ(a.lines[0].level.acts, 3);
  EXPECT_EQ(a.lines[1].level.acts, 2);
  EXPECT_EQ(a.level_to, 5);
}

/// A change of nothing is still told in index points, by the slope.
TEST(Attribution, ChangesThatCancelAreScaledByTheSlope) {
  const std::vector<Act> acts{act(1, "2025-01-10", 6), act(2, "2025-01-10", -6)};
  const History history = history_of_acts(acts, day("2025-01-01"), day("2025-02-01"));
  const Scoring scoring =
      scoring_of(AnyModel(DecayedSum({.half_life_cooperation = 14, .omega = 1}), "sum"), DirectionChoice::forward);
  const Attribution a = attribute(history, scoring, day("2025-01-09"), day("2025-01-10"));
  ASSERT_EQ(a.lines.size(), 2U);
  EXPECT_EQ(a.lines[0].index.acts, 30);  // 6 points at 5 index points each
  EXPECT_EQ(a.lines[1].index.acts, -30);
}

TEST(Attribution, LargestChangeFirstThenByKey) {
  const std::vector<Act> acts{act(9, "2025-01-03", 1), act(7, "2025-01-05", 5), act(3, "2025-01-06", -5),
                              act(4, "2025-01-06", 8)};
  const History history = history_of_acts(acts, day("2025-01-01"), day("2025-02-01"));
  const Attribution a = attribute(history, scoring_of(AnyModel(PeriodSum(), "sum"), DirectionChoice::forward),
                                  day("2025-01-01"), day("2025-01-10"));
  std::vector<std::uint64_t> keys;
  for (const AttributionLine& line : a.lines) keys.push_back(line.key.value);
  EXPECT_EQ(keys, (std::vector<std::uint64_t>{4, 3, 7, 9}));
}

/// The square of the number of acts: nothing is additive here.
struct Square {
  using State = int;
  State start(Day) const { return 0; }
  void advance(State&, Day) const {}
  void observe(State& n, const Impulse&) const { ++n; }
  std::optional<double> level(const State& n) const { return n * n; }
};

TEST(Attribution, OtherModelsLeaveEachActOutAndSayWhatRemains) {
  const std::vector<Act> acts{act(1, "2025-01-03"), act(2, "2025-01-05")};
  const History history = history_of_acts(acts, day("2025-01-01"), day("2025-02-01"));
  const Attribution a =
      attribute(history, scoring_of(AnyModel(Square(), "square"), DirectionChoice::forward, {ScaleKind::linear}),
                day("2025-01-01"), day("2025-01-10"));
  EXPECT_FALSE(a.exact);
  ASSERT_EQ(a.lines.size(), 2U);
  EXPECT_EQ(a.lines[0].level.acts, 3);  // 4 − 1
  EXPECT_EQ(a.remainder_level, -2);     // 4 − (3 + 3)
  EXPECT_NEAR(sum_of_index(a), a.index_to - a.index_from, 1e-9);
}

TEST(Attribution, RefusesWhatItCannotExplain) {
  const History history = history_of_acts({act(1, "2025-01-03")}, day("2025-01-01"), day("2025-02-01"));
  const Scoring sum = scoring_of(AnyModel(DecayedSum(), "sum"));
  EXPECT_THROW(attribute(history, sum, day("2025-01-10"), day("2025-01-10")), std::invalid_argument);
  EXPECT_THROW(attribute(history, scoring_of(AnyModel(DecayedMean(), "mean")), day("2025-01-01"), day("2025-01-10")),
               std::invalid_argument);
  for (const ScaleKind kind : {ScaleKind::zscore, ScaleKind::percentile})
    EXPECT_THROW(attribute(history, scoring_of(AnyModel(DecayedSum(), "sum"), DirectionChoice::both, {kind}),
                           day("2025-01-01"), day("2025-01-10")),
                 std::invalid_argument);
}

TEST(Attribution, GroupsHoldEveryLineOnce) {
  const EventLog log = test::us_colombia();
  const Scoring scoring = test::default_scoring();
  const History history = test::history_of(log, scoring);
  const Attribution a = attribute(history, scoring, day("2025-09-30"), day("2025-10-31"));
  EXPECT_TRUE(a.exact);
  for (const auto& groups : {by_issue(a), by_quad(a), by_direction(a, {"USA", "COL"})}) {
    double sum = 0;
    std::size_t events = 0;
    for (const AttributionGroup& g : groups) {
      sum += g.index.total();
      events += g.events;
    }
    EXPECT_NEAR(sum, a.index_to - a.index_from, 1e-9);
    EXPECT_EQ(events, a.lines.size());
    for (std::size_t i = 1; i < groups.size(); ++i)
      EXPECT_GE(std::abs(groups[i - 1].index.total()), std::abs(groups[i].index.total()));
  }
  EXPECT_EQ(by_direction(a, {"USA", "COL"}).front().name, "USA → COL");
}

TEST(ContributionsAt, SumToTheLevelOfTheHistory) {
  const EventLog log = test::us_colombia();
  const Scoring scoring = test::default_scoring();
  const History history = test::history_of(log, scoring);
  for (const char* date : {"2025-01-26", "2025-12-31", "2026-02-28"}) {
    double sum = 0;
    for (const double c : contributions_at(history, scoring, day(date))) sum += c;
    EXPECT_NEAR(sum,
                *score(scoring.model, history.coding.acts, std::vector{day(date)}).of(DirectionChoice::both, 0).level,
                1e-9);
  }
  EXPECT_TRUE(contributions_at(history, scoring_of(AnyModel(Square(), "square")), day("2025-12-31")).empty());
}

}  // namespace
}  // namespace detente
