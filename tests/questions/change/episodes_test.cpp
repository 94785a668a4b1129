#include "detente/questions/change/episodes.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

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
  };
  for (const Turns& t : table) EXPECT_EQ(turns(t.path, 5), t.expected) << fmt::format("{}", fmt::join(t.path, " "));
}

TEST(TurningPoints, NeedADeltaAboveZero) {
  for (const double delta : {0.0, -1.0, std::nan("")})
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
}

/// By the definition, phase by phase: what is there before is told apart from what comes.
double share_by_definition(const AnyModel& heat, const SidedImpulses& impulses, const Phase& phase) {
  const double sign = is_rise(phase.kind) ? 1 : -1;
  double acts = 0, fading = 0;
  for (const auto* side : {&impulses.forward, &impulses.backward}) {
    const auto before = heat.contributions(*side, phase.from), after = heat.contributions(*side, phase.to);
    for (std::size_t i = 0; i < side->size(); ++i) {
      if ((*side)[i].day <= phase.from)
        fading += sign * (after[i].total() - before[i].total());
      else
        acts += std::max(0.0, sign * after[i].total());
    }
  }
  fading = std::max(0.0, fading);
  return acts + fading > 0 ? acts / (acts + fading) : 0;
}

TEST(Phases, SharesAreThoseOfTheDefinition) {
  const Scoring scoring = test::scoring_of(Catalogue::built_in().make("decayed_sum"));
  const AnyModel heat = *scoring.model.heat();
  std::size_t seen = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const std::vector<Act> acts = test::any_acts(seed, 150);
    const SidedImpulses impulses = impulses_for(heat, acts);
    for (const Phase& phase : phases(history_of_acts(acts, day("2024-01-01"), day("2025-06-01")), scoring)) {
      EXPECT_NEAR(phase.acts_share, share_by_definition(heat, impulses, phase), 1e-9);
      ++seen;
    }
  }
  EXPECT_GT(seen, 50U);
}

}  // namespace
}  // namespace detente
