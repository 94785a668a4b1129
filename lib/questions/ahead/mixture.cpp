#include "questions/ahead/mixture.hpp"

#include <algorithm>
#include <utility>

namespace detente::detail {
namespace {

/// Weights are products and sums of decimal fractions: half is .5 − 1e-16 at times.
constexpr double rounding = 1e-9;

}  // namespace

std::vector<double> mixture_quantiles(std::span<const WeightedPath* const> paths, std::size_t place,
                                      std::span<const double> shares) {
  std::vector<std::pair<double, double>> values;
  double total = 0;
  for (const WeightedPath* path : paths) {
    values.emplace_back(path->values[place], path->weight);
    total += path->weight;
  }
  std::sort(values.begin(), values.end());
  std::vector<double> out;
  for (const double share : shares) {
    double below = 0;
    std::size_t at = 0;
    while (at + 1 < values.size() && (below += values[at].second) < (share - rounding) * total) ++at;
    out.push_back(values[at].first);
  }
  return out;
}

}  // namespace detente::detail
