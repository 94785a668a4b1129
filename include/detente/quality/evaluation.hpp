#pragma once
/// \file
/// How well a model's levels recover a known truth. At the end of every week:
///
/// - *rank*: Spearman's correlation of level and truth, the question an index answers: when was it worse?
/// - *volume*: the partial rank correlation of level and the week's reporting volume (acts reported ÷ what the truth's
///   activity explains), with the truth held fixed: how far the level follows newsrooms. 0 is right.
/// - *coverage*: the share of weeks in which the truth is within the model's own 90 % band, level ± 1.645 sd.
///
/// Weeks in which a model has no level are left out, and `said` is the share that remains.

#include <optional>
#include <span>
#include <vector>

#include "detente/models/any_model.hpp"
#include "detente/quality/reporting.hpp"

#pragma GCC visibility push(default)
namespace detente::quality {

/// A known truth and what was reported of it.
struct Sample {
  /// What is to be recovered.
  Truth truth;
  /// What was reported, in the order in which it reaches a model.
  std::vector<Impulse> impulses;
};

/// How well one sample was recovered; a figure is nothing where it cannot be computed.
struct Quality {
  std::optional<double> rank;           ///< −1 to 1
  std::optional<double> volume;         ///< −1 to 1
  std::optional<double> coverage;       ///< 0 to 1; nothing for models without a variance
  double said = 0;                      ///< 0 to 1
  std::optional<double> squared_error;  ///< mean of (level − truth)²
};

/// How well a model recovers the truth from what was reported. O(acts + weeks · log weeks).
Quality evaluate(const AnyModel& model, const Sample& sample);

/// Pearson's correlation; nothing for fewer than three pairs or a constant.
std::optional<double> correlation(std::span<const double> a, std::span<const double> b);
/// Ranks from 1; equal values share the mean of their ranks.
std::vector<double> ranks_of(std::span<const double> values);
/// Spearman's correlation.
std::optional<double> rank_correlation(std::span<const double> a, std::span<const double> b);
/// Spearman's correlation of a and b with the effect of c removed; nothing if c determines one of them.
std::optional<double> partial_rank_correlation(std::span<const double> a, std::span<const double> b,
                                               std::span<const double> c);

}  // namespace detente::quality
#pragma GCC visibility pop
