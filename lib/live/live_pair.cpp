#include "live/live_pair.hpp"

#include <algorithm>
#include <tuple>

namespace detente::detail {
namespace {

constexpr Day day_of_endings = end_of_time;  // on which no event counts

bool is_before(const PairEvent& a, const PairEvent& b) {
  return std::tie(a.day, a.row.number) < std::tie(b.day, b.row.number);
}

template <class Events, class Event>
void put_in(Events& events, const Event& event) {
  make_first_room(events);
  if (events.empty() || is_before(events.back(), event))
    events.push_back(event);
  else
    events.insert(std::lower_bound(events.begin(), events.end(), event, is_before), event);
}

template <class Events, class Event>
void take_out(Events& events, const Event& event) {
  events.erase(std::lower_bound(events.begin(), events.end(), event, is_before));
}

template <class Event>
std::span<const Event> of_day(std::span<const Event> events, Day day) {
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

LivePair::LivePair(std::span<const DatePolicy> policies, std::pmr::memory_resource* memory) : events_(memory) {
  for (const DatePolicy policy : policies) courses_.emplace_back(policy, memory);
}

LivePair::Rare& LivePair::rare() {
  if (!rare_) rare_ = std::make_unique<Rare>();
  return *rare_;
}

void LivePair::note(Day day) {
  if (dirty_.empty() || dirty_.back() != day) dirty_.push_back(day);
}

/// Adds what it does alone, where the rules allow it; else its day has to be coded anew.
void LivePair::add(const PairEvent& event, const LiveCoder& coder) {
  keep(event);
  if (!coder.is_alone(event)) {
    note(event.day);
  } else if (const auto pulse = coder.pulse_alone(event)) {
    for (LiveCourse& course : courses_) course.add(*pulse);
  }
}

void LivePair::remove(const PairEvent& event) {
  drop(event);
  note(event.day);
}

void LivePair::add(const OthersEvent& event) {
  put_in(rare().others, event);
  note(event.day);
  note_others();
}

void LivePair::remove(const OthersEvent& event) {
  take_out(rare().others, event);
  note(event.day);
  note_others();
}

void LivePair::keep(const PairEvent& event) { put_in(events_, event); }
void LivePair::drop(const PairEvent& event) { take_out(events_, event); }

void LivePair::add_may_touch(std::uint32_t pair) {
  auto& pairs = rare().may_touch;
  if (std::find(pairs.begin(), pairs.end(), pair) == pairs.end()) pairs.push_back(pair);
}

std::vector<std::uint64_t> LivePair::acting_others() const {
  std::set<std::uint64_t> out;
  for (const OthersEvent& event : others())
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
  each_once(dirty_);
  const bool by_dyad = volume == Volume::dyad;
  const Exposure totals = by_dyad ? refresh_totals(coder) : Exposure();
  for (const Day day : dirty_) refresh_day(coder, day, by_dyad ? &totals : nullptr);
  if (rare_) refresh_measures();
  dirty_.clear();
  others_changed_ = false;
}

void LivePair::refresh_measures() {
  for (const MeasureId& id : rare_->changed_measures) refresh_measure(id);
  rare_->changed_measures.clear();
}

/// The events of a day but those that only end a measure, or might have.
std::vector<CodedEvent> LivePair::selected(const LiveCoder& coder, Day day) const {
  std::vector<CodedEvent> out = coder.coded(of_day(events(), day), of_day(others(), day));
  return rare_ && rare_->opened ? part_endings(std::move(out), *rare_->opened).events : out;
}

/// What others opened here may have changed, and so which of the events without weight end a measure.
void LivePair::refresh_others(const LiveCoder& coder, std::span<const CodedEvent> own_of_others) {
  const std::vector<CodedEvent> by_others = coder.coded({}, others());
  const OpenedByOthers& opened = rare().opened.emplace(coder.opened_by(by_others));
  std::vector<CodedEvent> of_no_weight(own_of_others.begin(), own_of_others.end());
  for (const CodedEvent& event : by_others)
    if (is_of_no_weight(event)) of_no_weight.push_back(event);
  for (const OthersEvent& event : others())
    if (event.weight == 0) dirty_.push_back(event.day);
  set_standing(day_of_endings, coder.acts(coder.weighed_by_status(part_endings(of_no_weight, opened).endings)));
}

/// Counts the days that changed, and adds the days whose relative volume hangs on them: those of the year after each.
Exposure LivePair::refresh_totals(const LiveCoder& coder) {
  const std::vector<Day> changed(dirty_.begin(), dirty_.end());
  auto& counts = rare().counts;
  for (const Day day : changed) {
    if (const std::size_t n = coder.counted(selected(coder, day)); n > 0)
      counts[day] = static_cast<double>(n);
    else
      counts.erase(day);
    for (auto at = counts.upper_bound(day); at != counts.end() && at->first - day <= 365; ++at)
      dirty_.push_back(at->first);
  }
  each_once(dirty_);
  return Exposure(std::vector<std::pair<Day, double>>(counts.begin(), counts.end()));
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
  std::vector<StandingAct>& standing = rare().standing;
  std::set<MeasureId>& changed = rare().changed_measures;
  std::erase_if(standing, [&](const StandingAct& old) {
    if (old.day != day) return false;
    changed.insert(measure_of(old.act));
    return true;
  });
  for (Act& act : acts) {
    if (act.standing == Standing::none || !counts_for_measure(act)) continue;
    changed.insert(measure_of(act));
    standing.push_back({day, std::move(act)});
  }
}

void LivePair::refresh_measure(const MeasureId& id) {
  std::vector<const Act*> acts;
  for (const StandingAct& standing : rare_->standing)
    if (is_of(standing.act, id)) acts.push_back(&standing.act);
  std::sort(acts.begin(), acts.end(), [](const Act* a, const Act* b) { return a->key < b->key; });
  for (LiveCourse& course : courses_) course.set_measure(id, acts);
}

}  // namespace detente::detail
