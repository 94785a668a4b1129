#include "contracts/pulse_columns.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "detente/contracts/run.hpp"
#include "detente/models/decayed_sum.hpp"
#include "support/impulses.hpp"

namespace detente {
using namespace detail;
namespace {

static_assert(ImpulseRange<PulseColumns>);
static_assert(ImpulseRange<std::vector<Impulse>> && ImpulseRange<std::span<const Impulse>>);
static_assert(!ImpulseRange<std::vector<Day>>);

struct Columns {
  std::vector<Day> days;
  std::vector<double> points;
  std::vector<QuadClass> quads;

  explicit Columns(const std::vector<Impulse>& impulses) {
    for (const Impulse& i : impulses) {
      days.push_back(i.day);
      points.push_back(i.points);
      quads.push_back(i.quad);
    }
  }
};

/// Plain acts of weight 1 for which nobody is credited.
std::vector<Impulse> any_plain_pulses() {
  std::vector<Impulse> out;
  for (const Impulse& i : as_pulses(*test::any_impulses())) out.push_back(test::pulse(i.day, i.points, i.quad, 0));
  return out;
}

RC_GTEST_PROP(PulseColumns, AreTheImpulsesToTheLastBit, ()) {
  const std::vector<Impulse> impulses = any_plain_pulses();
  const Columns columns(impulses);
  const PulseColumns pulses{columns.days, columns.points, columns.quads};
  RC_ASSERT(std::equal(pulses.begin(), pulses.end(), impulses.begin(), impulses.end()));
  const std::vector<Day> days = *test::any_days();
  RC_ASSERT(run(DecayedSum(), pulses, days) == run(DecayedSum(), impulses, days));
}

TEST(PulseColumns, WithoutQuadsTheyAreWords) {
  const std::vector<Day> days{{1}, {2}, {3}};
  const std::vector<double> points{-2, 0, 3};
  const PulseColumns pulses{days, points};
  EXPECT_EQ(pulses[0].quad, QuadClass::verbal_cooperation);
  EXPECT_EQ(pulses[1].quad, QuadClass::verbal_conflict);
  EXPECT_EQ(pulses[2].quad, QuadClass::verbal_conflict);
  EXPECT_EQ(pulses.part(1, 2)[0], pulses[1]);
  EXPECT_EQ(pulses.part(1, 2).size(), 2U);
}

}  // namespace
}  // namespace detente
