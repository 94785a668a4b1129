#pragma once
/// \file
/// Small pictures of the page: one drawing for every screen, as wide as a phone, so that its text is never too small;
/// the style sheet lets it grow a little on wider ones. They share the axis of time, and the labels at its end.

#include <string>
#include <vector>

#include "output/chart/chart_frame.hpp"

namespace detente::detail::page {

inline constexpr double small_width = 350;

/// A label where a line or a bar ends: `y` is where it should stand.
struct EndLabel {
  double y = 0;
  std::string text;
  std::string sample;  ///< SVG of its line or colour, drawn from (0, 0) to (14, 0)
};

/// The days [first, end), with `room` for labels right of the plot.
chart::Frame small_frame(Day first, Day end, double room);

/// The labels one below the other, as near as they can be to where they should stand, between `top` and `bottom`.
std::string draw_end_labels(std::vector<EndLabel> labels, double x, double top, double bottom);

/// The picture with its name for who does not see it; `title` is what it is, `says` the values at its end.
std::string small_svg(double height, const std::string& id, const std::string& title, const std::string& says,
                      const std::string& body);

/// A picture beside what is said of it.
std::string beside(const std::string& picture, const std::string& text);

}  // namespace detente::detail::page
