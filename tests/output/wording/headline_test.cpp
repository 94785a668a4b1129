#include "detente/output/wording/headline.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "output/wording/figures.hpp"

namespace detente {
namespace {

const Day day = Day::from_civil(2026, 2, 28), since = Day::from_civil(2026, 1, 5);

Headline full() {
  Headline h;
  h.dyad = {"USA", "COL"};
  h.day = day;
  h.index = 71.6, h.most = 100, h.lower = 68.6, h.upper = 75.2, h.word = "strained";
  h.heat = 48.4, h.measures = 46.25, h.open_measures = 9;
  h.phase = Phase{PhaseKind::thaw, since, day, 20, 9, 0.7, true};
  h.rank = RankInHistory{Day::from_civil(2025, 1, 26), 0.63, 0.37, 83.6, Day::from_civil(2025, 10, 24)};
  h.movement =
      Movement{period_of(PeriodKind::month, day),
               76.9,
               72.1,
               -2.94,
               {},
               {{{1}, day, Direction::forward, "host visit", -0.66}, {{2}, day, Direction::forward, "agreement", 0.4}}};
  h.largest_label = "sanction on head of state";
  h.largest_day = Day::from_civil(2025, 10, 24);
  return h;
}

TEST(Headline, SaysEverythingInAFewSentences) {
  EXPECT_EQ(
      to_text(full()),
      "USA–COL on 28 February 2026: 72 of 100, strained (69–75). Tenser than on 6 days of 10 since January 2025. "
      "Down 4.8 this month: silence −2.9, host visit −0.7. Nine measures stand (46 points). Heat 48, cooling since "
      "5 January 2026, mostly by acts. Peak 84 on 24 October 2025.");
}

TEST(Headline, InPlainAscii) {
  const std::string text = to_text(full(), DirectionChoice::both, Script::ascii);
  EXPECT_TRUE(text.starts_with("USA-COL on 28 February 2026: 72 of 100, strained (69-75).")) << text;
  EXPECT_TRUE(std::all_of(text.begin(), text.end(), [](char c) { return c > 0; })) << text;
  EXPECT_EQ(dyad_name({"USA", "COL"}, DirectionChoice::backward, Script::ascii), "USA->COL");
}

TEST(Headline, NamesTheDirectionAskedFor) {
  EXPECT_TRUE(to_text(full(), DirectionChoice::forward).starts_with("COL→USA on"));
  EXPECT_TRUE(to_text(full(), DirectionChoice::backward).starts_with("USA→COL on"));
}

struct Wording {
  const char* name;
  void (*change)(Headline&);
  std::string text;
};

class HeadlineReading : public ::testing::TestWithParam<Wording> {};

TEST_P(HeadlineReading, LeavesOutWhatIsMissing) {
  Headline h = full();
  GetParam().change(h);
  EXPECT_EQ(reading_text(h), GetParam().text);
}

const Wording readings[]{
    {"no_index", [](Headline& h) { h.index.reset(); }, "no index"},
    {"near_the_next_word", [](Headline& h) { h.index = 74.96, h.word_to = 75; }, "74.9 of 100, strained (69–75)"},
    {"far_from_the_next_word", [](Headline& h) { h.word_to = 75; }, "72 of 100, strained (69–75)"},
    {"no_word", [](Headline& h) { h.word = {}; }, "72 of 100 (69–75)"},
    {"a_scale_without_an_end", [](Headline& h) { h.most.reset(); }, "72, strained (69–75)"},
    {"no_band", [](Headline& h) { h.lower.reset(); }, "72 of 100, strained"},
    {"small_index_without_words", [](Headline& h) { h.word = {}, h.most.reset(), h.index = -1.25, h.lower.reset(); },
     "-1.2"},
    {"small_index_with_a_band",
     [](Headline& h) { h.word = {}, h.most.reset(), h.index = -1.25, h.lower = -2, h.upper = 0.5; },
     "-1.2 (-2.0 to 0.5)"},
};
INSTANTIATE_TEST_SUITE_P(Table, HeadlineReading, ::testing::ValuesIn(readings),
                         [](const auto& row) { return row.param.name; });

class HeadlineContext : public ::testing::TestWithParam<Wording> {};

/// Each sentence alone.
TEST_P(HeadlineContext, SaysWhatThereIs) {
  Headline h = full();
  h.rank.reset(), h.movement.reset(), h.measures.reset(), h.heat.reset(), h.phase.reset(), h.largest_label.clear();
  GetParam().change(h);
  EXPECT_EQ(context_text(h), GetParam().text);
}

RankInHistory rank(double below, bool highest = false, bool lowest = false, double equal = 0) {
  return {Day::from_civil(2025, 1, 26), below, 1 - below - equal, 83.6, Day::from_civil(2025, 10, 24), highest, lowest};
}
/// A thaw in which the index moved from 50 by these causes: acts, fading, measures, releases.
Phase thaw_with(const Change& causes) {
  Phase p{PhaseKind::thaw, since, day, 20, 9, 0.7, true};
  p.movement = Movement{.period = {PeriodKind::day, since + 1, day + 1},
                        .from = 50,
                        .to = 50 + causes.total(),
                        .silence = causes.fading,
                        .causes = causes,
                        .movers = {}};
  return p;
}

Movement moved(double from, double to, double silence, std::vector<Mover> movers = {},
               PeriodKind kind = PeriodKind::month) {
  return {.period = period_of(kind, day), .from = from, .to = to, .silence = silence, .movers = std::move(movers)};
}

const Wording contexts[]{
    {"nothing", [](Headline&) {}, ""},
    {"warming_up", [](Headline& h) { h.warm_from = Day::from_civil(2026, 3, 25); },
     "It reads low until 25 March 2026, while it warms up."},
    {"calmer", [](Headline& h) { h.rank = rank(0.31); },
     "Calmer than on 7 days of 10 since January 2025. Peak 84 on 24 October 2025."},
    {"mostly_equal", [](Headline& h) { h.rank = rank(0, false, false, 0.9); },
     "Calmer than on 1 day of 10 since January 2025. Peak 84 on 24 October 2025."},
    {"always_equal", [](Headline& h) { h.rank = rank(0, false, false, 1); },
     "As on nearly all days since January 2025. Peak 84 on 24 October 2025."},
    {"nearly_all", [](Headline& h) { h.rank = rank(0.97); },
     "Tenser than on nearly all days since January 2025. Peak 84 on 24 October 2025."},
    {"highest", [](Headline& h) { h.rank = rank(1, true); }, "Tenser than on any other day since January 2025."},
    {"lowest", [](Headline& h) { h.rank = rank(0, false, true); },
     "Calmer than on any other day since January 2025. Peak 84 on 24 October 2025."},
    {"up",
     [](Headline& h) {
       h.movement = moved(50, 55.6, -1, {{{1}, day, Direction::forward, "threat", 6.6}});
     },
     "Up 5.6 this month: threat +6.6, silence −1.0."},
    {"unchanged", [](Headline& h) { h.movement = moved(50, 50.01, 0.01); }, "Unchanged this month."},
    {"unchanged_by_opposites",
     [](Headline& h) {
       h.movement = moved(50, 50, -3, {{{1}, day, Direction::forward, "threat", 3}});
     },
     "Unchanged this month: silence −3.0, threat +3.0."},
    {"by_weeks", [](Headline& h) { h.movement = moved(50, 49, -1, {}, PeriodKind::week); },
     "Down 1.0 this week: silence −1.0."},
    {"by_days", [](Headline& h) { h.movement = moved(50, 49, -1, {}, PeriodKind::day); },
     "Down 1.0 since the day before: silence −1.0."},
    {"no_measures", [](Headline& h) { h.measures = 0, h.open_measures = 0; }, "No measure stands."},
    {"one_point", [](Headline& h) { h.measures = 1, h.open_measures = 1; }, "One measure stands (1 point)."},
    {"many_measures", [](Headline& h) { h.measures = 80, h.open_measures = 13; }, "13 measures stand (80 points)."},
    {"negative_zero", [](Headline& h) { h.heat = -0.2; }, "Heat 0."},
    {"rising", [](Headline& h) { h.heat = 60, h.phase = Phase{PhaseKind::escalation, since, day, 1, 9, 1, true}; },
     "Heat 60, rising since 5 January 2026."},
    {"a_thaw_with_its_causes",
     [](Headline& h) {
       h.phase = thaw_with({-3.14, -0.6, 0, -1});
     },
     "Cooling since 5 January 2026, mostly by acts (index −4.7 by 28 February 2026: acts −3.1, releases −1.0, silence "
     "−0.6)."},
    {"a_thaw_by_releases",
     [](Headline& h) {
       h.phase = thaw_with({1, -0.6, 0, -3});
     },
     "Cooling since 5 January 2026, mostly by releases (index −2.6 by 28 February 2026: acts +1.0, releases −3.0, "
     "silence −0.6)."},
    {"a_thaw_by_measures",
     [](Headline& h) {
       h.phase = thaw_with({0, 0, -2, 0});
     },
     "Cooling since 5 January 2026, mostly by measures (index −2.0 by 28 February 2026: measures −2.0)."},
    {"heat_falls_and_the_index_does_not",
     [](Headline& h) {
       h.phase = thaw_with({0, -1, 3, 0});
       h.phase->kind = PhaseKind::hardening;
     },
     "Cooling since 5 January 2026, but the index is not (index +2.0 by 28 February 2026: measures +3.0, silence "
     "−1.0)."},
    {"heat_rises_and_the_index_does_not",
     [](Headline& h) {
       h.phase = thaw_with({2, 0, 0, -3});
       h.phase->kind = PhaseKind::easing;
     },
     "Rising since 5 January 2026, but the index is not (index −1.0 by 28 February 2026: acts +2.0, releases −3.0)."},
    {"a_phase_without_heat",
     [](Headline& h) { h.phase = Phase{PhaseKind::cooling_by_silence, since, day, 9, 1, 0.2, true}; },
     "Cooling since 5 January 2026, mostly by silence."},
    {"a_change_that_cannot_be_shared_out", [](Headline& h) { h.largest_label = "threat"; },
     "Largest: threat, 24 October 2025."},
};
INSTANTIATE_TEST_SUITE_P(Table, HeadlineContext, ::testing::ValuesIn(contexts),
                         [](const auto& row) { return row.param.name; });

TEST(Headline, SaysThatAScaleIsTheUsersOwn) {
  Headline h = full();
  h.word = {};
  h.profile = profile_of_model("two_speed lambda=0", *find_profile("keds"));
  EXPECT_TRUE(reading_text(h).ends_with(" by the keds profile (own scale)")) << reading_text(h);
  h.profile = profile_of_model("two_speed kappa=3", *find_profile("keds"));
  EXPECT_TRUE(reading_text(h).ends_with(" by a profile of the user's own for keds")) << reading_text(h);
}

TEST(RoundedBelow, DoesNotReachTheBound) {
  EXPECT_EQ(detail::rounded_below(49.4, 50), "49");
  EXPECT_EQ(detail::rounded_below(49.6, 50), "49.6");
  EXPECT_EQ(detail::rounded_below(49.94, 50), "49.9");
  EXPECT_EQ(detail::rounded_below(49.96, 50), "49.9");
  EXPECT_EQ(detail::rounded_below(std::nextafter(50, 0), 50), "49.9");
  EXPECT_EQ(detail::rounded_below(-0.2, 0), "-0.2");
}

}  // namespace
}  // namespace detente
