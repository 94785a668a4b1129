#pragma once
/// \file
/// A scenario's forecast as a table for people and as CSV. (JSON is json_forecast.hpp.)

#include <string>

#include "detente/output/wording/headline.hpp"
#include "detente/questions/ahead/scenario.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The fan at the ends of weeks (of several weeks, if it is long) and on the last day, with what it rests on; then each
/// outcome on the last day; then what it comes to, in a sentence.
std::string scenario_table(const ScenarioForecast& found, Script script = Script::unicode);

/// "By 28 February 2026: 60 to 82 with a chance of 90 %, middle 70. White House meeting: warm 68, flat 71, rupture 81."
std::string scenario_sentence(const ScenarioForecast& found);

/// `scheduled,outcome,probability,day,silent,lowest,low,middle,high,highest`, one row a day: first the mixture, without
/// a scheduled event, then each outcome; one without a name is that nothing comes of it.
std::string scenario_csv(const ScenarioForecast& found);

}  // namespace detente
#pragma GCC visibility pop
