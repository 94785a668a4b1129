#include "detente/questions/index/panel.hpp"

#include <algorithm>
#include <map>
#include <thread>

#include "contracts/plain_pulses.hpp"
#include "detente/ground/error.hpp"
#include "detente/questions/relation/long_silence.hpp"
#include "ground/in_order.hpp"

namespace detente {
using namespace detail;
namespace {

/// The series of one pair and its part of the summary.
struct Scored {
  Dyad dyad;
  IndexSeries series;
  std::size_t events = 0;
  std::vector<UnknownCode> unknown;
  /// The dates around a long silence, if that is why there is no series.
  std::optional<std::pair<DateSpan, DateSpan>> silence;
};

/// Runs the model on pairs. It is immutable, so one object serves all threads.
class PairScorer {
 public:
  PairScorer(const DyadRows& pairs, const PanelRequest& request)
      : pairs_(&pairs),
        request_(&request),
        scoring_(request.scoring),
        heat_(scoring_.model.heat()),
        scores_(pairs.log(), scoring_.codebook, scoring_.own_scores) {
    provenance_ = provenance_of({.dyad = {}, .issue = request.issue, .as_of = request.as_of}, scoring_);
    if (request.band) provenance_.band = to_text(*request.band);
    if (scoring_.rules.volume == Volume::log) scoring_.rules = with_totals(scoring_.rules, pairs.totals(request.as_of));
    sparse_ = request.at == SampleAt::end && !scoring_.scale.looks_back() && !request.band;
  }

  /// The selection without the pair. It is made once for many pairs, because an actor table is long.
  Selection selection() const {
    Selection out;
    out.issue = request_->issue;
    out.as_of = request_->as_of;
    out.actors = pairs_->actors();
    return out;
  }

  std::optional<Scored> score(std::size_t pair, Selection& selection) const {
    selection.dyad = pairs_->dyad(pair);
    const std::vector<CodedEvent> events = apply_rules(
        pairs_->log(), select(pairs_->log(), pairs_->rows(pair), selection), scoring_.codebook, scoring_.rules);
    Scored out;
    out.dyad = pairs_->dyad(pair);
    if (scores_.are_plain() && sparse_ && !scoring_.codebook.defines_measures()) {
      score_plain(pair, events, out);
    } else {
      score_acts(pair, events, out);
    }
    if (out.series.rows.empty() && out.unknown.empty() && !out.silence) return std::nullopt;
    return out;
  }

 private:
  // ---- any events ----

  void score_acts(std::size_t pair, const std::vector<CodedEvent>& events, Scored& out) const {
    Coding coding = score_events(pairs_->log(), events, scoring_.codebook, scoring_.own_scores, pairs_->actors());
    out.unknown = coding.unknown;
    if (coding.acts.empty() || is_silent(dates_of(coding.acts), out)) return;
    const History history = prepared(std::move(coding));
    if (history.days.empty()) return;
    out.events = history.coding.acts.size();
    fill(pair, history, out.series);
  }

  /// The history with every day, or only with the last days of periods if the model is read on no others.
  History prepared(Coding coding) const {
    const PanelRequest& r = *request_;
    if (!sparse_) return history_of(std::move(coding), r.every, r.as_of, r.from, r.to);
    History history{.coding = std::move(coding), .days = {}, .shown = {}};
    history.shown = shown_days(history.coding.acts, r.every, r.as_of, r.from, r.to);
    if (history.shown.end <= history.shown.first) return history;
    for (const Period& period : shown_periods(history, request_->every)) history.days.push_back(period.last_day());
    return history;
  }

  bool is_silent(std::span<const DateSpan> dates, Scored& out) const {
    const auto known = request_->as_of ? std::optional(*request_->as_of + 1) : std::nullopt;
    const auto silence = long_silence(dates, request_->from, request_->to ? request_->to : known);
    if (silence) out.silence = {dates[silence->before], dates[silence->after]};
    return silence.has_value();
  }

  void fill(std::size_t pair, const History& history, IndexSeries& series) const {
    const std::vector<Period> periods = shown_periods(history, request_->every);
    const SidedReadings readings = detente::score(scoring_.model, history.coding.acts, history.days);
    const IndexPath path = index_path(readings, history.days, scoring_);
    const auto sampled = [&](const std::vector<std::optional<double>>& values) {
      return sample_periods(periods, request_->at, history.days, values);
    };
    const auto index = sampled(path.index);
    const auto heat = sampled(heat_path(history, path, scoring_));
    const auto side = [&](DirectionChoice choice) {
      return sampled(side_path(readings, history.days, scoring_, choice));
    };
    const auto forward = side(DirectionChoice::forward), backward = side(DirectionChoice::backward);
    const auto measures = measures_path(history, scoring_);
    const auto events = events_in(periods, history.coding.acts, scoring_.direction);
    begin(pair, detente::assumptions_of(history.coding), series);
    for (std::size_t i = 0; i < periods.size(); ++i) {
      const std::size_t last = sparse_ ? i : static_cast<std::size_t>(periods[i].last_day() - history.days.front());
      IndexRow row;
      row.period = periods[i];
      row.index = index[i];
      row.level = path.levels[last];
      row.heat = heat[i];
      row.measures = measures[last];
      row.forward = forward[i];
      row.backward = backward[i];
      row.events = events[i];
      row.support = readings.of(scoring_.direction, last).support;
      row.warming_up = is_warming_up(scoring_, row.period.last_day());
      series.rows.push_back(row);
    }
    if (request_->band) add_band(history, periods, series);
  }

  void add_band(const History& history, std::span<const Period> periods, IndexSeries& series) const {
    const Bands bands = coding_bands(history, scoring_, periods, request_->at, *request_->band);
    for (std::size_t i = 0; i < periods.size(); ++i) {
      series.rows[i].lower = bands.periods.lower[i];
      series.rows[i].upper = bands.periods.upper[i];
    }
  }

  // ---- plain events ----

  void score_plain(std::size_t pair, const std::vector<CodedEvent>& events, Scored& out) const {
    count_unknown(events, out);
    std::vector<Impulse> pulses = pulses_of(events, scores_);
    if (is_silent(days_of(events), out)) return;
    const std::vector<Period> periods = periods_of(events);
    if (periods.empty()) return;
    begin(pair, assumptions_of(events), out.series);
    out.events = events.size() - left_out(out);
    std::vector<Day> days;
    days.reserve(periods.size());
    for (const Period& period : periods) days.push_back(period.last_day());
    const auto heat = heat_ ? heat_of(pulses, days) : std::vector<std::optional<double>>(days.size());
    const SidedReadings readings = detente::score(scoring_.model, by_side(scoring_.model, std::move(pulses)), days);
    const IndexPath path = index_path(readings, days, scoring_);
    const auto forward = side_path(readings, days, scoring_, DirectionChoice::forward);
    const auto backward = side_path(readings, days, scoring_, DirectionChoice::backward);
    const std::vector<std::size_t> counts = counted(periods, events);
    for (std::size_t i = 0; i < periods.size(); ++i) {
      IndexRow row;
      row.period = periods[i];
      row.index = path.index[i];
      row.level = path.levels[i];
      row.heat = heat[i];
      row.forward = forward[i];
      row.backward = backward[i];
      row.events = counts[i];
      row.support = readings.of(scoring_.direction, i).support;
      row.warming_up = is_warming_up(scoring_, row.period.last_day());
      out.series.rows.push_back(row);
    }
  }

  std::vector<std::optional<double>> heat_of(const std::vector<Impulse>& pulses, std::span<const Day> days) const {
    return index_path(detente::score(*heat_, by_side(*heat_, pulses), days, scoring_.direction), days, scoring_).index;
  }

  void count_unknown(std::span<const CodedEvent> events, Scored& out) const {
    std::map<std::uint16_t, std::size_t> unknown;
    for (const CodedEvent& event : events)
      if (!scores_.of(event).known) ++unknown[event.code()];
    for (const auto& [code, n] : unknown) out.unknown.push_back({pairs_->log().codes()[code], n});
  }

  static std::size_t left_out(const Scored& scored) {
    std::size_t n = 0;
    for (const UnknownCode& code : scored.unknown) n += code.events;
    return n;
  }

  /// The days of the events with a score; empty if all are within a century, which is checked first because it is
  /// nearly always true.
  std::vector<DateSpan> days_of(std::span<const CodedEvent> events) const {
    std::vector<DateSpan> out;
    if (events.empty() || events.back().date.first - events.front().date.first <= longest_silence) return out;
    for (const CodedEvent& event : events)
      if (scores_.of(event).known) out.push_back(event.date);
    return out;
  }

  /// The periods from the first event with a score to the last, or those requested; empty if there is no such event.
  std::vector<Period> periods_of(std::span<const CodedEvent> events) const {
    const auto known = [&](const CodedEvent& e) { return scores_.of(e).known; };
    const auto first = std::find_if(events.begin(), events.end(), known);
    if (first == events.end()) return {};
    const auto last = std::find_if(events.rbegin(), events.rend(), known);
    History history;
    const Day begin = std::max(period_of(request_->every, first->date.first).first, first_calendar_day());
    const Day end = std::min(period_of(request_->every, last->date.last).end, last_calendar_day() + 1);
    history.shown = {request_->from.value_or(begin),
                     request_->to.value_or(request_->as_of ? *request_->as_of + 1 : end)};
    if (history.shown.end <= history.shown.first) return {};
    return shown_periods(history, request_->every);
  }

  std::vector<std::size_t> counted(std::span<const Period> periods, std::span<const CodedEvent> events) const {
    std::vector<std::size_t> out(periods.size());
    for (const CodedEvent& event : events) {
      if (!includes(scoring_.direction, event.direction) || event.probability == 0 || !scores_.of(event).known)
        continue;
      if (const auto period = period_with(periods, event.date.first)) ++out[*period];
    }
    return out;
  }

  /// The assumptions for plain events, which are neither vague nor lasting.
  Assumptions assumptions_of(std::span<const CodedEvent> events) const {
    Assumptions n;
    for (const CodedEvent& event : events) {
      if (!scores_.of(event).known) continue;
      n.no_report += event.row.dated_report ? 0U : 1U;
      n.doubtful += event.probability > 0 && event.probability < 1 ? 1U : 0U;
    }
    return n;
  }

  void begin(std::size_t pair, const Assumptions& assumptions, IndexSeries& series) const {
    const Dyad& dyad = pairs_->dyad(pair);
    series.dyad = scoring_.direction == DirectionChoice::backward ? dyad.reversed() : dyad;
    series.direction = scoring_.direction;
    series.at = request_->at;
    series.warm_from = warm_from(scoring_);
    series.provenance = provenance_;
    series.provenance.assumptions = assumptions.sentences();
  }

  const DyadRows* pairs_;
  const PanelRequest* request_;
  Scoring scoring_;
  std::optional<AnyModel> heat_;
  CodeScores scores_;
  Provenance provenance_;  ///< except for the assumptions about a pair
  bool sparse_ = false;
};

void check(const PanelRequest& request) {
  if (request.from && request.to && *request.to <= *request.from)
    throw_invalid("to", to_text(*request.to), "is after from");
  check_required(request.scoring.model.text(), request.scoring.rules, request.scoring.model.required_rules());
  if (request.scoring.model.periodic() && request.at != SampleAt::end)
    throw_invalid("at", to_text(request.at), "a period model is sampled at the end of its periods");
}

/// The pairs that one thread takes at a time: about `portion_events` events, because pairs differ a thousandfold.
std::vector<std::size_t> portions(const DyadRows& pairs) {
  constexpr std::size_t portion_events = 20'000, portion_pairs = 256;
  std::vector<std::size_t> begins{0};
  std::size_t events = 0;
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
    events += pairs.rows_at_most(pair);
    if (events < portion_events && pair + 1 - begins.back() < portion_pairs) continue;
    begins.push_back(pair + 1);
    events = 0;
  }
  if (begins.back() != pairs.size()) begins.push_back(pairs.size());
  return begins;
}

/// The results of one portion.
struct Portion {
  std::string text;
  PanelSummary summary;
  std::map<std::string, std::size_t> unknown;  ///< events by code
  std::size_t rows_read = 0;
};

/// Adds the result of one pair, or nothing if none of its events counts.
void add(Portion& sum, const std::optional<Scored>& scored) {
  const std::size_t rows = scored ? scored->series.rows.size() : 0;
  if (!scored || !scored->silence) ++(rows > 0 ? sum.summary.pairs : sum.summary.without_events);
  sum.summary.rows += rows;
  if (!scored) return;
  sum.summary.events += scored->events;
  for (const UnknownCode& code : scored->unknown) sum.unknown[code.code] += code.events;
  if (scored->silence) sum.summary.silent.push_back({scored->dyad, scored->silence->first, scored->silence->second});
}

void add(Portion& sum, const Portion& part) {
  sum.summary.pairs += part.summary.pairs;
  sum.summary.rows += part.summary.rows;
  sum.summary.events += part.summary.events;
  sum.summary.without_events += part.summary.without_events;
  sum.summary.silent.insert(sum.summary.silent.end(), part.summary.silent.begin(), part.summary.silent.end());
  for (const auto& [code, events] : part.unknown) sum.unknown[code] += events;
}

/// The summary with its unknown codes, most events first.
PanelSummary finished(Portion&& sum) {
  PanelSummary out = std::move(sum.summary);
  for (const auto& [code, events] : sum.unknown) out.unknown.push_back({code, events});
  std::stable_sort(out.unknown.begin(), out.unknown.end(),
                   [](const UnknownCode& a, const UnknownCode& b) { return b.events < a.events; });
  return out;
}

}  // namespace

PanelSummary panel(const DyadRows& pairs, const PanelRequest& request, const PanelSink& sink) {
  check(request);
  const PairScorer scorer(pairs, request);
  const std::vector<std::size_t> begins = portions(pairs);
  std::size_t all = 0, done = 0;
  for (std::size_t pair = 0; pair < pairs.size(); ++pair) all += pairs.rows_at_most(pair);

  const auto make = [&](std::size_t number) {
    Portion out;
    Selection selection = scorer.selection();
    for (std::size_t pair = begins[number]; pair < begins[number + 1]; ++pair) {
      out.rows_read += pairs.rows_at_most(pair);
      const auto scored = scorer.score(pair, selection);
      add(out, scored);
      if (scored && !scored->series.rows.empty()) out.text += sink.form(scored->series);
    }
    return out;
  };
  Portion sum;
  const auto take = [&](const Portion& portion) {
    sink.write(portion.text);
    add(sum, portion);
    done += portion.rows_read;
    if (sink.progress) sink.progress(done, all);
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const auto next = [number = std::size_t{0}, count = begins.size() - 1]() mutable {
    return number < count ? std::optional(number++) : std::nullopt;
  };
  work_in_order(request.threads == 0 ? cores : request.threads, next, make, take);
  return finished(std::move(sum));
}

}  // namespace detente
