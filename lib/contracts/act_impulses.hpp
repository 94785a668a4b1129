#pragma once
/// \file
/// The two halves of `impulses_of` (measures.hpp), for those who follow acts one by one: what an act adds by itself,
/// and what becomes of a measure.

#include <span>
#include <vector>

#include "detente/contracts/measures.hpp"

namespace detente::detail {

/// The pulses of an act that is no opening, in order of days.
void add_pulses(const Act& act, DatePolicy policy, std::vector<Impulse>& out);

/// The impulses of one measure, given as `by_measure` does.
void add_course(std::span<const Act* const> measure, DatePolicy policy, std::vector<Impulse>& out);

}  // namespace detente::detail
