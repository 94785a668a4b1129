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

std::vector<CodedAct> coded(const EventLog& log, const History& history) {
  std::vector<CodedAct> out;
  const EventFinder events(log);
  for (const Act& act : history.coding.acts) out.push_back({&act, events.event(act.event)});
  return out;
}

std::vector<FieldDifference> field_differences(const CodedAct& left, const CodedAct& right, const Dyad& pair) {
  const Event &a = left.event, &b = right.event;
  std::vector<FieldDifference> out;
  const auto compare = [&](const char* field, std::string left, std::string right) {
    if (left != right) out.push_back({field, std::move(left), std::move(right)});
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

/// What an event of one coder, or one of both, differs in, and what that does to the path; nothing if they agree.
std::optional<EventDifference> difference_of(const CodedAct* left, const CodedAct* right, const Dyad& pair,
                                             const ChangedPath& path) {
  EventDifference out;
  if (left && right) out.fields = field_differences(*left, *right, pair);
  if (left && right && out.fields.empty()) return std::nullopt;
  if (left) out.left = left->act->event;
  if (right) out.right = right->act->event;
  const Furthest effect = path.effect(left ? left->act : nullptr, right ? right->act : nullptr);
  out.effect = effect.difference.value_or(0);
  out.effect_day = effect.day;
  return out;
}

}  // namespace

CoderDiff coder_diff(const EventLog& left, const EventLog& right, const Selection& selection, const Scoring& scoring) {
  const History a = prepare(left, selection, scoring, PeriodKind::day);
  const History b = prepare(right, selection, scoring, PeriodKind::day);
  CoderDiff out;
  out.days = every_day(std::min(a.days.front(), b.days.front()), std::max(a.shown.end, b.shown.end));
  const ChangedPath path(a.coding.acts, scoring, out.days);
  out.left = path.index();
  out.right = path.index_of(b.coding.acts);
  out.left_events = a.coding.acts.size();
  out.right_events = b.coding.acts.size();

  const std::vector<CodedAct> left_events = coded(left, a);
  const std::vector<CodedAct> right_events = coded(right, b);
  for (const auto& [l, r] : pair_up(left_events, right_events))
    if (auto difference = difference_of(l, r, selection.dyad.canonical(), path))
      out.differences.push_back(std::move(*difference));
    else
      ++out.agreed;
  std::stable_sort(out.differences.begin(), out.differences.end(),
                   [](const auto& x, const auto& y) { return std::abs(x.effect) > std::abs(y.effect); });
  if (out.left.back() && out.right.back()) out.last_difference = *out.right.back() - *out.left.back();
  const Furthest largest = furthest(out.days, out.left, out.right);
  out.largest_difference = largest.difference;
  out.largest_day = largest.day;
  return out;
}

}  // namespace detente
