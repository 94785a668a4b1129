#pragma once
/// \file
/// Which acts are of one measure, and which opening a closing belongs to: what the point path, the draws and the audit
/// must see alike.
///
/// A measure is one imposer's on one object of one target (contracts/measures.hpp). Its closings, in the order of their
/// middle days, each belong to the earliest opening that is not taken yet and may lie before them; a closing that finds
/// none belongs to the latest opening that may lie before it. A lift (a closing with `until`) takes no opening away
/// from the closings after it. In every draw a closing comes on or after the opening it belongs to, if that occurs and
/// lies before the closing's last day.

#include <span>
#include <vector>

#include "detente/contracts/measures.hpp"

namespace detente::detail {

/// A share of something on a day.
struct Share {
  Day day;
  double share;
};

/// How the acts of an event lie on days; the shares add up to its count.
std::vector<Share> shares_of(const Act& act, DatePolicy policy);

/// The days on which an opening may begin or a closing close, both included, equally likely. None is after `until`.
struct Onset {
  Day first, last;
};
Onset onset_of(const Act& act, DatePolicy policy = DatePolicy::spread);

/// The openings and closings that count (weight and probability above 0), by measure, each measure's by key.
std::vector<std::vector<const Act*>> by_measure(std::span<const Act> acts);

/// For every act of one measure the opening that it belongs to, by place; its own place if it is an opening or belongs
/// to none. O(n log n).
std::vector<std::size_t> own_openings(std::span<const Act* const> acts, DatePolicy policy = DatePolicy::spread);

}  // namespace detente::detail
