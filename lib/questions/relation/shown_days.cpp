#include "questions/relation/shown_days.hpp"

#include <algorithm>

namespace detente::detail {
namespace {

/// Last day of an act: its end, or its first day if the end is open.
Day last_day_of(const Act& act) { return act.date.is_open() ? act.date.first : act.date.last; }

}  // namespace

Window days_of(std::span<const Act> acts) {
  Window days{acts.front().date.first, last_day_of(acts.front()) + 1};
  for (const Act& act : acts) {
    days.first = std::min(days.first, act.date.first);
    days.end = std::max(days.end, last_day_of(act) + 1);
  }
  return days;
}

std::vector<DateSpan> dates_of(std::span<const Act> acts) {
  std::vector<DateSpan> dates;
  dates.reserve(acts.size());
  for (const Act& act : acts) dates.push_back(act.date);
  const auto earlier = [](const DateSpan& a, const DateSpan& b) { return a.first < b.first; };
  if (!std::is_sorted(dates.begin(), dates.end(), earlier)) std::stable_sort(dates.begin(), dates.end(), earlier);
  return dates;
}

Window shown_days(std::span<const Act> acts, PeriodKind every, std::optional<Day> as_of, std::optional<Day> from,
                  std::optional<Day> to) {
  const Window days = days_of(acts);
  const Day first = std::max(period_of(every, days.first).first, first_calendar_day());
  // What was known on a day says nothing about later days.
  const Day end = as_of ? *as_of + 1 : std::min(period_of(every, days.end - 1).end, last_calendar_day() + 1);
  return {from.value_or(first), to.value_or(end)};
}

}  // namespace detente::detail
