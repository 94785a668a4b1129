#include "detente/questions/attribution.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

#include "detente/ground/error.hpp"

namespace detente {
namespace {

/// Contributions of each event to the chosen direction's level at a day.
using Shares = std::map<EventKey, Contribution>;

/// How much a side counts in the chosen direction: half each for both, unless one side has no level.
struct SideWeights {
  double forward = 0;
  double backward = 0;
};

SideWeights side_weights(const SidedReadings& readings, DirectionChoice choice, std::size_t day) {
  if (choice == DirectionChoice::forward) return {1, 0};
  if (choice == DirectionChoice::backward) return {0, 1};
  const bool f = readings.forward[day].level.has_value();
  const bool b = readings.backward[day].level.has_value();
  return {f ? (b ? 0.5 : 1.0) : 0.0, b ? (f ? 0.5 : 1.0) : 0.0};
}

void add_shares(Shares& shares, const AnyModel& model, std::span<const Impulse> impulses, Day day, double weight) {
  if (weight == 0) return;
  const std::vector<Contribution> contributions = model.contributions(impulses, day);
  for (std::size_t i = 0; i < impulses.size(); ++i) {
    const Contribution& c = contributions[i];
    shares[impulses[i].key] += {weight * c.act, weight * c.measure, weight * c.release};
  }
}

Shares shares_at(const AnyModel& model, const SidedImpulses& impulses, Day day, const SideWeights& weights) {
  Shares shares;
  add_shares(shares, model, impulses.forward, day, weights.forward);
  add_shares(shares, model, impulses.backward, day, weights.backward);
  return shares;
}

/// What leaving each act out takes from the level: the model's word on what the act does, with everything else there.
Shares left_out_shares(const History& history, const Scoring& scoring, Day day, double level) {
  Shares shares;
  for (std::size_t i = 0; i < history.coding.acts.size(); ++i) {
    std::vector<Act> others(history.coding.acts);
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    const auto without = score(scoring.model, others, std::span(&day, 1)).of(scoring.direction, 0).level;
    shares[history.coding.acts[i].key].act = level - without.value_or(0);
  }
  return shares;
}

Contribution share_of(const Shares& shares, EventKey key) {
  const auto at = shares.find(key);
  return at == shares.end() ? Contribution{} : at->second;
}

/// Whether some of the act may have happened after the day.
bool is_new(const Act& act, Day since) { return act.date.middle() > since; }

Change change_of(const Act& act, const Contribution& before, const Contribution& after, Day from) {
  Change c;
  (is_new(act, from) ? c.acts : c.fading) = after.act - before.act;
  c.measures = after.measure - before.measure;
  c.releases = after.release - before.release;
  return c;
}

Change scaled(const Change& c, double by) { return {c.acts * by, c.fading * by, c.measures * by, c.releases * by}; }

AttributionLine line_of(const Act& act, const Change& level, double slope) {
  return {act.event, act.key, act.day(), act.direction, act.quad, act.code, act.issue, level, scaled(level, slope)};
}

/// Neumaier's sum: the lines must add up to the change to 1e-9.
double sum_of(const std::vector<AttributionLine>& lines) {
  double sum = 0, lost = 0;
  for (const AttributionLine& line : lines) {
    const double x = line.level.total();
    const double next = sum + x;
    lost += std::abs(sum) >= std::abs(x) ? (sum - next) + x : (x - next) + sum;
    sum = next;
  }
  return sum + lost;
}

std::vector<AttributionGroup> group(const Attribution& attribution,
                                    const std::function<std::string(const AttributionLine&)>& name) {
  std::map<std::string, AttributionGroup> groups;
  for (const AttributionLine& line : attribution.lines) {
    AttributionGroup& g = groups[name(line)];
    g.name = name(line);
    g.index.acts += line.index.acts;
    g.index.fading += line.index.fading;
    g.index.measures += line.index.measures;
    g.index.releases += line.index.releases;
    ++g.events;
  }
  std::vector<AttributionGroup> out;
  for (auto& [key, g] : groups) out.push_back(std::move(g));
  std::stable_sort(out.begin(), out.end(), [](const AttributionGroup& a, const AttributionGroup& b) {
    return std::abs(a.index.total()) > std::abs(b.index.total());
  });
  return out;
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
  const SidedReadings readings = score(scoring.model, impulses, days);
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

  const double difference = levels.to - levels.from;
  const double slope =
      std::abs(difference) < 1e-9 ? scale.slope(levels.to) : (out.index_to - out.index_from) / difference;
  const auto shares = [&](std::size_t which, double level) {
    return out.exact ? shares_at(scoring.model, impulses, days[which], side_weights(readings, scoring.direction, which))
                     : left_out_shares(history, scoring, days[which], level);
  };
  const Shares before = shares(0, levels.from);
  const Shares after = shares(1, levels.to);
  for (const Act& act : history.coding.acts) {
    const Change change = change_of(act, share_of(before, act.key), share_of(after, act.key), from);
    if (change.acts != 0 || change.fading != 0 || change.measures != 0 || change.releases != 0)
      out.lines.push_back(line_of(act, change, slope));
  }
  std::stable_sort(out.lines.begin(), out.lines.end(), [](const AttributionLine& a, const AttributionLine& b) {
    return std::abs(a.level.total()) > std::abs(b.level.total());
  });
  out.remainder_level = difference - sum_of(out.lines);
  out.remainder_index = out.remainder_level * slope;
  return out;
}

std::vector<AttributionGroup> by_issue(const Attribution& attribution) {
  return group(attribution, [](const AttributionLine& l) { return l.issue.empty() ? "(no issue)" : l.issue; });
}

std::vector<AttributionGroup> by_quad(const Attribution& attribution) {
  return group(attribution, [](const AttributionLine& l) { return std::string(to_text(l.quad)); });
}

std::vector<AttributionGroup> by_direction(const Attribution& attribution, const Dyad& dyad) {
  const Dyad pair = dyad.canonical();
  return group(attribution, [&](const AttributionLine& l) {
    const Dyad way = l.direction == Direction::forward ? pair : pair.reversed();
    return way.source + " → " + way.target;
  });
}

std::vector<double> contributions_at(const History& history, const Scoring& scoring, Day day) {
  if (!scoring.model.is_additive()) return {};
  const SidedImpulses impulses = impulses_for(scoring.model, history.coding.acts);
  const SidedReadings readings = score(scoring.model, impulses, std::span(&day, 1));
  const Shares shares = shares_at(scoring.model, impulses, day, side_weights(readings, scoring.direction, 0));
  std::vector<double> out;
  for (const Act& act : history.coding.acts) out.push_back(share_of(shares, act.key).total());
  return out;
}

}  // namespace detente
