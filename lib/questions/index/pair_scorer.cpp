#include "questions/index/pair_scorer.hpp"

#include <algorithm>
#include <map>

#include "detente/questions/doubt/bands.hpp"
#include "questions/relation/day_limit.hpp"
#include "questions/relation/long_silence.hpp"
#include "questions/relation/paths.hpp"
#include "questions/relation/periods.hpp"
#include "questions/relation/shown_days.hpp"

namespace detente::detail {
namespace {

std::size_t left_out(const std::vector<UnknownCode>& unknown) {
  std::size_t n = 0;
  for (const UnknownCode& code : unknown) n += code.events;
  return n;
}

std::uint64_t days_in(std::span<const Period> periods) {
  return periods.empty() ? 0 : static_cast<std::uint64_t>(periods.back().end - periods.front().first);
}

std::vector<Day> last_days_of(std::span<const Period> periods) {
  std::vector<Day> days;
  days.reserve(periods.size());
  for (const Period& period : periods) days.push_back(period.last_day());
  return days;
}

}  // namespace

PairScorer::PairScorer(const DyadRows& pairs, const PanelRequest& request)
    : pairs_(&pairs),
      request_(&request),
      scoring_(request.scoring),
      heat_(scoring_.model.heat()),
      scores_(pairs.log(), scoring_.codebook, scoring_.own_scores) {
  provenance_ = provenance_of({.dyad = {}, .issue = request.issue, .as_of = request.as_of}, scoring_);
  if (request.band) provenance_.band = to_text(*request.band);
  provenance_.assumptions = request.assumptions;
  if (scoring_.rules.volume == Volume::log) scoring_.rules = with_totals(scoring_.rules, pairs.totals(request.as_of));
  sparse_ = request.at == SampleAt::end && !scoring_.scale.looks_back() && !request.band;
}

Selection PairScorer::selection() const {
  Selection out;
  out.issue = request_->issue;
  out.as_of = request_->as_of;
  out.actors = pairs_->actors();
  return out;
}

std::vector<CodedEvent> PairScorer::events_of(std::size_t pair, Selection& selection) const {
  selection.dyad = pairs_->dyad(pair);
  return apply_rules(pairs_->log(), select(pairs_->log(), pairs_->rows(pair), selection), scoring_.codebook,
                     scoring_.rules);
}

std::optional<ScoredPair> PairScorer::score(std::size_t pair, Selection& selection) const {
  const std::vector<CodedEvent> events = events_of(pair, selection);
  ScoredPair out;
  out.dyad = pairs_->dyad(pair);
  if (sparse_ && are_plain()) {
    score_plain(events, out);
  } else {
    score_acts(events, out);
  }
  if (out.series.rows.empty() && out.unknown.empty() && !out.silence) return std::nullopt;
  return out;
}

std::optional<PairImpulses> PairScorer::impulses(std::size_t pair, Selection& selection) const {
  const std::vector<CodedEvent> events = events_of(pair, selection);
  if (events.empty()) return std::nullopt;
  PairImpulses out;
  if (are_plain()) {
    out.unknown = unknown_of(events);
    out.events = events.size() - left_out(out.unknown);
    out.impulses = by_side(scoring_.model, pulses_of(events, scores_));
    return out;
  }
  const Coding coding = score_events(pairs_->log(), events, scoring_.codebook, scoring_.own_scores, pairs_->actors());
  out.unknown = coding.unknown;
  out.events = coding.events - left_out(out.unknown);
  out.impulses = impulses_for(scoring_.model, coding.acts);
  return out;
}

Coding PairScorer::coding(std::size_t pair, Selection& selection) const {
  return score_events(pairs_->log(), events_of(pair, selection), scoring_.codebook, scoring_.own_scores,
                      pairs_->actors());
}

bool PairScorer::is_silent(std::span<const DateSpan> dates, ScoredPair& out) const {
  const auto known = request_->as_of ? std::optional(*request_->as_of + 1) : std::nullopt;
  const auto silence = long_silence(dates, request_->from, request_->to ? request_->to : known);
  if (silence) out.silence = {dates[silence->before], dates[silence->after]};
  return silence.has_value();
}

void PairScorer::begin(const Assumptions& assumptions, ScoredPair& out) const {
  out.series = empty_series(out.dyad, scoring_, request_->at);
  out.series.provenance = provenance_;
  for (std::string& sentence : assumptions.sentences())
    out.series.provenance.assumptions.push_back(std::move(sentence));
}

// ---- any events ----

void PairScorer::score_acts(const std::vector<CodedEvent>& events, ScoredPair& out) const {
  Coding coding = score_events(pairs_->log(), events, scoring_.codebook, scoring_.own_scores, pairs_->actors());
  out.unknown = coding.unknown;
  if (coding.acts.empty() || is_silent(dates_of(coding.acts), out)) return;
  const History history = prepared(std::move(coding));
  if (history.days.empty()) return;
  out.events = history.coding.events - left_out(out.unknown);
  fill(history, out);
}

/// With every day, or with the last days of periods where the model is read on no other.
History PairScorer::prepared(Coding coding) const {
  const PanelRequest& r = *request_;
  if (!sparse_) return history_of(std::move(coding), r.every, r.as_of, r.from, r.to);
  History history{.coding = std::move(coding), .days = {}, .shown = {}};
  history.shown = shown_days(history.coding.acts, r.every, r.as_of, r.from, r.to);
  if (history.shown.end <= history.shown.first) return history;
  history.days = last_days_of(shown_periods(history, r.every));
  return history;
}

void PairScorer::fill(const History& history, ScoredPair& out) const {
  const std::vector<Period> periods = shown_periods(history, request_->every);
  require_days(out.dyad, days_in(periods), request_->most_days, "PanelRequest::most_days");
  const std::vector<Act>& acts = history.coding.acts;
  RelationPaths paths = paths_of(detente::score(scoring_.model, acts, history.days), history.days, scoring_);
  paths.heat = heat_path(history, paths.path, scoring_);
  paths.measures = measures_path(history, scoring_);
  begin(assumptions_of(history.coding), out);
  const std::vector<std::size_t> events = events_in(periods, acts, scoring_.direction);
  out.series.rows = index_rows(periods, request_->at, paths, events, scoring_);
  if (!request_->band) return;
  BandOptions band = *request_->band;
  band.control = request_->control.without_progress();
  const Bands bands = coding_bands(history, scoring_, periods, request_->at, band);
  set_band(out.series.rows, bands.periods.lower, bands.periods.upper);
}

// ---- plain events ----

void PairScorer::score_plain(const std::vector<CodedEvent>& events, ScoredPair& out) const {
  out.unknown = unknown_of(events);
  std::vector<Impulse> pulses = pulses_of(events, scores_);
  if (is_silent(dates_of_known(events), out)) return;
  const std::vector<Period> periods = periods_of(events);
  if (periods.empty()) return;
  require_days(out.dyad, days_in(periods), request_->most_days, "PanelRequest::most_days");
  begin(assumptions_of_plain(events), out);
  out.events = events.size() - left_out(out.unknown);
  const std::vector<Day> days = last_days_of(periods);
  std::vector<std::optional<double>> heat;
  if (heat_) heat = heat_of(pulses, days);
  RelationPaths paths =
      paths_of(detente::score(scoring_.model, by_side(scoring_.model, std::move(pulses)), days), days, scoring_);
  paths.heat = std::move(heat);
  out.series.rows = index_rows(periods, request_->at, paths, counted(periods, events), scoring_);
}

std::vector<std::optional<double>> PairScorer::heat_of(const std::vector<Impulse>& pulses,
                                                       std::span<const Day> days) const {
  return index_path(detente::score(*heat_, by_side(*heat_, pulses), days, scoring_.direction), days, scoring_).index;
}

std::vector<UnknownCode> PairScorer::unknown_of(std::span<const CodedEvent> events) const {
  std::map<std::uint16_t, std::size_t> unknown;
  for (const CodedEvent& event : events)
    if (!scores_.of(event).known) ++unknown[event.code()];
  std::vector<UnknownCode> out;
  out.reserve(unknown.size());
  for (const auto& [code, n] : unknown) out.push_back({pairs_->log().codes()[code], n});
  return out;
}

/// Of the events with a score; none if all lie within a century, which is asked first because it is nearly always so.
std::vector<DateSpan> PairScorer::dates_of_known(std::span<const CodedEvent> events) const {
  std::vector<DateSpan> out;
  if (events.empty() || events.back().date.first - events.front().date.first <= longest_silence) return out;
  for (const CodedEvent& event : events)
    if (scores_.of(event).known) out.push_back(event.date);
  return out;
}

/// The periods from the first event with a score to the last, or what was asked for; none if there is no such event.
std::vector<Period> PairScorer::periods_of(std::span<const CodedEvent> events) const {
  const auto known = [&](const CodedEvent& e) { return scores_.of(e).known; };
  const auto first = std::find_if(events.begin(), events.end(), known);
  if (first == events.end()) return {};
  const auto last = std::find_if(events.rbegin(), events.rend(), known);
  History history;
  const Day begin = std::max(period_of(request_->every, first->date.first).first, first_calendar_day());
  const Day end = std::min(period_of(request_->every, last->date.last).end, last_calendar_day() + 1);
  history.shown = {request_->from.value_or(begin), request_->to.value_or(request_->as_of ? *request_->as_of + 1 : end)};
  if (history.shown.end <= history.shown.first) return {};
  return shown_periods(history, request_->every);
}

std::vector<std::size_t> PairScorer::counted(std::span<const Period> periods,
                                             std::span<const CodedEvent> events) const {
  std::vector<std::size_t> out(periods.size());
  std::size_t period = 0;
  for (const CodedEvent& event : events) {
    if (!includes(scoring_.direction, event.direction) || event.probability == 0 || !scores_.of(event).known) continue;
    while (period < periods.size() && periods[period].end <= event.date.first) ++period;
    if (period == periods.size()) break;
    if (periods[period].contains(event.date.first)) ++out[period];
  }
  return out;
}

/// The assumptions for plain events, which are neither vague nor lasting.
Assumptions PairScorer::assumptions_of_plain(std::span<const CodedEvent> events) const {
  Assumptions n;
  for (const CodedEvent& event : events) {
    if (!scores_.of(event).known) continue;
    n.no_report += event.row.dated_report ? 0U : 1U;
    n.doubtful += event.probability > 0 && event.probability < 1 ? 1U : 0U;
  }
  return n;
}

}  // namespace detente::detail
