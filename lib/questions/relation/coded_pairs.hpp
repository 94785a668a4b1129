#pragma once
/// \file
/// Matches the events of two coders: the surest rule first, and among several partners the nearest in time, then the
/// first. The rules are those of coder_diff.hpp. O(n log n) if dates are days; vague ones are compared with those that
/// their spans can reach.

#include <utility>
#include <vector>

#include "detente/contracts/act.hpp"
#include "detente/values/event.hpp"

namespace detente::detail {

/// An act with the event it came from.
struct CodedAct {
  const Act* act;
  Event event;
};

/// Each act on the left with its partner or nothing, then the unmatched ones on the right.
using ActPairs = std::vector<std::pair<const CodedAct*, const CodedAct*>>;
ActPairs pair_up(const std::vector<CodedAct>& left, const std::vector<CodedAct>& right);

}  // namespace detente::detail
