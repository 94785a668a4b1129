#pragma once
/// \file
/// Fits a calibration (calibration.hpp) to months of pairs: how many severe acts followed which acute and chronic
/// strain. ρ, κ and the half-lives are given with the rows and are not fitted.
///
///     chance: logit of "at least one";  count: negative binomial, mean and dispersion together by maximum likelihood
///
/// There is no ridge and there are no hinges: three coefficients each. The outcome is the number of acts, rounded to a
/// whole number (each side of a mirrored pair counts half). Standard errors are clustered by pair; for KEDS Levant they
/// are a third larger than the naive ones.
///
/// The reliability of a pair is never measured by a fit to that pair: pairs are divided into at most 50 folds, and each
/// fold is forecast by a fit to the others.
///
/// Throws `InputError` if fewer than 30 months were followed by a severe act, or with fewer than 5 pairs.

#include <cstddef>
#include <span>
#include <string>

#include "detente/ground/work_control.hpp"
#include "detente/questions/ahead/calibration.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// With fewer months that a severe act followed, a fit is refused.
constexpr std::size_t least_severe_months = 30;
/// With fewer pairs, a fit is refused.
constexpr std::size_t least_calibration_pairs = 5;

/// One month of one pair.
struct CalibrationMonth {
  std::size_t pair = 0;    ///< numbers from 0 without gaps
  double acute = 0;        ///< g_14 at the end of the month
  double chronic = 0;      ///< g_120
  double severe_next = 0;  ///< severe acts of the next month, ≥ 0
};

/// Fits everything in a calibration except its name, coding and days, which the caller fills in. Throws `InputError`
/// naming the rule if there are too few data or no fit is found (strain that never varies). O(months).
Calibration fit_calibration(std::span<const CalibrationMonth> months, const WorkControl& control = {});

}  // namespace detente
#pragma GCC visibility pop
