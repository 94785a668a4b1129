#pragma once
/// \file
/// All that is asked of one count forecast, from one walk over its probabilities: log score, CRPS, the central interval
/// with its score, and where the outcome fell (for a PIT). Beside counts.hpp, whose closed forms it agrees with to 1e-9
/// and better, it costs a tenth where counts are small, and it takes a forecast that no formula has: *resampled* past
/// counts with a distribution beside them.
///
///     CRPS = Σ_k (F(k) − 1{y ≤ k})²,   interval: smallest k with F(k) ≥ (1 ∓ c)/2
///
/// A count's interval covers at least c, and more where counts are small: all of them 0 is [0, 0], which covers all.

#include <span>

#include "detente/scores/counts.hpp"

namespace detente {

struct CountJudgement {
  double log_score = 0;
  double crps = 0;
  double lower = 0, upper = 0;  ///< the central interval
  double interval_score = 0;
  bool covered = false;
  double below = 0, up_to = 0;  ///< F(y − 1) and F(y): the PIT is between them
};

/// `outcome` is a whole number ≥ 0, `coverage` within (0, 1). Throws `std::invalid_argument` otherwise. O(outcome + the
/// forecast's quantiles).
CountJudgement judge(const NegativeBinomial& forecast, double outcome, double coverage = 0.9);
/// The past counts and the forecast, all of them equally likely: with n counts it has the weight 1/(n + 1).
CountJudgement judge_resampled(std::span<const double> counts, const NegativeBinomial& other, double outcome,
                               double coverage = 0.9);

}  // namespace detente
