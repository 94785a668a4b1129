#pragma once
/// \file
/// Events gathered by day, so that each day is one observation. This is for models in which the acts of one day share
/// that day's mood: a busy day does not give as many independent observations as it has reports.
///
///     W = Σ w,  x̄ = Σ w x / W,  share = 1/W,  spread = Σ w (x − x̄)²
///
/// An act of weight w counts as w acts (an alleged one as 0.7 of one); weight 0 counts as no act. With an event's own
/// variance v, x ~ N(level of the day, v / w): the mean has variance v × share, and the spread is independent of it.
///
/// Landmarks: one act of weight 1 has share 1 and no spread. No act: no day.

#include <span>
#include <vector>

#include "detente/values/impulse.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The acts of each day by their mean, columns of equal length.
struct DayMeans {
  std::vector<double> time;   ///< days since 1970-01-01, ascending
  std::vector<double> mean;   ///< x̄, points
  std::vector<double> share;  ///< 1/W
  double spread = 0;          ///< Σ w (x − x̄)² over all days, squared points
  double freedom = 0;         ///< degrees of freedom of the spread: Σ (acts − 1) over all days
  double log_weights = 0;     ///< ½ (Σ ln w over acts − Σ ln W over days)

  /// How many days have acts.
  std::size_t size() const noexcept { return time.size(); }
  friend bool operator==(const DayMeans&, const DayMeans&) = default;
};

/// For impulses of one direction, in the order of `comes_before`. Holds count as acts; releases do not count. Throws
/// `std::invalid_argument` for days that do not ascend.
DayMeans day_means(std::span<const Impulse> impulses);

/// The variance of each day's mean: day_variance + event_variance × share.
std::vector<double> variances_of(const DayMeans& days, double day_variance, double event_variance);

/// ln of the density of the acts given their days' means. With event_variance 0, a spread above 0 is impossible.
double within_day_log_likelihood(const DayMeans& days, double event_variance);

}  // namespace detente
#pragma GCC visibility pop
