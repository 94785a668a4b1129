#pragma once
/// \file
/// The relation as a picture: one SVG file, self-contained, without script, the same bytes for the same report.
///
/// From top to bottom, on one axis of time: the index with its coding band (what vague dates, doubtful acts and
/// codebooks leave open) and its sensitivity envelope (what our own choices leave open), heat, and the neutral line,
/// on a ground that is grey where heat rises and dotted where it falls, with a dashed line where what is reported has
/// been on another level since (if the report has `shifts`);
/// the phases of heat; the events, in a row for each direction and one for third parties, hostile above the row's line
/// and cooperative below it, sized by the points they added, with colour and shape by class of act and a whisker where
/// the day is not known; and a lane for each measure in force, with openings, closings, lifts and open ends.
///
/// Everything can be told apart without colour: shapes, fills, hatching and line styles differ, so grey print works.
/// On a dark screen the picture is dark. Every mark and lane has a title that a browser shows under the pointer.
/// Missing values are gaps. Colours: Okabe & Ito 2008.
///
/// Size: lines have no more points than the picture has pixels, and past 3,000 events, those of one class in the same
/// spot share a mark that says how many they are; no event is left out. Complexity: O(days + events log events).

#include <string>

#include "detente/questions/index/index_report.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What a chart shows beside the index, and how large.
struct ChartOptions {
  /// The headline above the chart; a page that has it as its own heading leaves it out.
  bool title = true;
  /// Prefix of the ids inside, for a page with several charts: letters, digits and "-".
  std::string id = "detente";
  /// Of the picture, 320 to 4000 pixels. Below 900, names stand above what they name and not left of it.
  double width = 1200;
  /// Stands in the headline in place of the pair.
  std::string name = {};
};

/// Throws `std::invalid_argument` for a width out of range.
std::string chart_svg(const IndexReport& report, const ChartOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
