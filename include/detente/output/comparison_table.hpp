#pragma once
/// \file
/// Which forecasts are better, as text and as CSV: a line for each input, best first, then a sentence for each model
/// that says what the figures come to, ours included.
///
///     input        gain %   CRPS  Brier   AUC  within   MCB  90 % covers  points to own history  95 % interval  p
///     (Holm) own history    29.2  0.443  0.050  0.87    0.67  .001          94% two_speed      28.9  0.451  0.049 0.88
///     0.71  .001          94%                   −0.3   [−1.4, 1.1]      1.00

#include <string>

#include "detente/contracts/index_series.hpp"
#include "detente/questions/comparison.hpp"

namespace detente {

/// What is printed: the finding, what was foretold ("severe acts of the next month"), and what it was made with.
struct ComparisonView {
  const Comparison& found;
  std::string outcome;
  Provenance provenance = {};
};

std::string comparison_table(const ComparisonView& view);

/// A row per input, in the finding's order:
/// `input,role,verdict,log_score,gain,crps,brier,auc,auc_within,miscalibration,
/// discrimination,uncertainty,interval_score,coverage,points,lower,upper,least_without,least_pair,most_without,most_pair,
/// p,p_holm,repeats`. Missing is empty.
std::string comparison_csv(const ComparisonView& view);

/// What the figures of one input come to, in a sentence: "two_speed is no better and no worse than own history: −0.3
/// points [−1.4, 1.1]."
std::string verdict_sentence(const Comparison& found, const ComparedInput& input);

}  // namespace detente
