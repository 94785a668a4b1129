#pragma once
/// \file
/// What fading leaves and what it takes away: e^−x and 1 − e^−x for x ≥ 0, both from one reduction and both accurate to
/// about one unit in the last place, however small or large x is. A variance built from 1 − e^−x must not lose its
/// digits when x is tiny (1 − 0.9999… would), and a gap of a million days gives 0, not NaN.
///
/// Landmarks: x = 0 gives 1 and 0; x = ln 2 gives ½ and ½; from x = 700 on nothing is left: 1e−304 and 1.
///
/// Method: x = k ln 2 + r with |r| ≤ ½ ln 2 (Cody & Waite 1980), e^−r − 1 by its Taylor polynomial. There is no branch
/// and no call, so that a compiler can vectorise it; a number gets the same bits alone or in a vector.

#include <bit>
#include <cstdint>

#pragma GCC visibility push(default)
namespace detente::detail {

struct Fading {
  double left = 1;  ///< e^−x
  double gone = 0;  ///< 1 − e^−x
};

/// From here on nothing is left.
inline constexpr double vanished = 700;

/// For 0 ≤ x ≤ `vanished`. Callers with many values clamp them first, in a separate loop, and then call this one.
inline Fading fading_within(double x) noexcept {
  constexpr double per_ln2 = 0x1.71547652b82fep+0;
  constexpr double ln2_high = 0x1.62e42feep-1, ln2_low = 0x1.a39ef35793c76p-33;
  constexpr double to_whole = 0x1.8p52;  // adding and taking it away rounds to a whole number
  const double shifted = x * per_ln2 + to_whole;
  const double k = shifted - to_whole;
  const double r = (k * ln2_high - x) + k * ln2_low;
  // (e^r − 1 − r) / r² up to the term r¹³ / 13!; even and odd terms are summed separately, so that neither waits for
  // the other.
  const double r2 = r * r;
  double even = 1.0 / 479001600;
  even = even * r2 + 1.0 / 3628800;
  even = even * r2 + 1.0 / 40320;
  even = even * r2 + 1.0 / 720;
  even = even * r2 + 1.0 / 24;
  even = even * r2 + 0.5;
  double odd = 1.0 / 6227020800;
  odd = odd * r2 + 1.0 / 39916800;
  odd = odd * r2 + 1.0 / 362880;
  odd = odd * r2 + 1.0 / 5040;
  odd = odd * r2 + 1.0 / 120;
  odd = odd * r2 + 1.0 / 6;
  const double grown = r + r2 * (even + odd * r);
  // The last bits of `shifted` are k itself; 1023 is the exponent of 1.
  const std::uint64_t exponent = 1023 + std::bit_cast<std::uint64_t>(to_whole) - std::bit_cast<std::uint64_t>(shifted);
  const double scale = std::bit_cast<double>(exponent << 52);
  return {scale + scale * grown, (1 - scale) - scale * grown};
}

/// For x ≥ 0; infinity is allowed.
inline Fading fading(double x) noexcept { return fading_within(x < vanished ? x : vanished); }

}  // namespace detente::detail
#pragma GCC visibility pop
