#pragma once
/// \file
/// The PIT histogram of count forecasts: where outcomes fall in what was forecast. Calibrated forecasts give a flat
/// one; a hump means that they were too wide, a U shape too narrow, and a slope that they were biased to one side.
///
/// A count's PIT is the interval [F(y − 1), F(y)], and its weight is spread evenly over it (Czado, Gneiting & Held
/// 2009, Biometrics 65). So nothing is drawn at random, and one list always gives the same histogram.

#include <cstddef>
#include <vector>

#pragma GCC visibility push(default)
namespace detente {

/// Where outcomes fall in what was forecast. Threads: any number may read an object at once, and one alone may change
/// it.
class PitHistogram {
 public:
  /// Throws `std::invalid_argument` without bins.
  explicit PitHistogram(std::size_t bins = 10);
  /// `below` is F(y − 1) and `up_to` is F(y). Throws `std::invalid_argument` unless 0 ≤ below ≤ up_to ≤ 1. O(bins).
  void add(double below, double up_to);
  /// Relative heights: 1 is flat. Without forecasts, all 0.
  std::vector<double> heights() const;
  /// How many were added.
  std::size_t forecasts() const noexcept { return forecasts_; }

 private:
  std::vector<double> weights_;
  std::size_t forecasts_ = 0;
};

}  // namespace detente
#pragma GCC visibility pop
