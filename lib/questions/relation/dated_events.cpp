#include "detente/questions/relation/dated_events.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/error.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<TiePolicy, 3> tie_names{{
    {TiePolicy::jitter, "jitter"},
    {TiePolicy::strict, "strict"},
    {TiePolicy::sequential, "sequential"},
}};

bool is_hostile(const Act& act) { return act.points > 0 && act.weight > 0 && act.probability > 0; }

DatedEvent event_of(const Act& act) {
  DatedEvent out{act.date.first, act.date.last};
  out.stream = act.direction == Direction::forward ? 0 : 1;
  out.mark = act.points;
  out.probability = act.probability;
  out.key = act.key.value;
  return out;
}

/// An act throughout an interval that is not over is known by its first day.
void add(std::vector<DatedEvent>& out, const Act& act) {
  if (act.date.kind == SpanKind::one_day) {
    out.push_back(event_of(act));
    return;
  }
  const std::vector<Day> days = act.date.is_open() ? std::vector{act.date.first} : days_of_observation(act);
  for (std::size_t part = 0; part < days.size(); ++part) {
    DatedEvent& event = out.emplace_back(event_of(act));
    event.first = event.last = days[part];
    event.key ^= part * 0x9E3779B97F4A7C15U;
  }
}

void scale_marks(std::vector<DatedEvent>& events, bool by_points) {
  double sum = 0;
  for (const DatedEvent& event : events) sum += event.mark;
  const double mean = sum / static_cast<double>(events.size());
  for (DatedEvent& event : events) event.mark = by_points ? event.mark / mean : 1;
}

struct Placed {
  double time;
  const DatedEvent* event;
};

bool is_observed(const Observation& observation, double time) {
  return std::any_of(observation.windows.begin(), observation.windows.end(),
                     [&](const ObservedWindow& w) { return time >= w.from && time <= w.to; });
}

EventColumns columns_of(std::vector<Placed> placed) {
  std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return std::tuple(a.time, a.event->key) < std::tuple(b.time, b.event->key);
  });
  EventColumns out;
  for (const Placed& p : placed) {
    out.times.push_back(p.time);
    out.streams.push_back(p.event->stream);
    out.marks.push_back(p.event->mark);
  }
  return out;
}

}  // namespace

std::string_view to_text(TiePolicy policy) { return name_of(tie_names, policy); }

std::vector<DatedEvent> hostile_events(std::span<const Act> acts, bool mark_by_points) {
  std::vector<DatedEvent> out;
  for (const Act& act : acts)
    if (is_hostile(act)) add(out, act);
  scale_marks(out, mark_by_points);
  return out;
}

Observation observation_of(std::span<const DayWindow> windows, std::span<const Day> changes) {
  if (windows.empty()) throw_invalid("windows", "none", "name at least one stretch of observed days");
  const Day origin = windows.front().first;
  Observation out;
  for (const DayWindow& w : windows)
    out.windows.push_back({static_cast<double>(w.first - origin), static_cast<double>(w.last - origin + 1)});
  for (const Day change : changes) out.changes.push_back(static_cast<double>(change - origin));
  return out;
}

HawkesEvents place(std::span<const DatedEvent> events, int streams, const Observation& observation, Day origin,
                   TiePolicy policy, const Draws& draws, std::uint32_t draw) {
  const bool jitter = policy == TiePolicy::jitter;
  std::vector<Placed> placed;
  for (const DatedEvent& event : events) {
    const double chance = jitter ? draws.uniform(Purpose::occurrence, draw, event.key) : 0.5;
    if (chance >= event.probability && event.probability < 1) continue;
    double time = static_cast<double>(event.middle() - origin) + 0.5;
    if (jitter)
      time = static_cast<double>(event.first - origin) +
             static_cast<double>(event.last - event.first + 1) * draws.uniform(Purpose::time_of_day, draw, event.key);
    if (is_observed(observation, time)) placed.push_back({time, &event});
  }
  return HawkesEvents(columns_of(std::move(placed)), streams, observation);
}

double same_day_share(std::span<const DatedEvent> events) {
  if (events.empty()) return 0;
  std::vector<Day> days;
  for (const DatedEvent& event : events) days.push_back(event.middle());
  std::sort(days.begin(), days.end());
  const auto different = std::unique(days.begin(), days.end()) - days.begin();
  return 1 - static_cast<double>(different) / static_cast<double>(events.size());
}

}  // namespace detente
