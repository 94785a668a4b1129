#pragma once
/// \file
/// Which runs of impulses a direction reads.

#include <vector>

#include "detente/engines/score.hpp"

namespace detente::detail {

/// One run, of a side, of an undirected model or of pooled sides; else both sides, forward first.
inline std::vector<const std::vector<Impulse>*> runs_read(const SidedImpulses& impulses, DirectionChoice choice) {
  if (impulses.undirected || choice == DirectionChoice::forward) return {&impulses.forward};
  if (choice == DirectionChoice::backward) return {&impulses.backward};
  if (impulses.pooled) return {&impulses.both};
  return {&impulses.forward, &impulses.backward};
}

}  // namespace detente::detail
