#pragma once
/// \file
/// The coding rules for an event that no rule compares with others.

#include "detente/contracts/coding_rules.hpp"

namespace detente::detail {

/// What the rules after one-a-day and mirrors make of one event, in place: mentions, volume by a file's totals, status.
void weigh_alone(CodedEvent& event, const CodingRules& rules);

}  // namespace detente::detail
