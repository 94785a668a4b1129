#include "live/live_course.hpp"

#include <algorithm>
#include <limits>

namespace detente::detail {
namespace {

constexpr Part first_measure = Part{1} << 40;  // beyond all days

void put_in_order(std::vector<Impulse>& impulses) { std::stable_sort(impulses.begin(), impulses.end(), comes_before); }

}  // namespace

MeasureId measure_of(const Act& act) {
  return {act.others, act.others ? Direction::forward : act.direction, act.measure, act.object};
}

bool is_of(const Act& act, const MeasureId& id) {
  const auto& [others, direction, measure, object] = id;
  return act.measure == measure && act.object == object && act.others == others &&
         (others || act.direction == direction);
}

Track& LiveCourse::track(const AnyModel& model, DirectionChoice side) {
  for (Track& track : tracks_)
    if (track.is(model, side)) return track;
  return tracks_.emplace_back(model, side);
}

template <class When>
auto LiveCourse::side(const AnyModel& model, DirectionChoice choice, const When& when, TrackDesk& desk) {
  Track& asked = track(model, choice);
  auto out = asked.read(list_, when, desk);
  reached_ = std::max(reached_, asked.head());
  return out;
}

Reading LiveCourse::read(const AnyModel& model, Day day, DirectionChoice direction, TrackDesk& desk) {
  const auto side = [&](DirectionChoice choice) { return this->side(model, choice, day, desk); };
  if (model.undirected()) return side(DirectionChoice::both);
  if (direction != DirectionChoice::both || model.pools_sides()) return side(direction);
  const Reading forward = side(DirectionChoice::forward);
  return combined(forward, side(DirectionChoice::backward));
}

SidedReadings LiveCourse::read(const AnyModel& model, std::span<const Day> days, TrackDesk& desk) {
  const auto side = [&](DirectionChoice choice) { return this->side(model, choice, days, desk); };
  SidedReadings out;
  out.undirected = model.undirected();
  out.pooled = !out.undirected && model.pools_sides();
  if (out.undirected) {
    out.forward = out.backward = side(DirectionChoice::both);
    return out;
  }
  out.forward = side(DirectionChoice::forward);
  out.backward = side(DirectionChoice::backward);
  if (out.pooled) out.both = side(DirectionChoice::both);
  return out;
}

LiveCourse::Rare& LiveCourse::rare() {
  if (!rare_) rare_ = std::make_unique<Rare>();
  return *rare_;
}

void LiveCourse::replace(Part part, Days days, std::span<const Impulse> now) {
  const auto place = list_.replace(part, days.first, days.last, now);
  if (place) forget_from(*place);
}

void LiveCourse::forget_from(std::size_t place) {
  if (place >= reached_) return;
  for (Track& track : tracks_) track.forget_from(place);
  reached_ = place;
}

void LiveCourse::add(const Impulse& pulse) { forget_from(list_.insert(pulse.day.value, pulse)); }

void LiveCourse::set_day(Day day, std::span<const Impulse> pulses) {
  Days days{day, day};
  if (rare_)
    if (const auto wide = rare_->wide.find(day); wide != rare_->wide.end()) days = wide->second;
  replace(day.value, days, pulses);
}

void LiveCourse::set_day(Day day, std::span<const Act> acts) {
  std::vector<Impulse> now;
  for (const Act& act : acts) add_pulses(act, policy_, now);
  put_in_order(now);
  if (!now.empty() && (now.front().day < day || now.back().day > day)) {
    Days& days = rare().wide.try_emplace(day, Days{day, day}).first->second;
    days = {std::min(days.first, now.front().day), std::max(days.last, now.back().day)};
  }
  set_day(day, std::span<const Impulse>(now));
}

void LiveCourse::set_measure(const MeasureId& id, std::span<const Act* const> acts) {
  auto& measures = rare().measures;
  const auto part = first_measure + static_cast<Part>(measures.size());
  Measure& measure = measures.try_emplace(id, Measure{part}).first->second;
  std::vector<Impulse> now;
  if (!acts.empty()) add_course(acts, policy_, now);
  put_in_order(now);
  const auto [old, changed] = std::mismatch(measure.impulses.begin(), measure.impulses.end(), now.begin(), now.end());
  if (old == measure.impulses.end() && changed == now.end()) return;
  // From the first day on which it is another; what lies before stays.
  Day first = end_of_time, last = Day{std::numeric_limits<std::int32_t>::min()};
  for (const auto& [from, list] : {std::pair(old, &measure.impulses), std::pair(changed, &now)})
    if (from != list->end()) {
      first = std::min(first, from->day);
      last = std::max(last, list->back().day);
    }
  const auto from = std::find_if(now.begin(), now.end(), [&](const Impulse& i) { return i.day >= first; });
  replace(measure.part, {first, last}, std::span<const Impulse>(from, now.end()));
  measure.impulses = std::move(now);
}

}  // namespace detente::detail
