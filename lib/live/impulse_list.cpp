#include "live/impulse_list.hpp"

#include <algorithm>

namespace detente::detail {

std::size_t ImpulseList::place_before(Day day) const {
  if (all_.empty() || all_.back().impulse.day < day) return all_.size();
  const auto is_before = [](const OfPart& of, Day d) { return of.impulse.day < d; };
  return static_cast<std::size_t>(std::lower_bound(all_.begin(), all_.end(), day, is_before) - all_.begin());
}

std::size_t ImpulseList::end_of(Day day) const {
  if (all_.empty() || all_.back().impulse.day <= day) return all_.size();
  return place_before(day + 1);
}

std::size_t ImpulseList::next_day(std::size_t place) const {
  const Day day = all_[place].impulse.day;
  while (place < all_.size() && all_[place].impulse.day == day) ++place;
  return place;
}

std::size_t ImpulseList::begin_of_day(std::size_t place) const {
  if (place == 0) return 0;
  const Day day = all_[place - 1].impulse.day;
  while (place > 0 && all_[place - 1].impulse.day == day) --place;
  return place;
}

/// The place behind all that do not come after it: mostly near the end, where nothing else need be looked at.
std::size_t ImpulseList::place_of(const Impulse& impulse) const {
  std::size_t end = all_.size();
  for (int n = 0; n < 8; ++n, --end)
    if (end == 0 || !comes_before(impulse, all_[end - 1].impulse)) return end;
  const auto before = [](const Impulse& a, const OfPart& b) { return comes_before(a, b.impulse); };
  const auto last = all_.begin() + static_cast<std::ptrdiff_t>(end);
  return static_cast<std::size_t>(std::upper_bound(all_.begin(), last, impulse, before) - all_.begin());
}

std::size_t ImpulseList::insert(Part part, const Impulse& impulse) {
  const std::size_t place = place_of(impulse);
  make_first_room(all_);
  all_.insert(all_.begin() + static_cast<std::ptrdiff_t>(place), {impulse, part});
  return place;
}

std::optional<std::size_t> ImpulseList::replace(Part part, Day first, Day last, std::span<const Impulse> now) {
  const std::size_t from = place_before(first), end = end_of(last);
  if (from == all_.size()) {
    for (const Impulse& impulse : now) all_.push_back({impulse, part});
    return now.empty() ? std::nullopt : std::optional(from);
  }
  const std::vector<OfPart> there = merged(from, end, part, now);
  const std::size_t same = in_common(from, end, there);
  const bool is_changed = from + same < end || same < there.size();
  splice(from, end, there);
  return is_changed ? std::optional(from + same) : std::nullopt;
}

/// What stands at the places [from, end) once the part's impulses there are these.
std::vector<ImpulseList::OfPart> ImpulseList::merged(std::size_t from, std::size_t end, Part part,
                                                     std::span<const Impulse> now) const {
  std::vector<OfPart> out;
  out.reserve(end - from + now.size());
  auto next = now.begin();
  for (std::size_t i = from; i < end; ++i) {
    if (all_[i].part == part) continue;
    while (next != now.end() && comes_before(*next, all_[i].impulse)) out.push_back({*next++, part});
    out.push_back(all_[i]);
  }
  while (next != now.end()) out.push_back({*next++, part});
  return out;
}

std::size_t ImpulseList::in_common(std::size_t from, std::size_t end, const std::vector<OfPart>& other) const {
  std::size_t n = 0;
  while (n < std::min(end - from, other.size()) && all_[from + n].impulse == other[n].impulse) ++n;
  return n;
}

void ImpulseList::splice(std::size_t from, std::size_t end, const std::vector<OfPart>& now) {
  const auto middle = now.begin() + static_cast<std::ptrdiff_t>(std::min(now.size(), end - from));
  const auto rest = std::copy(now.begin(), middle, all_.begin() + static_cast<std::ptrdiff_t>(from));
  all_.insert(all_.erase(rest, all_.begin() + static_cast<std::ptrdiff_t>(end)), middle, now.end());
}

}  // namespace detente::detail
