#include "detente/questions/relation/history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/questions/relation/long_silence.hpp"
#include "detente/version.hpp"

namespace detente {
using namespace detail;
namespace {

/// Events of each pair of different actors. Rows of one dyad belong to one pair unless actors change their parents, so
/// names are resolved once per dyad.
std::map<Dyad, std::size_t> pair_counts(const EventLog& log, const ActorTable& actors) {
  std::map<Dyad, std::size_t> counts;
  const auto add = [&](std::uint32_t number, Day day, std::size_t events) {
    const auto& ids = log.dyads()[number];
    const Dyad dyad{actors.resolve(log.actors()[ids.source], day), actors.resolve(log.actors()[ids.target], day)};
    if (dyad.source != dyad.target) counts[dyad.canonical()] += events;
  };
  if (actors.is_dated()) {
    for (const EventLog::Row& row : log.rows()) add(row.dyad, row.first, 1);
    return counts;
  }
  std::vector<std::size_t> events(log.dyads().size());
  for (const EventLog::Row& row : log.rows()) ++events[row.dyad];
  for (std::uint32_t number = 0; number < events.size(); ++number)
    if (events[number] > 0) add(number, Day{}, events[number]);
  return counts;
}

/// "USA:COL (32 events), USA:VEN (1)", most events first.
std::string dyads_of(const EventLog& log, const ActorTable& actors) {
  constexpr std::size_t named = 5;
  const std::map<Dyad, std::size_t> counts = pair_counts(log, actors);
  std::vector<std::pair<std::size_t, const Dyad*>> most;
  most.reserve(counts.size());
  for (const auto& [dyad, n] : counts) most.emplace_back(n, &dyad);
  const auto end = most.begin() + static_cast<std::ptrdiff_t>(std::min(named, most.size()));
  std::partial_sort(most.begin(), end, most.end(),
                    [](auto& a, auto& b) { return std::tie(b.first, *a.second) < std::tie(a.first, *b.second); });
  std::vector<std::string> out;
  for (auto at = most.begin(); at != end; ++at)
    out.push_back(fmt::format("{} ({} event{})", visible(to_text(*at->second)), at->first, at->first == 1 ? "" : "s"));
  if (most.size() > out.size()) out.push_back(fmt::format("{} more", most.size() - out.size()));
  return fmt::format("{}", fmt::join(out, ", "));
}

/// "drugs, security, trade": the issues of the dyad's events; empty if it has none.
std::string issues_of(const EventLog& log, Selection selection) {
  selection.issue.clear();
  std::set<std::string_view> issues;
  for (const CodedEvent& event : select(log, selection)) issues.insert(log.issue(event.row));
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
      fmt::format("codebook {} knows none of the {} codes of this dyad, such as '{}'{}", codebook.name(),
                  coding.unknown.size(), visible(code), near.empty() ? "" : fmt::format(" (near: {})", listed(near))),
      "Scoring::codebook");
}

/// Last day of an act: its end, or its first day if the end is open.
Day last_day_of(const Act& act) { return act.date.is_open() ? act.date.first : act.date.last; }

/// Throws for a long silence, naming the event that is alone on its side.
void ask_about_silence(const EventLog& log, const Selection& selection, std::span<const Act> acts,
                       std::optional<Day> from, std::optional<Day> to) {
  const std::vector<DateSpan> dates = dates_of(acts);
  const auto silence = long_silence(dates, from, to);
  if (!silence) return;
  const DateSpan& lone = dates[silence->lone];
  const auto act = std::find_if(acts.begin(), acts.end(), [&](const Act& a) { return a.date == lone; });
  const std::uint64_t line = log.event(act->event).line;
  throw InputError(fmt::format(
      "nothing of {} for {} years, between {} and {}: is {}{} meant? If not, correct it; if so, say which days are to "
      "be shown (--from, --to)",
      to_text(selection.dyad), (dates[silence->after].first - dates[silence->before].first) / 365,
      to_text(dates[silence->before]), to_text(dates[silence->after]), to_text(lone),
      line > 0 ? fmt::format(" in line {}", line) : ""));
}

Window days_of(std::span<const Act> acts) {
  Window days{acts.front().date.first, last_day_of(acts.front()) + 1};
  for (const Act& act : acts) {
    days.first = std::min(days.first, act.date.first);
    days.end = std::max(days.end, last_day_of(act) + 1);
  }
  return days;
}

std::optional<Day> after(std::optional<Day> day) { return day ? std::optional(*day + 1) : std::nullopt; }

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

std::vector<DateSpan> dates_of(std::span<const Act> acts) {
  std::vector<DateSpan> dates;
  dates.reserve(acts.size());
  for (const Act& act : acts) dates.push_back(act.date);
  const auto earlier = [](const DateSpan& a, const DateSpan& b) { return a.first < b.first; };
  if (!std::is_sorted(dates.begin(), dates.end(), earlier)) std::stable_sort(dates.begin(), dates.end(), earlier);
  return dates;
}

Window shown_days(std::span<const Act> acts, PeriodKind every, std::optional<Day> as_of, std::optional<Day> from,
                  std::optional<Day> to) {
  const Window days = days_of(acts);
  const Day first = std::max(period_of(every, days.first).first, first_calendar_day());
  // What was known on a day says nothing about later days.
  const Day end = as_of ? *as_of + 1 : std::min(period_of(every, days.end - 1).end, last_calendar_day() + 1);
  return {from.value_or(first), to.value_or(end)};
}

History history_of(Coding coding, PeriodKind every, std::optional<Day> as_of, std::optional<Day> from,
                   std::optional<Day> to) {
  History history;
  history.coding = std::move(coding);
  const std::vector<Act>& acts = history.coding.acts;
  history.shown = shown_days(acts, every, as_of, from, to);
  if (history.shown.end <= history.shown.first) return history;
  Day first = std::min(days_of(acts).first, history.shown.first);
  if (const auto later = after_silence(dates_of(acts), history.shown.first)) first = *later;
  history.days = every_day(first, history.shown.end);
  return history;
}

History prepare(const EventLog& log, const Selection& selection, const Scoring& scoring, PeriodKind every,
                std::optional<Day> from, std::optional<Day> to) {
  if (from && to && *to <= *from) throw_invalid("to", to_text(*to), "is after from");
  check_required(scoring.model.text(), scoring.rules, scoring.model.required_rules());
  Coding coding = code_events(log, selection, scoring.codebook, scoring.rules, scoring.own_scores);
  if (coding.events == 0) throw_no_events(log, selection);
  if (coding.acts.empty()) throw_no_known_code(coding, scoring.codebook);
  ask_about_silence(log, selection, coding.acts, from, to ? to : after(selection.as_of));
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

std::optional<Day> warm_from(const Scoring& scoring) {
  const std::int32_t days = scoring.model.warm_up_days();
  return days > 0 && scoring.covered_from ? std::optional(*scoring.covered_from + days) : std::nullopt;
}

bool is_warming_up(const Scoring& scoring, Day day) {
  const auto warm = warm_from(scoring);
  return warm && day < *warm;
}

Provenance provenance_of(const Selection& selection, const Scoring& scoring) {
  Provenance p;
  p.codebook = scoring.codebook.name();
  p.codebook_version = scoring.codebook.version();
  p.codebook_hash = scoring.codebook.hash();
  p.codebook_title = scoring.codebook.title();
  p.model = scoring.model.text();
  p.profile = scoring.profile;
  p.scale = to_text(scoring.scale);
  p.rules = to_text(scoring.rules);
  p.status_weights = to_text(scoring.rules.status);
  p.as_of = selection.as_of;
  p.issue = selection.issue;
  p.version = version;
  return p;
}

Assumptions assumptions_of(const Coding& coding) {
  Assumptions n;
  n.no_report = coding.assumed_reported;
  for (const Act& act : coding.acts) {
    n.vague += act.date.kind == SpanKind::one_day && !act.date.is_exact() ? 1U : 0U;
    n.throughout += act.date.kind == SpanKind::throughout ? 1U : 0U;
    n.doubtful += act.probability > 0 && act.probability < 1 ? 1U : 0U;
  }
  return n;
}

std::vector<std::string> Assumptions::sentences() const {
  std::vector<std::string> out;
  const auto say = [&](std::size_t n, std::string_view one, std::string_view many) {
    if (n > 0) out.push_back(fmt::format("{} {}", n, n == 1 ? one : many));
  };
  say(no_report, "event does not say when it was reported: the last day of its date stands in",
      "events do not say when they were reported: the last day of their date stands in");
  say(vague, "event has one unknown day in a span: the point path spreads it evenly, the band draws a day",
      "events have one unknown day in a span: the point path spreads them evenly, the band draws a day");
  say(throughout, "event lasted throughout an interval: its acts, or its measure, are spread over it evenly",
      "events lasted throughout an interval: their acts, or their measure, are spread over it evenly");
  say(doubtful, "event may not have occurred: the point path weighs it by its status, the band draws",
      "events may not have occurred: the point path weighs them by their status, the band draws");
  return out;
}

std::vector<std::optional<double>> side_path(const SidedReadings& readings, std::span<const Day> days,
                                             const Scoring& scoring, DirectionChoice side) {
  std::vector<std::optional<double>> out(days.size());
  if (scoring.scale.kind == ScaleKind::relative) return out;
  std::vector<std::optional<double>> levels(days.size());
  for (std::size_t i = 0; i < days.size(); ++i) levels[i] = readings.of(side, i).level;
  const FittedScale scale(scoring.scale, days, levels);
  for (std::size_t i = 0; i < days.size(); ++i) out[i] = scale(i, levels[i]);
  return out;
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
  const SidedReadings readings = score(*model, history.coding.acts, history.days, scoring.direction);
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
  if (index.size() != days.size())
    throw_invalid("index", static_cast<double>(index.size()), "has a value, or nothing, for every day");
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
