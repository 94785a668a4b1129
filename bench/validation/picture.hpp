#pragma once
/// \file
/// A few lines over years, as SVG.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace validation {

struct Line {
  std::string name;
  std::string_view ink;
  bool dashed = false;
  std::vector<std::pair<double, double>> points;  ///< year and value, ascending
};

/// Named at their last points, with ticks on both axes.
std::string line_chart(const std::string& title, const std::vector<Line>& lines);

}  // namespace validation
