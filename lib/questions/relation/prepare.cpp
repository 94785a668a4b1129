#include "detente/questions/relation/history.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "detente/codebooks/own_term.hpp"
#include "detente/contracts/term_suggestions.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "questions/relation/long_silence.hpp"
#include "questions/relation/near_pairs.hpp"
#include "questions/relation/shown_days.hpp"

namespace detente {
using namespace detail;
namespace {

/// "drugs, security, trade": the issues of the dyad's events; empty if it has none.
std::string issues_of(const EventLog& log, Selection selection) {
  selection.issue.clear();
  std::set<std::string_view> issues;
  for (const CodedEvent& event : select(log, selection))
    if (event.touch == Touch::counts) issues.insert(log.issue(event.row));
  issues.erase("");
  return listed({issues.begin(), issues.end()});
}

[[noreturn]] void throw_no_events(const EventLog& log, const Selection& selection) {
  std::string what = fmt::format("no event of {}", visible(to_text(selection.dyad)));
  if (!selection.issue.empty()) what += fmt::format(" on issue '{}'", visible(selection.issue));
  if (selection.as_of) what += fmt::format(" reported by {}", to_text(*selection.as_of));
  if (const std::string issues = issues_of(log, selection); !selection.issue.empty() && !issues.empty())
    throw InputError(ErrorCode::no_events, fmt::format("{}; its issues are {}", what, issues));
  throw InputError(
      ErrorCode::no_events,
      what + "; " + (log.empty() ? "the input holds no events" : pairs_near(selection.dyad, log, selection.actors)));
}

[[noreturn]] void throw_no_known_code(const Coding& coding, const Codebook& codebook) {
  const std::string& code = coding.unknown.front().code;
  const std::vector<Suggestion> near = suggestions(codebook, code);
  throw InputError(
      ErrorCode::unknown_name,
      fmt::format("codebook {} knows none of the {} codes of this dyad, such as '{}'{}; {}", codebook.name(),
                  coding.unknown.size(), visible(code), near.empty() ? "" : fmt::format(" (near: {})", to_text(near)),
                  how_to_add(codebook.name(), code)),
      "Scoring::codebook");
}

/// Throws for a long silence, naming the event that is alone on its side.
void ask_about_silence(const EventLog& log, const Selection& selection, std::span<const Act> acts,
                       std::optional<Day> from, std::optional<Day> to) {
  const std::vector<DateSpan> dates = dates_of(acts);
  const auto silence = long_silence(dates, from, to);
  if (!silence) return;
  const DateSpan& lone = dates[silence->lone];
  const auto act = std::find_if(acts.begin(), acts.end(), [&](const Act& a) { return a.date == lone; });
  const std::uint64_t line = log.event(act->event).line;
  throw InputError(
      ErrorCode::undecided,
      fmt::format(
          "nothing of {} for {} years, between {} and {}: is {}{} meant? If not, correct it; if so, say which days "
          "are to be shown",
          to_text(selection.dyad), (dates[silence->after].first - dates[silence->before].first) / 365,
          to_text(dates[silence->before]), to_text(dates[silence->after]), to_text(lone),
          line > 0 ? fmt::format(" in line {}", line) : ""),
      "IndexRequest::from");
}

std::optional<Day> after(std::optional<Day> day) { return day ? std::optional(*day + 1) : std::nullopt; }

}  // namespace

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
