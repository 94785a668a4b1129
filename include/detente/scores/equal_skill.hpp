#pragma once
/// \file
/// Whether one list of forecasts had a greater loss than another by more than chance explains.
///
/// *Diebold–Mariano*: d_t is the difference of their losses at time t, h the number of steps ahead. Forecasts h steps
/// ahead overlap, so the variance of the mean counts autocovariances up to lag h − 1; with the small-sample correction
/// of Harvey, Leybourne & Newbold:
///
///     DM = d̄ / √(V/n) · √((n + 1 − 2h + h(h − 1)/n)/n),   V = γ₀ + 2 Σ_{k<h} γ_k,   against t(n − 1), two-sided
///
/// If V is not above 0, only lag 0 is used. Landmarks: equal losses have statistic 0 and p 1.
///
/// *Holm*: corrects the p values of several tests made at once, so that the chance of any false alarm stays at its
/// level: the smallest is multiplied by their number, the next by one less, and none falls below the one before.
///
/// Source: Diebold & Mariano 1995, JBES 13; Harvey, Leybourne & Newbold 1997, IJF 13; Holm 1979.

#include <cstddef>
#include <span>
#include <vector>

#pragma GCC visibility push(default)
namespace detente {

/// Whether two forecasts have the same skill (Diebold and Mariano).
struct EqualSkill {
  double mean = 0;       ///< of the differences, in the unit of the loss
  double statistic = 0;  ///< its sign is the mean's
  /// Two-sided, 0 to 1.
  double p = 1;
};
/// Throws `std::invalid_argument` for a horizon of 0, for one not below the number of differences, or if fewer than 2.
EqualSkill diebold_mariano(std::span<const double> differences, std::size_t horizon = 1);

/// The corrected values, in the order given. Throws `std::invalid_argument` for a p outside [0, 1].
std::vector<double> holm(std::span<const double> p_values);

}  // namespace detente
#pragma GCC visibility pop
