#pragma once
/// \file
/// Is there any excitation at all? Without it β means nothing, so twice the gain in log-likelihood is not chi-squared
/// and no table knows its law. Instead: fit the process without excitation, make up events from it again and again, fit
/// both models to each, and count how often chance gains as much as the data did.
///
/// p = (1 + number of replicates that gain at least as much) / (1 + replicates); never 0.
///
/// Events known to the day go the same way as the data: the made-up times are cut to whole days and jittered, and the
/// gain is the mean over as many placings.
///
/// A small p is no proof of answers: a rate that drifts clusters events too. Give the baseline pieces, and see what is
/// left.
///
/// Source: parametric bootstrap, Davison & Hinkley 1997.

#include <cstdint>
#include <span>
#include <vector>

#include "detente/fit/hawkes_fit.hpp"

namespace detente {

struct ExcitationTestOptions {
  std::uint32_t replicates = 199;  ///< at least 19
  std::uint64_t seed = 1;
  HawkesFitOptions fit = {};
  /// Which branching ratios the simpler model keeps (`HawkesFitOptions::excites`); empty: none. With the diagonal kept
  /// it is the test of "each side repeats itself, nobody answers".
  std::vector<bool> kept = {};
};

struct ExcitationTest {
  double gain = 0;         ///< twice the gain in log-likelihood, mean over the placings
  double chance_gain = 0;  ///< that 5 % of the replicates reach
  double p_value = 1;
  std::uint32_t replicates = 0;
};

/// Tests events with exact times (one placing), or several placings of the same dated events. Throws
/// `std::invalid_argument` without placings or with options out of range.
ExcitationTest test_excitation(std::span<const HawkesEvents> placings, const ExcitationTestOptions& options = {});

}  // namespace detente
