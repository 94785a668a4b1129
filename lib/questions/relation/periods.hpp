#pragma once
/// \file
/// What falls into the calendar periods that results show: their days, events and values.

#include <optional>
#include <span>
#include <vector>

#include "detente/questions/relation/history.hpp"

namespace detente::detail {

/// The calendar periods of kind `every` that results show, the first and the last cut to what is shown.
std::vector<Period> shown_periods(const History& history, PeriodKind every);

/// For each period, the number of events whose day of observation falls into it; only acts of the chosen direction that
/// can have occurred. O(acts log periods).
std::vector<std::size_t> events_in(std::span<const Period> periods, std::span<const Act> acts,
                                   DirectionChoice direction);
/// The number of the period that holds the day, or nothing. The periods must be consecutive.
std::optional<std::size_t> period_with(std::span<const Period> periods, Day day);

/// The value of each period: the index of its last day, the mean of its days, or its tensest day. `index[i]` belongs to
/// `days[i]`; missing if no day of the period has a value (for `end`: if its last day has none).
std::vector<std::optional<double>> sample_periods(std::span<const Period> periods, SampleAt at,
                                                  std::span<const Day> days,
                                                  std::span<const std::optional<double>> index);

}  // namespace detente::detail
