#pragma once
/// \file
/// Episodes as JSON (component detente::json). Missing is null. The keys, in order:
///
/// - `source`, `target`, `names`, `direction`, `first_day`, `last_day`
/// - `path` (heat or level), `delta`
/// - `phases`: as in the document of an index, each with its `agreement`
/// - `shifts`: {`every`, `change_in`, `rule`, `penalty`, `inflation`, `autocorrelation`, `noise_sd`, `periods`
///   [{`period`, `value`}], `found` [{`period`, `first_day`, `before`, `after`, `sd_before`, `sd_after`,
///   `periods_before`, `periods_after`, `causes` [{`code`, `label`, `before`, `after`}], `others`}]}
/// - `breaks`: [{`day`, `source`, `target`, `residual`}]
/// - `unknown_codes`, `provenance`

#include <string>

#include "detente/questions/change/episode_report.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The schema is episodes.schema.json.
std::string episodes_json(const EpisodeReport& report);

}  // namespace detente
#pragma GCC visibility pop
