#include "detente/questions/history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/version.hpp"

namespace detente {
namespace {

/// "USA:COL (32 events), USA:VEN (1)", most events first.
std::string dyads_of(const EventLog& log, const ActorTable& actors) {
  std::map<Dyad, std::size_t> counts;
  for (const EventLog::Row& row : log.rows()) {
    const auto& ids = log.dyads()[row.dyad];
    const Dyad dyad{actors.resolve(log.actors()[ids.source], row.first),
                    actors.resolve(log.actors()[ids.target], row.first)};
    if (dyad.source != dyad.target) ++counts[dyad.canonical()];
  }
  std::vector<std::pair<std::size_t, std::string>> most;
  most.reserve(counts.size());
  for (const auto& [dyad, n] : counts) most.emplace_back(n, to_text(dyad));
  std::sort(most.begin(), most.end(), [](auto& a, auto& b) { return a.first > b.first; });
  std::vector<std::string> out;
  for (std::size_t i = 0; i < most.size() && i < 5; ++i)
    out.push_back(
        fmt::format("{} ({} event{})", visible(most[i].second), most[i].first, most[i].first == 1 ? "" : "s"));
  if (most.size() > out.size()) out.push_back(fmt::format("{} more", most.size() - out.size()));
  return fmt::format("{}", fmt::join(out, ", "));
}

/// "drugs, security, trade": the issues of the dyad's events; empty if it has none.
std::string issues_of(const EventLog& log, Selection selection) {
  selection.issue.clear();
  std::set<std::string_view> issues;
  for (const CodedEvent& event : select(log, selection)) issues.insert(log.issue(log.rows()[event.event]));
  issues.erase("");
  return listed({issues.begin(), issues.end()});
}

[[noreturn]] void throw_no_events(const EventLog& log, const Selection& selection) {
  std::string what = fmt::format("no event of {}", visible(to_text(selection.dyad)));
  if (!selection.issue.empty()) what += fmt::format(" on issue '{}'", visible(selection.issue));
  if (selection.as_of) what += fmt::format(" reported by {}", to_text(*selection.as_of));
  if (const std::string issues = issues_of(log, selection); !selection.issue.empty() && !issues.empty())
    throw InputError(fmt::format("{}; its issues are {}", what, issues));
  throw InputError(
      what + (log.empty() ? "; the input holds no events" : "; the input has " + dyads_of(log, selection.actors)));
}

[[noreturn]] void throw_no_known_code(const Coding& coding, const Codebook& codebook) {
  const std::string& code = coding.unknown.front().code;
  const auto near = codebook.suggestions(code);
  throw InputError(
      fmt::format("codebook {} knows none of the {} codes of this dyad, such as '{}'{}; another codebook may know them",
                  codebook.name(), coding.unknown.size(), visible(code),
                  near.empty() ? "" : fmt::format(" (near: {})", listed(near))));
}

/// Last day on which an act does something: its end, or its first day where the end is open.
Day last_day_of(const Act& act) { return act.date.is_open() ? act.date.first : act.date.last; }

Window days_of(const std::vector<Act>& acts) {
  Window days{acts.front().date.first, last_day_of(acts.front()) + 1};
  for (const Act& act : acts) {
    days.first = std::min(days.first, act.date.first);
    days.end = std::max(days.end, last_day_of(act) + 1);
  }
  return days;
}

std::optional<double> mean_of(std::span<const std::optional<double>> values) {
  double sum = 0;
  std::size_t n = 0;
  for (const auto& v : values)
    if (v) {
      sum += *v;
      ++n;
    }
  return n > 0 ? std::optional(sum / static_cast<double>(n)) : std::nullopt;
}

std::optional<double> peak_of(std::span<const std::optional<double>> values) {
  std::optional<double> peak;
  for (const auto& v : values)
    if (v && (!peak || *v > *peak)) peak = v;
  return peak;
}

}  // namespace

History history_of(Coding coding, PeriodKind every, std::optional<Day> as_of, std::optional<Day> from,
                   std::optional<Day> to) {
  History history;
  history.coding = std::move(coding);
  const Window acts = days_of(history.coding.acts);
  history.shown.first = from.value_or(period_of(every, acts.first).first);
  // What was known on a day says nothing of the days after it.
  const Day end = as_of ? *as_of + 1 : period_of(every, acts.end - 1).end;
  history.shown.end = to.value_or(end);
  if (history.shown.end > history.shown.first)
    history.days = every_day(std::min(acts.first, history.shown.first), history.shown.end);
  return history;
}

History prepare(const EventLog& log, const Selection& selection, const Scoring& scoring, PeriodKind every,
                std::optional<Day> from, std::optional<Day> to) {
  if (from && to && *to <= *from) throw_invalid("to", to_text(*to), "is after from");
  check_required(scoring.model.text(), scoring.rules, scoring.model.required_rules());
  Coding coding = code_events(log, selection, scoring.codebook, scoring.rules, scoring.own_scores);
  if (coding.events == 0) throw_no_events(log, selection);
  if (coding.acts.empty()) throw_no_known_code(coding, scoring.codebook);
  History history = history_of(std::move(coding), every, selection.as_of, from, to);
  if (history.shown.end <= history.shown.first && to)
    throw_invalid("to", to_text(*to),
                  fmt::format("is not after the first day of the history, {}", to_text(history.shown.first)));
  if (history.shown.end <= history.shown.first)
    throw_invalid("from", to_text(history.shown.first),
                  fmt::format("is not before the end of the history, {}", to_text(history.shown.end - 1)));
  return history;
}

std::vector<Period> shown_periods(const History& history, PeriodKind every) {
  std::vector<Period> periods = periods_between(every, history.shown.first, history.shown.end);
  periods.front().first = std::max(periods.front().first, history.shown.first);
  periods.back().end = std::min(periods.back().end, history.shown.end);
  return periods;
}

std::optional<std::size_t> period_with(std::span<const Period> periods, Day day) {
  const auto after = std::upper_bound(periods.begin(), periods.end(), day,
                                      [](Day d, const Period& period) { return d < period.first; });
  if (after == periods.begin() || !std::prev(after)->contains(day)) return std::nullopt;
  return static_cast<std::size_t>(after - periods.begin()) - 1;
}

std::vector<std::size_t> events_in(std::span<const Period> periods, std::span<const Act> acts,
                                   DirectionChoice direction) {
  std::vector<std::size_t> out(periods.size());
  for (const Act& act : acts) {
    if (!includes(direction, act.direction) || act.probability == 0) continue;
    for (const Day day : days_of_observation(act))
      if (const auto period = period_with(periods, day)) ++out[*period];
  }
  return out;
}

Provenance provenance_of(const Selection& selection, const Scoring& scoring) {
  Provenance p;
  p.codebook = scoring.codebook.name();
  p.codebook_version = scoring.codebook.version();
  p.codebook_hash = scoring.codebook.hash();
  p.codebook_title = scoring.codebook.title();
  p.model = scoring.model.text();
  p.scale = to_text(scoring.scale);
  p.rules = to_text(scoring.rules);
  p.status_weights = to_text(scoring.rules.status);
  p.as_of = selection.as_of;
  p.issue = selection.issue;
  p.version = version;
  return p;
}

IndexPath index_path(const SidedReadings& readings, std::span<const Day> days, const Scoring& scoring) {
  IndexPath path;
  for (std::size_t i = 0; i < days.size(); ++i) path.levels.push_back(readings.of(scoring.direction, i).level);
  const FittedScale scale(scoring.scale, days, path.levels);
  for (std::size_t i = 0; i < days.size(); ++i) path.index.push_back(scale(i, path.levels[i]));
  return path;
}

std::vector<std::optional<double>> heat_path(const History& history, const IndexPath& path, const Scoring& scoring) {
  const auto model = scoring.model.heat();
  std::vector<std::optional<double>> out(history.days.size());
  if (!model) return out;
  const SidedReadings readings = score(*model, history.coding.acts, history.days);
  const FittedScale scale(scoring.scale, history.days, path.levels);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = scale(i, readings.of(scoring.direction, i).level);
  return out;
}

std::vector<std::optional<double>> measures_path(const History& history, const Scoring& scoring) {
  std::vector<std::optional<double>> out(history.days.size());
  if (!scoring.codebook.defines_measures()) return out;
  const std::vector<Impulse> all = impulses_of(history.coding.acts);
  for (const Direction d : {Direction::forward, Direction::backward}) {
    if (!includes(scoring.direction, d)) continue;
    const std::vector<double> points = points_in_force(all, d, history.days);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = out[i].value_or(0) + points[i];
  }
  return out;
}

std::vector<std::optional<double>> sample_periods(std::span<const Period> periods, SampleAt at,
                                                  std::span<const Day> days,
                                                  std::span<const std::optional<double>> index) {
  std::vector<std::optional<double>> out;
  for (const Period& period : periods) {
    const auto begin = std::lower_bound(days.begin(), days.end(), period.first) - days.begin();
    const auto end = std::lower_bound(days.begin(), days.end(), period.end) - days.begin();
    const auto values = index.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    if (at == SampleAt::mean)
      out.push_back(mean_of(values));
    else if (at == SampleAt::peak)
      out.push_back(peak_of(values));
    else
      out.push_back(values.empty() ? std::nullopt : values.back());
  }
  return out;
}

}  // namespace detente
