#include "contracts/mirrors.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <vector>

namespace detente::detail {
namespace {

/// Who does what to whom, and when: events with the same answer are told apart only by their order.
struct Deed {
  DateSpan date;
  std::uint64_t others;
  Direction direction;
  std::uint16_t code;
  friend auto operator<=>(const Deed&, const Deed&) = default;
};

/// Of others, the number says who acts; the side on which they count does not.
Deed deed_of(const CodedEvent& event) {
  return {event.date, event.others, event.is_third_party() ? Direction::forward : event.direction, event.code()};
}

/// What would be the other side of it, if it had this code.
Deed reversed(Deed deed, std::uint16_t code) {
  deed.code = code;
  if (deed.others != 0)
    deed.others ^= 1U;
  else
    deed.direction = deed.direction == Direction::forward ? Direction::backward : Direction::forward;
  return deed;
}

bool are_reversed(const CodedEvent& a, const CodedEvent& b) {
  return a.date == b.date && deed_of(b) == reversed(deed_of(a), b.code());
}

class DayOfMirrors {
 public:
  DayOfMirrors(std::span<const CodedEvent> day, const MirrorTest& mirrors) : day_(day), paired_(day.size()) {
    for (std::size_t i = 0; i < day.size(); ++i) deeds_[deed_of(day[i])].places.push_back(i);
    for (const CodedEvent& event : day) mirrored_[event.code()];
    for (auto& [code, codes] : mirrored_)
      for (const auto& [other, unused] : mirrored_)
        if (mirrors(code, other)) codes.push_back(other);
  }

  bool is_paired(std::size_t i) const { return paired_[i]; }

  /// The first event after this one that mirrors it and has no partner, which gets this one as its partner.
  std::optional<std::size_t> pair_up(std::size_t i) {
    std::optional<std::size_t> first;
    for (const std::uint16_t code : mirrored_[day_[i].code()])
      if (const auto found = deeds_.find(reversed(deed_of(day_[i]), code)); found != deeds_.end())
        if (const auto j = first_free(found->second, i); j && (!first || *j < *first)) first = j;
    if (first) paired_[i] = paired_[*first] = true;
    return first;
  }

 private:
  /// Events with one deed, by their places in the day; those in front of `next` have a partner or have been asked for.
  struct Places {
    std::vector<std::size_t> places;
    std::size_t next = 0;
  };

  /// `after` ascends from call to call, so that no place is looked at twice.
  std::optional<std::size_t> first_free(Places& events, std::size_t after) const {
    const auto& [places, next] = events;
    while (next < places.size() && (places[next] <= after || paired_[places[next]])) ++events.next;
    return next == places.size() ? std::nullopt : std::optional(places[next]);
  }

  std::span<const CodedEvent> day_;
  std::vector<bool> paired_;
  std::map<Deed, Places> deeds_;
  std::map<std::uint16_t, std::vector<std::uint16_t>> mirrored_;
};

void halve(CodedEvent& a, CodedEvent& b) {
  a.weight /= 2;
  b.weight /= 2;
}

}  // namespace

void halve_by_deed(std::span<CodedEvent> day, const MirrorTest& mirrors) {
  DayOfMirrors of_day(day, mirrors);
  for (std::size_t i = 0; i < day.size(); ++i)
    if (!of_day.is_paired(i))
      if (const auto j = of_day.pair_up(i)) halve(day[i], day[*j]);
}

void halve_by_comparing(std::span<CodedEvent> day, const MirrorTest& mirrors) {
  std::vector<bool> paired(day.size());
  for (std::size_t i = 0; i < day.size(); ++i)
    for (std::size_t j = i + 1; j < day.size() && !paired[i]; ++j) {
      if (paired[j] || !are_reversed(day[i], day[j]) || !mirrors(day[i].code(), day[j].code())) continue;
      paired[i] = paired[j] = true;
      halve(day[i], day[j]);
    }
}

void halve_mirrors(std::span<CodedEvent> day, const MirrorTest& mirrors) {
  if (day.size() > 24)
    halve_by_deed(day, mirrors);
  else
    halve_by_comparing(day, mirrors);
}

}  // namespace detente::detail
