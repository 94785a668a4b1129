#include "detente/questions/change/movement.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "detente/contracts/act_label.hpp"
#include "detente/questions/change/attribution.hpp"

namespace detente {
namespace {

bool has_levels(const History& history, const Scoring& scoring, Day from, Day to) {
  const std::array days{from, to};
  const SidedReadings readings = score(scoring.model, history.coding.acts, days, scoring.direction);
  return readings.of(scoring.direction, 0).level && readings.of(scoring.direction, 1).level;
}

Mover mover_of(const AttributionLine& line, double index, const Codebook& codebook) {
  Event act;
  act.code = line.code;
  return {line.event, line.day, line.direction, act_label(act, &codebook), index, line.others};
}

/// What the act itself did: all but the fading.
double done_by(const Change& change) { return change.acts + change.measures + change.releases; }

}  // namespace

std::optional<Movement> movement_over(const History& history, const Scoring& scoring, const Period& period,
                                      std::size_t most) {
  const Day before = period.first - 1, last = period.last_day();
  if (scoring.scale.looks_back() || !scoring.model.is_additive()) return std::nullopt;
  if (!has_levels(history, scoring, before, last)) return std::nullopt;
  const Attribution attribution = attribute(history, scoring, before, last);
  Movement out{.period = period, .from = attribution.index_from, .to = attribution.index_to, .movers = {}};
  for (const AttributionLine& line : attribution.lines) {
    out.causes += line.index;
    if (const double done = done_by(line.index); done != 0)
      out.movers.push_back(mover_of(line, done, scoring.codebook));
  }
  out.silence = out.causes.fading;
  std::stable_sort(out.movers.begin(), out.movers.end(),
                   [](const Mover& a, const Mover& b) { return std::abs(a.index) > std::abs(b.index); });
  out.more = out.movers.size() - std::min(most, out.movers.size());
  for (std::size_t i = out.movers.size() - out.more; i < out.movers.size(); ++i) out.others += out.movers[i].index;
  out.movers.resize(out.movers.size() - out.more);
  out.others += attribution.remainder_index;
  return out;
}

}  // namespace detente
