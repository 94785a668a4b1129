#include "contracts/pairing.hpp"

#include <optional>
#include <tuple>

namespace detente::detail {
namespace {

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

}  // namespace

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

Paired pair_up(std::span<const Act* const> acts, DatePolicy policy) {
  Pairing pairing(policy);
  for (const Act* act : acts) pairing.add(*act);
  return pairing.pair();
}

}  // namespace detente::detail
