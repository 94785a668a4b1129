#pragma once
/// \file
/// How noisy is a series whose mean shifts now and then, and does its noise remember? Both are read off differences of
/// neighbours, since a shift touches one difference of lag 1 and two of lag 2, whatever its size, while the standard
/// deviation and the autocorrelation of the values take every shift for noise that remembers.
///
///     ρ  = (D₂/D₁)² − 1, within [0, 0.95]     D_l: mean of |x_{t+l} − x_t| without the largest tenth
///     σ² = m²/(2(1 − ρ))                      m: 1.4826 · median of |d − median of d|, d = x_{t+1} − x_t
///
/// because differences of an AR(1) have variance 2σ²(1 − ρ) at lag 1 and 2σ²(1 − ρ²) at lag 2. If more than half of the
/// differences are equal, m is their root mean square. Landmarks: white noise has ρ near 0, a random walk reaches 0.95.
///
/// Fewer than 20 values say nothing about memory: ρ is 0. White noise of n values reads as ρ of about 1/√n on average,
/// as what is below 0 is taken for 0. With ρ unknown, an alternation (below 0) never makes a penalty smaller.
///
/// Source: Chakar, Lebarbier, Lévy-Leduc & Robin 2017, who take medians where this takes trimmed means: medians of
/// counts and of published scores are tied, and their ratio jumps.

#include <optional>
#include <span>

#pragma GCC visibility push(default)
namespace detente {

/// How large and how persistent the noise of a series is.
struct NoiseScale {
  double sd = 0;               ///< σ, in the series' unit; 0 if all values are equal
  double autocorrelation = 0;  ///< ρ between neighbours
};

/// Missing values (NaN) are left out, the values around them are neighbours. What is `known` is taken as it is.
/// Complexity: O(n).
NoiseScale noise_of(std::span<const double> values, std::optional<double> known_autocorrelation = {});

}  // namespace detente
#pragma GCC visibility pop
