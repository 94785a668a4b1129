#pragma once
/// \file
/// The index as an aligned table for a terminal, readable without colour: one line per period, with a small chart of
/// the index around its neutral value, and the headline last.
///
///     period   index  band   level  heat  measures  COL→USA  USA→COL  events  support  0         50        100
///     2025-09   76.1  64–82   10.9    70      25.0       64       81       4      7.2            ┃━━━─●─
///
/// In the chart `┃` is neutral, `━` reaches from there to the index `●`, and `─` is the coding band.

#include <string>

#include "detente/output/wording/headline.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How a table of an index is drawn.
struct TableOptions {
  /// What bars and dashes are drawn with.
  Script script = Script::unicode;
  /// Width of the small chart in characters, at least 11; 0: no chart.
  std::size_t chart_width = 25;
};

/// Only the periods.
std::string series_table(const IndexSeries& series, const TableOptions& options = {});
/// The periods, a sentence if the model warms up in any of them, a blank line, the headline.
std::string index_table(const IndexReport& report, const TableOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
