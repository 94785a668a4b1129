#pragma once
/// \file
/// The fan after the last day of the index: where it may go, as somebody asked.

#include "output/chart/chart_axis.hpp"

namespace detente::detail::chart {

/// The ground of half of the ways and of nine in ten, and lines of the middle and of silence, from the end of the index
/// on, with the day on which they were made. Nothing where the report has none.
std::string draw_ahead(const IndexReport& report, const Frame& frame, const ValueAxis& axis);
/// Its two grounds and two lines, as a sample in a legend draws them.
inline constexpr std::string_view ahead_fill = "fill=\"#d98a00\" fill-opacity=\"0.3\"";
inline constexpr std::string_view ahead_middle =
    "class=\"dt-ink-line\" stroke=\"#1a1a1a\" stroke-width=\"1.6\" stroke-dasharray=\"7 3\"";
inline constexpr std::string_view ahead_silent =
    "class=\"dt-soft-line\" stroke=\"#595959\" stroke-width=\"1.4\" stroke-dasharray=\"1.5 3\"";

}  // namespace detente::detail::chart
