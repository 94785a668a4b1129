#pragma once
/// \file
/// The PIT histogram of count forecasts: where outcomes fall in what was forecast. Forecasts that are right give a flat
/// one; a hump says that they were too wide, a cup too narrow, a slope that they leaned to one side.
///
/// A count's PIT is the whole of [F(y − 1), F(y)]: its weight is spread evenly over that (Czado, Gneiting & Held 2009,
/// Biometrics 65), so nothing is drawn and one list gives one histogram.

#include <cstddef>
#include <vector>

namespace detente {

class PitHistogram {
 public:
  explicit PitHistogram(std::size_t bins = 10);
  /// `below` F(y − 1) and `up_to` F(y). Throws `std::invalid_argument` unless 0 ≤ below ≤ up_to ≤ 1. O(bins).
  void add(double below, double up_to);
  /// Relative heights: 1 is flat. All 0 of no forecast.
  std::vector<double> heights() const;
  std::size_t forecasts() const noexcept { return forecasts_; }

 private:
  std::vector<double> weights_;
  std::size_t forecasts_ = 0;
};

}  // namespace detente
