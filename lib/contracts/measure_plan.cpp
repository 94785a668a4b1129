#include "contracts/measure_plan.hpp"

#include <algorithm>
#include <tuple>

#include "contracts/pairing.hpp"

namespace detente::detail {
namespace {

/// First day on which the opening or the lift is over by its own terms.
std::optional<Day> over_of(const Act& act) {
  if (act.until) return *act.until + 1;
  if (act.date.kind == SpanKind::throughout && !act.date.is_open()) return act.date.last + 1;
  return std::nullopt;
}

class Planner {
 public:
  Planner(std::span<const Act* const> acts, DatePolicy policy) {
    for (const Act* act : acts) {
      const Onset onset = onset_of(*act, policy);
      plan_.entries.push_back({act, onset.first, onset.last, over_of(*act)});
    }
    const std::vector<std::size_t> own = own_openings(acts, policy);
    for (std::size_t i = 0; i < own.size(); ++i)
      if (own[i] != i) wait(static_cast<int>(i), static_cast<int>(own[i]));
  }

  MeasurePlan make() {
    std::map<int, std::vector<int>> units;
    for (int i = 0; i < static_cast<int>(plan_.entries.size()); ++i) {
      const Entry& e = plan_.entries[static_cast<std::size_t>(i)];
      if (e.is_kept())
        units[e.own == nobody ? i : e.own].push_back(i);
      else
        plan_.on[e.first].push_back(i);
    }
    for (auto& [centre, members] : units) add_unit(std::move(members));
    std::sort(plan_.units.begin(), plan_.units.end(),
              [](const Unit& a, const Unit& b) { return std::tie(a.first, a.members) < std::tie(b.first, b.members); });
    list_days();
    return std::move(plan_);
  }

 private:
  Entry& at(int i) { return plan_.entries[static_cast<std::size_t>(i)]; }

  /// A closing waits for nothing if its day is known, if it cannot come before its opening, or if its opening's day is
  /// known.
  void wait(int closing, int opening) {
    Entry &k = at(closing), &o = at(opening);
    if (k.is_exact() || o.last <= k.first) return;
    if (o.is_exact() && o.act->probability >= 1) {
      k.first = o.first;  // not after the closing's last day, or it would not belong to it
      return;
    }
    k.own = opening;
    o.is_awaited = true;
    if (o.first <= k.last && k.last < o.last) o.parts.push_back(k.last);
  }

  void add_unit(std::vector<int> members) {
    Unit unit{end_of_time, at(members.front()).last, std::move(members)};
    for (const int i : unit.members) {
      Entry& e = at(i);
      unit.first = std::min(unit.first, e.first);
      unit.last = std::max(unit.last, e.last);
      e.parts.push_back(e.last);
      std::sort(e.parts.begin(), e.parts.end());
      e.parts.erase(std::unique(e.parts.begin(), e.parts.end()), e.parts.end());
    }
    for (const int i : unit.members) at(i).remembered = unit.last;
    plan_.units.push_back(std::move(unit));
  }

  void list_days() {
    std::vector<Day>& days = plan_.days;
    for (const auto& [day, entries] : plan_.on) days.push_back(day);
    for (const Unit& unit : plan_.units)
      for (Day d = unit.first; d <= unit.last; ++d) days.push_back(d);
    for (const Entry& e : plan_.entries)
      if (e.over) days.push_back(*e.over);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
  }

  MeasurePlan plan_;
};

}  // namespace

MeasurePlan plan_of(std::span<const Act* const> acts, DatePolicy policy) { return Planner(acts, policy).make(); }

}  // namespace detente::detail
