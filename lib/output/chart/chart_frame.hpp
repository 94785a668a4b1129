#pragma once
/// \file
/// What all parts of the chart share: the page, the time axis, colours, and text styles.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <string>

#include "detente/questions/index/index_report.hpp"
#include "output/chart/markup.hpp"

namespace detente::detail::chart {

inline constexpr double page_width = 1200;
inline constexpr double plot_left = 208;
inline constexpr double plot_right = 1112;
inline constexpr double label_left = 10;

inline constexpr std::string_view ink = "#1a1a1a";
inline constexpr std::string_view soft_ink = "#595959";
inline constexpr std::string_view heat_ink = "#8a2f68";

/// The days of the chart, [first, end), on the width of the plot.
struct Frame {
  Day first;
  Day end;

  double day_width() const {
    return (plot_right - plot_left) / static_cast<double>(std::max<std::int64_t>(1, end - first));
  }
  /// The x coordinate where a day begins.
  double x(Day day) const { return plot_left + static_cast<double>(day - first) * day_width(); }
  /// The x coordinate of the middle of a day.
  double mid(Day day) const { return x(day) + day_width() / 2; }
  bool holds(Day day) const { return first <= day && day < end; }
};

/// The days that the report shows: those of its periods.
Frame frame_of(const IndexReport& report);

/// A part of the picture, drawn from `top` downward.
struct Part {
  std::string svg;
  double top = 0;
  double bottom = 0;
};

template <class... Args>
void draw(std::string& out, fmt::format_string<Args...> format, Args&&... args) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
}

/// How a text is set. Classes let a page recolour it.
struct TextStyle {
  double size = 12;
  std::string_view anchor = "start";
  std::string_view fill = ink;
  bool bold = false;
};
void draw_text(std::string& out, double x, double y, std::string_view text, const TextStyle& style = {});

/// A tooltip; its lines are separated by line ends.
std::string title_of(std::string_view text);

/// "USA → COL"
std::string way_text(const Dyad& dyad);

// The parts, in order from top to bottom.
Part draw_heading(const IndexReport& report, double top);
Part draw_legend(const IndexReport& report, double top, const std::string& id);
Part draw_phases(const IndexReport& report, const Frame& frame, double top);
Part draw_index(const IndexReport& report, const Frame& frame, double top, const std::string& id);
Part draw_dates(const Frame& frame, double top);
Part draw_events(const IndexReport& report, const Frame& frame, double top);
Part draw_lanes(const IndexReport& report, const Frame& frame, double top);
Part draw_source(const IndexReport& report, double top);
/// Gridlines behind everything, at the days that `draw_dates` names.
std::string draw_grid(const Frame& frame, double top, double bottom);

}  // namespace detente::detail::chart
