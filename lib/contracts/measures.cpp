#include "detente/contracts/measures.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "detente/ground/sum.hpp"

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

/// Part of a hold that ends for good on a day.
struct Ending {
  Day day;
  double mass;
  const Act* by;
};

/// A share of what is held at the end of `from` is lifted until `to`, the first day in force again.
struct Lift {
  Day from;
  Day to;
  double share;
  const Act* by;
};

/// A measure put in force on a day, with the probability `mass`, and what became of it.
struct Hold {
  const Act* opening;
  Day from;
  double mass;
  std::vector<Ending> endings = {};
  std::vector<Lift> lifts = {};

  /// Mass not ended for good by the end of the day.
  double left(Day day) const {
    double sum = mass;
    for (const Ending& e : endings)
      if (e.day <= day) sum -= e.mass;
    return std::max(0.0, sum);
  }
  /// Which share of what is held when the day begins is lifted.
  double lifted(Day day) const {
    double sum = 0;
    for (const Lift& l : lifts)
      if (l.from < day && day < l.to) sum += l.share;
    return std::min(1.0, sum);
  }
};

/// A second opening of a held measure, or one of several acts that an opening stands for.
struct Repeat {
  const Act* opening;
  Day day;
  double mass;
};

struct Paired {
  std::vector<Hold> holds;
  std::vector<Repeat> repeats;
};

/// Openings and closings of one measure by one imposer on one object.
class Pairing {
 public:
  explicit Pairing(DatePolicy policy) : policy_(policy) {}

  void add(const Act& act) {
    if (act.standing == Standing::opens) openings_.push_back(&act);
    if (act.standing == Standing::closes) closings_.push_back({&act, onset_of(act, policy_)});
  }

  Paired pair() {
    std::sort(closings_.begin(), closings_.end(), [](auto& a, auto& b) { return earlier(a.act, b.act); });
    Paired out;
    for (const Onset& onset : onsets()) open(onset, out);
    return out;
  }

 private:
  struct Closing {
    const Act* act;
    std::vector<Share> days;
  };
  /// A day on which an opening may have been, and the probability that it was.
  struct Onset {
    const Act* opening;
    Day day;
    double mass;
  };
  /// Of the probability that an opening's hold is there; `by` is the closing that took it, if one did.
  struct Change {
    Day day;
    double mass;
    const Act* opening;
    const Act* by;
  };

  static bool earlier(const Act* a, const Act* b) {
    return std::make_tuple(a->date.middle(), a->key) < std::make_tuple(b->date.middle(), b->key);
  }

  /// In order of time.
  std::vector<Onset> onsets() const {
    std::vector<Onset> out;
    for (const Act* opening : openings_)
      for (const Share& s : onset_of(*opening, policy_))
        out.push_back({opening, s.day, opening->probability * s.share});
    std::sort(out.begin(), out.end(), [](const Onset& a, const Onset& b) {
      return std::tie(a.day, a.opening->key) < std::tie(b.day, b.opening->key);
    });
    return out;
  }

  /// Probability that another opening holds the measure at the end of the onset's day, given the onset (which was not
  /// on an earlier day, then) and had `without` not happened.
  double held(const Onset& onset, const Act* without = nullptr) const {
    double mass = 0, earlier_onsets = 0;
    for (const Change& c : changes_) {
      if (c.day > onset.day) continue;
      if (c.opening != onset.opening && (c.by == nullptr || c.by != without)) mass += c.mass;
      if (c.opening == onset.opening && c.by == nullptr) earlier_onsets += c.mass;
    }
    return earlier_onsets < 1 ? std::clamp(mass / (1 - earlier_onsets), 0.0, 1.0) : 1;
  }

  void open(const Onset& onset, Paired& out) {
    const Act& opening = *onset.opening;
    const double again = onset.mass * held(onset);
    const double repeated = again + onset.mass * (opening.count - 1);
    if (repeated > 0) out.repeats.push_back({&opening, onset.day, repeated});
    if (onset.mass - again <= 0) return;
    out.holds.push_back(hold(onset, onset.mass - again));
    changes_.push_back({onset.day, onset.mass - again, &opening, nullptr});
    for (const Ending& e : out.holds.back().endings) changes_.push_back({e.day, -e.mass, &opening, e.by});
  }

  Hold hold(const Onset& onset, double mass) const {
    Hold hold{onset.opening, onset.day, mass};
    const std::optional<Day> expiry = expiry_of(*onset.opening);
    double left = mass;
    for (const Closing& c : closings_)
      if (!c.act->until) left -= end_by(c, onset, left / mass, left, expiry, hold);
    if (expiry && left > 0) hold.endings.push_back({*expiry, left, onset.opening});
    lift(hold, expiry);
    return hold;
  }

  /// Ends what it may of the `left` mass of a hold, the share that earlier closings have `spared`, and says how much.
  double end_by(const Closing& c, const Onset& onset, double spared, double left, std::optional<Day> expiry,
                Hold& hold) const {
    const double possible = share_from(c, hold.from);
    double ended = 0;
    for (const Share& s : c.days) {
      if (s.day < hold.from || (expiry && s.day >= *expiry)) continue;
      const double mass = std::min(left - ended, onset.mass * spared * free_for(c, s, onset) / possible);
      if (mass <= 0) continue;
      hold.endings.push_back({s.day, mass, c.act});
      ended += mass;
    }
    return ended;
  }

  /// Probability that the closing happens on that day and no other hold is there for it. A hold that it ends on a later
  /// day was there at the onset; one that it ended on this very day was not there any more.
  double free_for(const Closing& c, const Share& s, const Onset& onset) const {
    const double happens = c.act->probability * s.share;
    if (s.day != onset.day) return happens * (1 - held(onset, c.act));
    double used = 0;
    for (const Change& change : changes_)
      if (change.by == c.act && change.day == s.day && change.opening != onset.opening) used -= change.mass;
    return std::max(0.0, happens - used);
  }

  /// The temporary closings that touch a hold. A lift that begins during another goes on from where that one ends.
  void lift(Hold& hold, std::optional<Day> expiry) const {
    Day busy_until = hold.from;
    for (const Closing& c : closings_) {
      const double possible = share_from(c, hold.from);
      if (!c.act->until || possible <= 0) continue;
      const Day to = *c.act->until + 1;
      for (const Share& s : c.days) {
        const Day begin = std::max(s.day, busy_until);
        if (s.day < hold.from || begin >= to || (expiry && begin >= *expiry) || hold.left(begin) <= 0) continue;
        hold.lifts.push_back({begin, to, c.act->probability * s.share / possible, c.act});
      }
      busy_until = std::max(busy_until, to);
    }
  }

  static double share_from(const Closing& closing, Day from) {
    double sum = 0;
    for (const Share& s : closing.days)
      if (s.day >= from) sum += s.share;
    return sum;
  }

  DatePolicy policy_;
  std::vector<const Act*> openings_;
  std::vector<Closing> closings_;
  std::vector<Change> changes_;
};

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
  std::map<MeasureId, Pairing> measures;
  for (const Act& act : acts) {
    if (act.probability <= 0 || act.weight <= 0) continue;
    if (act.standing != Standing::none) measures.try_emplace(measure_of(act), policy).first->second.add(act);
    if (act.standing == Standing::opens) continue;
    for (const Share& s : shares_of(act, policy))
      out.push_back(impulse_of(act, ImpulseKind::pulse, s.day, act.probability * s.share));
  }
  for (auto& [id, pairing] : measures) {
    const Paired paired = pairing.pair();
    for (const Repeat& r : paired.repeats) out.push_back(impulse_of(*r.opening, ImpulseKind::pulse, r.day, r.mass));
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
  std::map<MeasureId, Pairing> measures;
  for (const Act& act : likely) measures.try_emplace(measure_of(act), DatePolicy::spread).first->second.add(act);
  MeasureHistory out;
  std::set<const Act*> used;
  for (auto& [id, pairing] : measures) {
    for (const Hold& hold : pairing.pair().holds) {
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
