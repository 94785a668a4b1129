#include "detente/questions/relation/history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "detente/codebooks/own_term.hpp"
#include "detente/contracts/term_suggestions.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "detente/questions/relation/long_silence.hpp"

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
  const std::vector<Suggestion> near = suggestions(codebook, code);
  throw InputError(
      fmt::format("codebook {} knows none of the {} codes of this dyad, such as '{}'{}; {}", codebook.name(),
                  coding.unknown.size(), visible(code), near.empty() ? "" : fmt::format(" (near: {})", to_text(near)),
                  how_to_add(codebook.name(), code)),
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

}  // namespace detente
