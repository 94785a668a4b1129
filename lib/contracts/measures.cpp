#include "detente/contracts/measures.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "contracts/act_impulses.hpp"
#include "contracts/held_points.hpp"
#include "contracts/measure_course.hpp"
#include "contracts/pairing.hpp"
#include "detente/contracts/time_order.hpp"

namespace detente {
using namespace detail;
namespace {

using detail::Change;
using detail::Turn;

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

ImpulseKind kind_of(Turn turn) {
  switch (turn) {
    case Turn::begins: return ImpulseKind::hold;
    case Turn::repeats: return ImpulseKind::pulse;
    case Turn::resumes: return ImpulseKind::resume;
    default: return ImpulseKind::release;
  }
}

/// A measure that ends while it is lifted has already been released. The points are the opening's, and the credit goes
/// to the closing.
void emit(const Change& change, std::vector<Impulse>& out) {
  if (change.turn == Turn::ends_lifted) return;
  Impulse& i = out.emplace_back(impulse_of(*change.opening, kind_of(change.turn), change.day, change.mass));
  i.key = change.by->key;
  i.since = change.since;
}

/// Openings and closings that are more likely than not, treated as certain.
std::vector<Act> likely_measures(std::span<const Act> acts) {
  std::vector<Act> out;
  for (const Act& act : acts)
    if (act.standing != Standing::none && act.probability >= 0.5) out.emplace_back(act).probability = 1;
  return out;
}

/// The middle of its days; for a closing, the middle of those that are not before its opening's day.
Day day_of(const Act& act, const Act& own) {
  const detail::Onset onset = detail::onset_of(act);
  const Day first = std::max(onset.first, detail::onset_of(own, DatePolicy::middle).first);
  const Day middle = detail::onset_of(act, DatePolicy::middle).first;
  return &own == &act || first <= middle || first > onset.last ? middle : DateSpan{first, onset.last}.middle();
}

/// The acts of a measure, each on one day.
std::vector<Act> on_one_day(std::span<const Act* const> acts) {
  const std::vector<std::size_t> own = detail::own_openings(acts);
  std::vector<Act> out;
  for (std::size_t i = 0; i < acts.size(); ++i) {
    const Act& act = out.emplace_back(*acts[i]);
    if (act.date.kind != SpanKind::throughout) out.back().date = DateSpan::on(day_of(*acts[i], *acts[own[i]]));
  }
  return out;
}

std::vector<const Act*> addresses_of(const std::vector<Act>& acts) {
  std::vector<const Act*> out;
  out.reserve(acts.size());
  for (const Act& act : acts) out.push_back(&act);
  return out;
}

/// Makes spells from the changes of a measure whose acts are certain and on known days.
class Spells {
 public:
  explicit Spells(MeasureHistory& history) : history_(&history) {}

  void tell(const Change& change) {
    if (change.turn == Turn::begins) begin(change);
    if (change.turn == Turn::begins || change.turn == Turn::repeats) return;
    used_.insert(change.by);
    MeasureSpell& spell = history_->spells.back();  // at most one is in force
    if (change.turn == Turn::is_lifted) spell.lifts.push_back({change.day, end_of_time, change.by->event});
    if (change.turn == Turn::resumes) spell.lifts.back().to = change.day;
    if (change.turn == Turn::ends || change.turn == Turn::ends_lifted) end(spell, change);
  }

  bool has_used(const Act& closing) const { return used_.contains(&closing); }

 private:
  void begin(const Change& change) {
    const Act& opening = *change.opening;
    MeasureSpell& spell = history_->spells.emplace_back();
    spell.measure = opening.measure;
    spell.object = opening.object;
    spell.direction = opening.direction;
    spell.others = opening.others;
    spell.points = opening.points;
    spell.opening = opening.key;
    spell.opening_event = opening.event;
    spell.from = change.day;
  }

  static void end(MeasureSpell& spell, const Change& change) {
    spell.to = change.day;
    if (change.by != change.opening) spell.closing_event = change.by->event;
    if (change.turn == Turn::ends_lifted) spell.lifts.back().to = change.day;
  }

  MeasureHistory* history_;
  std::set<const Act*> used_;
};

}  // namespace

void detail::add_pulses(const Act& act, DatePolicy policy, std::vector<Impulse>& out) {
  if (act.probability <= 0 || act.weight <= 0 || act.standing == Standing::opens) return;
  for (const detail::Share& s : detail::shares_of(act, policy))
    out.push_back(impulse_of(act, ImpulseKind::pulse, s.day, act.probability * s.share));
}

void detail::add_course(std::span<const Act* const> measure, DatePolicy policy, std::vector<Impulse>& out) {
  for (const Change& change : detail::course_of(measure, policy)) emit(change, out);
}

std::vector<Impulse> impulses_of(std::span<const Act> acts, DatePolicy policy) {
  std::vector<Impulse> out;
  for (const Act& act : acts) detail::add_pulses(act, policy, out);
  for (const auto& measure : detail::by_measure(acts)) detail::add_course(measure, policy, out);
  std::stable_sort(out.begin(), out.end(), comes_before);  // equal ones keep their order
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
  const detail::HeldPoints model;
  detail::HeldPoints::State state;  // no copy of it for each day, as a run would make
  std::vector<double> out;
  double total = 0;
  std::size_t next = 0;
  for (const Day day : days) {
    bool changed = false;
    for (; next < impulses.size() && impulses[next].day <= day; ++next) {
      if (impulses[next].direction != direction || impulses[next].kind == ImpulseKind::pulse) continue;
      model.observe(state, impulses[next]);
      changed = true;
    }
    if (changed) total = *model.level(state);
    out.push_back(total);
  }
  return out;
}

MeasureHistory measure_history(std::span<const Act> acts) {
  const std::vector<Act> likely = likely_measures(acts);
  MeasureHistory out;
  for (const auto& measure : detail::by_measure(likely)) {
    const std::vector<Act> known = on_one_day(measure);
    Spells spells(out);
    for (const Change& change : detail::course_of(addresses_of(known), DatePolicy::spread)) spells.tell(change);
    for (const Act& act : known)
      if (act.standing == Standing::closes && !act.ends_only && !spells.has_used(act))
        out.closings_without_opening.push_back(act.event);
  }
  std::sort(out.spells.begin(), out.spells.end(), [](const MeasureSpell& a, const MeasureSpell& b) {
    return std::tie(a.from, a.opening) < std::tie(b.from, b.opening);
  });
  std::sort(out.closings_without_opening.begin(), out.closings_without_opening.end());
  return out;
}

}  // namespace detente
