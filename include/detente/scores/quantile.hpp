#pragma once
/// \file
/// Losses of forecasts that state quantiles instead of a distribution. They are in the unit of the outcome, smaller is
/// better, and both are proper for the quantiles they ask for.
///
///     pinball(q, α, y)      = (1{y ≤ q} − α)(q − y)
///     interval(l, u, c, y)  = (u − l) + 2/(1 − c) · (l − y)⁺ + 2/(1 − c) · (y − u)⁺
///
/// Landmarks: the pinball of the median is half the absolute error (other authors include a factor 2, which makes it
/// the whole absolute error); an interval that holds y costs its width. The interval score is (2/(1 − c)) × the two
/// pinballs of its ends.
///
/// Source: Koenker & Bassett 1978; Gneiting & Raftery 2007, section 6.2.

#pragma GCC visibility push(default)
namespace detente {

/// `level` α in (0, 1): the share of outcomes that should lie at or below `quantile`. Throws `std::invalid_argument`
/// otherwise, or if a number is not finite.
double pinball_score(double quantile, double level, double outcome);

/// `coverage` c in (0, 1): the share of outcomes that should lie within [lower, upper]. Throws `std::invalid_argument`
/// otherwise, if lower > upper, or if a number is not finite.
double interval_score(double lower, double upper, double coverage, double outcome);

}  // namespace detente
#pragma GCC visibility pop
