#pragma once
/// \file
/// Where the marks of events go: on their day, in the row of their direction, hostile above the row's line and
/// cooperative below, stacked where they would touch. This is only layout; chart_events.cpp draws.

#include <span>
#include <string>
#include <vector>

#include "output/chart/chart_frame.hpp"

namespace detente::detail::chart {

/// If there are more marks than this, they share places (see chart.hpp).
inline constexpr std::size_t most_marks = 3000;

/// One mark, usually for one event.
struct Mark {
  std::vector<const EventMark*> events;
  QuadClass quad = QuadClass::verbal_conflict;
  /// Points that its events added, hostile positive.
  double impact = 0;
  bool hostile = true;
  /// False if the event has no weight: it did not occur, or concerns others.
  bool counts = true;
  double x = 0;
  /// Distance from the row's line; negative is above.
  double offset = 0;
  double radius = 3;
  /// The ends of the event's span of days, within the chart; equal if there is no whisker.
  double from = 0;
  double to = 0;

  bool has_whisker() const { return to > from; }
};

struct MarkRow {
  std::string name;
  std::vector<Mark> marks;
  std::size_t events = 0;
  /// Room above and below the row's line.
  double above = 20;
  double below = 20;
};

/// The rows that have events or whose direction was requested; the third parties' row is last.
std::vector<MarkRow> mark_rows(const IndexReport& report, const Frame& frame);

}  // namespace detente::detail::chart
