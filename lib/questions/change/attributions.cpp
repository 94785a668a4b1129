#include "questions/change/attributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "detente/ground/error.hpp"
#include "ground/sum.hpp"
#include "questions/relation/runs_read.hpp"

namespace detente::detail {

namespace {

/// Of two runs that are read, in the order of `runs_read`; else all.
std::vector<RunWeight> weights_of(const SidedReadings& readings, std::size_t runs, std::size_t first,
                                  std::size_t last) {
  if (runs == 1) return {{1, 1}};
  const auto &f = readings.forward, &b = readings.backward;
  return {{half_or_all(f, b, first), half_or_all(f, b, last)}, {half_or_all(b, f, first), half_or_all(b, f, last)}};
}

Contribution times(double by, const Contribution& c) { return {c.act * by, c.measure * by, c.release * by}; }

/// What each impulse of a run changed; a run may count differently on the two days.
std::vector<Contribution> changes_of(const AnyModel& model, const std::vector<Impulse>& run, RunWeight weight, Day from,
                                     Day to) {
  std::vector<Contribution> out;
  out.reserve(run.size());
  if (weight.from == weight.to) {
    for (const Contribution& c : model.changes(run, from, to)) out.push_back(times(weight.to, c));
    return out;
  }
  const std::vector<Contribution> before = model.contributions(run, from);
  const std::vector<Contribution> after = model.contributions(run, to);
  for (std::size_t i = 0; i < after.size(); ++i) {
    out.push_back(times(weight.to, after[i]));
    out.back() -= times(weight.from, before[i]);
  }
  return out;
}

Change scaled(const Change& c, double by) { return {c.acts * by, c.fading * by, c.measures * by, c.releases * by}; }

bool moves(const Change& c) { return c.acts != 0 || c.fading != 0 || c.measures != 0 || c.releases != 0; }

AttributionLine line_of(const Act& act, const Change& level, double slope) {
  return {act.event, act.key,   act.day(), act.direction,        act.quad,
          act.code,  act.issue, level,     scaled(level, slope), act.others};
}

/// A compensated sum, because the lines must add up to the change to 1e-9.
double sum_of(const std::vector<AttributionLine>& lines) {
  CompensatedSum sum;
  for (const AttributionLine& line : lines) sum += line.level.total();
  return sum.value();
}

std::vector<EventKey> keys_of(const std::vector<const std::vector<Impulse>*>& runs, std::span<const Act> acts) {
  std::vector<EventKey> out;
  for (const auto* run : runs)
    for (const Impulse& impulse : *run) out.push_back(impulse.key);
  for (const Act& act : acts) out.push_back(act.key);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

struct Attributions::Ends {
  std::optional<double> from, to;
  std::vector<RunWeight> weights;
};

Attributions::Attributions(const History& history, const Scoring& scoring)
    : history_(&history), scoring_(&scoring), impulses_(impulses_for(scoring.model, history.coding.acts)) {
  const auto read = runs_read(impulses_, scoring.direction);
  keys_ = keys_of(read, history.coding.acts);
  for (const auto* run : read) {
    runs_.push_back({run, {}});
    for (const Impulse& impulse : *run) runs_.back().places.push_back(place_of(impulse.key));
  }
  for (const Act& act : history.coding.acts) acts_.push_back(place_of(act.key));
}

std::uint32_t Attributions::place_of(EventKey key) const {
  return static_cast<std::uint32_t>(std::lower_bound(keys_.begin(), keys_.end(), key) - keys_.begin());
}

Attributions::Ends Attributions::ends_at(Day from, Day to) const {
  const std::array days{from, to};
  const SidedReadings readings = score(scoring_->model, impulses_, days, scoring_->direction);
  return {readings.of(scoring_->direction, 0).level, readings.of(scoring_->direction, 1).level,
          weights_of(readings, runs_.size(), 0, 1)};
}

/// Contributions of acts between the days count as new; what older ones lost counts as fading.
std::vector<Change> Attributions::exact_changes(const Ends& ends, Day from, Day to) const {
  std::vector<Change> changes(keys_.size());
  for (std::size_t r = 0; r < runs_.size(); ++r) {
    const std::vector<Impulse>& run = *runs_[r].impulses;
    const std::vector<Contribution> own = changes_of(scoring_->model, run, ends.weights[r], from, to);
    for (std::size_t i = 0; i < own.size(); ++i) {
      Change& c = changes[runs_[r].places[i]];
      (run[i].day > from ? c.acts : c.fading) += own[i].act;
      c.measures += own[i].measure;
      c.releases += own[i].release;
    }
  }
  return changes;
}

/// How much the levels change if each act is left out while all others stay.
std::vector<Change> Attributions::left_out_changes(const Ends& ends, Day from, Day to) const {
  const std::array days{from, to};
  const std::vector<Act>& acts = history_->coding.acts;
  std::vector<Change> changes(keys_.size());
  for (std::size_t i = 0; i < acts.size(); ++i) {
    std::vector<Act> others(acts);
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    const SidedReadings without = score(scoring_->model, others, days, scoring_->direction);
    const double before = *ends.from - without.of(scoring_->direction, 0).level.value_or(0);
    const double after = *ends.to - without.of(scoring_->direction, 1).level.value_or(0);
    Change& c = changes[acts_[i]];
    (acts[i].day() > from ? c.acts : c.fading) += after - before;
  }
  return changes;
}

/// Fills in the lines and the remainder: the acts' changes of the level, and these times the slope as changes of the
/// index.
void Attributions::share_out(std::span<const Change> changes, double difference, double slope, Attribution& out) const {
  const std::vector<Act>& acts = history_->coding.acts;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < acts.size(); ++i) {
    const Change& change = changes[acts_[i]];
    if (!moves(change)) continue;
    order.push_back(i);
    if (acts[i].points < 0) out.fading_cooperation += change.fading * slope;
  }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const double size_a = std::abs(changes[acts_[a]].total()), size_b = std::abs(changes[acts_[b]].total());
    return size_a != size_b ? size_a > size_b : acts[a].key < acts[b].key;
  });
  out.lines.reserve(order.size());
  for (const std::size_t i : order) out.lines.push_back(line_of(acts[i], changes[acts_[i]], slope));
  out.remainder_level = difference - sum_of(out.lines);
  out.remainder_index = out.remainder_level * slope;
}

Attribution Attributions::shared_out(const Ends& ends, Day from, Day to) const {
  Attribution out;
  out.from = from;
  out.to = to;
  out.level_from = *ends.from;
  out.level_to = *ends.to;
  const FittedScale scale(scoring_->scale, {}, {});
  out.index_from = *scale(0, *ends.from);
  out.index_to = *scale(0, *ends.to);
  out.exact = scoring_->model.is_additive();
  out.profile = scoring_->profile;
  if (is_warming_up(*scoring_, from)) out.warm_from = warm_from(*scoring_);
  const double difference = *ends.to - *ends.from;
  const double slope =
      std::abs(difference) < 1e-9 ? scale.slope(*ends.to) : (out.index_to - out.index_from) / difference;
  share_out(out.exact ? exact_changes(ends, from, to) : left_out_changes(ends, from, to), difference, slope, out);
  return out;
}

Attribution Attributions::between(Day from, Day to) const {
  if (to <= from) throw_invalid("between", to_text(to), "the second day is after the first");
  if (scoring_->scale.looks_back())
    throw_invalid("scale", to_text(scoring_->scale), "changes with the days; explain with softsign or linear");
  const Ends ends = ends_at(from, to);
  for (const auto& [day, level] : {std::pair{from, ends.from}, std::pair{to, ends.to}})
    if (!level) throw_invalid("between", to_text(day), "the model has no level on that day");
  return shared_out(ends, from, to);
}

std::optional<Attribution> Attributions::where_levels(Day from, Day to) const {
  const Ends ends = ends_at(from, to);
  if (!ends.from || !ends.to) return std::nullopt;
  return shared_out(ends, from, to);
}

std::vector<double> Attributions::contributions(Day day) const {
  const SidedReadings readings = score(scoring_->model, impulses_, std::span(&day, 1), scoring_->direction);
  const std::vector<RunWeight> weights = weights_of(readings, runs_.size(), 0, 0);
  std::vector<double> of_events(keys_.size());
  for (std::size_t r = 0; r < runs_.size(); ++r) {
    const std::vector<Contribution> own = scoring_->model.contributions(*runs_[r].impulses, day);
    for (std::size_t i = 0; i < own.size(); ++i) of_events[runs_[r].places[i]] += weights[r].to * own[i].total();
  }
  std::vector<double> out;
  for (const std::uint32_t place : acts_) out.push_back(of_events[place]);
  return out;
}

}  // namespace detente::detail
