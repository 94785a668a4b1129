#pragma once
/// \file
/// Everything about one relation on one HTML page that can be mailed, archived and printed: the headline, the chart,
/// how to read it, the events with their notes and sources, measures, phases, periods, what other choices would have
/// given, codebook, model, rules, assumptions, the damage report of every file, and a line to cite it by.
///
/// The page asks nobody for anything: no script, no font, no image from elsewhere (a content security policy forbids
/// them); the only addresses in it are the events' own web links. Whatever comes from a file is escaped. No clock is
/// read, so one report gives one page, byte for byte.

#include <span>
#include <string>

#include "detente/questions/index/index_report.hpp"
#include "detente/readers/damage.hpp"

namespace detente {

struct PageOptions {
  /// Events in the list, weightiest first; the chart has all of them.
  std::size_t top_events = 40;
  /// Periods in the table, the latest; the CSV has all of them.
  std::size_t most_periods = 400;
};

/// `files` are the damage reports of what was read; none for events made in memory.
std::string page_html(const IndexReport& report, std::span<const FileReport> files = {},
                      const PageOptions& options = {});

}  // namespace detente
