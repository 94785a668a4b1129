#pragma once
/// \file
/// Calibrations and forecasts as JSON (component detente::json). Missing is null.
///
/// - forecast: `source`, `target`, `day` (the last known), `last_day`, `index`, `outlook`, `own_history` and
///   `own_last_year` {`months`, `share`, `mean`}, `pasts`, `fan` [{`day`, `silent`, `lowest`, `low`, `middle`, `high`,
///   `highest`}], `provenance`
/// - scenario: `source`, `target`, `direction`, `day`, `last_day`, `index`, `pasts`, `whole_pasts`, `combinations`,
///   `fan` as in a forecast, `outcomes` [{`scheduled`, `outcome` (null: nothing comes of it), `probability`, `path`
///   as a fan}], `provenance`
/// - calibration: `name`, `hash`, `first`, `last`, `coding`, `pairs`, `months`, `severe_months`, `chance` and `count`
///   {`at`, `error`, `log_likelihood`}, `dispersion`, `bins`
/// - outlook, in a forecast and in the document of an index: `day`, `standing`, `why`, `calibration`, `hash`, `chance`,
///   `expected`, `near` (a bin)
/// - bin: `from`, `to`, `months`, `chance` (said), `share` (came), `pairs`, `lowest`, `highest`, `expected`, `counted`

#include <string>

#include "detente/questions/ahead/forecast.hpp"
#include "detente/questions/ahead/scenario.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The schema is forecast.schema.json.
std::string forecast_json(const Forecast& forecast);
/// The schema is scenario.schema.json.
std::string scenario_json(const ScenarioForecast& found);
/// The schema is calibrate.schema.json.
std::string calibration_json(const Calibration& calibration);

}  // namespace detente
#pragma GCC visibility pop
