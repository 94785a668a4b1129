#include "detente/questions/comparison/comparison_columns.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

#include "detente/ground/error.hpp"
#include "ground/limits.hpp"
#include "ground/parallel.hpp"
#include "questions/relation/known_pairs.hpp"

namespace detente {
using namespace detail;
namespace {

std::size_t threads_of(const CompareOptions& options) {
  return options.threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.threads;
}

/// One pair in `looked_into` is checked for inputs that look ahead, at `looks` origins.
constexpr std::size_t looked_into = 16, looks = 8;

bool is_same(float a, float b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// A pair's extent, from a first pass over it.
struct Extent {
  std::size_t events = 0;
  Day first, last;
};

void check(const ComparisonRequest& request) {
  if (request.from && request.to && *request.to <= *request.from)
    throw_invalid("to", to_text(*request.to), "is after from");
  if (request.outcome == OutcomeChoice::file && request.file.every != request.every)
    throw_invalid("file", to_text(request.file.every), "has periods of the kind of every");
  if (request.outcome != OutcomeChoice::file && !request.scoring.codebook.defines_severe())
    throw_invalid("codebook", request.scoring.codebook.name(), "calls some codes severe, or outcomes come from a file");
  for (const ForecastInput& input : request.inputs)
    if (!input.read || input.features == 0) throw_invalid("inputs", input.name, "has a function and a feature");
}

/// Builds the table; pairs one by one, on any thread.
class Builder {
 public:
  Builder(const DyadRows& pairs, const ComparisonRequest& request)
      : pairs_(pairs), request_(request), known_(pairs, request) {}

  ComparisonColumns build() {
    choose();
    allocate();
    std::atomic<std::size_t> anew = 0;
    for_each_pair(chosen_.size(), [&](std::size_t i) {
      if (read(i)) ++anew;
    });
    out_.read_anew = anew;
    return std::move(out_);
  }

 private:
  template <class Work>
  void for_each_pair(std::size_t count, const Work& work) const {
    for_each_item(count, threads_of(request_.options), watched(request_.options.control, count, "pairs", work));
  }

  // ---- whose, and when ----

  Extent extent(std::size_t pair) const {
    const std::vector<CodedEvent> events = known_.coded(pair, {});
    if (events.empty()) return {};
    return {events.size(), events.front().date.first, events.back().date.first};
  }

  void choose() {
    std::vector<Extent> extents(pairs_.size());
    for_each_pair(pairs_.size(), [&](std::size_t pair) {
      if (request_.pairs.empty() ? pairs_.rows_at_most(pair) >= request_.least_events : is_wanted(pair))
        extents[pair] = extent(pair);
    });
    Extent all;
    const std::size_t least = request_.pairs.empty() ? request_.least_events : 1;
    for (std::size_t pair = 0; pair < extents.size(); ++pair) {
      if (extents[pair].events >= std::max<std::size_t>(1, least)) add(pair, extents[pair], all);
    }
    refuse_missing();
    out_.too_few = request_.pairs.empty() ? pairs_.size() - chosen_.size() : 0;
    out_.events = all.events;
    out_.table.periods = whole_periods(request_.from.value_or(all.first), request_.to.value_or(all.last + 1));
  }

  /// A last period that reports cover only in part would count too little. The first one is only fitted to.
  std::vector<Period> whole_periods(Day from, Day to) const {
    std::vector<Period> out = periods_between(request_.every, from, to);
    if (!out.empty() && out.back().end > to) out.pop_back();
    return out;
  }

  void add(std::size_t pair, const Extent& extent, Extent& all) {
    all.first = all.events == 0 ? extent.first : std::min(all.first, extent.first);
    all.last = all.events == 0 ? extent.last : std::max(all.last, extent.last);
    all.events += extent.events;
    chosen_.push_back(pair);
    out_.table.pairs.push_back(pairs_.dyad(pair));
  }

  bool is_wanted(std::size_t pair) const {
    return std::any_of(request_.pairs.begin(), request_.pairs.end(),
                       [&](const Dyad& dyad) { return dyad.canonical() == pairs_.dyad(pair); });
  }

  void refuse_missing() const {
    for (const Dyad& dyad : request_.pairs) {
      const auto& found = out_.table.pairs;
      if (std::find(found.begin(), found.end(), dyad.canonical()) == found.end())
        throw InputError(ErrorCode::no_events, "no event of " + to_text(dyad) + " counts");
    }
    if (chosen_.empty())
      throw InputError(ErrorCode::too_few,
                       "no pair has " + std::to_string(request_.least_events) + " events that count",
                       "ComparisonRequest::least_events");
  }

  void allocate() {
    ForecastTable& table = out_.table;
    table.complete_after =
        (request_.outcome == OutcomeChoice::escalation ? escalation_ahead : severe_ahead) + request_.lag;
    table.kind = request_.outcome == OutcomeChoice::severe ? OutcomeKind::count
                 : request_.outcome == OutcomeChoice::file ? request_.file.kind
                                                           : OutcomeKind::event;
    table.outcomes.assign(table.origins(), missing_float);
    table.history.assign(table.origins(), missing_float);
    for (const ForecastInput& input : request_.inputs) {
      InputColumns columns{input.name, std::vector<std::vector<float>>(input.features), input.baseline};
      for (auto& feature : columns.features) feature.assign(table.origins(), missing_float);
      out_.inputs.push_back(std::move(columns));
    }
  }

  // ---- one pair ----

  /// Whether it was read anew at each origin.
  bool read(std::size_t number) {
    const std::vector<CodedEvent> events = known_.coded(chosen_[number], {});
    add_outcomes(number, events);
    const std::span<const Period> periods = out_.table.periods;
    if (known_.are_in_time(events)) {
      read_periods(number, events, periods, 0);
      if (number % looked_into == 0)
        for (std::size_t part = 1; part <= looks; ++part) refuse_foresight(number, part * periods.size() / (looks + 1));
      return false;
    }
    for (std::size_t t = 0; t < periods.size(); ++t)
      read_periods(number, known_.coded(chosen_[number], periods[t].last_day()), periods.subspan(t, 1), t);
    return true;
  }

  void read_periods(std::size_t number, const std::vector<CodedEvent>& events, std::span<const Period> periods,
                    std::size_t first) {
    known_.with(pairs_.dyad(chosen_[number]), events, periods, [&](const KnownPair& pair) {
      std::vector<float> values;
      for (std::size_t i = 0; i < request_.inputs.size(); ++i) {
        values.assign(request_.inputs[i].features * periods.size(), missing_float);
        request_.inputs[i].read(pair, values);
        for (std::size_t f = 0; f < request_.inputs[i].features; ++f)
          place(std::span(values).subspan(f * periods.size(), periods.size()), number, first,
                out_.inputs[i].features[f]);
      }
    });
  }

  /// Gives every input only what was known at one origin: it must return the same value, or it has looked ahead.
  void refuse_foresight(std::size_t number, std::size_t t) const {
    const std::span<const Period> period(&out_.table.periods[t], 1);
    const std::vector<CodedEvent> events = known_.coded(chosen_[number], period.front().last_day());
    known_.with(pairs_.dyad(chosen_[number]), events, period, [&](const KnownPair& pair) {
      if (!pair.acts.empty()) return;
      for (std::size_t i = 0; i < request_.inputs.size(); ++i) {
        std::vector<float> values(request_.inputs[i].features, missing_float);
        request_.inputs[i].read(pair, values);
        for (std::size_t f = 0; f < values.size(); ++f)
          if (!is_same(values[f], out_.inputs[i].features[f][t * chosen_.size() + number]))
            throw_invalid("inputs", request_.inputs[i].name,
                          "says the same of " + period.front().label() + " whatever comes after it");
      }
    });
  }

  void place(std::span<const float> values, std::size_t number, std::size_t first, std::vector<float>& column) const {
    for (std::size_t t = 0; t < values.size(); ++t) column[(first + t) * chosen_.size() + number] = values[t];
  }

  void add_outcomes(std::size_t number, std::span<const CodedEvent> events) {
    const std::span<const Period> periods = out_.table.periods;
    if (request_.outcome == OutcomeChoice::file) {
      const Dyad& dyad = out_.table.pairs[number];
      place(next_of(request_.file, dyad, periods), number, 0, out_.table.outcomes);
      place(known_past(past_of(request_.file, dyad, periods)), number, 0, out_.table.history);
      return;
    }
    const std::vector<double> severe = severe_by(number, events, request_.lag);
    const bool counts = request_.outcome == OutcomeChoice::severe;
    place(counts ? severe_next(severe) : escalations(severe), number, 0, out_.table.outcomes);
    const std::vector<double> by_then = request_.lag == 0 ? severe : severe_by(number, events, 0);
    place(std::vector<float>(by_then.begin(), by_then.end()), number, 0, out_.table.history);
  }

  /// Severe acts of each period, as they were known `lag` periods after it: a later report of the same act, which may
  /// be the one that counts now, takes nothing back and adds nothing.
  std::vector<double> severe_by(std::size_t number, std::span<const CodedEvent> events, std::size_t lag) const {
    const std::span<const Period> periods = out_.table.periods;
    if (known_.are_in_time(events)) return known_.severe(events, periods);
    std::vector<double> out;
    for (std::size_t t = 0; t < periods.size(); ++t) {
      const auto then = known_.coded(chosen_[number], later(periods[t], lag).last_day());
      out.push_back(known_.severe(then, periods.subspan(t, 1)).front());
    }
    return out;
  }

  /// The period so many after this one.
  static Period later(Period period, std::size_t lag) {
    for (std::size_t i = 0; i < lag; ++i) period = period.next();
    return period;
  }

  /// An outcome from a file is known once its lag has passed.
  std::vector<float> known_past(std::vector<float> past) const {
    const std::size_t lag = std::min(request_.lag, past.size());
    std::rotate(past.begin(), past.end() - static_cast<std::ptrdiff_t>(lag), past.end());
    std::fill_n(past.begin(), lag, missing_float);
    return past;
  }

  const DyadRows& pairs_;
  const ComparisonRequest& request_;
  KnownPairs known_;
  std::vector<std::size_t> chosen_;
  ComparisonColumns out_;
};

}  // namespace

ComparisonColumns comparison_columns(const DyadRows& pairs, const ComparisonRequest& request) {
  check(request);
  return Builder(pairs, request).build();
}

}  // namespace detente
