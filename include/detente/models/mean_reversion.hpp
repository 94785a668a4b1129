#pragma once
/// \file
/// How a hidden level moves between observations: it wanders, and is drawn back to its mean (Ornstein–Uhlenbeck). In
/// the unit of the observations ("points"), time in days, fractions allowed.
///
///     dμ = θ (m − μ) dt + σ dB
///     μ(t + Δ) − m = e^(−θΔ) (μ(t) − m) + N(0, σ² (1 − e^(−2θΔ)) / 2θ)
///
/// Landmarks: Δ = 0 changes nothing; after ln 2 / θ days half the distance to m is left; after a very long time the
/// level is N(m, σ²/2θ), wherever it began. θ = 0 is a random walk: no mean, variance σ²Δ after Δ days. Two steps of Δ
/// and Δ′ are one step of Δ + Δ′.
///
/// Source: Uhlenbeck & Ornstein 1930; Durbin & Koopman 2012 for its use.

#include <cmath>
#include <limits>
#include <numbers>

#include "detente/detail/exponential.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// One step in time: the deviation from the mean becomes keep × deviation + N(0, added).
struct Transition {
  double keep = 1;   ///< 0 … 1
  double added = 0;  ///< variance, squared points
};

/// A level that returns to a mean, or a random walk where it never does; immutable.
struct MeanReversion {
  double rate = 0;       ///< θ ≥ 0, per day
  double mean = 0;       ///< m, points; without meaning at θ = 0
  double diffusion = 1;  ///< σ² ≥ 0, squared points per day

  /// θ = 0: no mean to return to.
  bool wanders() const noexcept { return rate == 0; }
  /// Days in which the distance to the mean halves; infinity for a random walk.
  double half_life() const noexcept {
    return wanders() ? std::numeric_limits<double>::infinity() : std::numbers::ln2 / rate;
  }
  /// σ²/2θ; infinity for a random walk.
  double stationary_variance() const noexcept {
    return wanders() ? std::numeric_limits<double>::infinity() : diffusion / (2 * rate);
  }
  /// `days` ≥ 0.
  Transition over(double days) const noexcept {
    if (wanders()) return {1, diffusion * days};
    const detail::Fading f = detail::fading(rate * days);
    return {f.left, stationary_variance() * (f.gone * (1 + f.left))};
  }

  /// With the rate of a half-life in days; infinity is a random walk.
  static MeanReversion of_half_life(double half_life, double mean, double diffusion) noexcept {
    return {std::isinf(half_life) ? 0.0 : std::numbers::ln2 / half_life, mean, diffusion};
  }

  friend bool operator==(const MeanReversion&, const MeanReversion&) = default;
};

}  // namespace detente
#pragma GCC visibility pop
