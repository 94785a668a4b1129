#include "detente/contracts/measures.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "contracts/pairing.hpp"
#include "detente/contracts/time_order.hpp"
#include "detente/ground/sum.hpp"

namespace detente {
namespace {

using detail::Ending;
using detail::Hold;
using detail::Lift;

Impulse impulse_of(const Act& act, ImpulseKind kind, Day day, double mass) {
  Impulse i;
  i.points = act.points;
  i.weight = act.weight * mass;
  i.key = act.key;
  i.opening = act.key;
  i.day = day;
  i.since = day;
  i.quad = act.quad;
  i.direction = act.direction;
  i.kind = kind;
  return i;
}

/// A release or resume: the opening's points, the closing's credit.
Impulse effect_of(const Act& closing, const Act& opening, ImpulseKind kind, Day day, double mass) {
  Impulse i = impulse_of(opening, kind, day, mass);
  i.key = closing.key;
  return i;
}

void emit_effect(const Act& by, const Hold& hold, ImpulseKind kind, Day day, Day since, double mass,
                 std::vector<Impulse>& out) {
  if (mass <= 0) return;
  out.push_back(effect_of(by, *hold.opening, kind, day, mass));
  out.back().since = since;
}

/// What ends during a lift is released already and does not come back.
void emit(const Hold& hold, std::vector<Impulse>& out) {
  out.push_back(impulse_of(*hold.opening, ImpulseKind::hold, hold.from, hold.mass));
  for (const Ending& e : hold.endings)
    emit_effect(*e.by, hold, ImpulseKind::release, e.day, e.day, e.mass * (1 - hold.lifted(e.day)), out);
  for (const Lift& l : hold.lifts) {
    emit_effect(*l.by, hold, ImpulseKind::release, l.from, l.from, l.share * hold.left(l.from), out);
    emit_effect(*l.by, hold, ImpulseKind::resume, l.to, l.from, l.share * hold.left(l.to - 1), out);
  }
}

using MeasureId = std::tuple<Direction, std::string, std::string>;

MeasureId measure_of(const Act& act) { return {act.direction, act.measure, act.object}; }

/// A vague closing whose middle lies before the only openings that it may end comes after the first of them.
Day day_of_closing(const Act& closing, std::span<const Act> acts) {
  Day first = end_of_time;
  for (const Act& act : acts)
    if (act.standing == Standing::opens && act.probability >= 0.5 && measure_of(act) == measure_of(closing))
      first = std::min(first, act.date.kind == SpanKind::throughout ? act.date.first : act.date.middle());
  if (first <= closing.date.middle() || first > closing.date.last) return closing.date.middle();
  return DateSpan{first, closing.date.last}.middle();
}

/// Openings and closings that are more likely than not, as if certain, on one day each.
std::vector<Act> likely_measures(std::span<const Act> acts) {
  std::vector<Act> out;
  for (const Act& act : acts) {
    if (act.standing == Standing::none || act.probability < 0.5 || act.weight <= 0) continue;
    Act& sure = out.emplace_back(act);
    sure.probability = 1;
    if (act.date.kind == SpanKind::throughout) continue;
    const bool closes = act.standing == Standing::closes;
    sure.date = DateSpan::on(closes ? day_of_closing(act, acts) : act.date.middle());
  }
  return out;
}

/// The spell of a certain hold on exact days, which one closing at most has ended.
MeasureSpell spell_of(const Hold& hold) {
  const Act& opening = *hold.opening;
  MeasureSpell spell;
  spell.measure = opening.measure;
  spell.object = opening.object;
  spell.direction = opening.direction;
  spell.points = opening.points;
  spell.opening = opening.key;
  spell.opening_event = opening.event;
  spell.from = hold.from;
  if (!hold.endings.empty()) {
    const Ending& end = hold.endings.front();
    spell.to = end.day;
    if (end.by != &opening) spell.closing_event = end.by->event;
  }
  for (const Lift& l : hold.lifts) spell.lifts.push_back({l.from, std::min(l.to, spell.to), l.by->event});
  return spell;
}

/// What is left of rounding, 1e-12 of a point, is nothing.
double total_of(const std::map<EventKey, CompensatedSum>& held) {
  CompensatedSum total;
  for (const auto& [key, points] : held)
    if (std::abs(points.value()) > 1e-12) total += points.value();
  return total.value();
}

}  // namespace

std::vector<Impulse> impulses_of(std::span<const Act> acts, DatePolicy policy) {
  std::vector<Impulse> out;
  std::map<MeasureId, std::vector<const Act*>> measures;
  for (const Act& act : acts) {
    if (act.probability <= 0 || act.weight <= 0) continue;
    if (act.standing != Standing::none) measures[measure_of(act)].push_back(&act);
    if (act.standing == Standing::opens) continue;
    for (const detail::Share& s : detail::shares_of(act, policy))
      out.push_back(impulse_of(act, ImpulseKind::pulse, s.day, act.probability * s.share));
  }
  for (const auto& [id, of_measure] : measures) {
    const detail::Paired paired = detail::pair_up(of_measure, policy);
    for (const detail::Repeat& r : paired.repeats)
      out.push_back(impulse_of(*r.opening, ImpulseKind::pulse, r.day, r.mass));
    for (const Hold& hold : paired.holds) emit(hold, out);
  }
  std::stable_sort(out.begin(), out.end(), comes_before);  // of equal ones, each keeps its place
  return out;
}

std::vector<Impulse> as_pulses(std::vector<Impulse> impulses) {
  std::erase_if(impulses, [](const Impulse& i) { return i.kind > ImpulseKind::hold; });
  for (Impulse& i : impulses) i.kind = ImpulseKind::pulse;
  return impulses;
}

std::vector<double> points_in_force(std::span<const Impulse> impulses, Direction direction, std::span<const Day> days) {
  check_order(impulses);
  check_order(days);
  std::vector<double> out;
  std::map<EventKey, CompensatedSum> held;  // by opening, so that a closed measure leaves nothing
  double total = 0;
  std::size_t next = 0;
  for (const Day day : days) {
    bool changed = false;
    for (; next < impulses.size() && impulses[next].day <= day; ++next) {
      const Impulse& i = impulses[next];
      if (i.direction != direction || i.kind == ImpulseKind::pulse) continue;
      held[i.opening] += i.kind == ImpulseKind::release ? -i.points * i.weight : i.points * i.weight;
      changed = true;
    }
    if (changed) total = total_of(held);
    out.push_back(total);
  }
  return out;
}

MeasureHistory measure_history(std::span<const Act> acts) {
  const std::vector<Act> likely = likely_measures(acts);
  std::map<MeasureId, std::vector<const Act*>> measures;
  for (const Act& act : likely) measures[measure_of(act)].push_back(&act);
  MeasureHistory out;
  std::set<const Act*> used;
  for (const auto& [id, of_measure] : measures) {
    const detail::Paired paired = detail::pair_up(of_measure, DatePolicy::spread);
    for (const Hold& hold : paired.holds) {
      out.spells.push_back(spell_of(hold));
      for (const Ending& e : hold.endings) used.insert(e.by);
      for (const Lift& l : hold.lifts) used.insert(l.by);
    }
  }
  std::sort(out.spells.begin(), out.spells.end(), [](const MeasureSpell& a, const MeasureSpell& b) {
    return std::tie(a.from, a.opening) < std::tie(b.from, b.opening);
  });
  for (const Act& act : likely)
    if (act.standing == Standing::closes && !used.contains(&act)) out.closings_without_opening.push_back(act.event);
  return out;
}

}  // namespace detente
