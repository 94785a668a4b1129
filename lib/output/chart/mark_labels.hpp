#pragma once
/// \file
/// Which events get their name written beside them: the weightiest first, each where it hides neither a mark nor
/// another name; one that finds no place stays without.

#include <span>
#include <vector>

#include "output/chart/mark_layout.hpp"

namespace detente::detail::chart {

struct MarkLabel {
  double x, y;
  std::string_view anchor;
  std::string text;
};

/// Labels of one row whose line is at `line_y`; at most `most`.
std::vector<MarkLabel> mark_labels(const MarkRow& row, double line_y, std::size_t most);

}  // namespace detente::detail::chart
