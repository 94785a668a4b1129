#pragma once
/// \file
/// What is being fitted to which histories: the parameters of a hidden level as they stand, and which of them are still
/// sought. Also a summary of the histories, from which starts and bounds are taken.

#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <string>
#include <vector>

#include "detente/ground/work_control.hpp"
#include "detente/models/day_means.hpp"
#include "fit/latent_score.hpp"

namespace detente::detail {

/// θ of a half-life in days; 0 of an infinite one.
inline double rate_of(double half_life) noexcept { return std::isinf(half_life) ? 0 : std::numbers::ln2 / half_life; }

/// A summary of the histories, for starts and bounds.
struct HistorySummary {
  std::size_t days = 0;
  double span = 0;      ///< the longest
  double variance = 0;  ///< of the days' means about their history's
  double spread = 0;    ///< within days
  double freedom = 0;
  double share = 0;  ///< mean of 1/W
  bool shares_differ = false;
};
HistorySummary summary_of(std::span<const DayMeans> histories);

/// The four parameters as values (θ, σ², sd_day², sd_event²), and which of them are being fitted.
struct LatentProblem {
  std::span<const DayMeans> histories;
  LatentParameters values;
  std::array<bool, 4> open = {};
  std::size_t threads = 1;
  std::vector<std::string> notes;
  int evaluations = 0;
  WorkControl control = {};

  std::array<double*, 4> all() { return {&values.rate, &values.diffusion, &values.day, &values.event}; }
  /// Takes a parameter out of the search.
  void hold(LatentParameter which, double value, std::string note);
  std::vector<LatentParameter> sought() const;
  /// The values with those that are sought at e^logs.
  LatentParameters at(std::span<const double> logs) const;
};

/// The sum over histories, always in the same order, with its gradient by the logarithms of what is sought.
double log_likelihood(const LatentProblem& problem, std::span<const double> logs, std::span<double> gradient);

}  // namespace detente::detail
