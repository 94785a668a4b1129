#include "detente/questions/coding/coder_diff.hpp"

#include <algorithm>
#include <cmath>

#include "detente/contracts/event_finder.hpp"
#include "detente/ground/number.hpp"
#include "questions/relation/changed_path.hpp"
#include "questions/relation/coded_pairs.hpp"

namespace detente {
using namespace detail;
namespace {

std::vector<detail::CodedAct> coded(const EventLog& log, const History& history) {
  std::vector<detail::CodedAct> out;
  const EventFinder events(log);
  for (const Act& act : history.coding.acts) out.push_back({&act, events.event(act.event)});
  return out;
}

std::vector<FieldDifference> field_differences(const CodedAct& left, const CodedAct& right, const Dyad& pair) {
  const Event &a = left.event, &b = right.event;
  std::vector<FieldDifference> out;
  const auto compare = [&](const char* field, std::string x, std::string y) {
    if (x != y) out.push_back({field, std::move(x), std::move(y)});
  };
  const auto day = [](const std::optional<Day>& d) { return d ? to_text(*d) : std::string(); };
  compare("date", to_text(a.date), to_text(b.date));
  compare("direction", to_text(who({}, left.act->direction, pair)), to_text(who({}, right.act->direction, pair)));
  compare("code", left.act->code, right.act->code);
  compare("status", std::string(to_text(a.status)), std::string(to_text(b.status)));
  compare("claim", std::string(to_text(a.claim)), std::string(to_text(b.claim)));
  compare("issue", a.issue, b.issue);
  compare("object", a.object, b.object);
  compare("until", day(a.until), day(b.until));
  compare("count", std::to_string(a.count), std::to_string(b.count));
  compare("mentions", std::to_string(a.mentions), std::to_string(b.mentions));
  compare("score", shortest(a.score), shortest(b.score));
  compare("sd", shortest(a.sd), shortest(b.sd));
  compare("reported", day(a.reported), day(b.reported));
  return out;
}

}  // namespace

CoderDiff coder_diff(const EventLog& left, const EventLog& right, const Selection& selection, const Scoring& scoring) {
  const History a = prepare(left, selection, scoring, PeriodKind::day);
  const History b = prepare(right, selection, scoring, PeriodKind::day);
  CoderDiff out;
  out.days = every_day(std::min(a.days.front(), b.days.front()), std::max(a.shown.end, b.shown.end));
  const detail::ChangedPath path(a.coding.acts, scoring, out.days);
  out.left = path.index();
  out.right = path.index_of(b.coding.acts);
  out.left_events = a.coding.acts.size();
  out.right_events = b.coding.acts.size();

  const std::vector<detail::CodedAct> left_events = coded(left, a);
  const std::vector<detail::CodedAct> right_events = coded(right, b);
  const Dyad pair = selection.dyad.canonical();
  for (const auto& [l, r] : detail::pair_up(left_events, right_events)) {
    EventDifference d;
    if (l && r) d.fields = field_differences(*l, *r, pair);
    if (l && r && d.fields.empty()) {
      ++out.agreed;
      continue;
    }
    if (l) d.left = l->act->event;
    if (r) d.right = r->act->event;
    const detail::Furthest effect = path.effect(l ? l->act : nullptr, r ? r->act : nullptr);
    d.effect = effect.difference.value_or(0);
    d.effect_day = effect.day;
    out.differences.push_back(std::move(d));
  }
  std::stable_sort(out.differences.begin(), out.differences.end(),
                   [](const auto& x, const auto& y) { return std::abs(x.effect) > std::abs(y.effect); });
  if (out.left.back() && out.right.back()) out.last_difference = *out.right.back() - *out.left.back();
  const detail::Furthest largest = detail::furthest(out.days, out.left, out.right);
  out.largest_difference = largest.difference;
  out.largest_day = largest.day;
  return out;
}

}  // namespace detente
