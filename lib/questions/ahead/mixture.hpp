#pragma once
/// \file
/// Quantiles of a mixture of paths, each with a weight.

#include <span>
#include <vector>

namespace detente::detail {

struct WeightedPath {
  double weight = 0;  ///< above 0
  std::vector<double> values;
};

/// The smallest of the paths' values at this place that at least so large a share of the weight does not exceed, for
/// each of the shares. There is at least one path. O(paths log paths).
std::vector<double> mixture_quantiles(std::span<const WeightedPath* const> paths, std::size_t place,
                                      std::span<const double> shares);

}  // namespace detente::detail
