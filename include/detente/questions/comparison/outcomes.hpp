#pragma once
/// \file
/// The outcomes that forecasts are judged by, for each period of one pair. NaN is missing: that period is neither
/// fitted to nor judged.
///
/// - *Severe*: how many severe acts (severe_counts.hpp) the next period has, rounded to a whole number.
/// - *Escalation*: whether the worst of the next three periods has at least 3 + 2 m severe acts, with m their mean over
///   the twelve periods up to this one (fewer at the start). Missing if this period has already reached 3 + 2 m of the
///   period before: what has already happened cannot be forecast.
/// - *A file* of the user: `pair,period,outcome`, to be forecast at the end of the period before.
///
/// Severe acts come from the same reports as the inputs, so forecasting them shows that what is reported persists; it
/// is not independent evidence. Disputes, deaths or dated crises in a file are.

#include <map>
#include <span>
#include <string>
#include <vector>

#include "detente/ground/period.hpp"
#include "detente/questions/comparison/forecast_table.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How many periods ahead a severe outcome and an escalation look.
constexpr std::size_t severe_ahead = 1, escalation_ahead = 3;

/// The outcome from the severe acts of each period.
std::vector<float> severe_next(std::span<const double> severe);
/// Whether the worst of the next three periods is far above what came before: 0 or 1; NaN where this period is already,
/// and where the three are not over.
std::vector<float> escalations(std::span<const double> severe);

/// Outcomes of a file, by pair and period.
struct OutcomeFile {
  OutcomeKind kind = OutcomeKind::count;
  PeriodKind every = PeriodKind::month;
  std::map<Dyad, std::map<Day, double>> values;  ///< by the canonical pair and the period's first day
  std::string name;
};
/// Reads `pair,period,outcome` with a header, in any order: `ISR:PAL,2002-04,41`. If all values are 0 or 1 they are
/// events, else counts. Throws `InputError` with file and line for a row that cannot be read, a pair's period that
/// occurs twice, periods of several kinds, or an outcome that is not a count.
OutcomeFile read_outcomes(const std::string& path);
/// The file's outcome for the period after each; missing where the file has none.
std::vector<float> next_of(const OutcomeFile& file, const Dyad& pair, std::span<const Period> periods);
/// The file's outcome for each period itself: the outcome's own past.
std::vector<float> past_of(const OutcomeFile& file, const Dyad& pair, std::span<const Period> periods);

}  // namespace detente
#pragma GCC visibility pop
