#pragma once
/// The point path of measures against the mean of all draws, listed one by one. What is here is a second
/// implementation, from the events on, slow and straight from the definitions (contracts/measures.hpp,
/// contracts/selection.hpp): it shares no code with the first but the codebook's scores and the keys that break ties.

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/measures.hpp"
#include "support/coded.hpp"

namespace detente::test {

using Place = std::size_t;  // of an act among those of its measure

inline const Day first_day = day("2025-03-01");
inline constexpr std::size_t day_count = 40;

enum class Deed { opens, closes, lifts };

/// An act of a measure: numbers of days from the first, all included.
struct Plain {
  Deed deed = Deed::opens;
  int first = 0, last = 0;  ///< days on which it may fall
  int over = 1000;          ///< first day after an opening's term, or a lift's
  double probability = 1;
  double points = 0;  ///< times weight, of an opening
  EventKey key;
  int middle = 0;
  std::optional<Place> own;  ///< of a closing, the opening it may not precede
};

bool closes(const Plain& a) { return a.deed != Deed::opens; }

/// Openings or closings, in some order.
template <class Order>
inline std::vector<Place> in_order(const std::vector<Plain>& acts, bool closings, Order order) {
  std::vector<Place> out;
  for (Place i = 0; i < acts.size(); ++i)
    if (closes(acts[i]) == closings) out.push_back(i);
  std::sort(out.begin(), out.end(), [&](Place a, Place b) { return order(acts[a]) < order(acts[b]); });
  return out;
}

/// Each closing, in the order of middle days, belongs to the first opening that is not taken, or to the last at all, of
/// those that may lie before it.
inline void find_own(std::vector<Plain>& acts) {
  const auto openings = in_order(acts, false, [](const Plain& a) { return std::tie(a.first, a.last, a.key); });
  const auto closings = in_order(acts, true, [](const Plain& a) { return std::tie(a.middle, a.key); });
  std::vector<bool> taken(acts.size());
  for (const Place k : closings) {
    std::optional<Place>& own = acts[k].own;
    for (const Place o : openings)
      if (acts[o].first <= acts[k].last && (!own || taken[*own])) own = o;
    if (own && acts[k].deed == Deed::closes) taken[*own] = true;
  }
}

using Days = std::vector<std::optional<int>>;  // nothing: the act does not occur

inline std::vector<Place> falling_on(int day_number, const std::vector<Plain>& acts, const Days& days, Deed deed) {
  std::vector<Place> out;
  for (Place i = 0; i < acts.size(); ++i)
    if (days[i] == day_number && acts[i].deed == deed) out.push_back(i);
  return out;
}

/// One measure in one draw. The acts come by key.
class Measure {
 public:
  Measure(const std::vector<Plain>& acts, const Days& days) : acts_(acts), days_(days) {}

  void live_through(int d) {
    expire(d);
    std::vector<Place> openings = falling_on(d, acts_, days_, Deed::opens);
    std::vector<Place> closings = falling_on(d, acts_, days_, Deed::closes);
    while (!(holder_ ? closings : openings).empty()) {  // in turn
      std::vector<Place>& next = holder_ ? closings : openings;
      holder_ = holder_ ? std::nullopt : std::optional(next.front());
      next.erase(next.begin());
      lifts_.clear();
    }
    expire(d);
    for (const Place i : falling_on(d, acts_, days_, Deed::lifts)) {
      const int from = lifts_.empty() ? d : std::max(d, lifts_.back().second);
      if (holder_ && from < acts_[i].over) lifts_.emplace_back(from, acts_[i].over);
    }
  }

  /// Who holds it at the end of the day, if it is not lifted.
  std::optional<Place> in_force(int d) const {
    const bool is_lifted =
        std::any_of(lifts_.begin(), lifts_.end(), [&](const auto& l) { return l.first <= d && d < l.second; });
    return is_lifted ? std::nullopt : holder_;
  }

 private:
  void expire(int d) {
    if (!holder_ || acts_[*holder_].over > d) return;
    holder_.reset();
    lifts_.clear();
  }

  const std::vector<Plain>& acts_;
  const Days& days_;
  std::optional<Place> holder_;
  std::vector<std::pair<int, int>> lifts_;  // from, to
};

/// Calls `look(days, probability)` for every draw of the acts in `order`, openings before closings.
template <class Look>
inline void for_every_draw(const std::vector<Plain>& acts, std::span<const Place> order, Days& days, double mass,
                           Look& look) {
  if (order.empty()) return look(days, mass);
  const Place i = order.front();
  const Plain& a = acts[i];
  const std::optional<int> own = a.own ? days[*a.own] : std::nullopt;
  const int first = own && *own <= a.last ? std::max(a.first, *own) : a.first;
  for (int d = first; d <= a.last; ++d) {
    days[i] = d;
    for_every_draw(acts, order.subspan(1), days, mass * a.probability / (a.last - first + 1), look);
  }
  days[i].reset();
  if (a.probability < 1) for_every_draw(acts, order.subspan(1), days, mass * (1 - a.probability), look);
}

inline std::vector<double> mean_in_force(std::vector<Plain> acts) {
  std::sort(acts.begin(), acts.end(), [](const Plain& a, const Plain& b) { return a.key < b.key; });
  find_own(acts);
  std::vector<double> mean(day_count);
  const auto add = [&](const Days& days, double mass) {
    Measure measure(acts, days);
    for (std::size_t d = 0; d < day_count; ++d) {
      measure.live_through(static_cast<int>(d));
      if (const auto holder = measure.in_force(static_cast<int>(d))) mean[d] += mass * acts[*holder].points;
    }
  };
  const auto order = in_order(acts, true, [](const Plain& a) { return a.key; });
  auto all = in_order(acts, false, [](const Plain& a) { return a.key; });
  all.insert(all.end(), order.begin(), order.end());
  Days days(acts.size());
  for_every_draw(acts, all, days, 1, add);
  return mean;
}

/// One event of the log as the definitions take it, or nothing: the latest version, on the pair A:B.
struct Counted {
  bool forward = true;
  double weight = 0;
};

inline std::optional<Counted> counted(const Event& e, const Selection& selection) {
  const auto side = [](const Event& event, const Dyad& named) {
    for (const std::string& party : {event.source, event.target}) {
      if (party == "A") return true;
      if (party == "B") return false;
    }
    return named.source < named.target;
  };
  const auto is = [&](const Dyad& d) {
    return (e.source == d.source && e.target == d.target) || (e.source == d.target && e.target == d.source);
  };
  if (is({"A", "B"})) return Counted{e.source == "A", 1};
  for (const auto& [dyad, weight] : selection.also)
    if (is(dyad)) return Counted{side(e, dyad), weight};
  if (e.affects) return Counted{side(e, *e.affects), e.spill};
  return std::nullopt;
}

inline std::vector<std::size_t> latest(const std::vector<Event>& events) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (std::none_of(events.begin(), events.end(), [&](const Event& other) {
          return other.id == events[i].id && *other.reported > *events[i].reported;
        }))
      out.push_back(i);
  return out;
}

inline Plain plain_of(const Event& e, double weight, EventKey key) {
  static constexpr std::array probability{1.0, 0.7, 0.5, 0.5, 0.0, 0.0};
  Plain a;
  const bool opens = e.code == "sanction_imposed" || e.code == "visa_revoked";
  a.deed = opens ? Deed::opens : e.until ? Deed::lifts : Deed::closes;
  a.first = static_cast<int>(e.date.first - first_day);
  a.last = e.date.kind == SpanKind::throughout ? a.first : static_cast<int>(e.date.last - first_day);
  a.middle = static_cast<int>(e.date.middle() - first_day);
  if (e.until) {
    a.over = static_cast<int>(*e.until - first_day) + 1;
    a.last = std::min(a.last, a.over - 1);
  } else if (e.date.kind == SpanKind::throughout) {
    a.over = static_cast<int>(e.date.last - first_day) + 1;
  }
  a.probability = probability[static_cast<std::size_t>(e.status)];
  a.points = -built_in_codebook("plain").find(e.code)->score * weight;
  a.key = key;
  return a;
}

/// Points in force by day, forward and backward.
std::array<std::vector<double>, 2> by_definition(const std::vector<Event>& events, const EventLog& log,
                                                 const Selection& selection) {
  std::map<std::tuple<std::string, std::string, std::string, std::string>, std::vector<Plain>> measures;
  std::map<std::tuple<std::string, std::string, std::string, std::string>, bool> forward;
  for (const std::size_t i : latest(events)) {
    const Event& e = events[i];
    const Counted on = counted(e, selection).value_or(Counted{});
    const Plain act = plain_of(e, on.weight, log.rows()[i].key);
    if (act.probability == 0 || (on.weight == 0 && !closes(act))) continue;  // what is closed is over for all
    const std::tuple id{e.source, e.target, e.code.substr(0, 4), e.object};
    measures[id].push_back(act);
    if (on.weight != 0) forward[id] = on.forward;
  }
  std::array<std::vector<double>, 2> out{std::vector<double>(day_count), std::vector<double>(day_count)};
  for (const auto& [id, acts] : measures) {
    const std::vector<double> mean = mean_in_force(acts);
    for (std::size_t d = 0; d < day_count; ++d) out[forward[id] ? 0 : 1][d] += mean[d];
  }
  return out;
}

}  // namespace detente::test
