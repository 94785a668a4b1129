#include "detente/contracts/measures.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace detente {
namespace {

/// A share of something on a day.
struct Share {
  Day day;
  double share;
};

/// How the acts of an event lie on days; the shares add up to its count.
std::vector<Share> shares_of(const Act& act, DatePolicy policy) {
  std::vector<Share> out;
  const double count = act.count;
  if (act.date.is_exact()) return {{act.date.first, count}};
  if (policy == DatePolicy::middle) {
    const std::vector<Day> days = days_of_observation(act);
    for (const Day d : days) out.push_back({d, count / static_cast<double>(days.size())});
    return out;
  }
  const double each = count / static_cast<double>(act.date.days());
  for (Day d = act.date.first; d <= act.date.last; ++d) out.push_back({d, each});
  return out;
}

/// The day or days on which a measure begins or ends; the shares add up to 1.
std::vector<Share> onset_of(const Act& act, DatePolicy policy) {
  if (act.date.is_exact() || act.date.kind == SpanKind::throughout) return {{act.date.first, 1.0}};
  if (policy == DatePolicy::middle) return {{act.date.middle(), 1.0}};
  Act one = act;
  one.count = 1;
  return shares_of(one, policy);
}

/// First day on which an opening is over by its own terms.
std::optional<Day> expiry_of(const Act& act) {
  if (act.until) return *act.until + 1;
  if (act.date.kind == SpanKind::throughout && !act.date.is_open()) return act.date.last + 1;
  return std::nullopt;
}

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

/// Openings and closings of one measure by one imposer on one object.
class Pairing {
 public:
  Pairing(DatePolicy policy, std::vector<Impulse>& out) : policy_(policy), out_(&out) {}

  void add(const Act& act) {
    if (act.standing == Standing::opens) openings_.push_back(&act);
    if (act.standing == Standing::closes) closings_.push_back({&act, onset_of(act, policy_), act.probability, 0});
  }

  void emit() {
    sort();
    for (const Act* opening : openings_) open(*opening);
  }

 private:
  struct Closing {
    const Act* act;
    std::vector<Share> days;
    double available;  ///< probability not yet used up by an earlier hold
    double consumed;
  };
  /// Part of a hold that ends for good on a day.
  struct Ending {
    Day day;
    double mass;
    const Act* by;
  };
  struct Lift {
    Day from;
    Day to;  ///< first day in force again
    double mass;
    const Act* by;
  };
  struct Change {
    Day day;
    double mass;
  };

  static bool earlier(const Act* a, const Act* b) {
    return std::make_tuple(a->date.middle(), a->key) < std::make_tuple(b->date.middle(), b->key);
  }

  void sort() {
    std::sort(openings_.begin(), openings_.end(), earlier);
    std::sort(closings_.begin(), closings_.end(), [](auto& a, auto& b) { return earlier(a.act, b.act); });
  }

  /// Probability that the measure is held on the day by an earlier opening.
  double held(Day day) const {
    double mass = 0;
    for (const Change& c : changes_)
      if (c.day <= day) mass += c.mass;
    return std::clamp(mass, 0.0, 1.0);
  }

  void open(const Act& opening) {
    std::vector<Change> changes;
    for (const Share& onset : onset_of(opening, policy_)) {
      const double mass = opening.probability * onset.share;
      const double again = mass * held(onset.day);
      emit_pulse(opening, onset.day, again + mass * (opening.count - 1));
      if (mass - again > 0) hold(opening, onset.day, mass - again, changes);
    }
    changes_.insert(changes_.end(), changes.begin(), changes.end());
    for (Closing& c : closings_) c.available = std::max(0.0, c.available - std::exchange(c.consumed, 0));
  }

  void emit_pulse(const Act& act, Day day, double mass) {
    if (mass > 0) out_->push_back(impulse_of(act, ImpulseKind::pulse, day, mass));
  }

  void hold(const Act& opening, Day from, double mass, std::vector<Change>& changes) {
    out_->push_back(impulse_of(opening, ImpulseKind::hold, from, mass));
    changes.push_back({from, mass});
    const std::vector<Ending> endings = endings_of(opening, from, mass);
    const std::vector<Lift> lifts = lifts_of(from, mass, endings, expiry_of(opening));
    for (const Ending& e : endings) {
      changes.push_back({e.day, -e.mass});
      const double lifted = lifted_share(lifts, e.day, still_held(mass, endings, e.day - 1));
      emit_effect(*e.by, opening, ImpulseKind::release, e.day, e.day, e.mass * (1 - lifted));
    }
    for (const Lift& l : lifts) emit_lift(l, opening, mass, endings);
  }

  void emit_lift(const Lift& lift, const Act& opening, double mass, const std::vector<Ending>& endings) {
    emit_effect(*lift.by, opening, ImpulseKind::release, lift.from, lift.from, lift.mass);
    const double before = still_held(mass, endings, lift.from);
    const double after = still_held(mass, endings, lift.to);
    if (before > 0) emit_effect(*lift.by, opening, ImpulseKind::resume, lift.to, lift.from, lift.mass * after / before);
  }

  void emit_effect(const Act& by, const Act& opening, ImpulseKind kind, Day day, Day since, double mass) {
    if (mass <= 0) return;
    Impulse i = effect_of(by, opening, kind, day, mass);
    i.since = since;
    out_->push_back(i);
  }

  /// How a hold of this mass ends for good: by the closings in their order, then by its own terms.
  std::vector<Ending> endings_of(const Act& opening, Day from, double mass) {
    const std::optional<Day> expiry = expiry_of(opening);
    std::vector<Ending> out;
    double left = mass;
    for (Closing& c : closings_) {
      if (c.act->until || left <= 0) continue;
      const double possible = share_from(c, from);
      if (possible <= 0) continue;
      double ended = 0;
      for (const Share& s : c.days) {
        if (s.day < from || (expiry && s.day >= *expiry)) continue;
        out.push_back({s.day, left * c.available * s.share / possible, c.act});
        ended += out.back().mass;
      }
      c.consumed += ended;
      left = std::max(0.0, left - ended);
    }
    if (expiry && left > 0) out.push_back({*expiry, left, &opening});
    return out;
  }

  /// The temporary closings that touch a hold. A lift that begins during another goes on from where that one ends.
  std::vector<Lift> lifts_of(Day from, double mass, const std::vector<Ending>& endings, std::optional<Day> expiry) {
    std::vector<Lift> out;
    Day busy_until = from;
    for (const Closing& c : closings_) {
      if (!c.act->until) continue;
      const Day to = *c.act->until + 1;
      const double possible = share_from(c, from);
      if (possible <= 0) continue;
      for (const Share& s : c.days) {
        const Day begin = std::max(s.day, busy_until);
        if (s.day < from || begin >= to || (expiry && begin >= *expiry)) continue;
        const double held_then = still_held(mass, endings, begin);
        out.push_back({begin, to, held_then * c.act->probability * s.share / possible, c.act});
      }
      busy_until = std::max(busy_until, to);
    }
    return out;
  }

  static double share_from(const Closing& closing, Day from) {
    double sum = 0;
    for (const Share& s : closing.days)
      if (s.day >= from) sum += s.share;
    return sum;
  }

  /// Mass not ended for good by the end of the day.
  static double still_held(double mass, const std::vector<Ending>& endings, Day day) {
    for (const Ending& e : endings)
      if (e.day <= day) mass -= e.mass;
    return std::max(0.0, mass);
  }

  /// Which share of what is held is lifted on the day.
  static double lifted_share(const std::vector<Lift>& lifts, Day day, double held_mass) {
    double lifted = 0;
    for (const Lift& l : lifts)
      if (l.from <= day && day < l.to) lifted += l.mass;
    return held_mass > 0 ? std::min(1.0, lifted / held_mass) : 0;
  }

  DatePolicy policy_;
  std::vector<Impulse>* out_;
  std::vector<const Act*> openings_;
  std::vector<Closing> closings_;
  std::vector<Change> changes_;
};

using MeasureId = std::tuple<Direction, std::string, std::string>;

MeasureId measure_of(const Act& act) { return {act.direction, act.measure, act.object}; }

/// An act with its date at the middle and certain, or nothing if it is less likely than not.
std::optional<Act> most_likely(const Act& act) {
  if (act.probability < 0.5) return std::nullopt;
  Act sure = act;
  sure.probability = 1;
  if (sure.date.kind == SpanKind::one_day) sure.date = DateSpan::on(sure.date.middle());
  return sure;
}

}  // namespace

std::vector<Impulse> impulses_of(std::span<const Act> acts, DatePolicy policy) {
  std::vector<Impulse> out;
  std::map<MeasureId, Pairing> measures;
  for (const Act& act : acts) {
    if (act.probability <= 0 || act.weight <= 0) continue;
    if (act.standing != Standing::none) measures.try_emplace(measure_of(act), policy, out).first->second.add(act);
    if (act.standing == Standing::opens) continue;
    for (const Share& s : shares_of(act, policy))
      out.push_back(impulse_of(act, ImpulseKind::pulse, s.day, act.probability * s.share));
  }
  for (auto& [id, pairing] : measures) pairing.emit();
  std::sort(out.begin(), out.end(), comes_before);
  return out;
}

std::vector<Impulse> as_pulses(std::vector<Impulse> impulses) {
  std::erase_if(impulses, [](const Impulse& i) { return i.kind > ImpulseKind::hold; });
  for (Impulse& i : impulses) i.kind = ImpulseKind::pulse;
  return impulses;
}

std::vector<double> points_in_force(std::span<const Impulse> impulses, Direction direction, std::span<const Day> days) {
  std::vector<double> out;
  std::map<EventKey, double> held;  // by opening, so that a closed measure leaves exactly nothing
  double total = 0;
  std::size_t next = 0;
  for (const Day day : days) {
    bool changed = false;
    for (; next < impulses.size() && impulses[next].day <= day; ++next) {
      const Impulse& i = impulses[next];
      if (i.direction != direction || i.kind == ImpulseKind::pulse) continue;
      const double change = i.kind == ImpulseKind::release ? -i.points * i.weight : i.points * i.weight;
      double& points = held[i.opening];
      points += change;
      if (std::abs(points) < 1e-12 * std::abs(i.points)) points = 0;
      changed = true;
    }
    if (changed) {
      total = 0;
      for (const auto& [key, points] : held) total += points;
    }
    out.push_back(total);
  }
  return out;
}

MeasureHistory measure_history(std::span<const Act> acts) {
  std::vector<Act> likely;
  for (const Act& act : acts)
    if (auto sure = most_likely(act); sure && sure->standing != Standing::none) likely.push_back(*sure);
  std::map<EventKey, const Act*> by_key;
  for (const Act& act : likely) by_key[act.key] = &act;

  std::map<EventKey, MeasureSpell> spells;
  std::map<EventKey, bool> used;
  for (const Impulse& i : impulses_of(likely)) {
    const Act& opening = *by_key.at(i.opening);
    const Act& by = *by_key.at(i.key);
    if (i.kind == ImpulseKind::hold) {
      MeasureSpell& spell = spells[i.key];
      spell = {opening.measure, opening.object, opening.direction, opening.points, opening.key,
               opening.event,   i.day,          end_of_time,       std::nullopt,   {}};
    } else if (i.kind == ImpulseKind::release) {
      used[i.key] = true;
      MeasureSpell& spell = spells[i.opening];
      if (by.standing == Standing::closes && by.until) {
        spell.lifts.push_back({i.day, *by.until + 1, by.event});
      } else {
        spell.to = i.day;
        if (i.key != i.opening) spell.closing_event = by.event;
      }
    }
  }
  MeasureHistory out;
  for (auto& [key, spell] : spells) out.spells.push_back(std::move(spell));
  std::sort(out.spells.begin(), out.spells.end(), [](const MeasureSpell& a, const MeasureSpell& b) {
    return std::tie(a.from, a.opening) < std::tie(b.from, b.opening);
  });
  for (const Act& act : likely)
    if (act.standing == Standing::closes && !used[act.key]) out.closings_without_opening.push_back(act.event);
  return out;
}

}  // namespace detente
