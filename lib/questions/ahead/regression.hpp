#pragma once
/// \file
/// Regressions of counts and of yes-or-no outcomes on a few inputs: Poisson and negative binomial with a logarithmic
/// link, logit. What an event index says of what comes next goes through one of these.
///
///     η = β0 + Σ β x, held to [−12, 8];   Poisson, negative binomial: mean e^η;   logit: chance 1/(1 + e^−η)
///
/// Fitted by Newton steps with expected curvature (iteratively reweighted least squares) on the summed log likelihood
/// minus ½ Σ ridge β². The negative binomial has variance μ + αμ², α in [e⁻⁴, e⁴] by maximum likelihood.
///
/// Landmarks: no inputs: e^β0 is the mean outcome, 1/(1 + e^−β0) the share of ones. α → 0 is the Poisson.
/// Source: McCullagh & Nelder 1989; Cameron & Trivedi 2013.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace detente::detail {

/// Linear predictors are held within these: e^8 is 2,981 events.
inline constexpr double lowest_predictor = -12, highest_predictor = 8;

enum class Family : std::uint8_t { poisson, negative_binomial, logit };

/// Rows of inputs with an outcome each. The intercept is no input.
struct Design {
  std::size_t inputs = 0;
  std::span<const double> values;    ///< row by row, `inputs` in each
  std::span<const double> outcomes;  ///< counts from 0 (need not be whole), or 0 and 1
  std::span<const double> row(std::size_t number) const { return values.subspan(number * inputs, inputs); }
};

struct RegressionOptions {
  /// Of each coefficient, intercept first; empty: none.
  std::vector<double> ridge = {};
  /// Where the search begins, intercept first; empty: at the mean outcome. A fit on nearly the same rows saves steps.
  std::vector<double> start = {};
  /// Negative binomial: this α, and none is fitted; 0: the likeliest.
  double alpha = 0;
  /// Ends when a step can gain less than this in log likelihood.
  double tolerance = 1e-10;
  int most_steps = 60;
};

struct Regression {
  Family family = Family::poisson;
  std::vector<double> coefficients;  ///< intercept first
  double alpha = 0;                  ///< negative binomial
  /// Summed over the rows, all constants included, without the ridge.
  double log_likelihood = 0;
  int steps = 0;
  /// False: not to be used (inputs that say the same, outcomes that never vary, or too many steps).
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
/// Means and α together: by turns until neither moves.
Regression fit_negative_binomial(const Design& design, const RegressionOptions& options = {});
/// α alone, at the means that a Poisson has found: what a Poisson fit becomes a negative binomial by.
Regression with_dispersion(const Regression& poisson, const Design& design);
/// The α in [e⁻⁴, e⁴] under which the outcomes are likeliest, given their means. O(rows) a step, some ten steps.
double likeliest_dispersion(std::span<const double> means, std::span<const double> outcomes);

/// Covariance of the coefficients (row by row) when rows of one cluster hang together: the sandwich, with G/(G − 1) for
/// G clusters. `cluster` numbers the clusters from 0, one number a row. α is taken as known.
std::vector<double> clustered_covariance(const Regression& fit, const Design& design,
                                         std::span<const std::size_t> cluster);

}  // namespace detente::detail
