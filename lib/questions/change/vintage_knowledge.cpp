#include "questions/change/vintage_knowledge.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <unordered_set>

#include "contracts/log_internals.hpp"
#include "detente/contracts/day_totals.hpp"
#include "questions/relation/periods.hpp"

namespace detente::detail {
namespace {

/// As `code_events` does, with the selected rows kept.
void code(const VintageQuestion& question, const Selection& selection, VintageKnowledge& out) {
  const EventLog& log = *question.log;
  const Scoring& scoring = question.request->scoring;
  std::vector<CodedEvent> events = select(log, selection);
  for (const CodedEvent& event : events) out.rows.emplace(event.key(), event.row);
  const CodingRules rules =
      scoring.rules.volume == Volume::log ? with_totals(scoring.rules, totals_of(log, selection.as_of)) : scoring.rules;
  out.coding = score_events(log, apply_rules(log, std::move(events), scoring.codebook, rules), scoring.codebook,
                            scoring.own_scores, selection.actors);
}

/// The days of a history on which the values of the periods depend. Its first day is among them, because there a model
/// begins.
std::vector<Day> days_read(const VintageQuestion& question, std::vector<Day> all, std::span<const Period> over) {
  if (question.request->at != SampleAt::end || question.request->scoring.scale.looks_back()) return all;
  std::vector<Day> out{all.front()};
  for (const Period& period : over)
    if (period.last_day() > out.back()) out.push_back(period.last_day());
  return out;
}

/// Whether a report of any pair may change what is known of this one: by the volume of the news, or as the end of a
/// measure that others imposed.
bool everything_matters(const EventLog& log, const VintageRequest& request) {
  if (request.scoring.rules.volume == Volume::log) return true;
  const auto affected = LogInternals::affected(log);
  const Dyad pair = request.selection.dyad.canonical();
  return std::any_of(affected.begin(), affected.end(),
                     [&](const auto& other) { return other.first.canonical() == pair; });
}

/// For every dyad of the log, whether its events can belong to the selection.
std::vector<char> own_dyads(const EventLog& log, const Selection& selection) {
  std::vector<char> out;
  for (const EventLog::DyadIds& dyad : log.dyads())
    out.push_back(may_concern(selection, log.actors()[dyad.source], log.actors()[dyad.target]));
  return out;
}

/// Those of the pair, and of other pairs where they may change what is known of it.
std::vector<EventRow> rows_that_matter(const EventLog& log, const VintageRequest& request) {
  if (everything_matters(log, request)) return {log.rows().begin(), log.rows().end()};
  const std::vector<char> own = own_dyads(log, request.selection);
  std::unordered_set<EventKey> moving;  // whose versions may be of other pairs
  for (const EventRow& row : log.rows())
    if (own[row.dyad] && can_move(row)) moving.insert(row.key);
  std::vector<EventRow> out;
  for (const EventRow& row : log.rows())
    if (own[row.dyad] || (can_move(row) && moving.contains(row.key))) out.push_back(row);
  return out;
}

}  // namespace

bool VintageQuestion::shares_out() const {
  const Scoring& scoring = request->scoring;
  return request->at == SampleAt::end && scoring.model.is_additive() && !scoring.scale.looks_back();
}

VintageKnowledge known_by(const VintageQuestion& question, Day as_of) {
  const Scoring& scoring = question.request->scoring;
  Selection selection = question.request->selection;
  selection.as_of = as_of;
  VintageKnowledge out;
  out.values.resize(question.periods.size());
  code(question, selection, out);
  out.impulses = impulses_for(scoring.model, out.coding.acts);
  const Window shown{question.shown.first, std::min(question.shown.end, as_of + 1)};
  const auto over = std::span(question.periods)
                        .first(static_cast<std::size_t>(
                            std::count_if(question.periods.begin(), question.periods.end(),
                                          [&](const Period& period) { return period.last_day() <= as_of; })));
  if (out.coding.acts.empty() || over.empty()) return out;
  History history = history_of(std::move(out.coding), question.request->every, as_of, shown.first, shown.end);
  out.coding = std::move(history.coding);
  out.days = days_read(question, std::move(history.days), over);
  out.readings = score(scoring.model, out.impulses, out.days, scoring.direction);
  const IndexPath path = index_path(out.readings, out.days, scoring);
  const auto values = sample_periods(over, question.request->at, out.days, path.index);
  std::copy(values.begin(), values.end(), out.values.begin());
  return out;
}

std::vector<Report> reports_of(const EventLog& log, const VintageRequest& request) {
  const std::vector<EventRow> rows = rows_that_matter(log, request);
  std::unordered_map<EventKey, std::size_t> versions;
  for (const EventRow& row : rows) ++versions[row.key];
  std::vector<Report> out;
  out.reserve(rows.size());
  for (const EventRow& row : rows)
    out.push_back({log.reported(row),
                   versions[row.key] > 1 ? Day{std::numeric_limits<std::int32_t>::min()} : log.date(row).first});
  std::sort(out.begin(), out.end(), [](const Report& a, const Report& b) { return a.reported < b.reported; });
  return out;
}

}  // namespace detente::detail
