#pragma once
/// \file
/// The mean and the variance of a number that is not known: of a hidden level, of a forecast. In the number's own unit
/// and its square. A variance of infinity says that nothing is known; the mean then means nothing.

#pragma GCC visibility push(default)
namespace detente {

/// A mean and a variance.
struct Moments {
  double mean = 0;
  double variance = 0;  ///< ≥ 0
  friend bool operator==(const Moments&, const Moments&) = default;
};

}  // namespace detente
#pragma GCC visibility pop
