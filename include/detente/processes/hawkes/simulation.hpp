#pragma once
/// \file
/// Exact simulation of a Hawkes process: the next event is the earliest of the next background event and each source's
/// next response, and each of these has a closed form (no thinning, so no draw is rejected). Every random number is
/// keyed by (seed, draw, step, cause), so any draw can be repeated on its own.
///
/// Source: Dassios & Zhao 2013.

#include <cstdint>
#include <vector>

#include "detente/processes/hawkes/hawkes.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What is simulated, over which observation.
struct HawkesSimulation {
  std::uint64_t seed = 1;
  /// The number of the history; each has random numbers of its own.
  std::uint32_t draw = 0;
  std::size_t max_events = 1'000'000;  ///< throws above: a spectral radius of 1 and more explodes
  std::vector<double> marks = {};      ///< drawn from these with equal chances; none: all 1
};

/// Events from the beginning to the end of the observation. Events outside its windows are not returned, but trigger
/// others all the same. Throws `std::invalid_argument` if the parameters have another shape, or if there are too many
/// events.
HawkesEvents simulate(const HawkesParameters& parameters, int streams, const Observation& observation,
                      const HawkesSimulation& options = {});

}  // namespace detente
#pragma GCC visibility pop
