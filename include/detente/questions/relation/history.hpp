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

#pragma GCC visibility push(default)
namespace detente {

/// How a relation is scored. Defaults are those of a chronology.
struct Scoring {
  Codebook codebook;
  AnyModel model;
  /// On which the level is read.
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
  /// The acts of the pair, and what was not scored.
  Coding coding;
  /// Every day from the first possible day of any act (or `from`, if earlier) to the last day requested; acts that are
  /// separated from `from` by a long silence are left out.
  std::vector<Day> days;
  /// The days that results show: [first, end).
  Window shown;
};

/// Codes the log and fixes the days that results show. `from` and `to` (exclusive) widen or narrow them; by default
/// they run over the calendar periods of kind `every` that hold the first and the last act, within the calendar, and
/// an as-of day is the last. Throws `InputError` if the log has no event of the dyad (naming the dyads it has), none
/// with a known code (naming the nearest known codes), or a silence of more than a century among the days that would
/// be shown (naming the event behind it), `std::invalid_argument` if the coding rules are not those that the model
/// requires.
History prepare(const EventLog& log, const Selection& selection, const Scoring& scoring, PeriodKind every,
                std::optional<Day> from = {}, std::optional<Day> to = {});

/// The history of acts that have already been coded, of which there is at least one. `days` is empty if nothing is
/// shown.
History history_of(Coding coding, PeriodKind every, std::optional<Day> as_of, std::optional<Day> from,
                   std::optional<Day> to);

/// The selection and scoring as provenance; sources, band and assumptions are still empty.
Provenance provenance_of(const Selection& selection, const Scoring& scoring);

/// Index of each day under a scoring: the chosen direction's level on the scale.
struct IndexPath {
  /// Points, by day.
  std::vector<std::optional<double>> levels;
  std::vector<std::optional<double>> index;
};
/// Levels and their index by day, in the direction of the scoring.
IndexPath index_path(const SidedReadings& readings, std::span<const Day> days, const Scoring& scoring);

}  // namespace detente
#pragma GCC visibility pop
