#pragma once
/// \file
/// Is there any excitation at all? Without it β is not identified, so twice the gain in log-likelihood is not
/// chi-squared, and its distribution is not tabulated. Instead: fit the process without excitation, simulate events
/// from it many times, fit both models to each replicate, and count how often chance gains as much as the data did.
///
/// p = (1 + number of replicates that gain at least as much) / (1 + replicates); never 0.
///
/// For events known to the day, replicates are treated like the data: the simulated times are cut to whole days and
/// jittered, and the gain is the mean over as many placings.
///
/// A small p does not prove responses: a drifting rate clusters events too. Give the background rate pieces, and see
/// what is left.
///
/// Source: parametric bootstrap, Davison & Hinkley 1997.

#include <cstdint>
#include <span>
#include <vector>

#include "detente/fit/hawkes_fit.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How a test of excitation is made.
struct ExcitationTestOptions {
  std::uint32_t replicates = 199;  ///< at least 19
  std::uint64_t seed = 1;
  /// Of every replicate.
  HawkesFitOptions fit = {};
  /// Which branching ratios the simpler model keeps (`HawkesFitOptions::excites`); empty: none. With the diagonal kept,
  /// it tests "each side repeats itself, but neither answers the other".
  std::vector<bool> kept = {};
  WorkControl control = {};  ///< counts replicates
};

/// What a parametric bootstrap says about a simpler model.
struct ExcitationTest {
  double gain = 0;         ///< twice the gain in log-likelihood, mean over the placings
  double chance_gain = 0;  ///< the critical value at 5 %: the gain that 5 % of the replicates reach
  /// Share of the replicates, the observed one among them, that gain as much; 0 to 1.
  double p_value = 1;
  /// How many were simulated.
  std::uint32_t replicates = 0;
};

/// Tests events with exact times (one placing), or several placings of the same dated events. Throws
/// `std::invalid_argument` without placings or with options out of range.
ExcitationTest test_excitation(std::span<const HawkesEvents> placings, const ExcitationTestOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
