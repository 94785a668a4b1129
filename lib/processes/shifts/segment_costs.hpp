#pragma once
/// \file
/// Costs of segments: twice the negative log-likelihood at its maximum, as change_points.hpp defines them.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>

#include "processes/shifts/exact_sums.hpp"

namespace detente::detail {

/// Of `count` normal values whose mean squared distance from their mean is `spread`; the variance is `least` or more.
inline double normal_cost(double count, double spread, double least) noexcept {
  const double variance = std::max(spread, least);
  return count * (std::log(2 * std::numbers::pi * variance) + spread / variance);
}

/// Of `count` Poisson counts with the sum `sum`, without the terms that no cut changes.
inline double rate_cost(double count, double sum) noexcept { return sum > 0 ? 2 * sum * std::log(count / sum) : 0; }

/// The mean is known, and 0: values are distances from it.
class VarianceCost {
 public:
  VarianceCost(std::span<const double> distances, double least) : squares_(distances.size()), least_(least) {
    for (const double x : distances) squares_.add(exact_product(x, x));
  }
  double operator()(std::size_t from, std::size_t to) const noexcept {
    const auto count = static_cast<double>(to - from);
    return normal_cost(count, squares_.between(from, to).high / count, least_);
  }

 private:
  ExactSums squares_;
  double least_;
};

class MeanAndVarianceCost {
 public:
  MeanAndVarianceCost(std::span<const double> values, double least) : moments_(values), least_(least) {}
  double operator()(std::size_t from, std::size_t to) const noexcept {
    const auto count = static_cast<double>(to - from);
    return normal_cost(count, moments_.squares_around_mean(from, to) / count, least_);
  }

 private:
  StretchMoments moments_;
  double least_;
};

class RateCost {
 public:
  explicit RateCost(std::span<const double> counts) : sums_(counts.size()) {
    for (const double x : counts) sums_.add({x, 0});
  }
  double operator()(std::size_t from, std::size_t to) const noexcept {
    return rate_cost(static_cast<double>(to - from), sums_.between(from, to).high);
  }

 private:
  ExactSums sums_;
};

}  // namespace detente::detail
