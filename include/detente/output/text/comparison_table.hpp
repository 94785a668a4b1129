#pragma once
/// \file
/// Which forecasts are better, as text and as CSV: a line for each input, best first, then a sentence for each model
/// that sums up its figures, ours included.
///
///     input        gain %   CRPS  Brier   AUC  within  to own history  95 % interval  verdict
///     own history    29.2  0.239  0.061  0.87    0.67                                 baseline
///     two_speed      28.9  0.241  0.061  0.87    0.70            −0.3  [−1.0, 0.7]    undecided
///
/// (for KEDS Levant with `--mirrors any`, some columns left out).

#include <string>

#include "detente/contracts/index_series.hpp"
#include "detente/questions/comparison/comparison.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What is printed: the finding, the outcome ("severe acts of the next month"), and the provenance.
struct ComparisonView {
  const Comparison& found;
  /// In words.
  std::string outcome;
  Provenance provenance = {};
};

/// A line for each input, best first, and what the columns mean.
std::string comparison_table(const ComparisonView& view);

/// A row per input, in the finding's order, with these columns; a missing value is empty:
///
///     input,role,verdict,log_score,gain,crps,brier,auc,auc_within,miscalibration,discrimination,uncertainty,
///     interval_score,coverage,points,lower,upper,least_without,least_pair,most_without,most_pair,p,p_holm,repeats
std::string comparison_csv(const ComparisonView& view);

/// The figures of one input summed up in a sentence: "two_speed is no better and no worse than own history: −0.3 points
/// [−1.0, 0.7]."
std::string verdict_sentence(const Comparison& found, const ComparedInput& input);

}  // namespace detente
#pragma GCC visibility pop
