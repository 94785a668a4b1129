#include "live/track.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace detente::detail {
namespace {

constexpr std::size_t nearest = 8;  // impulses between two states that are kept

const KeptState beginning;

}  // namespace

void Track::forget_from(std::size_t place) {
  if (head_.place <= place) return;
  while (!states_.empty() && states_.back().place > place) states_.pop_back();
  head_.set(kept_before(place));
}

bool Track::sees(const Impulse& impulse) const noexcept {
  return includes(side_, impulse.direction) && !(pulses_only_ && impulse.kind > ImpulseKind::hold);
}

/// The impulse as the model gets it.
Impulse Track::seen(const Impulse& impulse) const noexcept {
  Impulse out = impulse;
  if (is_doubled_) out.weight *= 2;
  if (pulses_only_) out.kind = ImpulseKind::pulse;
  return out;
}

std::vector<Impulse> Track::impulses(const ImpulseList& list) const {
  std::vector<Impulse> out;
  for (std::size_t i = 0; i < list.size(); ++i)
    if (sees(list[i])) out.push_back(seen(list[i]));
  return out;
}

const KeptState& Track::kept_before(std::size_t place) const {
  auto at = states_.size();
  while (at > 0 && states_[at - 1].place > place) --at;
  return at > 0 ? states_[at - 1] : beginning;
}

void Track::take_in(const ImpulseList& list, std::size_t end, KeptState& now) const {
  bool is_today = false;
  for (; now.place < end; ++now.place) {
    const Impulse& impulse = list[now.place];
    if (!sees(impulse)) continue;
    if (!now.begun) now.state = model_->start(impulse.day);
    now.begun = true;
    if (!std::exchange(is_today, true)) model_->advance(now.state, impulse.day);
    model_->observe(now.state, seen(impulse));
  }
}

void Track::go_to(const ImpulseList& list, std::size_t place, KeptState& now) {
  if (head_.place <= place) {
    move_head(list, place);
    now.set(head_);
  } else {
    now.set(kept_before(place));
  }
  while (now.place < place) take_in(list, std::min(list.next_day(now.place), place), now);
}

bool Track::is_wanted(std::size_t next, std::size_t end) const noexcept {
  const std::size_t last = states_.empty() ? 0 : states_.back().place;
  return head_.place - last >= nearest && end - last > 2 * (end - next);
}

void Track::move_head(const ImpulseList& list, std::size_t place) {
  const std::size_t end = list.begin_of_day(place);
  while (head_.place < end) {
    const std::size_t next = list.next_day(head_.place);
    if (is_wanted(next, place)) states_.push_back(head_);
    take_in(list, next, head_);
  }
  if (states_.size() > 2 * static_cast<std::size_t>(std::bit_width(place))) thin(place);
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

Reading Track::reading_on(Day day, TrackDesk& desk) const {
  const KeptState& now = desk.now;
  if (!now.begun) return silence(day, desk.silent);
  if (model_->day(now.state) == day) return model_->reading(now.state);
  desk.at_day = now.state;
  model_->advance(desk.at_day, day);
  return model_->reading(desk.at_day);
}

Reading Track::silence(Day day, SilentReading& last) const {
  if (last.model != model_ || last.day != day) last = {model_, day, model_->reading(model_->start(day))};
  return last.reading;
}

Reading Track::read(const ImpulseList& list, Day day, TrackDesk& desk) {
  if (model_->replays()) return model_->read(impulses(list), std::span(&day, 1)).front();
  go_to(list, list.end_of(day), desk.now);
  return reading_on(day, desk);
}

/// Whether its first impulse comes after the day, so that a run that is asked about that day begins before it.
bool Track::begins_after(const ImpulseList& list, Day day) const {
  for (std::size_t i = 0; i < list.size() && list[i].day <= day; ++i)
    if (sees(list[i])) return false;
  return true;
}

std::vector<Reading> Track::read(const ImpulseList& list, std::span<const Day> days, TrackDesk& desk) {
  if (days.empty()) return {};
  if (model_->replays() || begins_after(list, days.front())) return model_->read(impulses(list), days);
  check_order(days);
  std::vector<Reading> out;
  out.reserve(days.size());
  KeptState& now = desk.now;
  go_to(list, list.end_of(days.front()), now);
  for (const Day day : days) {
    for (const std::size_t end = list.end_of(day); now.place < end;) take_in(list, list.next_day(now.place), now);
    out.push_back(reading_on(day, desk));
  }
  return out;
}

}  // namespace detente::detail
