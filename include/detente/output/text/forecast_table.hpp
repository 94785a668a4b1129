#pragma once
/// \file
/// A forecast of the next month as a table for people and as CSV. (JSON is json_forecast.hpp.)

#include <string>

#include "detente/output/wording/headline.hpp"
#include "detente/questions/ahead/forecast.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The index with its source profile, the three answers with what is known about each, then the fan at the ends of
/// weeks and of the month.
std::string forecast_table(const Forecast& forecast, Script script = Script::unicode);

/// Columns `answer,months,chance,expected,near_months,near_said,near_came,near_lowest,near_highest,standing`: a row for
/// the calibration, whose standing is "calibrated" or "in sample", `own` and `own_12`; a blank line; then
/// `day,silent,lowest,low,middle,high,highest`, one row per day.
std::string forecast_csv(const Forecast& forecast);

}  // namespace detente
#pragma GCC visibility pop
