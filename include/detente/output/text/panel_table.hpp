#pragma once
/// \file
/// A panel for people: one line per pair, because nobody reads a million rows of periods.
///
///     pair                 events  first    last     index  peak   tensest
///     IND–PAK               4,210  2017-01  2022-06   61.2  84.0   2019-02
///
/// Columns have fixed widths, because lines are printed before the last pair is known; a longer name pushes the rest of
/// its line to the right.

#include <string>

#include "detente/contracts/index_series.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The line above the rows, with its line end.
std::string panel_table_head();
/// Events over all periods shown, the latest index, and the highest with its period.
std::string panel_table_line(const IndexSeries& series);

}  // namespace detente
#pragma GCC visibility pop
