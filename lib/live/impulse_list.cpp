#include "live/impulse_list.hpp"

#include <algorithm>

namespace detente::detail {
namespace {

std::size_t place_before(const std::vector<Impulse>& impulses, Day day) {
  const auto is_before = [](const Impulse& i, Day d) { return i.day < d; };
  if (impulses.empty() || impulses.back().day < day) return impulses.size();
  return static_cast<std::size_t>(std::lower_bound(impulses.begin(), impulses.end(), day, is_before) -
                                  impulses.begin());
}

/// Puts `now` where the places [from, end) were.
template <class T>
void splice(std::vector<T>& all, std::size_t from, std::size_t end, const std::vector<T>& now) {
  const std::size_t same = std::min(now.size(), end - from);
  const auto at = all.begin() + static_cast<std::ptrdiff_t>(from);
  const auto middle = now.begin() + static_cast<std::ptrdiff_t>(same);
  const auto rest = std::copy(now.begin(), middle, at);
  all.insert(all.erase(rest, all.begin() + static_cast<std::ptrdiff_t>(end)), middle, now.end());
}

/// Impulses with the parts that they come from.
struct Merged {
  std::vector<Impulse> impulses = {};
  std::vector<Part> parts = {};

  void add(const Impulse& impulse, Part part) {
    impulses.push_back(impulse);
    parts.push_back(part);
  }
};

}  // namespace

std::size_t ImpulseList::end_of(Day day) const {
  if (impulses_.empty() || impulses_.back().day <= day) return impulses_.size();
  return place_before(impulses_, day + 1);
}

std::size_t ImpulseList::next_day(std::size_t place) const {
  const Day day = impulses_[place].day;
  while (place < impulses_.size() && impulses_[place].day == day) ++place;
  return place;
}

std::optional<std::size_t> ImpulseList::replace(Part part, Day first, Day last, std::span<const Impulse> now) {
  const std::size_t from = place_before(impulses_, first), end = end_of(last);
  Merged merged;
  std::size_t next = 0;
  for (std::size_t i = from; i < end; ++i) {
    if (parts_[i] == part) continue;
    while (next < now.size() && comes_before(now[next], impulses_[i])) merged.add(now[next++], part);
    merged.add(impulses_[i], parts_[i]);
  }
  while (next < now.size()) merged.add(now[next++], part);
  const std::size_t same = places_in_common(from, end, merged.impulses);
  splice(parts_, from, end, merged.parts);
  if (from + same == end && same == merged.impulses.size()) return std::nullopt;
  splice(impulses_, from, end, merged.impulses);
  return from + same;
}

std::size_t ImpulseList::places_in_common(std::size_t from, std::size_t end, const std::vector<Impulse>& other) const {
  const auto begin = impulses_.begin() + static_cast<std::ptrdiff_t>(from);
  const auto until = impulses_.begin() + static_cast<std::ptrdiff_t>(end);
  return static_cast<std::size_t>(std::mismatch(begin, until, other.begin(), other.end()).first - begin);
}

}  // namespace detente::detail
