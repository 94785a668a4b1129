#pragma once
/// \file
/// A sum that keeps what small terms add to a large one: Neumaier's variant of Kahan summation. Thirty times a
/// thirtieth of 5 is exactly 5, and subtracting 5 gives 0.
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
  friend bool operator==(const CompensatedSum&, const CompensatedSum&) = default;

 private:
  double sum_ = 0;
  double lost_ = 0;
};

}  // namespace detente::detail
