#pragma once
/// \file
/// How firmly does the coding hold a phase? The acts are drawn again and again as for the coding band (bands.hpp): days
/// within their spans, doubtful acts or none, scores within what codebooks differ by. The **coding agreement** of a
/// phase is the share of the draws in which a phase of the same direction covers more than half of its days. It is no
/// probability that the phase happened: sources that are wrong, or silent, are wrong in every draw.
///
/// Complexity: O(draws × (acts log acts + days)). Draws are counter-based: the same in any order.

#include <cstdint>
#include <span>
#include <vector>

#include "detente/questions/change/episodes.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How many draws ask whether a finding holds.
struct AgreementOptions {
  std::uint32_t draws = 200;  ///< at least 20
  std::uint64_t seed = 1;
};

/// A share from 0 to 1 for each of `found`, which `phases` gave with the same history, scoring and options. Throws
/// `std::invalid_argument` for fewer than 20 draws.
std::vector<double> coding_agreement(const History& history, const Scoring& scoring, std::span<const Phase> found,
                                     const PhaseOptions& options = {}, const AgreementOptions& agreement = {});

}  // namespace detente
#pragma GCC visibility pop
