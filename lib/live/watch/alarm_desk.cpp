#include "live/watch/alarm_desk.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "detente/contracts/act_label.hpp"
#include "detente/questions/change/movement.hpp"

namespace detente::detail {
namespace {

/// How far back the events of a mark are looked for: until the index was on its other side.
constexpr std::array<std::int32_t, 3> days_of_a_mark{30, 365, 3650};
constexpr std::size_t most_causes = 5;

/// The condition's value on a day, from the index then and, for a movement, at its beginning.
std::optional<double> value_of(const AlarmRule& rule, std::optional<double> before, std::optional<double> now) {
  if (!rule.is_movement()) return now;
  if (!before || !now) return std::nullopt;
  return rule.kind == AlarmKind::rise ? *now - *before : *before - *now;
}

std::optional<double> value_on(const WatchedIndex& index, const AlarmRule& rule, std::uint32_t pair, Day day) {
  const auto now = index.on(pair, day);
  return value_of(rule, rule.is_movement() && now ? index.on(pair, day - rule.days) : now, now);
}

/// Whether the condition was over at the end of any day of [first, last].
bool was_over(const WatchedIndex& index, const AlarmRule& rule, std::uint32_t pair, Day first, Day last) {
  if (last < first) return false;
  const auto path = index.between(pair, first - rule.days, last);
  const auto lag = static_cast<std::size_t>(rule.days);
  for (std::size_t i = lag; i < path.size(); ++i)
    if (const auto value = value_of(rule, path[i - lag], path[i]); value && rule.is_over_at(*value)) return true;
  return false;
}

/// Deeds supply at least half of the fall.
bool is_by_deeds(const std::optional<Movement>& movement) {
  return movement && movement->change() < 0 && movement->deeds() <= movement->change() / 2;
}

bool is_upward(AlarmKind kind) { return kind == AlarmKind::above || kind == AlarmKind::rise; }

std::optional<Movement> movement(const History& history, const Scoring& scoring, Day today, std::int32_t days) {
  return movement_over(history, scoring, {PeriodKind::day, today - (days - 1), today + 1}, SIZE_MAX);
}

AlarmCause cause_of(const Mover& mover, const History& history, const Dyad& pair) {
  const auto& acts = history.coding.acts;
  const auto act = std::find_if(acts.begin(), acts.end(), [&](const Act& a) { return a.event == mover.event; });
  const Dyad way = mover.direction == Direction::forward ? pair : pair.reversed();
  return {act == acts.end() ? EventKey{} : act->key, mover.day, mover.others.value_or(way), mover.label, mover.index};
}

/// The largest movers in the direction of the alarm; none where `movement_over` has nothing.
std::vector<AlarmCause> movers_in(const std::optional<Movement>& movement, const History& history, const Dyad& pair,
                                  AlarmKind kind) {
  std::vector<AlarmCause> out;
  if (!movement) return out;
  for (const Mover& mover : movement->movers)
    if (out.size() < most_causes && (mover.index > 0) == is_upward(kind)) out.push_back(cause_of(mover, history, pair));
  return out;
}

std::vector<AlarmCause> causes_of(const History& history, const Scoring& scoring, const Dyad& pair,
                                  const AlarmRule& rule, Day today) {
  if (rule.is_movement()) return movers_in(movement(history, scoring, today, rule.days), history, pair, rule.kind);
  std::vector<AlarmCause> out;
  for (const std::int32_t days : days_of_a_mark) {
    const auto found = movement(history, scoring, today, days);
    const bool held_before = found && rule.holds_at(found->from);
    if (auto movers = movers_in(found, history, pair, rule.kind); !movers.empty()) out = std::move(movers);
    if (!out.empty() && !held_before) break;
  }
  return out;
}

AlarmCause cause_from(const EventLog& log, const EventRow& row, const Codebook& codebook) {
  const Event event = log.event(row);
  return {row.key, event.date.middle(), {event.source, event.target}, act_label(event, &codebook)};
}

}  // namespace

std::vector<AlarmCause> causes_by_key(std::span<const EventKey> keys, const EventLog& log, const Codebook& codebook) {
  std::vector<AlarmCause> out;
  for (const EventKey key : keys) {
    const auto rows = log.rows();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const EventRow& r) { return r.key == key; });
    if (row != rows.end()) out.push_back(cause_from(log, *row, codebook));
  }
  return out;
}

AlarmDesk::AlarmDesk(std::span<const AlarmRule> rules, std::span<const RaisedAlarm> earlier) {
  for (const AlarmRule& rule : rules) rules_.push_back({rule, to_text(rule)});
  for (const RaisedAlarm& alarm : earlier) {
    Day& last = raised_.try_emplace({alarm.rule, alarm.pair}, alarm.day).first->second;
    last = std::max(last, alarm.day);
  }
}

bool AlarmDesk::may_raise(const WatchedIndex& index, const Rule& rule, std::uint32_t pair, const Dyad& name,
                          Day today) const {
  const auto last = raised_.find({rule.text, name});
  return last == raised_.end() || was_over(index, rule.rule, pair, last->second, today - 1);
}

std::vector<WatchAlarm> AlarmDesk::raise(const WatchedIndex& index, const LivePairs& live, const Scoring& scoring,
                                         std::uint32_t pair, Day today) {
  std::vector<WatchAlarm> out;
  const Dyad& name = live.pair(pair);
  for (const Rule& rule : rules_) {
    const auto value = value_on(index, rule.rule, pair, today);
    if (!value || !rule.rule.holds_at(*value) || !may_raise(index, rule, pair, name, today)) continue;
    const History history = index.history(pair, today);
    if (rule.rule.kind == AlarmKind::thaw && !is_by_deeds(movement(history, scoring, today, rule.rule.days))) continue;
    WatchAlarm alarm{.alarm = {.rule = rule.text, .pair = name, .day = today, .value = *value}};
    alarm.causes = causes_of(history, scoring, name, rule.rule, today);
    for (const AlarmCause& cause : alarm.causes) alarm.alarm.events.push_back(cause.key);
    raised_[{rule.text, name}] = today;
    out.push_back(std::move(alarm));
  }
  return out;
}

}  // namespace detente::detail
