#pragma once
/// \file
/// Whether one list of forecasts lost more than another by more than chance would have it.
///
/// *Diebold–Mariano*: d_t is the difference of their losses at time t, h the number of steps ahead. Forecasts h steps
/// ahead overlap, so the variance of the mean counts autocovariances up to lag h − 1; Harvey, Leybourne & Newbold's
/// correction makes it fair in short lists:
///
///     DM = d̄ / √(V/n) · √((n + 1 − 2h + h(h − 1)/n)/n),   V = γ₀ + 2 Σ_{k<h} γ_k,   against t(n − 1), two-sided
///
/// Where V is not above 0, lag 0 alone is used. Landmarks: equal losses have statistic 0 and p 1.
///
/// *Holm*: p values of several questions asked at once, corrected so that the chance of any false alarm is kept:
/// the smallest times their number, the next times one less, none below the one before.
///
/// Source: Diebold & Mariano 1995, JBES 13; Harvey, Leybourne & Newbold 1997, IJF 13; Holm 1979.

#include <cstddef>
#include <span>
#include <vector>

namespace detente {

struct EqualSkill {
  double mean = 0;       ///< of the differences, in the unit of the loss
  double statistic = 0;  ///< its sign is the mean's
  double p = 1;
};
/// Throws `std::invalid_argument` for a horizon of 0, for one not below the number of differences, or if fewer than 2.
EqualSkill diebold_mariano(std::span<const double> differences, std::size_t horizon = 1);

/// In the order given. Throws `std::invalid_argument` for a p outside [0, 1].
std::vector<double> holm(std::span<const double> p_values);

}  // namespace detente
