#pragma once
/// \file
/// How long until Page's CUSUM (page_cusum.hpp) raises an alarm: the mean number of independent normal values, of
/// standard deviation 1 and mean `shift`, from a start at 0 up to and including the one that raises it.
///
/// A CUSUM is a Markov chain on [0, h], so the run length L from a sum of s solves
///
///     L(s) = 1 + L(0) Φ(k − s − μ) + ∫₀ʰ L(y) φ(y + k − s − μ) dy
///
/// which is solved at the points of a Gauss rule (Brook & Evans 1972 take equal steps, which needs more of them); both
/// sides together: 1/L = 1/L₊ + 1/L₋. Landmarks for k = 0.5, both sides, no shift: h = 4 gives 168, h = 5 gives 465;
/// with a shift of 1 they give 8.4 and 10.4.
///
/// Complexity: O(h³). Source: Page 1954; Brook & Evans 1972; Champ & Rigdon 1991; Kemp 1961 (both sides).

#include <cstdint>

#pragma GCC visibility push(default)
namespace detente {

/// Whether both sums are watched, or the upper one alone.
enum class CusumSides : std::uint8_t { both, upper };

/// Infinite above 1e12, which is where the precision of the equations ends. k in [0, 10], h in (0, 100], shift in
/// [−100, 100], in standard deviations; else throws `std::invalid_argument`.
double average_run_length(double k, double h, double shift = 0, CusumSides sides = CusumSides::both);

/// The h with which an undisturbed series has this average run length, to 1e-9. Throws `std::invalid_argument` unless
/// the run length is at most 1e9 and above that of h = 0, 1/P(|z| > k), which no h undercuts.
double decision_interval(double k, double run_length, CusumSides sides = CusumSides::both);

}  // namespace detente
#pragma GCC visibility pop
