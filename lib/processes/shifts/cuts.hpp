#pragma once
/// \file
/// What the searches for the best cuts share: what a cut costs, and the way back from the end of the series.

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace detente::detail {

/// The objective is Σ (cost + per_log · ln length) + per_cut · cuts, with at least `min_length` values in a segment.
struct CutPrice {
  double per_cut = 0;
  double per_log = 0;
  std::size_t min_length = 1;
};

/// Where segments begin, without the first, ascending. `starts[t]`: where the last segment of the best way to cut the
/// first t values begins.
inline std::vector<std::size_t> cuts_of(std::span<const std::size_t> starts) {
  std::vector<std::size_t> cuts;
  for (std::size_t at = starts.back(); at > 0; at = starts[at]) cuts.push_back(at);
  std::reverse(cuts.begin(), cuts.end());
  return cuts;
}

}  // namespace detente::detail
