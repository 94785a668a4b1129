#pragma once
/// \file
/// Made-up events of a Hawkes process, exact: the next event is the earliest of a baseline event and of each source's
/// next response, and each of these has a closed form (no thinning, nothing thrown away). Every number is drawn for
/// (seed, draw, step, cause), so a draw can be made again alone.
///
/// Source: Dassios & Zhao 2013.

#include <cstdint>
#include <vector>

#include "detente/processes/hawkes/hawkes.hpp"

namespace detente {

struct HawkesSimulation {
  std::uint64_t seed = 1;
  std::uint32_t draw = 0;
  std::size_t max_events = 1'000'000;  ///< throws above: a spectral radius of 1 and more explodes
  std::vector<double> marks = {};      ///< drawn from these with equal chances; none: all 1
};

/// Events from the begin to the end of the observation. What happens outside its windows is not seen, but calls forth
/// what it calls forth. Throws `std::invalid_argument` for parameters of another shape, or if there are too many
/// events.
HawkesEvents simulate(const HawkesParameters& parameters, int streams, const Observation& observation,
                      const HawkesSimulation& options = {});

}  // namespace detente
