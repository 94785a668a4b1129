#include "detente/contracts/measures.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "detente/questions/doubt/bands.hpp"
#include "support/acts.hpp"
#include "support/impulses.hpp"

namespace detente {
namespace {

using test::act;
using test::by_other_side;
using test::closes;
using test::day;
using test::likely;
using test::on_object;
using test::opens;
using test::until;

/// One day of January 2025 in short: "03" is 2025-01-03.
std::string jan(int d) { return fmt::format("2025-01-{:02}", d); }

/// Points in force by day of January 2025, both directions together, as "3-9:8 12-:5".
std::string in_force(const std::vector<Act>& acts) {
  const auto impulses = impulses_of(acts);
  std::vector<Day> days;
  for (Day d = day(jan(1)); d <= day(jan(31)); ++d) days.push_back(d);
  const auto forward = points_in_force(impulses, Direction::forward, days);
  const auto backward = points_in_force(impulses, Direction::backward, days);
  std::string out;
  for (std::size_t i = 0; i < days.size();) {
    const double points = forward[i] + backward[i];
    std::size_t j = i;
    while (j < days.size() && forward[j] + backward[j] == points) ++j;
    if (points != 0)
      out += fmt::format("{}{}-{}:{:g}", out.empty() ? "" : " ", i + 1, j == 31 ? "" : fmt::format("{}", j), points);
    i = j;
  }
  return out;
}

std::string short_day(Day d) { return d == end_of_time ? "open" : fmt::format("{}", d - day(jan(1)) + 1); }

/// Spells as "OPENING:from-to by CLOSING (lift from-to by CLOSING)", then closings that found nothing.
std::string spells(const std::vector<Act>& acts) {
  const MeasureHistory history = measure_history(acts);
  std::string out;
  for (const MeasureSpell& s : history.spells) {
    out +=
        fmt::format("{}{}:{}-{}", out.empty() ? "" : "; ", s.opening_event.value, short_day(s.from), short_day(s.to));
    if (s.closing_event) out += fmt::format(" by {}", s.closing_event->value);
    for (const auto& lift : s.lifts)
      out += fmt::format(" (lifted {}-{} by {})", short_day(lift.from), short_day(lift.to), lift.event.value);
  }
  for (const EventId event : history.closings_without_opening) out += fmt::format("; {} closes nothing", event.value);
  return out;
}

/// The weights of each kind of impulse, as "pulse 2 hold 1 release 1": what became of the acts.
std::string kinds(const std::vector<Act>& acts) {
  std::map<ImpulseKind, double> sums;
  for (const Impulse& i : impulses_of(acts)) sums[i.kind] += i.weight;
  static constexpr std::array names{"pulse", "hold", "release", "resume"};
  std::string out;
  for (const auto& [kind, sum] : sums)
    out += fmt::format("{}{} {:g}", out.empty() ? "" : " ", names[static_cast<std::size_t>(kind)], sum);
  return out;
}

struct Case {
  const char* name;
  std::vector<Act> acts;
  const char* in_force;
  const char* spells;
  const char* kinds;
};

void PrintTo(const Case& c, std::ostream* os) { *os << c.name; }

class Measures : public testing::TestWithParam<Case> {};

TEST_P(Measures, StandAsTheTableSays) {
  const Case& c = GetParam();
  EXPECT_EQ(in_force(c.acts), c.in_force);
  EXPECT_EQ(spells(c.acts), c.spells);
  EXPECT_EQ(kinds(c.acts), c.kinds);
}

/// The keys of closings are greater than those of openings unless a case is about that.
const Case cases[] = {
    {"opening_then_closing",
     {opens(1, jan(3)), closes(2, jan(10))},
     "3-9:8",
     "1:3-10 by 2",
     "pulse 1 hold 1 release 1"},
    {"never_closed", {opens(1, jan(3))}, "3-:8", "1:3-open", "hold 1"},
    {"second_opening_while_held",
     {opens(1, jan(3)), opens(2, jan(5), 7), closes(3, jan(10))},
     "3-9:8",
     "1:3-10 by 3",
     "pulse 2 hold 1 release 1"},
    {"two_openings_on_one_day", {opens(1, jan(3)), opens(2, jan(3), 7)}, "3-:8", "1:3-open", "pulse 1 hold 1"},
    {"opened_again_after_closing",
     {opens(1, jan(3)), closes(2, jan(10)), opens(3, jan(20), 5)},
     "3-9:8 20-:5",
     "1:3-10 by 2; 3:20-open",
     "pulse 1 hold 2 release 1"},
    {"closed_and_opened_again_on_one_day",
     {opens(1, jan(3)), closes(2, jan(10)), opens(3, jan(10), 5)},
     "3-9:8 10-:5",
     "1:3-10 by 2; 3:10-open",
     "pulse 1 hold 2 release 1"},
    {"opening_and_closing_on_one_day",
     {opens(1, jan(3)), closes(2, jan(3))},
     "",
     "1:3-3 by 2",
     "pulse 1 hold 1 release 1"},
    {"opening_and_closing_on_one_day_whatever_their_keys",
     {closes(1, jan(3)), opens(2, jan(3))},
     "",
     "2:3-3 by 1",
     "pulse 1 hold 1 release 1"},
    {"closing_before_its_opening",
     {closes(1, jan(3)), opens(2, jan(10))},
     "10-:8",
     "2:10-open; 1 closes nothing",
     "pulse 1 hold 1"},
    {"closing_without_an_opening", {closes(1, jan(3))}, "", "; 1 closes nothing", "pulse 1"},
    {"two_closings",
     {opens(1, jan(3)), closes(2, jan(10)), closes(3, jan(12))},
     "3-9:8",
     "1:3-10 by 2; 3 closes nothing",
     "pulse 2 hold 1 release 1"},
    {"another_imposer_does_not_close",
     {opens(1, jan(3)), by_other_side(closes(2, jan(10)))},
     "3-:8",
     "1:3-open; 2 closes nothing",
     "pulse 1 hold 1"},
    {"two_imposers",
     {opens(1, jan(3)), by_other_side(opens(2, jan(5), 7)), closes(3, jan(10))},
     "3-4:8 5-9:15 10-:7",
     "1:3-10 by 3; 2:5-open",
     "pulse 1 hold 2 release 1"},
    {"another_object_does_not_close",
     {on_object(opens(1, jan(3)), "ambassador"), closes(2, jan(10))},
     "3-:8",
     "1:3-open; 2 closes nothing",
     "pulse 1 hold 1"},
    {"two_objects",
     {on_object(opens(1, jan(3)), "ambassador"), on_object(opens(2, jan(4), 5), "consul"),
      on_object(closes(3, jan(10)), "consul")},
     "3-3:8 4-9:13 10-:8",
     "1:3-open; 2:4-10 by 3",
     "pulse 1 hold 2 release 1"},
    {"another_measure_does_not_close",
     {opens(1, jan(3)), closes(2, jan(10), "visa")},
     "3-:8",
     "1:3-open; 2 closes nothing",
     "pulse 1 hold 1"},
    {"five_day_visa",
     {opens(1, jan(3)), until(closes(2, jan(10)), jan(14))},
     "3-9:8 15-:8",
     "1:3-open (lifted 10-15 by 2)",
     "pulse 1 hold 1 release 1 resume 1"},
    {"five_day_visa_while_nothing_is_held",
     {until(closes(1, jan(10)), jan(14)), opens(2, jan(20))},
     "20-:8",
     "2:20-open; 1 closes nothing",
     "pulse 1 hold 1"},
    {"lifted_twice",
     {opens(1, jan(3)), until(closes(2, jan(5)), jan(6)), until(closes(3, jan(10)), jan(14))},
     "3-4:8 7-9:8 15-:8",
     "1:3-open (lifted 5-7 by 2) (lifted 10-15 by 3)",
     "pulse 2 hold 1 release 2 resume 2"},
    {"lifts_that_overlap",
     {opens(1, jan(3)), until(closes(2, jan(5)), jan(12)), until(closes(3, jan(10)), jan(14))},
     "3-4:8 15-:8",
     "1:3-open (lifted 5-13 by 2) (lifted 13-15 by 3)",
     "pulse 2 hold 1 release 2 resume 2"},
    {"a_lift_within_a_lift",
     {opens(1, jan(3)), until(closes(2, jan(5)), jan(14)), until(closes(3, jan(8)), jan(9))},
     "3-4:8 15-:8",
     "1:3-open (lifted 5-15 by 2); 3 closes nothing",
     "pulse 2 hold 1 release 1 resume 1"},
    {"closed_for_good_during_a_lift",
     {opens(1, jan(3)), until(closes(2, jan(5)), jan(14)), closes(3, jan(8))},
     "3-4:8",
     "1:3-8 by 3 (lifted 5-8 by 2)",
     "pulse 2 hold 1 release 1"},
    {"closed_for_good_on_the_first_day_of_a_lift",
     {opens(1, jan(3)), until(closes(2, jan(5)), jan(14)), closes(3, jan(5))},
     "3-4:8",
     "1:3-5 by 3; 2 closes nothing",
     "pulse 2 hold 1 release 1"},
    {"closed_for_good_on_the_day_of_its_return",
     {opens(1, jan(3)), until(closes(2, jan(5)), jan(9)), closes(3, jan(10))},
     "3-4:8",
     "1:3-10 by 3 (lifted 5-10 by 2)",
     "pulse 2 hold 1 release 2 resume 1"},
    {"closed_for_good_after_a_lift",
     {opens(1, jan(3)), until(closes(2, jan(5)), jan(9)), closes(3, jan(20))},
     "3-4:8 10-19:8",
     "1:3-20 by 3 (lifted 5-10 by 2)",
     "pulse 2 hold 1 release 2 resume 1"},
    {"lifted_from_the_day_of_its_opening",
     {opens(2, jan(3)), until(closes(1, jan(3)), jan(5))},
     "6-:8",
     "2:3-open (lifted 3-6 by 1)",
     "pulse 1 hold 1 release 1 resume 1"},
    {"opening_until", {until(opens(1, jan(3)), jan(10))}, "3-10:8", "1:3-11", "hold 1 release 1"},
    {"opening_until_closed_before",
     {until(opens(1, jan(3)), jan(20)), closes(2, jan(10))},
     "3-9:8",
     "1:3-10 by 2",
     "pulse 1 hold 1 release 1"},
    {"opening_until_closed_after",
     {until(opens(1, jan(3)), jan(10)), closes(2, jan(20))},
     "3-10:8",
     "1:3-11; 2 closes nothing",
     "pulse 1 hold 1 release 1"},
    {"opening_until_lifted_to_its_end",
     {until(opens(1, jan(3)), jan(14)), until(closes(2, jan(10)), jan(14))},
     "3-9:8",
     "1:3-15 (lifted 10-15 by 2)",
     "pulse 1 hold 1 release 2 resume 1"},
    {"opening_until_lifted_past_its_end",
     {until(opens(1, jan(3)), jan(12)), until(closes(2, jan(10)), jan(20))},
     "3-9:8",
     "1:3-13 (lifted 10-13 by 2)",
     "pulse 1 hold 1 release 1"},
    {"opening_throughout", {opens(1, "2025-01-03/2025-01-10")}, "3-10:8", "1:3-11", "hold 1 release 1"},
    {"opening_throughout_and_not_over", {opens(1, "2025-01-03/..")}, "3-:8", "1:3-open", "hold 1"},
    {"opening_until_then_again",
     {until(opens(1, jan(3)), jan(10)), opens(2, jan(11), 5)},
     "3-10:8 11-:5",
     "1:3-11; 2:11-open",
     "hold 2 release 1"},
    {"cancelled_opening", {likely(opens(1, jan(3)), 0), closes(2, jan(10))}, "", "; 2 closes nothing", "pulse 1"},
    {"cancelled_closing", {opens(1, jan(3)), likely(closes(2, jan(10)), 0)}, "3-:8", "1:3-open", "hold 1"},
    {"alleged_opening",
     {likely(opens(1, jan(3)), 0.7), closes(2, jan(10))},
     "3-9:5.6",
     "1:3-10 by 2",
     "pulse 1 hold 0.7 release 0.7"},
    {"alleged_opening_then_a_confirmed_one",
     {likely(opens(1, jan(3)), 0.7), opens(2, jan(5)), closes(3, jan(10))},
     "3-4:5.6 5-9:8",
     "1:3-10 by 3",
     "pulse 1.7 hold 1 release 1"},
    {"disputed_closing_then_a_confirmed_one",
     {opens(1, jan(3)), likely(closes(2, jan(6)), 0.5), closes(3, jan(10))},
     "3-5:8 6-9:4",
     "1:3-6 by 2; 3 closes nothing",
     "pulse 1.5 hold 1 release 1"},
    {"alleged_opening_closed_and_opened_again_on_one_day",
     {likely(opens(1, jan(3)), 0.75), closes(2, jan(10)), opens(3, jan(10), 4)},
     "3-9:6 10-:3",
     "1:3-10 by 2; 3:10-open",
     "pulse 1 hold 1.75 release 1"},
};

INSTANTIATE_TEST_SUITE_P(Table, Measures, testing::ValuesIn(cases), [](const auto& c) { return c.param.name; });

TEST(MeasureHistory, AVagueClosingIsNotBeforeTheOpeningThatItMayEnd) {
  EXPECT_EQ(spells({opens(1, jan(20)), closes(2, "2025-01")}), "1:20-25 by 2");
  EXPECT_EQ(spells({opens(1, "2025-01"), closes(2, "2025-01")}), "1:16-16 by 2");
  EXPECT_EQ(spells({opens(1, jan(20)), closes(2, "[2025-01-01..2025-01-10]")}), "1:20-open; 2 closes nothing");
}

TEST(MeasureHistory, ListsWhatIsMoreLikelyThanNot) {
  EXPECT_EQ(spells({likely(opens(1, jan(3)), 0.4)}), "");
  EXPECT_EQ(spells({opens(1, jan(3)), likely(closes(2, jan(10)), 0.4)}), "1:3-open");
  const auto spell = measure_history(std::vector{on_object(opens(1, jan(3), 7, "visa"), "president")}).spells.at(0);
  EXPECT_EQ(spell.measure, "visa");
  EXPECT_EQ(spell.object, "president");
  EXPECT_EQ(spell.points, 7);
  EXPECT_EQ(spell.opening, EventKey{1});
}

/// What each day's points in force would be on average over draws, with its standard error.
struct Average {
  std::vector<double> mean, error;
};

Average average_over_draws(const std::vector<Act>& acts, const std::vector<Day>& days, int n) {
  std::vector<double> sum(days.size()), squares(days.size());
  const Draws draws(5);
  for (int d = 0; d < n; ++d) {
    auto drawn = draw_acts(acts, draws, static_cast<std::uint32_t>(d), 0);
    for (Act& a : drawn) a.points = a.standing == Standing::opens ? 8 : a.points;  // dates and occurrence only
    const auto points = points_in_force(impulses_of(drawn), Direction::forward, days);
    for (std::size_t i = 0; i < days.size(); ++i) {
      sum[i] += points[i];
      squares[i] += points[i] * points[i];
    }
  }
  Average out;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const double mean = sum[i] / n;
    out.mean.push_back(mean);
    out.error.push_back(std::sqrt(std::max(0.0, squares[i] / n - mean * mean) / n));
  }
  return out;
}

struct VagueCase {
  const char* name;
  std::vector<Act> acts;
};

void PrintTo(const VagueCase& c, std::ostream* os) { *os << c.name; }

class VagueMeasures : public testing::TestWithParam<VagueCase> {};

/// The point path is the mean of the draws: five standard errors, and the error of a mean of 0 or 1.
TEST_P(VagueMeasures, PointPathIsTheMeanOfTheDraws) {
  std::vector<Day> days;
  for (Day d = day(jan(1)); d <= day("2025-02-28"); ++d) days.push_back(d);
  const auto point = points_in_force(impulses_of(GetParam().acts), Direction::forward, days);
  const auto draws = average_over_draws(GetParam().acts, days, 4000);
  for (std::size_t i = 0; i < days.size(); ++i)
    EXPECT_NEAR(point[i], draws.mean[i], 5 * draws.error[i] + 0.02) << to_text(days[i]);
  EXPECT_GT(*std::max_element(point.begin(), point.end()), 0);
}

const VagueCase vague_cases[] = {
    {"vague_opening", {opens(1, "2025-01")}},
    {"vague_opening_exact_closing_after", {opens(1, "2025-01"), closes(2, "2025-02-10")}},
    {"vague_opening_exact_closing_within", {opens(1, "[2025-01-05..2025-01-20]"), closes(2, "2025-01-12")}},
    {"exact_opening_vague_closing", {opens(1, "2025-01-10"), closes(2, "[2025-01-15..2025-02-05]")}},
    {"exact_opening_within_a_vague_closing", {opens(1, "2025-01-10"), closes(2, "2025-01")}},
    {"vague_opening_vague_closing", {opens(1, "2025-01"), closes(2, "[2025-01-15..2025-02-05]")}},
    {"vague_opening_and_closing_in_one_month", {opens(1, "2025-01"), closes(2, "2025-01")}},
    {"alleged_vague_opening", {likely(opens(1, "2025-01"), 0.7), closes(2, "2025-02-10")}},
    {"disputed_closing", {opens(1, "2025-01-10"), likely(closes(2, "2025-01-20"), 0.5)}},
    {"alleged_opening_then_a_confirmed_one",
     {likely(opens(1, "2025-01-10"), 0.7), opens(2, "2025-01-15"), closes(3, "2025-01-20")}},
    {"alleged_opening_disputed_closings",
     {likely(opens(1, "2025-01-10"), 0.7), opens(2, "2025-01-15"), likely(closes(3, "2025-01-20"), 0.5),
      likely(closes(4, "2025-01-25"), 0.5)}},
    {"vague_lift", {opens(1, "2025-01-10"), until(closes(2, "[2025-01-15..2025-01-25]"), "2025-02-02")}},
    {"vague_opening_lifted", {opens(1, "2025-01"), until(closes(2, "2025-02-05"), "2025-02-09")}},
    {"alleged_lift_vague_closing",
     {opens(1, "2025-01-10"), likely(until(closes(2, "2025-01-12"), "2025-02-20"), 0.5),
      closes(3, "[2025-01-15..2025-02-10]")}},
    {"vague_opening_until", {until(opens(1, "2025-01"), "2025-02-10")}},
    {"closed_within_a_month_and_opened_again",
     {opens(1, "2025-01-03"), closes(2, "[2025-01-10..2025-01-20]"), opens(3, "2025-01-31")}},
};

INSTANTIATE_TEST_SUITE_P(Table, VagueMeasures, testing::ValuesIn(vague_cases),
                         [](const auto& c) { return c.param.name; });

TEST(Impulses, AVagueActIsSpreadEvenlyOrPutInTheMiddle) {
  const std::vector<Act> acts{act(1, "[2025-01-01..2025-01-04]")};
  const auto spread = impulses_of(acts);
  ASSERT_EQ(spread.size(), 4U);
  for (const Impulse& i : spread) EXPECT_EQ(i.weight, 0.25);
  const auto middle = impulses_of(acts, DatePolicy::middle);
  ASSERT_EQ(middle.size(), 1U);
  EXPECT_EQ(middle[0].day, day("2025-01-02"));
  EXPECT_EQ(middle[0].weight, 1);
}

TEST(Impulses, AnActThroughoutStandsForItsCount) {
  Act criticism = act(1, "2025-02/2025-03");
  criticism.count = 12;
  double weight = 0;
  for (const Impulse& i : impulses_of(std::vector{criticism})) weight += i.weight;
  EXPECT_NEAR(weight, 12, 1e-12);
  const auto middle = impulses_of(std::vector{criticism}, DatePolicy::middle);
  ASSERT_EQ(middle.size(), 12U);
  EXPECT_EQ(middle.front().weight, 1);
  EXPECT_EQ(middle.front().day, day("2025-02-03"));
  EXPECT_EQ(middle.back().day, day("2025-03-29"));
}

TEST(Impulses, DaysOfObservationAreTheMiddlesOfEqualParts) {
  Act a = act(1, "2025-01-01/2025-01-10");
  EXPECT_EQ(days_of_observation(a), std::vector{day("2025-01-05")});
  a.count = 2;
  EXPECT_EQ(days_of_observation(a), (std::vector{day("2025-01-03"), day("2025-01-08")}));
  a.date = test::span("[2025-01-01..2025-01-10]");  // one unknown day, whatever the count
  EXPECT_EQ(days_of_observation(a).size(), 1U);
}

TEST(Impulses, NothingLeavesNoTrace) {
  Act weightless = act(1, jan(3));
  weightless.weight = 0;
  EXPECT_TRUE(impulses_of(std::vector{weightless, likely(act(2, jan(3)), 0)}).empty());
}

TEST(Impulses, ModelsWithoutMeasuresGetHoldsAsPulses) {
  const auto pulses = as_pulses(impulses_of(std::vector{opens(1, jan(3)), until(closes(2, jan(5)), jan(8))}));
  ASSERT_EQ(pulses.size(), 2U);
  for (const Impulse& i : pulses) EXPECT_EQ(i.kind, ImpulseKind::pulse);
  EXPECT_EQ(pulses[0].points, 8);
}

TEST(Impulses, TheEffectOfAClosingIsItsOwnAndThePointsAreTheOpenings) {
  const auto impulses = impulses_of(std::vector{opens(1, jan(3)), until(closes(2, jan(5)), jan(8))});
  std::size_t seen = 0;
  for (const Impulse& i : impulses) {
    if (i.kind < ImpulseKind::release) continue;
    ++seen;
    EXPECT_EQ(i.key, EventKey{2});
    EXPECT_EQ(i.opening, EventKey{1});
    EXPECT_EQ(i.points, 8);
    EXPECT_EQ(i.quad, QuadClass::material_conflict);
    EXPECT_EQ(i.since, day(jan(5)));
  }
  EXPECT_EQ(seen, 2U);  // what is lifted and, at its end, what comes back
}

RC_GTEST_PROP(Impulses, ComeInOrder, ()) {
  const auto impulses = impulses_of(*test::any_acts());
  RC_ASSERT(std::is_sorted(impulses.begin(), impulses.end(), comes_before));
}

/// Whatever the acts: the weight in force never leaves [0, 1] for certain or doubtful openings of one measure.
RC_GTEST_PROP(Impulses, AMeasureIsInForceBetweenNeverAndOnce, ()) {
  auto acts = *test::any_acts();
  for (Act& a : acts) {
    a.weight = 1;
    a.points = 1;
    a.measure = "one";
  }
  const auto impulses = impulses_of(acts);
  std::vector<Day> days;
  for (Day d{19990}; d < Day{20800}; ++d) days.push_back(d);
  for (const double points : points_in_force(impulses, Direction::forward, days))
    RC_ASSERT(points > -1e-9 && points < 1 + 1e-9);
}

/// Acts that are not of the measure change nothing of it, and the order in which acts are given changes no bit.
RC_GTEST_PROP(Impulses, OrderOfActsChangesNothing, ()) {
  const auto acts = *test::any_acts();
  auto shuffled = acts;
  std::reverse(shuffled.begin(), shuffled.end());
  RC_ASSERT(impulses_of(acts) == impulses_of(shuffled));
}

}  // namespace
}  // namespace detente
