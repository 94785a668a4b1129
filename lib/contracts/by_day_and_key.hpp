#pragma once
/// \file
/// The order in which events go through the coding rules.

#include <algorithm>
#include <vector>

#include "detente/contracts/selection.hpp"

namespace detente::detail {

inline bool by_day_and_key(const CodedEvent& a, const CodedEvent& b) {
  const Day day = a.date.middle(), other = b.date.middle();
  return day < other || (day == other && a.key() < b.key());
}

/// Rows mostly come in this order already.
inline void put_in_order(std::vector<CodedEvent>& events) {
  if (!std::is_sorted(events.begin(), events.end(), by_day_and_key))
    std::sort(events.begin(), events.end(), by_day_and_key);
}

}  // namespace detente::detail
