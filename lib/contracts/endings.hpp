#pragma once
/// \file
/// Closings that end a measure which counts on a dyad by `affects`, though their own rows count for nothing there: they
/// do not say `affects`, or say it with a spill of 0 (contracts/measures.hpp).

#include <vector>

#include "detente/contracts/codebook.hpp"
#include "detente/contracts/event_log.hpp"
#include "detente/contracts/selection.hpp"

namespace detente::detail {

/// Selected events in two parts, each in its order.
struct WithEndings {
  std::vector<CodedEvent> events;   ///< those that the rules are for
  std::vector<CodedEvent> endings;  ///< `Touch::ends`: for the measures alone
};

/// Parts them. Events that only might have ended a measure are left out. O(n) unless there are such, else O(n log n).
WithEndings part_endings(const EventLog& log, std::vector<CodedEvent> events, const Codebook& codebook);

}  // namespace detente::detail
