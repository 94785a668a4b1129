#pragma once
/// \file
/// What forecasts are held against, by period of one pair. Not a number is missing: that period is neither learnt from
/// nor judged.
///
/// - *Severe*: how many severe acts (severe_counts.hpp) the next period has, rounded to a whole number.
/// - *Escalation*: whether the worst of the next three periods has at least 3 + 2 m severe acts, with m their mean over
///   the twelve periods up to this one (fewer at the start). Missing where this period has reached 3 + 2 m of the
///   period before: what has come already cannot be foreseen.
/// - *A file* of one's own: `pair,period,outcome`, what is to be foretold at the end of the period before.
///
/// Severe acts come from the reports that the inputs are made of; foreseeing them shows that what is reported goes on,
/// and is no independent proof. Disputes, deaths or dated crises in a file are.

#include <map>
#include <span>
#include <string>
#include <vector>

#include "detente/ground/period.hpp"
#include "detente/questions/comparison/forecast_table.hpp"

namespace detente {

/// Periods ahead that a severe outcome and an escalation look.
constexpr std::size_t severe_ahead = 1, escalation_ahead = 3;

/// Of the severe acts of each period.
std::vector<float> severe_next(std::span<const double> severe);
std::vector<float> escalations(std::span<const double> severe);

/// Outcomes of a file, by pair and period.
struct OutcomeFile {
  OutcomeKind kind = OutcomeKind::count;
  PeriodKind every = PeriodKind::month;
  std::map<Dyad, std::map<Day, double>> values;  ///< by the canonical pair and the period's first day
  std::string name;
};
/// Reads `pair,period,outcome` with a header, in any order: `ISR:PAL,2002-04,41`. All 0 and 1 are events, else counts.
/// Throws `InputError` with file and line for a row that cannot be read, one pair's period twice, periods of several
/// kinds, or an outcome that is no count.
OutcomeFile read_outcomes(const std::string& path);
/// What the file says of the period after each; missing where it says nothing.
std::vector<float> next_of(const OutcomeFile& file, const Dyad& pair, std::span<const Period> periods);
/// What it says of each period itself: the outcome's own past.
std::vector<float> past_of(const OutcomeFile& file, const Dyad& pair, std::span<const Period> periods);

}  // namespace detente
