#pragma once
/// \file
/// One possibility of how a measure stands on a day (measure_course.hpp): who holds it, which lifts run, and which of
/// the acts whose span has begun are still to come.

#include <array>
#include <compare>
#include <cstdint>
#include <tuple>
#include <vector>

#include "contracts/measure_plan.hpp"
#include "detente/ground/day.hpp"

namespace detente::detail {

/// What is known about an act whose span has begun: it is over (or never happens), it falls on the current day, or it
/// is still to come, in the part of its span with that number, from 1.
using ActStatus = std::uint8_t;
inline constexpr ActStatus gone = 0, falls_today = 255;

/// How many acts may be remembered at a time; each at least doubles the states.
inline constexpr std::size_t most_live = 17;

struct RunningLift {
  Day from, to;
  int by;
  friend auto operator<=>(const RunningLift&, const RunningLift&) = default;
};

struct CourseState {
  int holder = nobody;
  std::array<ActStatus, most_live> status = {};  ///< by slot; `gone` if there is none
  /// The lifts in order: the first runs from its day on, the others follow it.
  std::vector<RunningLift> lifts = {};

  bool is_lifted(Day day) const { return !lifts.empty() && lifts.front().from < day; }
  friend auto operator<=>(const CourseState&, const CourseState&) = default;
};

/// A state within a day: how many of the day's openings and closings have been processed.
struct Course {
  CourseState state = {};
  std::size_t openings = 0, closings = 0;
  double mass = 1;

  auto order() const { return std::tie(state, openings, closings); }
};

/// Adds up equal states.
void merge(std::vector<Course>& courses);

}  // namespace detente::detail
