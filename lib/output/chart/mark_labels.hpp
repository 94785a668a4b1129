#pragma once
/// \file
/// Which events get a label beside them: those that contribute most first, each where it hides neither a mark nor
/// another label; one that finds no room gets none.

#include <span>
#include <vector>

#include "output/chart/mark_layout.hpp"

namespace detente::detail::chart {

struct MarkLabel {
  double x, y;
  std::string_view anchor;
  std::string text;
};

/// At most `most` labels for one row whose line is at `line_y`.
std::vector<MarkLabel> mark_labels(const MarkRow& row, const Frame& frame, double line_y, std::size_t most);

}  // namespace detente::detail::chart
