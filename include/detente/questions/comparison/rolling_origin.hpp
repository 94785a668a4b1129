#pragma once
/// \file
/// Forecasts as they would have been made at the end of each period, by a link fitted to what was complete by then, for
/// all pairs together, and refitted every few periods. All forecasts are out of sample.
///
/// *The link*, the same for every input. Each feature is standardised by mean and sd of the training rows and gets
/// hinges max(0, x − q) at their quantiles q of .75 and .95 (linear splines), all standardised again. For counts: the
/// mean by Poisson regression with a ridge penalty of ½·0.5·β² for each coefficient, then the dispersion α of a
/// negative binomial (variance μ + αμ²) in [e⁻⁴, e⁴]; the chance of at least one by a separate logit. For events: only
/// that logit. Linear predictors are limited to [−12, 8]; with k < 3 positives among n, a logit gives (k + .5)/(n +
/// 1).
///
/// Two forecasts need no input: the *constant* (the link without any feature), and the *resampled* past, which gives
/// equal weight to the pair's last twelve complete outcomes and, as a thirteenth, to the constant's forecast, so that
/// nothing is impossible.
///
/// Complexity: O(origins / refit × passes × rows × columns²). Memory: a copy of one column besides the columns.

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "detente/questions/comparison/forecast_table.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How forecasts go through time.
struct RollingOptions {
  /// How many first periods are fitted to but not judged; at least `complete_after` + 1.
  std::size_t burn_in = 36;
  /// Periods between fits, at least 1.
  std::size_t refit = 6;
  /// How many first periods no fit uses either, because a sum that began empty reads low in them. Below `burn_in`.
  std::size_t warm_up = 0;
};

/// The forecasts for all pairs at one origin.
struct OriginForecasts {
  std::size_t period = 0;
  /// Expected count of each pair; empty for events.
  std::span<const double> means;
  /// Chance of at least one, for each pair.
  std::span<const double> chances;
  /// α of the negative binomial around the means.
  double dispersion = 0;
};

/// Hands over the forecasts of each origin from `burn_in` on, in order. An input without features is the constant.
/// Throws `std::invalid_argument` as `require_sound` does and for options out of range.
void rolling_origin(const ForecastTable& table, const InputColumns& input, const RollingOptions& options,
                    const std::function<void(const OriginForecasts&)>& take);

/// The rows of the table that a fit at this origin may learn from: [first, end).
struct TrainingRows {
  std::size_t first = 0, end = 0;
};
/// For a fit at the origins of this period.
TrainingRows training_rows(const ForecastTable& table, const RollingOptions& options, std::size_t period);

/// Throws `std::invalid_argument` for options out of range for the table.
void require_sound(const RollingOptions& options, const ForecastTable& table);

}  // namespace detente
#pragma GCC visibility pop
