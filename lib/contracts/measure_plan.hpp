#pragma once
/// \file
/// Prepares the acts of a measure for following them: the days on which each may fall, which closing waits for which
/// opening, and which acts must be remembered while their spans last.

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "detente/contracts/measures.hpp"

namespace detente::detail {

inline constexpr int nobody = -1;

/// An act of the measure. Acts are identified by their position.
struct Entry {
  const Act* act;
  Day first, last;
  /// First day on which an opening or a lift is over by its own terms.
  std::optional<Day> over = {};
  /// The opening that a closing waits for.
  int own = nobody;
  bool is_awaited = false;
  /// Last day of the acts it is tied to.
  Day remembered = {};
  /// The slot of its status in a state, if it has one: an act of one day that no closing waits for needs none.
  int slot = nobody;
  /// Last days of the parts of an opening's span that matter differently to its closings.
  std::vector<Day> parts = {};

  Day middle() const { return first + static_cast<std::int32_t>((last - first) / 2); }
  bool is_exact() const { return first == last; }
  bool is_kept() const { return !is_exact() || is_awaited || own != nobody; }
};

/// Acts whose days depend on each other, from the first of their days to the last.
struct Unit {
  Day first, last;
  std::vector<int> members;
};

/// The prepared acts of a measure: which closing waits for which opening, what must be remembered, and which days
/// matter.
struct MeasurePlan {
  std::vector<Entry> entries;
  std::vector<Unit> units;             ///< by first day
  std::map<Day, std::vector<int>> on;  ///< acts of one day, by position
  std::vector<Day> days;
};

MeasurePlan plan_of(std::span<const Act* const> acts, DatePolicy policy);

}  // namespace detente::detail
