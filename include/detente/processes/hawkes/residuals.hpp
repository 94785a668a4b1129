#pragma once
/// \file
/// Does a Hawkes process fit? If time is measured by each stream's expected number of events so far (its compensator),
/// the events of a stream come at rate 1: the expected number between one event and the next is exponential with mean
/// 1, and the numbers are independent. The last event has no residual after it; the first residual counts from the
/// beginning of the observation.
///
/// Landmarks: a mean below 1 means that the rate is too low; a variance above 1 that the events cluster more than the
/// model allows. Simultaneous events give residuals of 0, so that daily data without jitter never fit.
///
/// Source: time rescaling, Papangelou 1972; Ogata 1988.

#include <span>
#include <vector>

#include "detente/processes/hawkes/hawkes.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The expected number of events of a stream between one of its events and the next, by stream.
std::vector<std::vector<double>> rescaled_gaps(const HawkesEvents& events, const HawkesParameters& parameters,
                                               SameTime same_time = {});

/// How far numbers are from independent draws of an exponential of mean 1.
struct ExponentialCheck {
  /// How many values were looked at.
  std::size_t count = 0;
  double mean = 0;      ///< 1 expected; 0 without numbers
  double variance = 0;  ///< 1 expected
  double distance = 0;  ///< Kolmogorov–Smirnov: largest distance of the distribution functions
  /// Probability of a larger distance by chance (asymptotic, with Stephens' correction). It is too high for parameters
  /// fitted to the same events: a small value is evidence of misfit, a large one says little.
  double p_value = 1;
};
/// Whether values are as if drawn from an exponential distribution with mean 1. O(n log n).
ExponentialCheck check_exponential(std::span<const double> values);

}  // namespace detente
#pragma GCC visibility pop
