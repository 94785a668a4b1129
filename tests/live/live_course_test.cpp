#include "live/live_course.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "detente/contracts/measures.hpp"
#include "support/acts.hpp"

namespace detente {
namespace {

using detail::LiveCourse;

std::vector<Impulse> impulses_in(const LiveCourse& course) {
  std::vector<Impulse> out;
  for (std::size_t i = 0; i < course.list().size(); ++i) out.push_back(course.list()[i]);
  return out;
}

Act around(std::uint64_t key, Day day, std::int32_t reach) {
  Act act = test::act(key, "2025-01-01");
  act.date = {day - reach, day + reach};
  return act;
}

TEST(LiveCourse, ADayForgetsHowFarItsActsReached) {
  LiveCourse course(DatePolicy::spread);
  const Day day{100};
  const Act wide = around(1, day, 20), narrow = around(2, day, 3), exact = around(3, day, 0);
  for (const std::vector<Act>& acts :
       {std::vector{wide, narrow}, std::vector{narrow}, std::vector{exact}, std::vector{wide}, std::vector<Act>{}}) {
    course.set_day(day, std::span<const Act>(acts));
    EXPECT_EQ(impulses_in(course), impulses_of(acts));
  }
}

TEST(LiveCourse, AMeasureIsOneWithItsActs) {
  LiveCourse course(DatePolicy::spread);
  const std::vector<Act> acts{test::opens(1, "2025-01-01"), test::closes(2, "2025-03-01"),
                              test::opens(3, "2025-04-01")};
  for (const std::size_t n : {1U, 3U, 2U, 0U, 3U}) {
    std::vector<const Act*> some;
    for (std::size_t i = 0; i < n; ++i) some.push_back(&acts[i]);
    course.set_measure(detail::measure_of(acts[0]), some);
    std::vector<Impulse> expected;
    if (n > 0) detail::add_course(some, DatePolicy::spread, expected);
    std::stable_sort(expected.begin(), expected.end(), comes_before);
    EXPECT_EQ(impulses_in(course), expected) << n;
  }
}

}  // namespace
}  // namespace detente
