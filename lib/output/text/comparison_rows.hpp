#pragma once
/// \file
/// What the table, page and JSON of a comparison share.

#include <vector>

#include "detente/output/text/comparison_table.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// The inputs, highest gain first.
std::vector<const ComparedInput*> best_first(const Comparison& found);
/// "46 pairs, 356 months from 1982-04 to 2011-11; 16330 forecasts of severe acts of the next month, which occurred 1854
/// times"
std::string extent_text(const ComparisonView& view);
/// "[−1.4, 1.1]"
std::string interval_text(const PairedDifference& difference);
/// What every reader of a comparison should know.
std::vector<std::string> caveats_of(const Comparison& found);

}  // namespace detente::detail
#pragma GCC visibility pop
