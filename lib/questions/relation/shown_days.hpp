#pragma once
/// \file
/// Which days results show, and which days acts have at all.

#include <optional>
#include <span>
#include <vector>

#include "detente/questions/relation/history.hpp"

namespace detente::detail {

/// The dates of acts, by first day.
std::vector<DateSpan> dates_of(std::span<const Act> acts);

/// The days that results show for acts, of which there is at least one; empty (end before first) if there are no such
/// days. `from` and `to` (exclusive) widen or narrow them; by default they run over the calendar periods of kind
/// `every` that hold the first and the last act, within the calendar, and an as-of day is the last.
Window shown_days(std::span<const Act> acts, PeriodKind every, std::optional<Day> as_of, std::optional<Day> from,
                  std::optional<Day> to);

/// The first day of any act, and the day after the last.
Window days_of(std::span<const Act> acts);

}  // namespace detente::detail
