#pragma once
/// \file
/// Finds the two sides of one occurrence among the events of a day.

#include <span>

#include "detente/contracts/coding_rules.hpp"

namespace detente::detail {

/// Halves the weights of events that mirror each other, as `mirrors_once` says; `day` are events that share their
/// middle day. The quicker of the two below, which do the same.
void halve_mirrors(std::span<CodedEvent> day, const MirrorTest& mirrors);

/// Compares each event with those after it. O(n²).
void halve_by_comparing(std::span<CodedEvent> day, const MirrorTest& mirrors);
/// Looks events up by (date, parties, code), so that each is compared with codes alone. O(n log n + distinct codes²).
void halve_by_deed(std::span<CodedEvent> day, const MirrorTest& mirrors);

}  // namespace detente::detail
