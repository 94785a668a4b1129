#pragma once
/// \file
/// Estimates the hidden level behind a series of uncertain observations. It is the scalar Kalman filter and smoother
/// for irregular times: fractional days, ties (Δ = 0), missing values, gaps of any length, and a variance for each
/// observation. Numbers only; for events see models/latent_level.hpp.
///
///     yᵢ = μ(tᵢ) + N(0, hᵢ),   μ a `MeanReversion`
///     predicted μ̄ = m + keep (μ̂ − m), P̄ = keep² P + added;   F = P̄ + h,  v = y − μ̄
///     filtered  μ̂ = μ̄ + (P̄/F) v,       P = P̄ h / F
///     smoothed  μ̃ᵢ = μ̂ᵢ + C (μ̃ᵢ₊₁ − μ̄ᵢ₊₁),  Vᵢ = (Pᵢ/P̄ᵢ₊₁) added + C² Vᵢ₊₁,  C = keep Pᵢ/P̄ᵢ₊₁
///
/// The smoothed variance is a sum of terms that are at least 0, so it is never negative.
///
/// *Start.* θ > 0 starts in the stationary distribution at the first time. θ = 0 starts exactly diffuse: the first
/// observation is the level, with variance h, and nothing predicts it; before it the filter knows nothing (mean NaN,
/// variance infinity).
///
/// *Landmarks.* No observation: the distribution of the process. h = 0: the level is known there. All tied: the
/// precision-weighted mean. Missing (y is NaN, or h infinite): a prediction only.
///
/// *No variance left.* Where P̄ and h are both 0, the observation was known beforehand: it changes nothing if it
/// agrees, and makes the likelihood 0 (its logarithm −infinity) if it does not.
///
/// Source: Rauch, Tung & Striebel 1965; Koopman 1997; Durbin & Koopman 2012, chapters 2 to 5.
///
/// ```cpp
/// const std::vector<double> t{0, 1}, y{1, 3}, h{1, 1};
/// filter({0, 0, 2}, {t, y, h}).points.back().filtered.mean;  // → 2.5
/// smooth({0, 0, 2}, {t, y, h}).front().mean;                 // → 1.5
/// ```

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "detente/ground/random.hpp"
#include "detente/models/mean_reversion.hpp"
#include "detente/values/moments.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Columns of equal length. The functions that use them check them and throw `std::invalid_argument` naming the column,
/// the row and the rule.
struct Observations {
  std::span<const double> time;      ///< days, not descending
  std::span<const double> value;     ///< points; NaN is missing
  std::span<const double> variance;  ///< 0 to 1e100; infinity is missing

  /// How many times there are.
  std::size_t size() const noexcept { return time.size(); }
  /// Whether nothing was observed at time number i.
  bool is_missing(std::size_t i) const noexcept { return std::isnan(value[i]) || std::isinf(variance[i]); }
};

/// Which constants a log-likelihood has. They matter only where figures of two programs are compared. A diffuse start
/// uses up `diffuse` observations (1 for the random walk, 0 for a stationary start).
enum class Constants : std::uint8_t {
  predicted,  ///< −½ ln 2π for each predicted observation (n − diffuse): Durbin & Koopman, KFAS
  all,        ///< for every observation (n): statsmodels with use_exact_diffuse
};
/// The constant of n observations.
double likelihood_constant(Constants constants, std::size_t observed, std::size_t diffuse) noexcept;

/// ln of the density of the observations. One pass, no memory; 0 without observations.
double log_likelihood(const MeanReversion& process, const Observations& seen,
                      Constants constants = Constants::predicted);

/// The filter at one time.
struct FilterPoint {
  Transition step;        ///< from the point before
  Moments predicted;      ///< before the observation
  Moments filtered;       ///< after it
  double innovation = 0;  ///< v; NaN where nothing is observed or predicted
  /// F, squared points.
  double innovation_variance = 0;

  /// Whether something is observed and was predicted there.
  bool has_innovation() const noexcept { return !std::isnan(innovation); }
  /// v/√F: N(0, 1) and independent of all others if the model is true.
  double standardised() const noexcept { return innovation / std::sqrt(innovation_variance); }
};

/// The filter over all observations.
struct FilteredPath {
  /// As given.
  MeanReversion process;
  std::vector<FilterPoint> points;
  std::size_t observed = 0;   ///< observations that were not missing
  double log_likelihood = 0;  ///< with `Constants::predicted`
};

/// One pass, forward. O(n). Throws `std::invalid_argument` naming column, row and rule.
FilteredPath filter(const MeanReversion& process, const Observations& seen);

/// The distribution of the level `days` after the last point, 0 to 1e12; add the variance of an observation to
/// forecast one. Of an empty path: the stationary distribution, or nothing known. Throws `std::invalid_argument` for
/// other days. O(1).
Moments moments_after(const FilteredPath& path, double days);

/// The estimate at one time, given all observations.
struct SmoothPoint {
  double mean = 0;
  /// Squared points.
  double variance = 0;
  /// Auxiliary residuals: smoothed disturbances divided by their standard deviations; NaN where there is none. Beyond
  /// about ±3, `shift` (of the level, between the point before and this one) is a break, `outlier` (of the observation)
  /// a stray value. Harvey & Koopman 1992.
  double shift = std::numeric_limits<double>::quiet_NaN();
  /// Of the observation.
  double outlier = std::numeric_limits<double>::quiet_NaN();
};

/// One pass, backward. O(n).
std::vector<SmoothPoint> smooth(const FilteredPath& path);
/// Filters, then smooths.
std::vector<SmoothPoint> smooth(const MeanReversion& process, const Observations& seen);

/// One path of the level drawn from its distribution given all observations (backward sampling; Frühwirth-Schnatter
/// 1994). `draw` is the number of the draw; every time has its own random number, so draws can be made in any order.
/// NaN where nothing is known.
std::vector<double> draw_path(const FilteredPath& path, const Draws& draws, std::uint32_t draw);

}  // namespace detente
#pragma GCC visibility pop
