#include "detente/questions/coder_diff.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "detente/ground/number.hpp"

namespace detente {
namespace {

/// An act with the event it came from.
struct Coded {
  const Act* act;
  Event event;
};

std::vector<Coded> coded(const EventLog& log, const History& history) {
  std::vector<Coded> out;
  for (const Act& act : history.coding.acts) out.push_back({&act, log.event(act.event)});
  return out;
}

bool dates_touch(const DateSpan& a, const DateSpan& b) { return a.first <= b.last && b.first <= a.last; }

std::int64_t days_apart(const Coded& a, const Coded& b) { return std::abs(a.act->day() - b.act->day()); }

using Match = bool (*)(const Coded& left, const Coded& right);

bool same_id(const Coded& a, const Coded& b) { return !a.event.id.empty() && a.event.id == b.event.id; }
bool same_act(const Coded& a, const Coded& b) {
  return a.act->direction == b.act->direction && a.act->code == b.act->code && dates_touch(a.act->date, b.act->date);
}
/// Another word for what may be one act: neither a remark for a year of remarks, nor a strike for a sanction.
bool like_act(const Coded& a, const Coded& b) {
  return a.act->direction == b.act->direction && a.act->quad == b.act->quad && a.act->standing == b.act->standing &&
         a.act->measure == b.act->measure && a.act->date.kind == b.act->date.kind &&
         dates_touch(a.act->date, b.act->date);
}

using Pairs = std::vector<std::pair<const Coded*, const Coded*>>;

/// Pairs the two lists, surest rule first; of several partners the nearest in time, then the first.
Pairs pair_up(const std::vector<Coded>& left, const std::vector<Coded>& right) {
  std::map<const Coded*, const Coded*> partner;
  std::map<const Coded*, bool> taken;
  for (const Match match : {same_id, same_act, like_act})
    for (const Coded& l : left) {
      if (partner.contains(&l)) continue;
      const Coded* best = nullptr;
      for (const Coded& r : right)
        if (!taken[&r] && match(l, r) && (!best || days_apart(l, r) < days_apart(l, *best))) best = &r;
      if (!best) continue;
      partner[&l] = best;
      taken[best] = true;
    }
  Pairs out;
  for (const Coded& l : left) out.emplace_back(&l, partner.contains(&l) ? partner[&l] : nullptr);
  for (const Coded& r : right)
    if (!taken[&r]) out.emplace_back(nullptr, &r);
  return out;
}

std::vector<FieldDifference> field_differences(const Event& a, const Event& b, const Dyad& way_a, const Dyad& way_b) {
  std::vector<FieldDifference> out;
  const auto compare = [&](const char* field, std::string left, std::string right) {
    if (left != right) out.push_back({field, std::move(left), std::move(right)});
  };
  const auto day = [](const std::optional<Day>& d) { return d ? to_text(*d) : std::string(); };
  compare("date", to_text(a.date), to_text(b.date));
  compare("direction", to_text(way_a), to_text(way_b));
  compare("code", a.code, b.code);
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

Dyad way(const Act& act, const Dyad& pair) { return act.direction == Direction::forward ? pair : pair.reversed(); }

/// Where two paths differ most; nothing where none of the days has both.
struct Furthest {
  std::optional<double> difference;
  Day day;
};
Furthest furthest(std::span<const Day> days, std::span<const std::optional<double>> from,
                  std::span<const std::optional<double>> to) {
  Furthest out;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (!from[i] || !to[i]) continue;
    const double d = *to[i] - *from[i];
    if (!out.difference || std::abs(d) > std::abs(*out.difference)) out = {d, days[i]};
  }
  return out;
}

/// The left history with one event as the right coder has it.
class Swap {
 public:
  Swap(const History& left, const Scoring& scoring, std::span<const Day> days)
      : left_(left), scoring_(scoring), days_(days), path_(path(left.coding.acts)) {}

  const std::vector<std::optional<double>>& before() const { return path_; }

  Furthest effect(const Act* take_out, const Act* put_in) const {
    std::vector<Act> acts;
    for (const Act& act : left_.coding.acts)
      if (&act != take_out) acts.push_back(act);
    if (put_in) acts.push_back(*put_in);
    return furthest(days_, path_, path(acts));
  }

  std::vector<std::optional<double>> path(std::span<const Act> acts) const {
    return index_path(score(scoring_.model, acts, days_), days_, scoring_).index;
  }

 private:
  const History& left_;
  const Scoring& scoring_;
  std::span<const Day> days_;
  std::vector<std::optional<double>> path_;
};

}  // namespace

CoderDiff coder_diff(const EventLog& left, const EventLog& right, const Selection& selection, const Scoring& scoring) {
  const History a = prepare(left, selection, scoring, PeriodKind::day);
  const History b = prepare(right, selection, scoring, PeriodKind::day);
  CoderDiff out;
  out.days = every_day(std::min(a.days.front(), b.days.front()), std::max(a.shown.end, b.shown.end));
  const Swap swap(a, scoring, out.days);
  out.left = swap.before();
  out.right = swap.path(b.coding.acts);
  out.left_events = a.coding.acts.size();
  out.right_events = b.coding.acts.size();

  const std::vector<Coded> left_events = coded(left, a);
  const std::vector<Coded> right_events = coded(right, b);
  const Dyad pair = selection.dyad.canonical();
  for (const auto& [l, r] : pair_up(left_events, right_events)) {
    EventDifference d;
    if (l && r) d.fields = field_differences(l->event, r->event, way(*l->act, pair), way(*r->act, pair));
    if (l && r && d.fields.empty()) {
      ++out.agreed;
      continue;
    }
    if (l) d.left = l->act->event;
    if (r) d.right = r->act->event;
    const Furthest effect = swap.effect(l ? l->act : nullptr, r ? r->act : nullptr);
    d.effect = effect.difference.value_or(0);
    d.effect_day = effect.day;
    out.differences.push_back(std::move(d));
  }
  std::stable_sort(out.differences.begin(), out.differences.end(),
                   [](const auto& x, const auto& y) { return std::abs(x.effect) > std::abs(y.effect); });
  if (out.left.back() && out.right.back()) out.last_difference = *out.right.back() - *out.left.back();
  const Furthest largest = furthest(out.days, out.left, out.right);
  out.largest_difference = largest.difference;
  out.largest_day = largest.day;
  return out;
}

}  // namespace detente
