#pragma once
/// \file
/// A sum that does not lose what small terms add to a large one: Neumaier's variant of Kahan summation. Thirty times a
/// thirtieth of 5 is 5, and 5 taken from it again is 0.
///
/// Source: Neumaier 1974.

#include <cmath>

namespace detente::detail {

class CompensatedSum {
 public:
  CompensatedSum& operator+=(double x) noexcept {
    const double next = sum_ + x;
    lost_ += std::abs(sum_) >= std::abs(x) ? (sum_ - next) + x : (x - next) + sum_;
    sum_ = next;
    return *this;
  }
  double value() const noexcept { return sum_ + lost_; }

 private:
  double sum_ = 0;
  double lost_ = 0;
};

}  // namespace detente::detail
