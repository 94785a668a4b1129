#pragma once
/// \file
/// What every question starts from: one relation, how its events are scored, and over which days. It is prepared once
/// and used many times.

#include <optional>
#include <span>
#include <vector>

#include "detente/contracts/coding.hpp"
#include "detente/contracts/index_series.hpp"
#include "detente/contracts/source_profile.hpp"
#include "detente/engines/score.hpp"
#include "detente/models/any_model.hpp"
#include "detente/scales/scale.hpp"

namespace detente {

/// How a relation is scored. Defaults are those of a chronology.
struct Scoring {
  Codebook codebook;
  AnyModel model;
  Scale scale = {};
  CodingRules rules = {};
  DirectionChoice direction = DirectionChoice::both;
  /// Whether a row's own score overrides the codebook's.
  bool own_scores = true;
  /// The profile of the source, if the model uses one, for results to report. The numbers in use are the model's own
  /// parameters.
  std::optional<SourceProfile> profile = {};
  /// First day that the source covers, for any pair; if unknown, results say nothing about warming up.
  std::optional<Day> covered_from = {};
  /// The day after the last one that it covers; if unknown, results do not say which days are not reported yet.
  std::optional<Day> covered_to = {};
};

/// The first day on which the model has seen enough of the source; nothing if it needs no time, or if the source's
/// first day is not known.
std::optional<Day> warm_from(const Scoring& scoring);
/// Whether the model still warms up on the day. Such levels are low: leave them out of fits, comparisons and peaks.
bool is_warming_up(const Scoring& scoring, Day day);

/// The acts of one relation, and the days from its first event to the end of the last requested period.
struct History {
  Coding coding;
  /// Every day from the first possible day of any act (or `from`, if earlier) to the last day requested; acts that are
  /// separated from `from` by a long silence are left out.
  std::vector<Day> days;
  /// The days that results show: [first, end).
  Window shown;
};

/// The dates of acts, by first day.
std::vector<DateSpan> dates_of(std::span<const Act> acts);

/// The days that results show for acts, of which there is at least one; empty (end before first) if there are no such
/// days. `from` and `to` (exclusive) widen or narrow them; by default they run over the calendar periods of kind
/// `every` that hold the first and the last act, within the calendar, and an as-of day is the last.
Window shown_days(std::span<const Act> acts, PeriodKind every, std::optional<Day> as_of, std::optional<Day> from,
                  std::optional<Day> to);

/// Codes the log and fixes the days (`shown_days`).
/// Throws `InputError` if the log has no event of the dyad (naming the dyads it has), none with a known code (naming
/// the nearest known codes), or a silence of more than a century among the days that would be shown (naming the event
/// behind it; long_silence.hpp), `std::invalid_argument` if the coding rules are not those that the model requires.
History prepare(const EventLog& log, const Selection& selection, const Scoring& scoring, PeriodKind every,
                std::optional<Day> from = {}, std::optional<Day> to = {});

/// The history of acts that have already been coded, of which there is at least one. `days` is empty if nothing is
/// shown.
History history_of(Coding coding, PeriodKind every, std::optional<Day> as_of, std::optional<Day> from,
                   std::optional<Day> to);

/// The calendar periods of kind `every` that results show, the first and the last cut to what is shown.
std::vector<Period> shown_periods(const History& history, PeriodKind every);

/// For each period, the number of events whose day of observation falls into it; only acts of the chosen direction that
/// can have occurred. O(acts log periods).
std::vector<std::size_t> events_in(std::span<const Period> periods, std::span<const Act> acts,
                                   DirectionChoice direction);
/// The number of the period that holds the day, or nothing. The periods must be consecutive.
std::optional<std::size_t> period_with(std::span<const Period> periods, Day day);

/// The selection and scoring as provenance; sources, band and assumptions are still empty.
Provenance provenance_of(const Selection& selection, const Scoring& scoring);
/// How many acts an assumption concerns.
struct Assumptions {
  std::size_t no_report = 0, vague = 0, throughout = 0, doubtful = 0;
  std::vector<std::string> sentences() const;
};
Assumptions assumptions_of(const Coding& coding);
/// The index of one side alone, on its own scale; missing on a scale that is relative to the whole.
std::vector<std::optional<double>> side_path(const SidedReadings& readings, std::span<const Day> days,
                                             const Scoring& scoring, DirectionChoice side);

/// Index of each day under a scoring: the chosen direction's level on the scale.
struct IndexPath {
  std::vector<std::optional<double>> levels;
  std::vector<std::optional<double>> index;
};
IndexPath index_path(const SidedReadings& readings, std::span<const Day> days, const Scoring& scoring);

/// The model's second reading on the index scale, by day of the history; missing for a model that has none.
std::vector<std::optional<double>> heat_path(const History& history, const IndexPath& path, const Scoring& scoring);
/// Points of the measures in force by day of the history, for the chosen direction or for both together; missing if the
/// codebook defines no measures.
std::vector<std::optional<double>> measures_path(const History& history, const Scoring& scoring);

/// The value of each period: the index of its last day, the mean of its days, or its tensest day. `index[i]` belongs to
/// `days[i]`; missing if no day of the period has a value (for `end`: if its last day has none).
std::vector<std::optional<double>> sample_periods(std::span<const Period> periods, SampleAt at,
                                                  std::span<const Day> days,
                                                  std::span<const std::optional<double>> index);

}  // namespace detente
