#pragma once
/// \file
/// Where the marks of events go: on their day, in the row of their direction, hostile above the row's line and
/// cooperative below, piled up where they would touch. Only layout; drawing is chart_events.cpp.

#include <span>
#include <string>
#include <vector>

#include "output/chart/chart_frame.hpp"

namespace detente::detail::chart {

/// Marks beyond this number share their place (see chart.hpp).
inline constexpr std::size_t most_marks = 3000;

/// One mark; usually of one event.
struct Mark {
  std::vector<const EventMark*> events;
  QuadClass quad = QuadClass::verbal_conflict;
  /// Points that the events added, hostile positive.
  double impact = 0;
  bool hostile = true;
  /// False if the event weighs nothing: it did not occur, or concerns others.
  bool counts = true;
  double x = 0;
  /// From the row's line: negative is above.
  double offset = 0;
  double radius = 3;
  /// The days within which the event lies, as far as the chart shows them; equal where there is no whisker.
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

/// The rows that have events, or whose direction was asked for; the third parties' row last.
std::vector<MarkRow> mark_rows(const IndexReport& report, const Frame& frame);

}  // namespace detente::detail::chart
