#pragma once
/// \file
/// The vertical axis of the index: its range, which comes from the data and always includes the neutral value, and its
/// ticks.

#include <vector>

#include "detente/questions/index/index_report.hpp"
#include "output/chart/chart_frame.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::chart {

struct ValueAxis {
  ValueRange range;
  double top;
  double bottom;

  double y(double value) const { return bottom - (value - range.low) / (range.high - range.low) * (bottom - top); }
  double pixels(double values) const { return values / (range.high - range.low) * (bottom - top); }
};

/// Values of the daily paths by day, or, without daily paths, of the periods at their last days.
struct Paths {
  std::vector<Day> days;
  std::vector<std::optional<double>> index, lower, upper, lowest, highest, heat;
  /// The ends of the fan after the last day, which the axis holds too.
  std::vector<std::optional<double>> ahead;
};
Paths paths_of(const IndexReport& report, const Frame& frame);

ValueRange range_of(const Paths& paths, const ScaleWords& words);
/// The values that get a gridline: where the words change, or round numbers.
std::vector<double> value_ticks(const ValueAxis& axis, const ScaleWords& words);
/// Whether there is room for the words of the scale.
bool has_words(const ValueAxis& axis, const ScaleWords& words);

}  // namespace detente::detail::chart
