#pragma once
/// \file
/// Where the marks and the periods of a chart lead inside the page that holds it. A chart that stands alone has no
/// links: they would lead nowhere.

#include <map>
#include <string>

#include "detente/output/chart/chart.hpp"

namespace detente::detail::chart {

struct ChartLinks {
  /// The id of the row of each event that the page lists.
  std::map<EventId, std::string> events;
  /// The id of what moved the index in each period, by the first day of the period.
  std::map<Day, std::string> periods;
};

/// The chart of a page; null: without links, to stand alone.
std::string linked_chart_svg(const IndexReport& report, const ChartOptions& options, const ChartLinks* links);

}  // namespace detente::detail::chart
