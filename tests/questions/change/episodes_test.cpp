#include "detente/questions/change/episodes.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "detente/questions/change/attribution.hpp"
#include "support/histories.hpp"
#include "support/random_histories.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using test::act;
using test::day;
using test::history_of_acts;

/// "2v 5^": a trough at number 2, a peak at number 5.
std::string turns(const std::vector<double>& path, double delta) {
  std::string out;
  for (const TurningPoint& t : turning_points(path, delta))
    out += fmt::format("{}{}{}", out.empty() ? "" : " ", t.at, t.is_peak ? "^" : "v");
  return out;
}

struct Turns {
  std::vector<double> path;
  const char* expected;
};

TEST(TurningPoints, AreConfirmedByAMoveOfDelta) {
  const Turns table[] = {
      {{}, ""},
      {{7}, ""},
      {{0, 4, 0, 4.9, 0}, ""},  // never δ
      {{0, 5}, "0v 1^"},        // exactly δ
      {{5, 0}, "0^ 1v"},        // a fall comes first
      {{0, 5, 0}, "0v 1^ 2v"},
      {{0, 3, 6, 9, 8}, "0v 3^"},              // the running extreme
      {{3, 0, 2, 9, 5, 7, 1, 2}, "1v 3^ 6v"},  // the fall of 3 before the first rise is none
      {{0, 9, 5, 8, 3, 9}, "0v 1^ 4v 5^"},     // 5 is a pause, 3 a trough
      {{0, 9, 9, 3}, "0v 1^ 3v"},              // the first of equal peaks
      {{2, 0, 4, 1, 5.5}, "1v 4^"},
      {{0, 4, -2, 3}, "1^ 2v 3^"},
      {{0, 6, 1, 0, 0, 5}, "0v 1^ 3v 5^"},
      {{0, 0, 0, 6}, "2v 3^"},                              // a flat beginning is no part of the rise
      {{std::nan(""), 0, std::nan(""), 6, 0}, "1v 3^ 4v"},  // days without a value are passed over
  };
  for (const Turns& t : table) EXPECT_EQ(turns(t.path, 5), t.expected) << fmt::format("{}", fmt::join(t.path, " "));
}

TEST(TurningPoints, NeedADeltaAboveZero) {
  for (const double delta : {0.0, -1.0, std::nan(""), HUGE_VAL})
    EXPECT_THROW(turning_points(std::vector{1.0, 2.0}, delta), std::invalid_argument);
}

RC_GTEST_PROP(TurningPoints, AlternateAndLieDeltaApart, ()) {
  std::vector<double> path;
  for (const int x : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 40))) path.push_back(x / 2.0);
  const auto points = turning_points(path, 5);
  for (std::size_t i = 1; i < points.size(); ++i) {
    RC_ASSERT(points[i - 1].at < points[i].at);
    RC_ASSERT(points[i - 1].is_peak != points[i].is_peak);
    const double up = points[i].is_peak ? 1 : -1;
    RC_ASSERT(up * (path[points[i].at] - path[points[i - 1].at]) >= 5);
    for (std::size_t j = points[i - 1].at; j <= points[i].at; ++j)  // the extreme of the stretch between them
      RC_ASSERT(up * path[j] <= up * path[points[i].at]);
  }
}

std::vector<Phase> phases_of(const std::vector<Act>& acts, const char* end = "2025-06-01") {
  return phases(history_of_acts(acts, day("2025-01-01"), day(end)),
                test::scoring_of(Catalogue::built_in().make("decayed_sum")));
}

Act kind_act(std::uint64_t key, const char* date, double points) {
  Act a = act(key, date, points);
  a.quad = QuadClass::verbal_cooperation;
  return a;
}

TEST(Phases, AFallWithoutActsIsCoolingBySilence) {
  const auto p = phases_of({act(1, "2025-01-10", 12)});
  ASSERT_EQ(p.size(), 2U);
  EXPECT_EQ(p[0].kind, PhaseKind::escalation);
  EXPECT_EQ(p[0].from, day("2025-01-09"));  // and not the beginning of what is shown
  EXPECT_EQ(p[0].to, day("2025-01-10"));
  EXPECT_EQ(p[0].heat_to, 12);
  EXPECT_EQ(p[1].kind, PhaseKind::cooling_by_silence);
  EXPECT_EQ(p[1].acts_share, 0);
  EXPECT_TRUE(p[1].ongoing);
  EXPECT_FALSE(p[0].ongoing);
}

TEST(Phases, AFallByCooperationIsAThaw) {
  const auto p = phases_of({act(1, "2025-01-10", 12), kind_act(2, "2025-01-11", -20)}, "2025-01-12");
  ASSERT_EQ(p.size(), 2U);
  EXPECT_EQ(p[1].kind, PhaseKind::thaw);
  EXPECT_GT(p[1].acts_share, 0.9);
  EXPECT_EQ(p[1].from, day("2025-01-10"));
  EXPECT_EQ(p[1].to, day("2025-01-11"));
}

TEST(Phases, ARiseWithoutActsIsWarmthFading) {
  const auto p = phases_of({kind_act(1, "2025-01-10", -20)});
  ASSERT_EQ(p.size(), 2U);
  EXPECT_EQ(p[0].kind, PhaseKind::thaw);
  EXPECT_EQ(p[0].to, day("2025-01-10"));
  EXPECT_EQ(p[1].kind, PhaseKind::warmth_fading);
  EXPECT_EQ(p[1].acts_share, 0);
}

TEST(Phases, AHistoryThatBeginsHotBeginsWithARise) {
  const auto p = phases_of({act(1, "2025-01-01", 12)}, "2025-01-02");
  ASSERT_EQ(p.size(), 1U);
  EXPECT_EQ(p[0].kind, PhaseKind::escalation);
  EXPECT_EQ(p[0].from, day("2024-12-31"));
}

TEST(Phases, HeatIsOfBothDirectionsTogether) {
  const auto p = phases_of({act(1, "2025-01-10", 3), test::by_other_side(act(2, "2025-01-10", 3))});
  ASSERT_FALSE(p.empty());
  EXPECT_EQ(p[0].heat_to, 6);
}

TEST(Phases, AQuietHistoryHasNone) { EXPECT_TRUE(phases_of({act(1, "2025-01-10", 4)}).empty()); }

TEST(Phases, OfTheThirtyThreeEventsRiseFiveTimes) {
  const Scoring scoring = test::default_scoring();
  std::vector<std::string> peaks;
  for (const Phase& p : phases(test::history_of(test::us_colombia(), scoring), scoring))
    if (p.kind == PhaseKind::escalation) peaks.push_back(to_text(p.to));
  EXPECT_EQ(peaks, (std::vector<std::string>{"2025-01-26", "2025-07-03", "2025-09-26", "2025-10-24", "2026-01-05"}));
}

TEST(Phases, HaveNames) {
  EXPECT_EQ(to_text(PhaseKind::escalation), "escalation");
  EXPECT_EQ(to_text(PhaseKind::thaw), "thaw");
  EXPECT_EQ(to_text(PhaseKind::cooling_by_silence), "cooling by silence");
  EXPECT_EQ(to_text(PhaseKind::warmth_fading), "warmth fading");
  EXPECT_EQ(to_text(PhaseKind::easing), "easing");
  EXPECT_EQ(to_text(PhaseKind::hardening), "hardening");
  for (const PhasePath path : {PhasePath::heat, PhasePath::level}) EXPECT_EQ(parse_phase_path(to_text(path)), path);
  EXPECT_FALSE(parse_phase_path("index"));
}

// ---- words and explain ----

double silence_in(const Attribution& explained) {
  double out = explained.remainder_index;
  for (const AttributionLine& line : explained.lines) out += line.index.fading;
  return out;
}

/// What the words of a phase say, held against `explain` over the same days.
void expect_words_of_explain(const Phase& p, const Attribution& explained) {
  const double change = explained.index_to - explained.index_from, silence = silence_in(explained);
  switch (p.kind) {
    case PhaseKind::escalation: EXPECT_TRUE(change > 0 && 2 * silence <= change + 1e-9); break;
    case PhaseKind::warmth_fading: EXPECT_TRUE(change > 0 && 2 * silence >= change - 1e-9); break;
    case PhaseKind::thaw: EXPECT_TRUE(change < 0 && 2 * silence >= change - 1e-9); break;
    case PhaseKind::cooling_by_silence: EXPECT_TRUE(change < 0 && 2 * silence <= change + 1e-9); break;
    case PhaseKind::easing: EXPECT_TRUE(change <= 0 && p.heat_to > p.heat_from); break;
    case PhaseKind::hardening: EXPECT_TRUE(change >= 0 && p.heat_to < p.heat_from); break;
  }
}

void expect_causes_of_explain(const Phase& p, const Attribution& explained) {
  ASSERT_TRUE(p.movement);
  const Movement& m = *p.movement;
  EXPECT_EQ(m.from, explained.index_from);
  EXPECT_EQ(m.to, explained.index_to);
  EXPECT_NEAR(m.change() - m.deeds(), silence_in(explained), 1e-9);
  double acts = 0, listed = 0;
  for (const AttributionLine& line : explained.lines) acts += line.index.acts;
  EXPECT_NEAR(m.causes.acts, acts, 1e-9);
  for (const Mover& mover : m.movers) listed += mover.index;
  EXPECT_NEAR(m.change(), m.silence + listed + m.others, 1e-9);
}

/// Every word for a change agrees with `explain` over the same days, whatever the history.
RC_GTEST_PROP(Phases, WordsNeverContradictExplain, ()) {
  const auto seed = *rc::gen::inRange<std::uint64_t>(1, 1U << 20);
  const auto n = *rc::gen::inRange<std::uint32_t>(5, 120);
  const std::vector<Act> acts = test::any_acts(seed, n);
  const History history = history_of_acts(acts, day("2024-01-01"), day("2025-06-01"));
  const char* models[] = {"decayed_sum", "two_speed", "decayed_sum residue=0.5", "window_mean", "latent_level"};
  const std::string model = models[*rc::gen::inRange(0, 5)];
  const auto side = static_cast<DirectionChoice>(*rc::gen::inRange(0, 3));
  const auto path = *rc::gen::element(PhasePath::heat, PhasePath::level);
  const Scoring scoring = test::scoring_of(Catalogue::built_in().make(model), side);
  std::size_t explained = 0;
  const std::vector<Phase> found = phases(history, scoring, {.delta = 3, .path = path});
  for (const Phase& p : found) {
    if (!p.movement) continue;
    const Attribution why = attribute(history, scoring, p.from, p.to);
    expect_words_of_explain(p, why);
    expect_causes_of_explain(p, why);
    ++explained;
  }
  RC_ASSERT(!testing::Test::HasFailure());
  RC_CLASSIFY(explained > 0);
}

TEST(Phases, EveryKindOccursAndIsExplained) {
  const Scoring scoring = test::scoring_of(Catalogue::built_in().make("decayed_sum"));
  std::map<PhaseKind, std::size_t> seen;
  for (std::uint64_t seed = 1; seed <= 40; ++seed)
    for (const Phase& p :
         phases(history_of_acts(test::any_acts(seed, 80), day("2024-01-01"), day("2025-06-01")), scoring))
      if (p.movement) ++seen[p.kind];
  EXPECT_EQ(seen.size(), 6U);
}

TEST(Phases, AReleaseSuppliesAFallToo) {
  const auto p = phases_of({test::opens(1, "2025-01-10", 20), act(2, "2025-02-10", 12), test::closes(3, "2025-02-11"),
                            kind_act(4, "2025-02-11", -4)},
                           "2025-02-15");
  ASSERT_EQ(p.size(), 4U);
  EXPECT_EQ(p[1].kind, PhaseKind::cooling_by_silence);
  EXPECT_EQ(p[3].kind, PhaseKind::thaw);
  EXPECT_LT(p[3].movement->causes.releases, 0);
  EXPECT_LT(p[3].movement->causes.acts, 0);
}

TEST(Phases, OfTheLevelCountMeasuresInForce) {
  const History history = history_of_acts({test::opens(1, "2025-01-10", 20)}, day("2025-01-01"), day("2025-06-01"));
  const Scoring scoring = test::scoring_of(Catalogue::built_in().make("decayed_sum"));
  const auto of_heat = phases(history, scoring), of_level = phases(history, scoring, {.path = PhasePath::level});
  ASSERT_EQ(of_heat.size(), 2U);
  ASSERT_EQ(of_level.size(), 2U);
  EXPECT_LT(of_heat[1].heat_to, 0.1);
  EXPECT_GT(of_level[1].heat_to, 4);  // a quarter stands until it is lifted
}

TEST(Phases, OfOneDirectionAreOfItsHeat) {
  const std::vector<Act> acts{act(1, "2025-01-10", 12), test::by_other_side(act(2, "2025-02-10", 12))};
  const History history = history_of_acts(acts, day("2025-01-01"), day("2025-02-11"));
  const auto model = Catalogue::built_in().make("decayed_sum");
  EXPECT_EQ(phases(history, test::scoring_of(model)).size(), 3U);
  const auto forward = phases(history, test::scoring_of(model, DirectionChoice::forward));
  ASSERT_EQ(forward.size(), 2U);
  EXPECT_EQ(forward[0].heat_to, 12);
  EXPECT_EQ(forward[0].to, day("2025-01-10"));
}

/// Where nothing can be shared out, the share is that of new acts in the heat.
TEST(Phases, WithoutSharesGoByTheHeat) {
  const History history = history_of_acts({act(1, "2025-01-10", 12)}, day("2025-01-01"), day("2025-06-01"));
  const auto p = phases(history, test::scoring_of(Catalogue::built_in().make("saturating")));
  ASSERT_EQ(p.size(), 2U);
  EXPECT_FALSE(p[0].movement);
  EXPECT_EQ(p[0].acts_share, 1);
  EXPECT_EQ(p[1].kind, PhaseKind::hardening);  // this index forgets nothing, while the heat fades
  EXPECT_EQ(p[1].acts_share, 0);
}

}  // namespace
}  // namespace detente
