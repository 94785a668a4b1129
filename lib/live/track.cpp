#include "live/track.hpp"

#include <algorithm>
#include <utility>

namespace detente::detail {

void Track::forget_from(std::size_t place) {
  while (!states_.empty() && states_.back().place > place) states_.pop_back();
}

/// The impulse as the model gets it: one that does not know measures takes a hold for a pulse (`as_pulses`).
std::optional<Impulse> Track::seen(const Impulse& impulse) const {
  if (lane_.side && impulse.direction != *lane_.side) return std::nullopt;
  const bool pulses_only = !model_->knows_measures();
  if (pulses_only && impulse.kind > ImpulseKind::hold) return std::nullopt;
  Impulse out = impulse;
  out.weight *= lane_.weight;
  if (pulses_only) out.kind = ImpulseKind::pulse;
  return out;
}

std::vector<Impulse> Track::impulses(const ImpulseList& list) const {
  std::vector<Impulse> out;
  for (const Impulse& impulse : list.all())
    if (const auto own = seen(impulse)) out.push_back(*own);
  return out;
}

Track::Kept Track::nearest(std::size_t place) const {
  const auto after = std::upper_bound(states_.begin(), states_.end(), place,
                                      [](std::size_t p, const Kept& kept) { return p < kept.place; });
  return after == states_.begin() ? Kept{} : *std::prev(after);
}

void Track::take_in(const ImpulseList& list, std::size_t end, Kept& at) const {
  bool is_today = false;
  for (; at.place < end; ++at.place) {
    const auto impulse = seen(list[at.place]);
    if (!impulse) continue;
    if (!at.state) at.state = model_->start(impulse->day);
    if (!std::exchange(is_today, true)) model_->advance(*at.state, impulse->day);
    model_->observe(*at.state, *impulse);
  }
}

void Track::keep(const Kept& at) {
  if (states_.empty() ? at.place > 0 : states_.back().place < at.place) states_.push_back(at);
}

Track::Kept Track::go_on(const ImpulseList& list, std::size_t place) {
  Kept at = nearest(place);
  const bool beyond = states_.empty() || states_.back().place <= at.place;
  while (at.place < place) {
    const std::size_t next = std::min(list.next_day(at.place), place);
    const std::size_t last = states_.empty() ? 0 : states_.back().place;
    if (beyond && place - last > 2 * (place - next)) keep(at);
    take_in(list, next, at);
  }
  if (beyond) {
    keep(at);
    thin(place);
  }
  return at;
}

/// Drops every state without which the one before it is still near enough for all that lies before the one after it.
void Track::thin(std::size_t end) {
  for (std::size_t i = 1; i + 1 < states_.size();) {
    if (end - states_[i - 1].place <= 2 * (end - states_[i + 1].place))
      states_.erase(states_.begin() + static_cast<std::ptrdiff_t>(i));
    else
      ++i;
  }
}

Reading Track::reading_at(const Kept& at, Day day) const {
  AnyModel::State state = at.state ? *at.state : model_->start(day);
  model_->advance(state, day);
  return model_->reading(state);
}

Reading Track::read(const ImpulseList& list, Day day) {
  if (model_->replays()) return model_->read(impulses(list), std::span(&day, 1)).front();
  return reading_at(go_on(list, list.end_of(day)), day);
}

/// Whether the lane's first impulse comes after the day, so that a run that is asked about it begins before.
bool Track::begins_after(const ImpulseList& list, Day day) const {
  for (const Impulse& impulse : list.all())
    if (impulse.day > day || seen(impulse)) return impulse.day > day;
  return true;
}

std::vector<Reading> Track::read(const ImpulseList& list, std::span<const Day> days) {
  if (days.empty()) return {};
  if (model_->replays() || begins_after(list, days.front())) return model_->read(impulses(list), days);
  check_order(days);
  std::vector<Reading> out;
  out.reserve(days.size());
  Kept at = go_on(list, list.end_of(days.front()));
  for (const Day day : days) {
    for (const std::size_t end = list.end_of(day); at.place < end;) take_in(list, list.next_day(at.place), at);
    out.push_back(reading_at(at, day));
  }
  return out;
}

}  // namespace detente::detail
