#pragma once
/// \file
/// Checks that time runs forward: a model sees impulses in the order of their days, and a state never goes back. An
/// event that came late would be faded by a negative time, or missed, and either looks like calm. So every function
/// that walks through days checks once per call that they ascend, and a state checks how far it moves.
///
/// ```cpp
/// check_order(impulses);                  // throws, naming the first that is late
/// days_passed({20000}, {20005});          // → 5
/// ```
///
/// Complexity: `check_order` O(n), one comparison each.

#include <cstdint>
#include <ranges>
#include <span>

#include "detente/values/impulse.hpp"

#pragma GCC visibility push(default)
namespace detente {

namespace detail {
[[noreturn]] void throw_backwards(Day from, Day to);
/// For an impulse shown to a state that has reached another day.
[[noreturn]] void throw_not_today(Day day, Day today);
/// For row `number` of `what`, whose day is before that of the row in front of it.
[[noreturn]] void throw_out_of_order(std::string_view what, std::size_t number, Day day, Day before);

/// `day_of(*at)` is a row's day. The common case is one plain loop that a compiler can unroll; the offending row is
/// searched for only once something is wrong.
template <class Range, class DayOf>
void check_ascending(std::string_view what, const Range& rows, DayOf day_of) {
  const auto begin = std::ranges::begin(rows), end = std::ranges::end(rows);
  if (begin == end) return;
  bool ascending = true;
  Day before = day_of(*begin);
  for (auto at = begin; at != end; ++at) {
    const Day day = day_of(*at);
    ascending &= before <= day;
    before = day;
  }
  if (ascending) return;
  before = day_of(*begin);
  std::size_t number = 0;
  for (auto at = begin; at != end; ++at, ++number) {
    const Day day = day_of(*at);
    if (day < before) throw_out_of_order(what, number, day, before);
    before = day;
  }
}
}  // namespace detail

/// Days that pass from a state's day to another. Throws `std::invalid_argument` naming both if the other is earlier.
inline std::int64_t days_passed(Day from, Day to) {
  const std::int64_t days = to - from;
  if (days < 0) [[unlikely]]
    detail::throw_backwards(from, to);
  return days;
}

/// Throws `std::invalid_argument` naming the first day that is before the one in front of it.
inline void check_order(std::span<const Day> days) {
  detail::check_ascending("days", days, [](Day day) { return day; });
}

/// The same for impulses. Only days are checked: the order within one day changes bits, not time.
template <class R>
  requires std::ranges::forward_range<const R> && requires(const R& impulses) {
    { *std::ranges::begin(impulses) } -> std::convertible_to<Impulse>;
  }
void check_order(const R& impulses) {
  detail::check_ascending("impulses", impulses, [](const auto& impulse) { return impulse.day; });
}

}  // namespace detente
#pragma GCC visibility pop
