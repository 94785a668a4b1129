#pragma once
/// \file
/// Regressions of counts and of yes-or-no outcomes on a few inputs: Poisson and negative binomial with a logarithmic
/// link, logit. Forecasts from an event index go through one of these.
///
///     η = β0 + Σ β x, held to [−12, 8];   Poisson, negative binomial: mean e^η;   logit: chance 1/(1 + e^−η)
///
/// Fitted by Newton steps on the summed log likelihood minus ½ Σ ridge β², whose curvature in η is above 0 for all
/// three: each step about doubles the right digits, and a start at the fit to nearly the same rows needs three or four.
/// (With the expected curvature, iteratively reweighted least squares, the negative binomial gained a digit a step.)
/// The negative binomial has variance μ + αμ², α in [e⁻⁴, e⁴] by maximum likelihood.
///
/// Landmarks: no inputs: e^β0 is the mean outcome, 1/(1 + e^−β0) the share of ones. α → 0 is the Poisson.
/// Source: McCullagh & Nelder 1989; Cameron & Trivedi 2013.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace detente::detail {

/// Linear predictors are limited to this range: e^8 is 2,981 events.
inline constexpr double lowest_predictor = -12, highest_predictor = 8;

enum class Family : std::uint8_t { poisson, negative_binomial, logit };

/// Rows of inputs with an outcome each. The intercept is not an input.
struct Design {
  std::size_t inputs = 0;
  std::span<const double> values;    ///< row by row, `inputs` in each
  std::span<const double> outcomes;  ///< counts from 0 (need not be whole), or 0 and 1
  std::span<const double> row(std::size_t number) const { return values.subspan(number * inputs, inputs); }
};

struct RegressionOptions {
  /// The ridge of each coefficient, intercept first; empty: no ridge.
  std::vector<double> ridge = {};
  /// Where the search begins, intercept first; empty: at the mean outcome. The fit to nearly the same rows saves steps.
  std::vector<double> start = {};
  /// For the negative binomial: this α instead of a fitted one; 0: fit it.
  double alpha = 0;
  /// The search ends when a step can gain less than this in log likelihood.
  double tolerance = 1e-10;
  int most_steps = 60;
};

struct Regression {
  Family family = Family::poisson;
  std::vector<double> coefficients;  ///< intercept first
  double alpha = 0;                  ///< negative binomial
  /// Log likelihood summed over the rows, with all constants and without the ridge.
  double log_likelihood = 0;
  int steps = 0;
  /// If false, do not use the fit (collinear inputs, outcomes that never vary, or too many steps).
  bool converged = false;
};

/// η of one row.
double linear_predictor(std::span<const double> coefficients, std::span<const double> inputs);
/// The mean outcome, or the chance of a one.
double expected(const Regression& fit, std::span<const double> inputs);
/// The probability of an outcome of 0.
double chance_of_none(const Regression& fit, std::span<const double> inputs);

Regression fit_poisson(const Design& design, const RegressionOptions& options = {});
Regression fit_logit(const Design& design, const RegressionOptions& options = {});
/// Fits means and α in turn until neither changes.
Regression fit_negative_binomial(const Design& design, const RegressionOptions& options = {});
/// Turns a Poisson fit into a negative binomial by fitting only α, at the Poisson's means.
Regression with_dispersion(const Regression& poisson, const Design& design);
/// The α in [e⁻⁴, e⁴] under which the outcomes are likeliest, given their means. O(rows) per step, about ten steps.
double likeliest_dispersion(std::span<const double> means, std::span<const double> outcomes);

/// Covariance of the coefficients (row by row) if rows of one cluster are correlated: the sandwich estimator, with G/(G
/// − 1) for G clusters, with the expected curvature. `cluster` has one number per row, counted from 0. α is taken as
/// known.
std::vector<double> clustered_covariance(const Regression& fit, const Design& design,
                                         std::span<const std::size_t> cluster);

}  // namespace detente::detail
