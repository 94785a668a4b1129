#pragma once
/// \file
/// What stands behind and above the line of the index: where heat rises and falls, and since when what is reported is
/// on another level.

#include <string>

#include "output/chart/chart_axis.hpp"

namespace detente::detail::chart {

/// Rises of heat as a grey ground, falls as dots, so that they are told apart without colour.
std::string draw_shades(const IndexReport& report, const Frame& frame, const ValueAxis& axis, const std::string& id);
/// A dashed line with a label at the beginning of each level, on the newest of them first where labels would touch.
std::string draw_shifts(const IndexReport& report, const Frame& frame, const ValueAxis& axis);
/// The dots, as a pattern of this picture.
std::string shade_pattern(const std::string& id);

}  // namespace detente::detail::chart
