#pragma once
/// \file
/// Fits the Hawkes process that makes the observed events most likely. Starts are a decade of the time constant 1/β
/// apart, from the smallest gap between events to the length of the observation. From each that no neighbour beats, the
/// likelihood is climbed on the logarithms of the parameters (objective per event, exact gradient), and the best is
/// polished by Newton steps with the exact second derivatives, whose inverse gives the standard errors.
///
/// A branching ratio of 0 is a normal outcome (status `boundary`). If all the ratios of a β are 0, β is not identified
/// and has no standard error; this is why the test of no excitation is a simulation (excitation_test.hpp).
///
/// What cannot be estimated is not estimated: a stream without events has rate 0, does not respond and triggers
/// nothing.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "detente/fit/status.hpp"
#include "detente/ground/work_control.hpp"
#include "detente/processes/hawkes/hawkes.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What is fitted, and from where.
struct HawkesFitOptions {
  bool shared_beta = true;  ///< one β for all, or one for each source
  /// Whether an event can trigger another at the same time.
  SameTime same_time = SameTime::strict;
  /// Which branching ratios may be above 0, row by row (receiver, source); if empty, all of them.
  std::vector<bool> excites = {};
  /// Where to begin instead of at several starts, such as the fit to nearly the same events.
  std::optional<HawkesParameters> start = {};
  WorkControl control = {};  ///< counts passes over the events
};

/// A Hawkes process by maximum likelihood.
struct HawkesFit {
  HawkesParameters parameters;
  /// In the order of `HawkesParameters::row`; nothing for a parameter that is held at the end of its range.
  std::vector<std::optional<double>> standard_errors;
  std::vector<double> covariance;  ///< row by row, 0 for parameters that are held
  /// At the parameters.
  double log_likelihood = 0;
  double log_likelihood_without = 0;  ///< of the same background rate without any excitation, at its own maximum
  std::size_t events = 0;
  int evaluations = 0;  ///< passes over the events
  FitStatus status = FitStatus::failed;
  std::string why = {};  ///< if not converged

  /// 2 (log L − log L without): 0 if nothing was gained. Not chi-squared, because β is not identified without
  /// excitation.
  double gain() const;
  /// Standard error of `HawkesParameters::half_life`; nothing also if β is at the end of its range.
  std::optional<double> half_life_error(std::size_t source = 0) const;

  std::string brief() const;  ///< one line
  std::string full() const;   ///< a line for each parameter
};

/// Throws `std::invalid_argument` for options that do not fit the events.
HawkesFit fit_hawkes(const HawkesEvents& events, const HawkesFitOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
