#pragma once
/// \file
/// The best cuts for any cost that no cut makes larger: cost(a, c) ≥ cost(a, b) + cost(b, c), as twice a negative
/// log-likelihood at its maximum has it. Optimal partitioning, with starts left out as soon as they cannot win again:
/// a start s with F(s) + cost(s, t) ≥ F(t) loses to t from then on, if t can be a start. With a least length m it can
/// only from t + m on, so s stays until then ("delayed"; pruned at once, it would be missed in between). The logarithm
/// of a length, where it is charged, favours the later start by ever less, so it does not enter the comparison.
///
/// Complexity: O(n) to O(n²) calls of the cost. Source: Killick, Fearnhead & Eckley 2012.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "processes/shifts/cuts.hpp"

namespace detente::detail {

template <class Cost>
class Pelt {
 public:
  /// `size` is at least the least length.
  Pelt(std::size_t size, const Cost& cost, const CutPrice& price)
      : cost_(cost), price_(price), best_(size + 1, std::numeric_limits<double>::infinity()), starts_(size + 1) {
    best_[0] = -price.per_cut;
  }

  std::vector<std::size_t> cuts() {
    for (std::size_t end = price_.min_length; end < best_.size(); ++end) extend(end);
    return cuts_of(starts_);
  }

 private:
  struct Start {
    std::size_t at;
    std::size_t last_end;  // where it is of use for the last time
    double value;          // of the best cuts with this start, before the logarithm
  };

  void extend(std::size_t end) {
    const std::size_t newest = end - price_.min_length;
    if (std::isfinite(best_[newest])) candidates_.push_back({newest, best_.size(), 0});
    for (Start& start : candidates_) weigh(start, end);
    prune(end);
  }

  void weigh(Start& start, std::size_t end) {
    start.value = best_[start.at] + price_.per_cut + cost_(start.at, end);
    double total = start.value;
    if (price_.per_log > 0) total += price_.per_log * std::log(static_cast<double>(end - start.at));
    if (total < best_[end]) best_[end] = total, starts_[end] = start.at;
  }

  void prune(std::size_t end) {
    const double limit = best_[end] + price_.per_cut;
    const std::size_t last = end + price_.min_length - 1;
    for (Start& start : candidates_)
      if (start.value >= limit) start.last_end = std::min(start.last_end, last);
    std::erase_if(candidates_, [&](const Start& start) { return start.last_end <= end; });
  }

  const Cost& cost_;
  CutPrice price_;
  std::vector<double> best_;
  std::vector<std::size_t> starts_;
  std::vector<Start> candidates_;
};

template <class Cost>
std::vector<std::size_t> pelt(std::size_t size, const Cost& cost, const CutPrice& price) {
  return Pelt<Cost>(size, cost, price).cuts();
}

}  // namespace detente::detail
