#include "questions/relation/long_silence.hpp"

#include <algorithm>

namespace detente::detail {
namespace {

Day last_day_of(const DateSpan& date) { return date.is_open() ? date.first : date.last; }

/// Calls `look(last day before, position after)` for every long silence, until it returns true.
template <class Look>
void for_each_silence(std::span<const DateSpan> dates, Look look) {
  if (dates.empty() || dates.back().first - dates.front().first <= longest_silence) return;
  Day reached = last_day_of(dates.front());
  for (std::size_t i = 1; i < dates.size(); ++i) {
    if (dates[i].first - reached > longest_silence && look(reached, i)) return;
    reached = std::max(reached, last_day_of(dates[i]));
  }
}

}  // namespace

std::optional<LongSilence> long_silence(std::span<const DateSpan> dates, std::optional<Day> from,
                                        std::optional<Day> to) {
  std::optional<LongSilence> out;
  for_each_silence(dates, [&](Day reached, std::size_t after) {
    if ((from && reached < *from) || (to && dates[after].first >= *to)) return false;
    out = LongSilence{after - 1, after, 2 * after >= dates.size() ? after : after - 1};
    return true;
  });
  return out;
}

std::optional<Day> after_silence(std::span<const DateSpan> dates, Day from) {
  std::optional<Day> out;
  for_each_silence(dates, [&](Day reached, std::size_t after) {
    if (reached >= from) return true;
    out = std::min(from, dates[after].first);
    return false;
  });
  return out;
}

}  // namespace detente::detail
