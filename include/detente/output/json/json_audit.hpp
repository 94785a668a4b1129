#pragma once
/// \file
/// A check with its audit as JSON (component detente::json): `files` as in json.hpp, then `audit` with these keys, in
/// order:
///
/// - `day`, `events`, `codebook`, `codebook_hash`, `older_versions`, `assumed_reported`, `within_one_actor`
/// - `rolled_up`: [{`actor`, `parent`, `events`}]
/// - `mirrored_pairs`, `repeats`
/// - `lags`: [{`days`, `events`}]
/// - `actors`, `dyads`, `codes`: [{`name`, `events`}]
/// - `unknown`: [{`code`, `events`, `first`, `suggestions`}]
/// - `open_measures`: [{`opening`, `measure`, `object`, `points`, `age`}]
/// - `closings_without_opening`, `outcome_not_coded`, `third_parties`, `idle_until`, `reported_before`: [an event]
/// - `likely_duplicates`: [[an event, another]]
/// - `not_listed`: {for each list from `open_measures` on, how many more findings there are than it holds}
/// - `look_alikes`, `object_look_alikes`: [[{`name`, `events`}]]
///
/// An event is {`line`, `id`, `day`, `source`, `target`, `code`}.

#include <span>
#include <string>

#include "detente/questions/coding/audit.hpp"
#include "detente/readers/damage.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The schema is check.schema.json.
std::string check_json(std::span<const FileReport> files, const Audit& audit);

}  // namespace detente
#pragma GCC visibility pop
