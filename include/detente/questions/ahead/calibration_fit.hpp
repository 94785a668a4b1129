#pragma once
/// \file
/// Fits a calibration (calibration.hpp) to months of pairs: what acute and chronic strain was followed by which number
/// of severe acts. ρ, κ and the half-lives are given with the rows and are not fitted.
///
///     chance: logit of "at least one";  count: negative binomial, mean and dispersion together by maximum likelihood
///
/// No ridge, no hinges: three coefficients each. The outcome is a whole number of acts, rounded (a mirrored pair of
/// acts counts half on each side). Standard errors are clustered by pair: for KEDS Levant a third larger than the naive
/// ones.
///
/// What is measured beside it never comes from the pair itself: pairs are shared out over at most 50 parts, and each
/// part is foretold by a fit to the others.
///
/// Refused (`InputError`) below 30 months that a severe act followed, and below 5 pairs.

#include <cstddef>
#include <span>
#include <string>

#include "detente/questions/ahead/calibration.hpp"

namespace detente {

constexpr std::size_t least_severe_months = 30;
constexpr std::size_t least_calibration_pairs = 5;

/// A month of a pair.
struct CalibrationMonth {
  std::size_t pair = 0;    ///< numbers from 0 without gaps
  double acute = 0;        ///< g_14 at the end of the month
  double chronic = 0;      ///< g_120
  double severe_next = 0;  ///< severe acts of the next month, ≥ 0
};

/// Everything of a calibration that months tell; name, coding and days are the caller's. Throws `InputError` naming the
/// rule where there is too little, or where no fit is found (strain that never varies). O(months).
Calibration fit_calibration(std::span<const CalibrationMonth> months);

}  // namespace detente
