#include "questions/relation/periods.hpp"

#include <algorithm>

#include "detente/ground/error.hpp"

namespace detente::detail {
namespace {

std::optional<double> mean_of(std::span<const std::optional<double>> values) {
  double sum = 0;
  std::size_t n = 0;
  for (const auto& v : values)
    if (v) {
      sum += *v;
      ++n;
    }
  return n > 0 ? std::optional(sum / static_cast<double>(n)) : std::nullopt;
}

std::optional<double> peak_of(std::span<const std::optional<double>> values) {
  std::optional<double> peak;
  for (const auto& v : values)
    if (v && (!peak || *v > *peak)) peak = v;
  return peak;
}

}  // namespace

std::vector<Period> shown_periods(const History& history, PeriodKind every) {
  std::vector<Period> periods = periods_between(every, history.shown.first, history.shown.end);
  periods.front().first = std::max(periods.front().first, history.shown.first);
  periods.back().end = std::min(periods.back().end, history.shown.end);
  return periods;
}

std::optional<std::size_t> period_with(std::span<const Period> periods, Day day) {
  const auto after = std::upper_bound(periods.begin(), periods.end(), day,
                                      [](Day d, const Period& period) { return d < period.first; });
  if (after == periods.begin() || !std::prev(after)->contains(day)) return std::nullopt;
  return static_cast<std::size_t>(after - periods.begin()) - 1;
}

std::vector<std::size_t> events_in(std::span<const Period> periods, std::span<const Act> acts,
                                   DirectionChoice direction) {
  std::vector<std::size_t> out(periods.size());
  for (const Act& act : acts) {
    if (!includes(direction, act.direction) || act.probability == 0 || act.ends_only) continue;
    for (const Day day : days_of_observation(act))
      if (const auto period = period_with(periods, day)) ++out[*period];
  }
  return out;
}

std::vector<std::optional<double>> sample_periods(std::span<const Period> periods, SampleAt at,
                                                  std::span<const Day> days,
                                                  std::span<const std::optional<double>> index) {
  if (index.size() != days.size())
    throw_invalid("index", static_cast<double>(index.size()), "has a value, or nothing, for every day");
  std::vector<std::optional<double>> out;
  for (const Period& period : periods) {
    const auto begin = std::lower_bound(days.begin(), days.end(), period.first) - days.begin();
    const auto end = std::lower_bound(days.begin(), days.end(), period.end) - days.begin();
    const auto values = index.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    if (at == SampleAt::mean)
      out.push_back(mean_of(values));
    else if (at == SampleAt::peak)
      out.push_back(peak_of(values));
    else
      out.push_back(values.empty() ? std::nullopt : values.back());
  }
  return out;
}

}  // namespace detente::detail
