#pragma once
/// \file
/// The likelihood of a hidden level's parameters given one history, with its gradient (the *score*). One pass of the
/// filter of models/kalman.hpp over dual numbers.
///
/// An unknown mean is integrated out over a flat prior, which is what a diffuse start does for the random walk: this
/// costs each history one observation, short histories do not pull the variances down, and as θ → 0 the likelihood
/// becomes that of the local level. With u the innovations of a constant 1:
///
///     S = Σ u²/F,   m̂ = Σ u v/F / S,   −2 ln L = Σ ln F + Σ v²/F − S m̂² + ln S + (n − 1) ln 2π
///
/// Source: Harville 1974; de Jong 1991; Durbin & Koopman 2012, 6.2.

#include <array>
#include <optional>

#include "detente/models/day_means.hpp"

namespace detente::detail {

/// The order of the derivatives, which are by the logarithms of these.
enum LatentParameter : std::size_t { of_rate, of_diffusion, of_day, of_event };

struct LatentParameters {
  double rate = 0;       ///< θ ≥ 0
  double diffusion = 0;  ///< σ²
  double day = 0;        ///< sd_day²
  double event = 0;      ///< sd_event²
  std::optional<double> mean = {};
};

struct LatentScore {
  double value = 0;
  std::array<double, 4> gradient = {};
  double mean = 0;           ///< m̂; without meaning at θ = 0
  double mean_variance = 0;  ///< 1/S; 0 if the mean was given
};

LatentScore latent_score(const DayMeans& days, const LatentParameters& parameters);

}  // namespace detente::detail
