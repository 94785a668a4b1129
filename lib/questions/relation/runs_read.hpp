#pragma once
/// \file
/// Which runs of impulses a direction reads, and how much each counts.

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

/// Of two runs that are read: half for each side, unless one of them has no level.
inline double half_or_all(const std::vector<Reading>& side, const std::vector<Reading>& other, std::size_t day) {
  if (!side[day].level) return 0;
  return other[day].level ? 0.5 : 1.0;
}

}  // namespace detente::detail
