#include "detente/questions/change/movement.hpp"

#include <algorithm>
#include <cmath>

#include "detente/contracts/act_label.hpp"
#include "questions/change/attributions.hpp"

namespace detente {
namespace {

Mover mover_of(const AttributionLine& line, double index, const Codebook& codebook) {
  Event act;
  act.code = line.code;
  return {line.event, line.day, line.direction, act_label(act, &codebook), index, line.others};
}

/// What the act itself did: all but the fading.
double done_by(const Change& change) { return change.acts + change.measures + change.releases; }

}  // namespace

std::optional<Movement> detail::movement_over(const Attributions& history, const Period& period, std::size_t most) {
  const Scoring& scoring = history.scoring();
  if (scoring.scale.looks_back() || !scoring.model.is_additive()) return std::nullopt;
  const auto attribution = history.where_levels(period.first - 1, period.last_day());
  if (!attribution) return std::nullopt;
  Movement out{.period = period, .from = attribution->index_from, .to = attribution->index_to, .movers = {}};
  for (const AttributionLine& line : attribution->lines) {
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
  out.others += attribution->remainder_index;
  return out;
}

std::optional<Movement> movement_over(const History& history, const Scoring& scoring, const Period& period,
                                      std::size_t most) {
  return detail::movement_over(detail::Attributions(history, scoring), period, most);
}

}  // namespace detente
