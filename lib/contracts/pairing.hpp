#pragma once
/// \file
/// Which closing ends which opening, by the rules of contracts/measures.hpp, for one measure by one imposer on one
/// object. Vague and doubtful acts are there in part, so a hold has a mass, and what becomes of it is a list of parts
/// that end and of parts that are lifted for a while.

#include <algorithm>
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

/// Part of a hold that ends for good on a day.
struct Ending {
  Day day;
  double mass;
  const Act* by;
};

/// A share of what is held at the end of `from` is lifted until `to`, the first day in force again.
struct Lift {
  Day from;
  Day to;
  double share;
  const Act* by;
};

/// A measure put in force on a day, with the probability `mass`, and what became of it.
struct Hold {
  const Act* opening;
  Day from;
  double mass;
  std::vector<Ending> endings = {};
  std::vector<Lift> lifts = {};

  /// Mass not ended for good by the end of the day.
  double left(Day day) const {
    double sum = mass;
    for (const Ending& e : endings)
      if (e.day <= day) sum -= e.mass;
    return std::max(0.0, sum);
  }
  /// Which share of what is held when the day begins is lifted.
  double lifted(Day day) const {
    double sum = 0;
    for (const Lift& l : lifts)
      if (l.from < day && day < l.to) sum += l.share;
    return std::min(1.0, sum);
  }
};

/// A second opening of a held measure, or one of several acts that an opening stands for.
struct Repeat {
  const Act* opening;
  Day day;
  double mass;
};

struct Paired {
  std::vector<Hold> holds;
  std::vector<Repeat> repeats;
};

/// Pairs the openings and closings of one measure, in any order.
Paired pair_up(std::span<const Act* const> acts, DatePolicy policy);

}  // namespace detente::detail
