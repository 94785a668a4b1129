#include "live/live_pair.hpp"

#include <algorithm>
#include <tuple>

namespace detente::detail {
namespace {

constexpr Day day_of_endings = end_of_time;  // on which no event counts

bool is_before(const PairEvent& a, const PairEvent& b) {
  return std::tie(a.day, a.row.number) < std::tie(b.day, b.row.number);
}

void insert(std::vector<PairEvent>& events, const PairEvent& event) {
  if (events.empty() || is_before(events.back(), event))
    events.push_back(event);
  else
    events.insert(std::lower_bound(events.begin(), events.end(), event, is_before), event);
}

void erase(std::vector<PairEvent>& events, const PairEvent& event) {
  events.erase(std::lower_bound(events.begin(), events.end(), event, is_before));
}

std::span<const PairEvent> of_day(const std::vector<PairEvent>& events, Day day) {
  const auto by_day = [](const PairEvent& event, Day d) { return event.day < d; };
  auto from = events.end();
  if (!events.empty() && events.back().day >= day) from = std::lower_bound(events.begin(), events.end(), day, by_day);
  const auto end = std::find_if(from, events.end(), [&](const PairEvent& event) { return event.day != day; });
  return {from, end};
}

template <class Days>
void each_once(Days& days) {
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
}

/// As `by_measure` asks.
bool counts_for_measure(const Act& act) { return act.probability > 0 && (act.weight > 0 || act.ends_only); }

}  // namespace

LivePair::LivePair(std::span<const DatePolicy> policies) {
  for (const DatePolicy policy : policies) courses_.emplace_back(policy);
}

void LivePair::add(const PairEvent& event) {
  insert(events_, event);
  added_.push_back(event);
  if (event.others == 0) return;
  insert(others_, event);
  note_others();
}

void LivePair::remove(const PairEvent& event) {
  erase(events_, event);
  for (const PairEvent& added : added_) dirty_.push_back(added.day);  // it may be one of them
  added_.clear();
  dirty_.push_back(event.day);
  if (event.others == 0) return;
  erase(others_, event);
  note_others();
}

void LivePair::add_may_touch(std::uint32_t pair) {
  if (std::find(may_touch_.begin(), may_touch_.end(), pair) == may_touch_.end()) may_touch_.push_back(pair);
}

void LivePair::look_ahead_to_it() const noexcept {
  for (const void* part :
       {static_cast<const void*>(&events_), static_cast<const void*>(&dirty_), static_cast<const void*>(&courses_)})
    prefetch(part);
}

void LivePair::look_ahead() const noexcept {
  if (!events_.empty()) prefetch(&events_.back());
  for (const LiveCourse& course : courses_) course.look_ahead();
}

std::vector<std::uint64_t> LivePair::acting_others() const {
  std::set<std::uint64_t> out;
  for (const PairEvent& event : others_)
    if (event.weight != 0) out.insert(event.others);
  return {out.begin(), out.end()};
}

LiveCourse& LivePair::course(DatePolicy policy) {
  const auto found = std::find_if(courses_.begin(), courses_.end(),
                                  [&](const LiveCourse& course) { return course.policy() == policy; });
  return *found;
}

void LivePair::refresh(const LiveCoder& coder, Volume volume, std::span<const CodedEvent> own_of_others) {
  if (others_changed_) refresh_others(coder, own_of_others);
  refresh_added(coder);
  each_once(dirty_);
  const bool by_dyad = volume == Volume::dyad;
  const Exposure totals = by_dyad ? refresh_totals(coder) : Exposure();
  for (const Day day : dirty_) refresh_day(coder, day, by_dyad ? &totals : nullptr);
  for (const MeasureId& id : changed_measures_) refresh_measure(id);
  changed_measures_.clear();
  dirty_.clear();
  others_changed_ = false;
}

/// Adds what each does alone, where the rules allow it; else its day has to be coded anew.
void LivePair::refresh_added(const LiveCoder& coder) {
  for (const PairEvent& event : added_) {
    if (!coder.is_alone(event)) {
      dirty_.push_back(event.day);
      continue;
    }
    if (const auto pulse = coder.pulse_alone(event))
      for (LiveCourse& course : courses_) course.add(*pulse);
  }
  added_.clear();
}

/// The events of a day but those that only end a measure, or might have.
std::vector<CodedEvent> LivePair::selected(const LiveCoder& coder, Day day) const {
  std::vector<CodedEvent> events = coder.coded(of_day(events_, day));
  return opened_ ? part_endings(std::move(events), *opened_).events : events;
}

/// What others opened here may have changed, and so which of the events without weight end a measure.
void LivePair::refresh_others(const LiveCoder& coder, std::span<const CodedEvent> own_of_others) {
  opened_ = coder.opened_by(coder.coded(others_));
  std::vector<CodedEvent> of_no_weight(own_of_others.begin(), own_of_others.end());
  for (const CodedEvent& event : coder.coded(others_))
    if (is_of_no_weight(event)) of_no_weight.push_back(event);
  for (const PairEvent& event : others_)
    if (event.weight == 0) dirty_.push_back(event.day);
  set_standing(day_of_endings, coder.acts(coder.weighed_by_status(part_endings(of_no_weight, *opened_).endings)));
}

/// Counts the days that changed, and adds the days whose relative volume hangs on them: those of the year after each.
Exposure LivePair::refresh_totals(const LiveCoder& coder) {
  const std::vector<Day> changed(dirty_.begin(), dirty_.end());
  for (const Day day : changed) {
    if (const std::size_t n = coder.counted(selected(coder, day)); n > 0)
      counts_[day] = static_cast<double>(n);
    else
      counts_.erase(day);
    for (auto at = counts_.upper_bound(day); at != counts_.end() && at->first - day <= 365; ++at)
      dirty_.push_back(at->first);
  }
  each_once(dirty_);
  return Exposure(std::vector<std::pair<Day, double>>(counts_.begin(), counts_.end()));
}

void LivePair::refresh_day(const LiveCoder& coder, Day day, const Exposure* totals) {
  const std::vector<CodedEvent> events = coder.by_rules(selected(coder, day), totals);
  if (coder.are_plain()) {
    const std::vector<Impulse> pulses = coder.pulses(events);
    for (LiveCourse& course : courses_) course.set_day(day, pulses);
    return;
  }
  std::vector<Act> acts = coder.acts(events);
  for (LiveCourse& course : courses_) course.set_day(day, acts);
  set_standing(day, std::move(acts));
}

void LivePair::set_standing(Day day, std::vector<Act> acts) {
  std::erase_if(standing_, [&](const StandingAct& standing) {
    if (standing.day != day) return false;
    changed_measures_.insert(measure_of(standing.act));
    return true;
  });
  for (Act& act : acts) {
    if (act.standing == Standing::none || !counts_for_measure(act)) continue;
    changed_measures_.insert(measure_of(act));
    standing_.push_back({day, std::move(act)});
  }
}

void LivePair::refresh_measure(const MeasureId& id) {
  std::vector<const Act*> acts;
  for (const StandingAct& standing : standing_)
    if (is_of(standing.act, id)) acts.push_back(&standing.act);
  std::sort(acts.begin(), acts.end(), [](const Act* a, const Act* b) { return a->key < b->key; });
  for (LiveCourse& course : courses_) course.set_measure(id, acts);
}

}  // namespace detente::detail
