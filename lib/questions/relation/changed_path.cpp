#include "questions/relation/changed_path.hpp"

#include <algorithm>
#include <cmath>

namespace detente::detail {
namespace {

constexpr std::size_t stretch_days = 64;

/// Keeps the largest; of equal ones, the first.
void widen(Furthest& furthest, Day day, const std::optional<double>& from, const std::optional<double>& to) {
  if (!from || !to) return;
  const double d = *to - *from;
  if (!furthest.difference || std::abs(d) > std::abs(*furthest.difference)) furthest = {d, day};
}

/// The runs used by the direction: for pooled sides only one, which is then treated as an undirected model's.
SidedImpulses as_read(SidedImpulses impulses, DirectionChoice direction) {
  if (!impulses.pooled || direction != DirectionChoice::both) return impulses;
  return {.forward = std::move(impulses.both), .backward = {}, .undirected = true};
}

}  // namespace

Furthest furthest(std::span<const Day> days, std::span<const std::optional<double>> from,
                  std::span<const std::optional<double>> to) {
  Furthest out;
  for (std::size_t i = 0; i < days.size(); ++i) widen(out, days[i], from[i], to[i]);
  return out;
}

/// One direction with the change: which impulses are removed and added, and how far it has been followed.
struct ChangedPath::Change {
  std::vector<Impulse> out, in;
  std::size_t first = 0, last = 0;  ///< stretches with impulses that are removed or added
  bool is_over = true;              ///< nothing differs from here on
  AnyModel::State state;
  std::vector<Reading> readings;  ///< of the last stretch followed

  /// The impulses of the stretch after the change.
  std::vector<Impulse> apply(std::span<const Impulse> was, Day from, Day to) const {
    const auto within = [&](const Impulse& i) { return from <= i.day && i.day <= to; };
    std::vector<Impulse> now(was.begin(), was.end());
    for (const Impulse& gone : out)
      if (within(gone))
        if (const auto at = std::find(now.begin(), now.end(), gone); at != now.end()) now.erase(at);
    std::copy_if(in.begin(), in.end(), std::back_inserter(now), within);
    std::stable_sort(now.begin(), now.end(), comes_before);
    return now;
  }
};

ChangedPath::ChangedPath(std::span<const Act> acts, const Scoring& scoring, std::span<const Day> days)
    : acts_(acts), scoring_(&scoring), days_(days), path_(index_of(acts)) {
  follows_ = !scoring.model.replays() && !scoring.scale.looks_back();
  if (!follows_) return;
  SidedImpulses impulses = as_read(impulses_for(scoring.model, acts), scoring.direction);
  undirected_ = impulses.undirected;
  forward_ = side_of(std::move(impulses.forward));
  backward_ = side_of(std::move(impulses.backward));
}

std::vector<std::optional<double>> ChangedPath::index_of(std::span<const Act> acts) const {
  return index_path(score(scoring_->model, acts, days_, scoring_->direction), days_, *scoring_).index;
}

std::span<const Day> ChangedPath::days_in(std::size_t stretch) const {
  const std::size_t first = stretch * stretch_days;
  return days_.subspan(first, std::min(stretch_days, days_.size() - first));
}

std::size_t ChangedPath::stretch_of(Day day) const {
  return static_cast<std::size_t>(day - days_.front()) / stretch_days;
}

ChangedPath::Side ChangedPath::side_of(std::vector<Impulse> impulses) const {
  Side side;
  side.impulses = std::move(impulses);
  side.states.push_back(scoring_->model.start(days_.front()));
  side.begins.push_back(0);
  for (std::size_t stretch = 0; stretch * stretch_days < days_.size(); ++stretch) {
    const std::span<const Day> days = days_in(stretch);
    std::size_t end = side.begins.back();
    while (end < side.impulses.size() && side.impulses[end].day <= days.back()) ++end;
    const auto seen = std::span(side.impulses).subspan(side.begins.back(), end - side.begins.back());
    side.states.push_back(scoring_->model.read_on(side.states.back(), seen, days, side.readings));
    side.begins.push_back(end);
  }
  return side;
}

/// Runs over one stretch with the change; `readings` are then those of its days.
void ChangedPath::follow(Change& change, const Side& side, std::size_t stretch) const {
  change.readings.clear();
  const std::span<const Day> days = days_in(stretch);
  if (change.is_over || stretch < change.first) {
    const auto from = side.readings.begin() + static_cast<std::ptrdiff_t>(stretch * stretch_days);
    change.readings.assign(from, from + static_cast<std::ptrdiff_t>(days.size()));
    return;
  }
  if (stretch == change.first) change.state = side.states[stretch];
  const std::size_t begin = side.begins[stretch];
  std::span<const Impulse> seen = std::span(side.impulses).subspan(begin, side.begins[stretch + 1] - begin);
  std::vector<Impulse> changed;
  if (stretch <= change.last) seen = changed = change.apply(seen, days.front(), days.back());
  change.state = scoring_->model.read_on(change.state, seen, days, change.readings);
  change.is_over = stretch >= change.last && change.state == side.states[stretch + 1];
}

/// The changes of the two directions.
std::array<ChangedPath::Change, 2> ChangedPath::changes_of(const Act* take_out, const Act* put_in) const {
  std::array<Change, 2> changes;
  const auto add = [&](const Act* act, std::vector<Impulse> Change::*list) {
    if (act == nullptr) return;
    SidedImpulses impulses = as_read(impulses_for(scoring_->model, std::span(act, 1)), scoring_->direction);
    changes[0].*list = std::move(impulses.forward);
    changes[1].*list = std::move(impulses.backward);
  };
  add(take_out, &Change::out);
  add(put_in, &Change::in);
  for (Change& change : changes) {
    change.first = days_.size();
    for (const auto* list : {&change.out, &change.in})
      for (const Impulse& i : *list) {
        change.is_over = false;
        change.first = std::min(change.first, stretch_of(i.day));
        change.last = std::max(change.last, stretch_of(i.day));
      }
  }
  return changes;
}

Furthest ChangedPath::effect(const Act* take_out, const Act* put_in) const {
  if (!follows_ || !is_followed(take_out) || !is_followed(put_in)) return scored_anew(take_out, put_in);
  auto [forward, backward] = changes_of(take_out, put_in);
  Furthest out;
  if (const auto shown = std::find_if(path_.begin(), path_.end(), [](const auto& v) { return v.has_value(); });
      shown != path_.end())
    out = {0.0, days_[static_cast<std::size_t>(shown - path_.begin())]};
  const FittedScale scale(scoring_->scale, {}, {});
  for (std::size_t stretch = std::min(forward.first, backward.first); stretch * stretch_days < days_.size();
       ++stretch) {
    if (forward.is_over && backward.is_over) break;
    follow(forward, forward_, stretch);
    follow(backward, backward_, stretch);
    const SidedReadings readings{std::move(forward.readings), std::move(backward.readings), undirected_};
    for (std::size_t i = 0; i < readings.forward.size(); ++i) {
      const std::size_t day = stretch * stretch_days + i;
      widen(out, days_[day], path_[day], scale(day, readings.of(scoring_->direction, i).level));
    }
  }
  return out;
}

Furthest ChangedPath::scored_anew(const Act* take_out, const Act* put_in) const {
  std::vector<Act> acts;
  for (const Act& act : acts_)
    if (&act != take_out) acts.push_back(act);
  if (put_in) acts.push_back(*put_in);
  return furthest(days_, path_, index_of(acts));
}

}  // namespace detente::detail
