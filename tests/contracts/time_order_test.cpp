// What is late is said, never read as calm: every way through days asks whether they ascend.

#include "detente/contracts/time_order.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "contracts/pulse_columns.hpp"
#include "detente/contracts/measures.hpp"
#include "detente/contracts/run.hpp"
#include "detente/models/decayed_sum.hpp"
#include "support/impulses.hpp"
#include "support/misuse.hpp"

namespace detente {
using namespace detail;
namespace {

using test::misuse;
using test::pulse;

const std::vector<Impulse> late{pulse({20000}, 5), pulse({20010}, 5), pulse({20003}, 5)};
const std::vector<Day> days{{20010}, {20020}};
constexpr const char* said = "impulses[2] = 2024-10-07: days ascend, and the one before it is 2024-10-14";

TEST(TimeOrder, AnImpulseThatIsLateIsNamed) {
  const DecayedSum model;
  EXPECT_EQ(misuse([&] { run(model, late, days); }), said);
  EXPECT_EQ(misuse([&] { run_states(model, late, days, [](std::size_t, const auto&) { FAIL(); }); }), said);
  EXPECT_EQ(misuse([&] { run(model, late, days, model.start({20000})); }), said);
}

/// The late one is never reached: the one before it is after every day.
TEST(TimeOrder, AlsoBehindTheLastDay) {
  const std::vector<Impulse> impulses{pulse({20010}, 5), pulse({20003}, 5)};
  EXPECT_THROW(run(DecayedSum(), impulses, std::vector<Day>{{20005}}), std::invalid_argument);
  EXPECT_THROW(run(DecayedSum(), impulses, std::vector<Day>{}), std::invalid_argument);
}

TEST(TimeOrder, ADayThatIsLateIsNamed) {
  const std::vector<Day> back{{20010}, {20005}};
  EXPECT_EQ(misuse([&] { run(DecayedSum(), std::vector<Impulse>{}, back); }),
            "days[1] = 2024-10-09: days ascend, and the one before it is 2024-10-14");
}

TEST(TimeOrder, ColumnsOfPulsesAreChecked) {
  const std::vector<Day> at{{20000}, {20010}, {20003}};
  const std::vector<double> points{5, 5, 5};
  EXPECT_THROW(run(DecayedSum(), PulseColumns{.days = at, .points = points}, days), std::invalid_argument);
  EXPECT_EQ(misuse([&] { run(DecayedSum(), PulseColumns{.days = days, .points = points}, days); }),
            "rows of points = 3: are as many as of days");
  const std::vector<QuadClass> quads{QuadClass::verbal_conflict};
  EXPECT_EQ(misuse([&] { run(DecayedSum(), PulseColumns{.days = at, .points = points, .quads = quads}, days); }),
            "rows of quads = 1: are as many as of days, or none");
}

TEST(TimeOrder, MeasuresInForceAreReadForward) {
  EXPECT_THROW(points_in_force(late, Direction::forward, days), std::invalid_argument);
  EXPECT_THROW(points_in_force({}, Direction::forward, std::vector<Day>{{2}, {1}}), std::invalid_argument);
}

TEST(TimeOrder, DaysThatNoCalendarHasAreNumbers) {
  EXPECT_EQ(misuse([] { days_passed({3'000'000}, {-1'000'000}); }),
            "day = day -1000000: is not before day 3000000, the day that the state has reached; a late event needs a "
            "new run");
}

RC_GTEST_PROP(TimeOrder, JustWhatAscendsPasses, (const std::vector<std::int16_t>& values)) {
  std::vector<Day> some;
  for (const std::int16_t value : values) some.push_back({value});
  const bool ascends = std::is_sorted(some.begin(), some.end());
  std::vector<Impulse> impulses;
  for (const Day day : some) impulses.push_back(pulse(day, 1));
  const auto passes = [](const auto& rows) {
    try {
      check_order(rows);
      return true;
    } catch (const std::invalid_argument&) {
      return false;
    }
  };
  RC_ASSERT(passes(some) == ascends);
  RC_ASSERT(passes(impulses) == ascends);
}

}  // namespace
}  // namespace detente
