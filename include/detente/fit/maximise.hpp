#pragma once
/// \file
/// Maximum likelihood in few dimensions (at most 8): several starts, a quasi-Newton search with the analytic gradient
/// (NLopt's SLSQP), then Newton steps from the highest point found. The Hessian, by differences of the gradient, gives
/// the standard errors. Parameters are best on a scale, such as a log scale, on which steps of 1 are sensible. The
/// likelihood is never evaluated beyond its bounds.
///
/// A maximum on a bound is a normal outcome, not an error: the parameters there are named in `on_bound`, and the others
/// are polished with these held fixed. `failed` means that no maximum was found, and `why` says why.
///
/// Source: Kraft 1988 (SLSQP); Nocedal & Wright 2006.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/fit/status.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The log-likelihood at a point; fills the gradient, which is as long as the point.
using LogLikelihood = std::function<double(std::span<const double> at, std::span<double> gradient)>;

/// Where and within what a maximum is sought; all vectors have the parameters' number.
struct Parameters {
  std::vector<std::vector<double>> starts;  ///< at least one; moved within the bounds
  std::vector<double> lower, upper;
  double observations = 1;     ///< > 0: the search uses the likelihood per observation
  int most_evaluations = 300;  ///< of each start
};

/// The highest point that was found.
struct Maximum {
  FitStatus status = FitStatus::failed;
  std::string why;  ///< empty if converged
  std::vector<double> at;
  double value = 0;
  /// At `at`; near 0 but for parameters on their bound.
  std::vector<double> gradient;
  /// By parameter.
  std::vector<bool> on_bound;
  /// Standard errors of the parameters; 0 for one on its bound. Nothing if the Hessian does not give them.
  std::optional<std::vector<double>> standard_errors;
  /// Of the likelihood, all starts together.
  int evaluations = 0;
};

/// Throws `std::invalid_argument` for parameters that break the rules above; exceptions from the likelihood pass
/// through.
Maximum maximise(const LogLikelihood& likelihood, const Parameters& parameters);

}  // namespace detente
#pragma GCC visibility pop
