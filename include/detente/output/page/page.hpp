#pragma once
/// \file
/// Everything about one relation on one HTML page that can be mailed, archived and printed: the headline, the chart,
/// how to read it, the events with their notes and sources, measures, phases, periods, the results of other choices,
/// codebook, model, rules, assumptions, the damage report of every file, and a line for citing it. With the further
/// questions answered (`IndexRequest::further`) also: well-known moments on the same scale, what the strain is about,
/// who is strained towards whom, shifts for good, and what other tools would print.
///
/// The first screen answers how tense, since when, why, how sure and, where a calibration allows, what next. The marks
/// and the periods of the chart are links to their rows. The page is for wide and narrow screens, light and dark, for
/// keys, touch and paper, and has its data with it as a CSV to save.
///
/// The page loads nothing: no script, and no font or image from elsewhere (a content security policy forbids them); the
/// only addresses in it are the events' own web links. All text from a file is escaped. No clock is read, so the same
/// report always gives the same page, byte for byte.

#include <span>
#include <string>

#include "detente/questions/index/index_report.hpp"
#include "detente/readers/damage.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What a page says beside the report.
struct PageOptions {
  /// How many events are listed, those that contribute most first; the chart has all of them. Those of the peak and of
  /// the largest moves are listed too.
  std::size_t top_events = 100;
  /// How many of the latest periods are in the table; the CSV has all of them.
  std::size_t most_periods = 400;
  /// The heading of the page; if empty, "COL–USA: tension".
  std::string title = {};
};

/// `files` are the damage reports of what was read; empty for events made in memory.
std::string page_html(const IndexReport& report, std::span<const FileReport> files = {},
                      const PageOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
