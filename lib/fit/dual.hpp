#pragma once
/// \file
/// A number with its derivatives by four parameters (forward-mode differentiation): whatever is computed from duals
/// carries its own gradient, so no derivative is written by hand and none can disagree with its function.

#include <array>
#include <cmath>
#include <cstddef>

namespace detente::detail {

struct Dual {
  double value = 0;
  std::array<double, 4> by = {};

  friend Dual operator+(Dual a, const Dual& b) noexcept {
    a.value += b.value;
    for (std::size_t k = 0; k < 4; ++k) a.by[k] += b.by[k];
    return a;
  }
  friend Dual operator-(Dual a, const Dual& b) noexcept {
    a.value -= b.value;
    for (std::size_t k = 0; k < 4; ++k) a.by[k] -= b.by[k];
    return a;
  }
  friend Dual operator*(const Dual& a, const Dual& b) noexcept {
    Dual out{a.value * b.value};
    for (std::size_t k = 0; k < 4; ++k) out.by[k] = a.value * b.by[k] + b.value * a.by[k];
    return out;
  }
  friend Dual operator*(double a, Dual b) noexcept {
    b.value *= a;
    for (double& d : b.by) d *= a;
    return b;
  }
  friend Dual operator-(double a, Dual b) noexcept {
    b.value = a - b.value;
    for (double& d : b.by) d = -d;
    return b;
  }
};

inline Dual inverse(const Dual& a) noexcept {
  const double value = 1 / a.value;
  return -(value * value) * (Dual{0, a.by}) + Dual{value};
}
inline Dual log(const Dual& a) noexcept {
  Dual out = (1 / a.value) * a;
  out.value = std::log(a.value);
  return out;
}

}  // namespace detente::detail
