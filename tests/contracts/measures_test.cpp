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

using test::by_other_side;
using test::closes;
using test::day;
using test::jan;
using test::likely;
using test::on_object;
using test::opens;
using test::until;

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

}  // namespace
}  // namespace detente
