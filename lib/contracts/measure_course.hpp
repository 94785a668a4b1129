#pragma once
/// \file
/// Follows one measure day by day, over everything that its vague and doubtful acts leave open.
///
/// *The distribution of a draw.* Every act occurs with its probability, independently. An opening's day is uniform over
/// its days (`onset_of`). A closing's day is uniform over those of its days that are not before the opening it belongs
/// to (`own_openings`); over all of them if that opening does not occur or comes after the closing's last day. Given
/// their openings, the days are independent. On exact days the table of contracts/measures.hpp says what happens.
///
/// *The mean of all draws* is exact. The course of a measure is followed forward in time as a set of states, each with
/// its probability: which opening holds, which lifts run, and which of the acts whose span has begun are still to come.
/// A uniform day needs no more memory than that: an act still to come on day d comes on d with probability 1 / (days
/// left), whenever its span began. For an opening that closings wait for, the state also records whether it falls
/// before or after the last day of a closing, as the closing's days depend on that. Equal states are added up, and an
/// act is forgotten when its span is over, so the cost depends on how many vague acts of one measure overlap, not on
/// how many there are.
///
/// *A bound.* The states of m such acts are up to 2^m. If states × m × days of the measure would exceed 160,000 (six
/// acts that are all dated to one year, nine to one month, twelve to two days; four always fit) the acts that begin
/// last are put on their middle days; the mean is then that of draws in which they are there.
///
/// Complexity: O(days of vague spans × states × acts of a day + n log n); n certain acts on exact days take O(n log n).

#include <span>
#include <vector>

#include "detente/contracts/measures.hpp"

namespace detente::detail {

enum class Turn : std::uint8_t {
  begins,       ///< the opening puts the measure in force
  repeats,      ///< the opening finds it in force, and is only an act
  ends,         ///< it ends for good; `by` is the opening itself if its own term is over
  ends_lifted,  ///< the same while it was lifted, so nothing is released
  is_lifted,    ///< `by` lifts it
  resumes,      ///< the lift `by`, begun on `since`, is over
};

/// A change of a measure on a day, with its probability (times `count` − 1 for acts beside an opening).
struct Change {
  Turn turn;
  Day day;
  Day since;
  const Act* opening;
  const Act* by;
  double mass;
};

/// The changes of one measure, in order of days; those of certain acts on known days in the order in which they happen.
/// `acts` are as `by_measure` gives them.
std::vector<Change> course_of(std::span<const Act* const> acts, DatePolicy policy);

}  // namespace detente::detail
