#include "detente/questions/change/attribution.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

#include "detente/ground/error.hpp"
#include "ground/sum.hpp"
#include "questions/relation/runs_read.hpp"

namespace detente {
using namespace detail;
namespace {

/// A run used by the chosen direction, and the weight of its level on the two days.
struct ReadRun {
  const std::vector<Impulse>* impulses;
  double from, to;
};

/// `first` and `last` are positions in the readings.
std::vector<ReadRun> runs_of(const SidedImpulses& impulses, const SidedReadings& readings, DirectionChoice choice,
                             std::size_t first, std::size_t last) {
  const auto read = runs_read(impulses, choice);
  if (read.size() == 1) return {{read.front(), 1, 1}};
  const auto &f = readings.forward, &b = readings.backward;
  return {{&impulses.forward, half_or_all(f, b, first), half_or_all(f, b, last)},
          {&impulses.backward, half_or_all(b, f, first), half_or_all(b, f, last)}};
}

/// The change of the level between two days, by event.
using Changes = std::map<EventKey, Change>;

Contribution times(double by, const Contribution& c) { return {c.act * by, c.measure * by, c.release * by}; }

/// What each impulse of a run changed; a run may count differently on the two days.
std::vector<Contribution> changes_of(const AnyModel& model, const ReadRun& run, Day from, Day to) {
  std::vector<Contribution> out;
  out.reserve(run.impulses->size());
  if (run.from == run.to) {
    for (const Contribution& c : model.changes(*run.impulses, from, to)) out.push_back(times(run.to, c));
    return out;
  }
  const std::vector<Contribution> before = model.contributions(*run.impulses, from);
  const std::vector<Contribution> after = model.contributions(*run.impulses, to);
  for (std::size_t i = 0; i < after.size(); ++i) {
    out.push_back(times(run.to, after[i]));
    out.back() -= times(run.from, before[i]);
  }
  return out;
}

/// Contributions of acts between the days count as new; what older ones lost counts as fading.
Changes exact_changes(const AnyModel& model, std::span<const ReadRun> runs, Day from, Day to) {
  Changes changes;
  for (const ReadRun& run : runs) {
    const std::vector<Contribution> own = changes_of(model, run, from, to);
    for (std::size_t i = 0; i < own.size(); ++i) {
      const Impulse& impulse = (*run.impulses)[i];
      Change& c = changes[impulse.key];
      (impulse.day > from ? c.acts : c.fading) += own[i].act;
      c.measures += own[i].measure;
      c.releases += own[i].release;
    }
  }
  return changes;
}

/// How much the levels change if each act is left out while all others stay.
Changes left_out_changes(const History& history, const Scoring& scoring, std::array<Day, 2> days,
                         std::array<double, 2> levels) {
  Changes changes;
  for (std::size_t i = 0; i < history.coding.acts.size(); ++i) {
    std::vector<Act> others(history.coding.acts);
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    const SidedReadings without = score(scoring.model, others, days, scoring.direction);
    const double before = levels[0] - without.of(scoring.direction, 0).level.value_or(0);
    const double after = levels[1] - without.of(scoring.direction, 1).level.value_or(0);
    const Act& act = history.coding.acts[i];
    Change& c = changes[act.key];
    (act.day() > days[0] ? c.acts : c.fading) += after - before;
  }
  return changes;
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

std::vector<AttributionGroup> group(const Attribution& attribution,
                                    const std::function<std::string(const AttributionLine&)>& name) {
  std::map<std::string, AttributionGroup> groups;
  for (const AttributionLine& line : attribution.lines) {
    AttributionGroup& g = groups[name(line)];
    g.name = name(line);
    g.index += line.index;
    ++g.events;
  }
  std::vector<AttributionGroup> out;
  out.reserve(groups.size());
  for (auto& [key, g] : groups) out.push_back(std::move(g));
  std::stable_sort(out.begin(), out.end(), [](const AttributionGroup& a, const AttributionGroup& b) {
    return std::abs(a.index.total()) > std::abs(b.index.total());
  });
  return out;
}

/// Fills in the lines and the remainder: the acts' changes of the level, and these times the slope as changes of the
/// index.
void share_out(const Changes& changes, std::span<const Act> acts, double difference, double slope, Attribution& out) {
  for (const Act& act : acts) {
    const auto change = changes.find(act.key);
    if (change == changes.end() || !moves(change->second)) continue;
    out.lines.push_back(line_of(act, change->second, slope));
    if (act.points < 0) out.fading_cooperation += out.lines.back().index.fading;
  }
  std::sort(out.lines.begin(), out.lines.end(), [](const AttributionLine& a, const AttributionLine& b) {
    const double size_a = std::abs(a.level.total()), size_b = std::abs(b.level.total());
    return size_a != size_b ? size_a > size_b : a.key < b.key;
  });
  out.remainder_level = difference - sum_of(out.lines);
  out.remainder_index = out.remainder_level * slope;
}

struct Levels {
  double from, to;
};

Levels levels_at(const SidedReadings& readings, DirectionChoice direction, Day from, Day to) {
  const auto a = readings.of(direction, 0).level;
  const auto b = readings.of(direction, 1).level;
  if (!a) throw_invalid("between", to_text(from), "the model has no level on that day");
  if (!b) throw_invalid("between", to_text(to), "the model has no level on that day");
  return {*a, *b};
}

}  // namespace

Attribution attribute(const History& history, const Scoring& scoring, Day from, Day to) {
  if (to <= from) throw_invalid("between", to_text(to), "the second day is after the first");
  if (scoring.scale.looks_back())
    throw_invalid("scale", to_text(scoring.scale), "changes with the days; explain with softsign or linear");
  const std::array days{from, to};
  const SidedImpulses impulses = impulses_for(scoring.model, history.coding.acts);
  const SidedReadings readings = score(scoring.model, impulses, days, scoring.direction);
  const Levels levels = levels_at(readings, scoring.direction, from, to);

  Attribution out;
  out.from = from;
  out.to = to;
  out.level_from = levels.from;
  out.level_to = levels.to;
  const FittedScale scale(scoring.scale, {}, {});
  out.index_from = *scale(0, levels.from);
  out.index_to = *scale(0, levels.to);
  out.exact = scoring.model.is_additive();
  out.profile = scoring.profile;
  if (is_warming_up(scoring, from)) out.warm_from = warm_from(scoring);

  const Changes changes =
      out.exact ? exact_changes(scoring.model, runs_of(impulses, readings, scoring.direction, 0, 1), from, to)
                : left_out_changes(history, scoring, days, {levels.from, levels.to});
  const double difference = levels.to - levels.from;
  share_out(changes, history.coding.acts, difference,
            std::abs(difference) < 1e-9 ? scale.slope(levels.to) : (out.index_to - out.index_from) / difference, out);
  return out;
}

bool is_rise_by_fading(const Attribution& attribution) {
  double brought = 0;
  for (const AttributionLine& line : attribution.lines)
    brought += std::max(0.0, line.index.acts) + std::max(0.0, line.index.measures);
  return attribution.index_to > attribution.index_from && attribution.fading_cooperation > brought;
}

std::vector<AttributionGroup> by_issue(const Attribution& attribution) {
  return group(attribution, [](const AttributionLine& l) { return l.issue.empty() ? "(no issue)" : l.issue; });
}

std::vector<AttributionGroup> by_quad(const Attribution& attribution) {
  return group(attribution, [](const AttributionLine& l) { return std::string(to_text(l.quad)); });
}

std::vector<AttributionGroup> by_direction(const Attribution& attribution, const Dyad& dyad) {
  return group(attribution, [&](const AttributionLine& l) {
    const Dyad way = who(l.others, l.direction, dyad);
    return way.source + " → " + way.target;
  });
}

std::vector<double> contributions_at(const History& history, const Scoring& scoring, Day day) {
  if (!scoring.model.is_additive()) return {};
  const SidedImpulses impulses = impulses_for(scoring.model, history.coding.acts);
  const SidedReadings readings = score(scoring.model, impulses, std::span(&day, 1), scoring.direction);
  std::map<EventKey, double> by_event;
  for (const ReadRun& run : runs_of(impulses, readings, scoring.direction, 0, 0)) {
    const std::vector<Contribution> contributions = scoring.model.contributions(*run.impulses, day);
    for (std::size_t i = 0; i < contributions.size(); ++i)
      by_event[(*run.impulses)[i].key] += run.to * contributions[i].total();
  }
  std::vector<double> out;
  for (const Act& act : history.coding.acts) out.push_back(by_event[act.key]);
  return out;
}

}  // namespace detente
