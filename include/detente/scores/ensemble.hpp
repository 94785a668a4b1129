#pragma once
/// \file
/// CRPS of a forecast given as members (draws, or other people's forecasts), each with a weight: the CRPS of their
/// empirical distribution, in the unit of the outcome. See continuous.hpp for what the score is.
///
///     CRPS = Σ wᵢ|xᵢ − y| − ½ ΣΣ wᵢ wⱼ |xᵢ − xⱼ|,   Σ w = 1
///          = Σ wᵢ|xᵢ − y| − Σ W₍ᵢ₎ (1 − W₍ᵢ₎) (x₍ᵢ₊₁₎ − x₍ᵢ₎)     over the sorted members, W their running weight
///
/// `fair` instead estimates the score of the distribution that the m members were sampled from: the second sum is
/// divided by 1 − Σ w² (by m(m − 1) instead of m²). It is unbiased for draws, and can then be below 0; it is not meant
/// for a fixed set of scenarios. A single member has no fair score.
///
/// Landmarks: one member: |x − y|. All members equal: |x − y|. Members of weight 0 change nothing. Complexity: O(m log
/// m).
///
/// Source: Gneiting & Raftery 2007; Ferro 2014 for the fair one.

#include <span>

#pragma GCC visibility push(default)
namespace detente {

/// For a fixed set of members, or unbiased for draws.
enum class EnsembleScore : unsigned char { empirical, fair };

/// Throws `std::invalid_argument` without members, for a member or outcome that is not finite, if there are not as many
/// weights as members, for a negative weight or weights that sum to 0, and for a fair score of a single member.
double ensemble_crps(std::span<const double> members, double outcome, EnsembleScore kind = EnsembleScore::empirical);
/// With a weight for each member.
double ensemble_crps(std::span<const double> members, std::span<const double> weights, double outcome,
                     EnsembleScore kind = EnsembleScore::empirical);

}  // namespace detente
#pragma GCC visibility pop
