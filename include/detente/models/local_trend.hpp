#pragma once
/// \file
/// The local linear trend, for series that drift for years: both the level and its slope wander. Numbers only, as
/// models/kalman.hpp; irregular times, ties and missing values are allowed. In the unit of the values ("points"), time
/// in days; the slope is in points per day.
///
///     dμ = ν dt + N(0, q_level dt),   dν = N(0, q_slope dt),   yᵢ = μ(tᵢ) + N(0, hᵢ)
///
/// *Two readings of q.* `continuous` is the process above, observed after Δ days: the variance of the level is
/// q_level Δ + q_slope Δ³/3, that of the slope q_slope Δ, and their covariance q_slope Δ²/2; Δ may be anything.
/// `per_step` adds q_level and q_slope at each observation whatever Δ is, as R's StructTS and statsmodels do on regular
/// series; their estimates are not those of `continuous`.
///
/// *Start.* Level and slope start exactly diffuse: two observations at different times are used up to find them. Before
/// that, what is not known has variance infinity. If all observations fall on the first day, only the level is known.
///
/// Landmarks: q_slope = 0 and q_level = 0: the weighted straight line through the points. Two observations: the line
/// through them. In silence the level continues along the slope.
///
/// Source: Harvey 1989; Koopman & Durbin 2000, 2003 (exact diffuse filter and smoother).

#include "detente/models/kalman.hpp"

namespace detente {

enum class TrendNoise : std::uint8_t { continuous, per_step };

struct LocalTrend {
  double q_level = 0;  ///< ≥ 0, squared points per day
  double q_slope = 0;  ///< ≥ 0, squared points per day³
  TrendNoise noise = TrendNoise::continuous;
};

/// Moments of level and slope together. What the data do not determine has mean 0 and variance infinity.
struct TrendMoments {
  Moments level;
  Moments slope;
  double covariance = 0;
};

struct TrendPoint {
  TrendMoments filtered;
  TrendMoments smoothed;
  double innovation = 0;  ///< NaN where nothing is observed or predicted
  double innovation_variance = 0;
};

struct TrendPath {
  std::vector<TrendPoint> points;
  std::size_t observed = 0;
  std::size_t diffuse = 0;    ///< observations used up to find level and slope: at most 2
  double log_likelihood = 0;  ///< with `Constants::predicted`
};

/// Filter and smoother. O(n), about 400 bytes per observation.
TrendPath smooth(const LocalTrend& trend, const Observations& seen);

double log_likelihood(const LocalTrend& trend, const Observations& seen, Constants constants = Constants::predicted);

/// Level and slope `days` after the last point of a path with both known; throws `std::invalid_argument` otherwise.
TrendMoments forecast(const LocalTrend& trend, const TrendPath& path, double days);

}  // namespace detente
