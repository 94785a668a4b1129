#pragma once
/// \file
/// A comparison of forecasts on one HTML page that can be mailed and archived, self-contained as `page_html` is: the
/// question, the verdicts in words, paired differences from the best baseline with their intervals, reliability and PIT
/// of every input as pictures, the table of scores, differences by era and without single pairs, and how it was made.

#include <string>

#include "detente/output/text/comparison_table.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// A page that stands by itself: no other file, no script, nothing from the network.
std::string comparison_page_html(const ComparisonView& view);

/// The pictures alone, as SVG without script. Empty if there is nothing to draw (a PIT of events).
std::string paired_differences_svg(const Comparison& found);
/// What was forecast against what came, one picture for each input.
std::string reliability_svg(const Comparison& found);
/// Where outcomes fell in what was forecast, one picture for each input.
std::string pit_svg(const Comparison& found);

}  // namespace detente
#pragma GCC visibility pop
