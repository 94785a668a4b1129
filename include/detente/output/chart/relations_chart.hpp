#pragma once
/// \file
/// Several relations in one picture: a line each on one axis of time and one scale, named where it ends; self-contained
/// SVG without script, the same bytes for the same reports.
///
/// Lines differ in their dashes, and each is named at the right, so that grey print works; they differ in colour too.
/// Where next to nothing was reported a line is thin and dotted, and where there is no index it is broken: silence is
/// not calm. Bands are left out, since several in one place say nothing; `chart_svg` has that of one relation.

#include <span>
#include <string>

#include "detente/output/chart/chart.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// As many as can be told apart by their dashes.
inline constexpr std::size_t most_relations = 6;

/// All scored alike. Throws `std::invalid_argument` for none or more than `most_relations`, and for a width out of
/// range.
std::string relations_svg(std::span<const IndexReport> reports, const ChartOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
