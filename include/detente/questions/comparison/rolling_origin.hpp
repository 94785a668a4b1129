#pragma once
/// \file
/// Forecasts as they would have been made: at the end of each period, by a link that was fitted on what was complete by
/// then, of all pairs together, and that is fitted anew every few periods. Everything forecast is out of sample.
///
/// *The link*, the same for every input. Each feature is standardised by mean and sd of the training rows and gets
/// hinges at their quantiles .75 and .95, all standardised again. Counts: mean by Poisson regression with a ridge of
/// ½·.5·β², then the dispersion α of a negative binomial (variance μ + αμ²) in [e⁻⁴, e⁴]; the chance of at least one by
/// a logit of its own. Events: that logit. Linear predictors are held to [−12, 8]; with fewer than 3 positives of n a
/// logit says (k + .5)/(n + 1).
///
/// Two forecasts need no input: the *constant* (the link without any feature), and the *resampled* past: one of the
/// pair's last twelve complete outcomes, each as likely as the constant's forecast, which is the thirteenth so that
/// nothing is impossible.
///
/// Complexity: O(origins / refit × passes × rows × columns²). Memory: beside the columns, a copy of one.

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "detente/questions/comparison/forecast_table.hpp"

namespace detente {

struct RollingOptions {
  /// First periods that are learnt from and not judged; at least `complete_after` + 1.
  std::size_t burn_in = 36;
  /// Periods between fits, at least 1.
  std::size_t refit = 6;
  /// First periods that are not even learnt from: a sum that began empty reads low in them. Below `burn_in`.
  std::size_t warm_up = 0;
};

/// What is forecast for all pairs at one origin.
struct OriginForecasts {
  std::size_t period = 0;
  /// Expected counts by pair; empty for events.
  std::span<const double> means;
  /// Chance of at least one, by pair.
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
TrainingRows training_rows(const ForecastTable& table, const RollingOptions& options, std::size_t period);

/// Throws `std::invalid_argument` for options out of range for the table.
void require_sound(const RollingOptions& options, const ForecastTable& table);

}  // namespace detente
