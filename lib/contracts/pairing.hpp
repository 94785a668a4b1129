#pragma once
/// \file
/// Which acts belong to one measure, and which opening a closing belongs to. The point path, the draws and the audit
/// share this so that they agree.
///
/// A measure has one imposer, one target and one object (contracts/measures.hpp). Its closings are assigned in the
/// order of their middle days: each belongs to the earliest opening that is not taken yet and may come before it; a
/// closing that finds none belongs to the latest opening that may come before it. A lift (a closing with `until`) takes
/// no opening away from the closings after it. In every draw a closing comes on or after the opening it belongs to, if
/// that occurs and comes before the closing's last day.

#include <span>
#include <vector>

#include "detente/contracts/measures.hpp"

namespace detente::detail {

/// The share of an event on a day.
struct Share {
  Day day;
  double share;
};

/// How the acts of an event are spread over days; the shares add up to its count.
std::vector<Share> shares_of(const Act& act, DatePolicy policy);

/// The days on which an opening or a closing may take effect, both ends included, equally likely. None is after
/// `until`.
struct Onset {
  Day first, last;
};
Onset onset_of(const Act& act, DatePolicy policy = DatePolicy::spread);

/// The openings and closings that count (weight and probability above 0) and the closings that are here only to end a
/// measure, by measure, and within a measure by key.
std::vector<std::vector<const Act*>> by_measure(std::span<const Act> acts);

/// For every act of one measure, the position of the opening that it belongs to; its own position if it is an opening
/// or belongs to none. O(n log n).
std::vector<std::size_t> own_openings(std::span<const Act* const> acts, DatePolicy policy = DatePolicy::spread);

}  // namespace detente::detail
