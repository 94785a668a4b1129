#pragma once
/// \file
/// Collects the changes of a measure over the states in which they happen: a change of one kind, by one act, is one
/// change with the sum of its probabilities. For a certain measure, the changes of a day stay in their order.

#include <cstddef>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "contracts/measure_course.hpp"

namespace detente::detail {

class ChangeList {
 public:
  /// What happens, to the measure of which opening, and by which act; acts by their numbers in the plan.
  struct What {
    Turn turn;
    int opening, by;
  };

  void note(const What& what, const Change& change) {
    const auto [known, is_new] = noted_.try_emplace({what.turn, what.opening, what.by, change.since}, today_.size());
    if (is_new)
      today_.push_back(change);
    else
      today_[known->second].mass += change.mass;
  }

  void end_day() {
    changes_.insert(changes_.end(), today_.begin(), today_.end());
    today_.clear();
    noted_.clear();
  }

  std::vector<Change> take() { return std::move(changes_); }

 private:
  std::map<std::tuple<Turn, int, int, Day>, std::size_t> noted_;  ///< by position in `today_`
  std::vector<Change> today_, changes_;
};

}  // namespace detente::detail
