#pragma once
/// \file
/// From events to the table of a comparison: one pass over each pair gives the value of every input at the end of every
/// period, and the outcomes. Pairs are shared out among the cores; each writes only its own cells, so the number of
/// threads cannot affect the result.
///
/// ```cpp
/// const ComparisonRequest request{.scoring = scoring,
///                                 .inputs = {event_count_input(), level_input(catalogue, model)}};
/// ComparisonColumns columns = comparison_columns(pairs, request);
/// Comparison found = compare(columns.table, columns.inputs, request.options);
/// ```
///
/// *No look-ahead.* At an origin, inputs and the outcome's own past know what was reported by its last day. An outcome
/// counts what was reported by `lag` periods after the period in which it happened, and is fitted to once that time
/// has passed; later reports are not counted at all. A report that repeats or corrects an act counts from its own day
/// on, so it takes nothing back from what was known before, and neither does one-a-day that prefers it.
///
/// A user's input that looks past an origin is refused if a spot check (every sixteenth pair, eight origins) shows it.
///
/// If a pair has a report later than the period of its event, or several versions of an event, the pair is coded and
/// read anew at each origin: O(origins × events) instead of one pass.
///
/// All pairs have all periods: a pair without reports is calm as far as the source can tell. Memory: 4 bytes for each
/// origin and column.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "detente/engines/dyad_rows.hpp"
#include "detente/questions/comparison/comparison.hpp"
#include "detente/questions/comparison/forecast_input.hpp"
#include "detente/questions/comparison/outcomes.hpp"
#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What is forecast: severe acts, escalations, or what a file says.
enum class OutcomeChoice : std::uint8_t { severe, escalation, file };

/// What is compared, on which pairs.
struct ComparisonRequest {
  /// How events are coded; its model and its scale are not used.
  Scoring scoring;
  /// Baselines are added to them.
  std::vector<ForecastInput> inputs = {};
  /// What is forecast.
  OutcomeChoice outcome = OutcomeChoice::severe;
  OutcomeFile file = {};  ///< for `OutcomeChoice::file`, whose periods must be `every`
  PeriodKind every = PeriodKind::month;
  /// How many whole periods after its own an outcome may still be reported in.
  std::size_t lag = 0;
  /// Pairs to use; if empty, every pair with `least_events` events after the rules.
  std::vector<Dyad> pairs = {};
  /// Of a pair, to be used without being named.
  std::size_t least_events = 200;
  /// The days that reports cover, `to` exclusive; by default from the first to the last event of these pairs.
  std::optional<Day> from = {};
  std::optional<Day> to = {};
  std::string issue = {};
  /// Of the comparison.
  CompareOptions options = {};
};

/// What `compare` takes, from one pass over the events.
struct ComparisonColumns {
  /// Pairs, periods and outcomes.
  ForecastTable table;
  /// Of the request, in its order, after the baselines.
  std::vector<InputColumns> inputs;
  std::size_t events = 0;     ///< of these pairs, after the rules
  std::size_t too_few = 0;    ///< pairs left out because they have too few events
  std::size_t read_anew = 0;  ///< pairs that were read anew at each origin
};

/// Throws `std::invalid_argument` for a request out of range, an input without a function or one that looks ahead, or a
/// codebook that marks no code as severe; `InputError` if a pair is missing or none has enough events.
ComparisonColumns comparison_columns(const DyadRows& pairs, const ComparisonRequest& request);

}  // namespace detente
#pragma GCC visibility pop
