#pragma once
/// \file
/// The chart in words, for those who do not see it: where the index begins, its lowest and highest days, where it ends,
/// and how many events and measures are drawn.

#include <string>

#include "detente/questions/index/index_report.hpp"

namespace detente::detail::chart {

std::string chart_in_words(const IndexReport& report);

}  // namespace detente::detail::chart
