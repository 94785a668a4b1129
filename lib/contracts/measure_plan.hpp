#pragma once
/// \file
/// The acts of a measure made ready to be followed: the days on which each may fall, who waits for whom, and which acts
/// must be remembered while their spans last.

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "detente/contracts/measures.hpp"

namespace detente::detail {

inline constexpr int nobody = -1;

/// An act of the measure. Acts are known by their place.
struct Entry {
  const Act* act;
  Day first, last;
  /// First day on which an opening is over by its own terms, or a lift.
  std::optional<Day> over = {};
  /// The opening that a closing waits for.
  int own = nobody;
  bool is_awaited = false;
  /// Last day of the acts it hangs together with.
  Day remembered = {};
  /// Where its status stands in a state, if it has one: an act of one day that nobody waits for needs none.
  int slot = nobody;
  /// Last days of the parts of an opening's span that closings tell apart.
  std::vector<Day> parts = {};

  Day middle() const { return first + static_cast<std::int32_t>((last - first) / 2); }
  bool is_exact() const { return first == last; }
  bool is_kept() const { return !is_exact() || is_awaited || own != nobody; }
};

/// Acts whose days hang together, from the first of their days to the last.
struct Unit {
  Day first, last;
  std::vector<int> members;
};

/// The acts of a measure, made ready: who waits for whom, what must be remembered, and which days matter.
struct MeasurePlan {
  std::vector<Entry> entries;
  std::vector<Unit> units;             ///< by first day
  std::map<Day, std::vector<int>> on;  ///< acts of one day, by place
  std::vector<Day> days;
};

MeasurePlan plan_of(std::span<const Act* const> acts, DatePolicy policy);

}  // namespace detente::detail
