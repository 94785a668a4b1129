#pragma once
/// \file
/// Lines and areas of daily values as SVG paths, with gaps where values are missing, and with no more points than
/// pixels.

#include <optional>
#include <string>
#include <vector>

#include "output/chart/chart_axis.hpp"

namespace detente::detail::chart {

using DailyValues = std::vector<std::optional<double>>;

/// The `d` of a line; days within one pixel are drawn as their first, lowest, highest and last value.
std::string line_path(const Frame& frame, const ValueAxis& axis, const std::vector<Day>& days,
                      const DailyValues& values);
/// The `d` of the area between two lines, from each pixel's lowest lower to its highest upper value.
std::string area_path(const Frame& frame, const ValueAxis& axis, const std::vector<Day>& days, const DailyValues& lower,
                      const DailyValues& upper);

}  // namespace detente::detail::chart
