#include "questions/comparison/same_ranks.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace detente::detail {
namespace {

/// Scales to mean 0 and length 1; all 0 if nothing varies.
void standardise(std::vector<double>& values) {
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  double squares = 0;
  for (double& x : values) {
    x -= mean;
    squares += x * x;
  }
  if (squares > 0)
    for (double& x : values) x /= std::sqrt(squares);
}

}  // namespace

std::vector<double> ranks_at(std::span<const float> column, std::span<const std::size_t> rows) {
  const auto at = [&](std::size_t i) { return std::isnan(column[rows[i]]) ? 0.0F : column[rows[i]]; };
  std::vector<std::size_t> order(rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return at(a) < at(b); });
  std::vector<double> ranks(rows.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && at(order[end]) == at(order[i])) ++end;
    for (std::size_t k = i; k < end; ++k) ranks[order[k]] = static_cast<double>(i + end) / 2;
    i = end;
  }
  if (!ranks.empty()) standardise(ranks);
  return ranks;
}

bool same_ranks(std::span<const double> a, std::span<const double> b) {
  return std::abs(std::inner_product(a.begin(), a.end(), b.begin(), 0.0)) >= 0.999;
}

}  // namespace detente::detail
