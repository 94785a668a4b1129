#pragma once
/// \file
/// What all parts of the chart share: the page, the time axis, colours, and text styles. Colours are attributes, for
/// programs that know no style sheets, and have a class each, by which chart_style.cpp turns them for a dark screen.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <string>

#include "detente/questions/index/index_report.hpp"
#include "output/chart/chart_links.hpp"
#include "output/chart/markup.hpp"

namespace detente::detail::chart {

inline constexpr double label_left = 10;
/// How much wider bold letters are.
inline constexpr double bold_factor = 1.12;

inline constexpr std::string_view ink = "#1a1a1a";
inline constexpr std::string_view soft_ink = "#595959";
inline constexpr std::string_view heat_ink = "#8a2f68";

/// The days of the chart, [first, end), on the width of the plot. Names stand left of what they name, in a narrower
/// chart above it.
struct Frame {
  Day first;
  Day end;
  double width = 1200;  ///< of the page
  double left = 240;    ///< ends of the plot
  double right = 1112;
  /// Where the marks lead; null in a chart that stands alone.
  const ChartLinks* links = nullptr;

  bool stacked() const { return width < 900; }
  bool narrow() const { return width < 600; }
  double day_width() const { return (right - left) / static_cast<double>(std::max<std::int64_t>(1, end - first)); }
  /// The x coordinate where a day begins.
  double x(Day day) const { return left + static_cast<double>(day - first) * day_width(); }
  /// The x coordinate of the middle of a day.
  double mid(Day day) const { return x(day) + day_width() / 2; }
  bool holds(Day day) const { return first <= day && day < end; }
};

/// The days that the report shows, those of its periods and of what is ahead, on a page of this width.
Frame frame_of(const IndexReport& report, double width, const ChartLinks* links);

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

/// How a text is set.
struct TextStyle {
  double size = 12;
  std::string_view anchor = "start";
  std::string_view fill = ink;
  bool bold = false;
};
void draw_text(std::string& out, double x, double y, std::string_view text, const TextStyle& style = {});

/// A tooltip; its lines are separated by line ends.
std::string title_of(std::string_view text);
/// What a part of the chart is and, in lines below, what else is known of it. A page's charts for fingers say only the
/// first: there is no pointer to rest on a mark, and the page has the rest.
std::string title_of(std::string_view text, const Frame& frame);

/// The colours of the chart on a dark screen, as rules of a style sheet.
std::string_view dark_style();

/// "USA → COL"
std::string way_text(const Dyad& dyad);

// The parts, in order from top to bottom.
Part draw_heading(const IndexReport& report, const Frame& frame, double top, const std::string& title);
Part draw_legend(const IndexReport& report, const Frame& frame, double top, const std::string& id);
Part draw_phases(const IndexReport& report, const Frame& frame, double top);
Part draw_index(const IndexReport& report, const Frame& frame, double top, const std::string& id);
Part draw_dates(const Frame& frame, double top);
Part draw_events(const IndexReport& report, const Frame& frame, double top);
Part draw_lanes(const IndexReport& report, const Frame& frame, double top);
Part draw_source(const IndexReport& report, const Frame& frame, double top);
/// Whether the panel of the index is shaded where heat rises and falls: not if phases are too narrow to be told apart.
bool shades_phases(const IndexReport& report, const Frame& frame);
/// Gridlines behind everything, at the days that `draw_dates` names.
std::string draw_grid(const Frame& frame, double top, double bottom);

}  // namespace detente::detail::chart
