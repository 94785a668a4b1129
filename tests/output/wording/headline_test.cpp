#include "detente/output/wording/headline.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "output/wording/figures.hpp"

namespace detente {
namespace {

const Day day = Day::from_civil(2026, 2, 28), since = Day::from_civil(2026, 1, 5);

Headline full() {
  Headline h;
  h.dyad = {"USA", "COL"};
  h.day = day;
  h.index = 71.6, h.word = "strained", h.heat = 48.4, h.measures = 46.25, h.open_measures = 9;
  h.phase = Phase{PhaseKind::thaw, since, day, 20, 9, 0.7, true};
  h.largest_label = "sanction on head of state";
  h.largest_day = Day::from_civil(2025, 10, 24);
  return h;
}

TEST(Headline, SaysEverythingInOneSentence) {
  EXPECT_EQ(to_text(full()),
            "USA–COL on 2026-02-28: 72 (strained), heat 48, measures in force 46 points (9 open); cooling since "
            "2026-01-05: mostly acts; largest: sanction on head of state, 2025-10-24");
}

TEST(Headline, InPlainAscii) {
  EXPECT_TRUE(to_text(full(), DirectionChoice::both, Script::ascii).starts_with("USA-COL on 2026-02-28: 72"));
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

class HeadlineWording : public ::testing::TestWithParam<Wording> {};

TEST_P(HeadlineWording, LeavesOutWhatIsMissing) {
  Headline h = full();
  h.phase.reset();
  h.largest_label.clear();
  GetParam().change(h);
  EXPECT_EQ(to_text(h), "USA–COL on 2026-02-28: " + GetParam().text);
}

const Wording wordings[]{
    {"nothing_more", [](Headline&) {}, "72 (strained), heat 48, measures in force 46 points (9 open)"},
    {"no_index", [](Headline& h) { h.index.reset(); }, "no index, heat 48, measures in force 46 points (9 open)"},
    {"near_the_next_word", [](Headline& h) { h.index = 74.96, h.word_to = 75, h.heat.reset(), h.measures.reset(); },
     "74.9 (strained)"},
    {"far_from_the_next_word", [](Headline& h) { h.word_to = 75, h.heat.reset(), h.measures.reset(); },
     "72 (strained)"},
    {"no_word", [](Headline& h) { h.word = {}; }, "72, heat 48, measures in force 46 points (9 open)"},
    {"small_index_without_words",
     [](Headline& h) {
       h.word = {};
       h.index = -1.25;
     },
     "-1.2, heat 48, measures in force 46 points (9 open)"},
    {"no_heat", [](Headline& h) { h.heat.reset(); }, "72 (strained), measures in force 46 points (9 open)"},
    {"codebook_without_measures", [](Headline& h) { h.measures.reset(); }, "72 (strained), heat 48"},
    {"no_measures_in_force",
     [](Headline& h) {
       h.measures = 0;
       h.open_measures = 0;
     },
     "72 (strained), heat 48, no measures in force"},
    {"one_point",
     [](Headline& h) {
       h.measures = 1;
       h.open_measures = 1;
     },
     "72 (strained), heat 48, measures in force 1 point (1 open)"},
    {"negative_zero",
     [](Headline& h) {
       h.heat = -0.2;
       h.measures.reset();
     },
     "72 (strained), heat 0"},
    {"rising",
     [](Headline& h) {
       h.measures.reset();
       h.phase = Phase{PhaseKind::escalation, since, day, 1, 9, 1, true};
     },
     "72 (strained), heat 48; rising since 2026-01-05"},
    {"silence",
     [](Headline& h) {
       h.measures.reset();
       h.phase = Phase{PhaseKind::cooling_by_silence, since, day, 9, 1, 0.2, true};
     },
     "72 (strained), heat 48; cooling since 2026-01-05: mostly silence"},
    {"largest_without_a_day",
     [](Headline& h) {
       h.measures.reset();
       h.largest_label = "threat";
       h.largest_day.reset();
     },
     "72 (strained), heat 48; largest: threat"},
};

TEST(Headline, SaysThatAScaleIsTheUsersOwn) {
  Headline h = full();
  h.word = {};
  h.profile = profile_of_model("two_speed lambda=0", *find_profile("keds"));
  EXPECT_TRUE(reading_text(h).starts_with("72 by the keds profile (own scale)")) << reading_text(h);
  h.profile = profile_of_model("two_speed kappa=3", *find_profile("keds"));
  EXPECT_TRUE(reading_text(h).starts_with("72 by a profile of the user's own for keds,")) << reading_text(h);
}

INSTANTIATE_TEST_SUITE_P(Table, HeadlineWording, ::testing::ValuesIn(wordings),
                         [](const auto& row) { return row.param.name; });

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
