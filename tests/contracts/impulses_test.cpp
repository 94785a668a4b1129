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
using test::closes;
using test::day;
using test::jan;
using test::likely;
using test::opens;
using test::until;

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
