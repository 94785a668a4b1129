#pragma once
/// \file
/// Where dated gridlines go: days, weeks, months, quarters, years or round numbers of years, whichever is the finest
/// whose labels fit.

#include <string>
#include <vector>

#include "detente/ground/period.hpp"

namespace detente::detail {

struct TimeTick {
  Day day;
  std::string label;  ///< "26 Sep", "Sep", "2025"
  std::string year;   ///< shown at the first tick of a year; empty if the label is the year
};

/// Ticks in [first, end) for an axis `pixels` wide.
std::vector<TimeTick> time_ticks(Day first, Day end, double pixels);

}  // namespace detente::detail
