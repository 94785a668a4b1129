#pragma once
/// \file
/// A ranking of pairs as JSON (component detente::json). The keys, in order:
///
/// - `day`, `since`, `sort`, `direction`, `with_index`, `not_ranked`, `without_index`, `warming_up_until`
/// - `calibration`: {`name`, `standing`, `why`}, or null
/// - `pairs`: [{`rank` (null without one), `doubt`, `source`, `target`, `index`, `word`, `level`, `support`, `before`,
///   `before_support`, `change`, `silence`, `acts` [{`label`, `day`, `source`, `target`, `change`}], `others`, `more`,
///   `chance`, `expected`, `first_day`, `events`}]
/// - `names`, `unknown_codes` [{`code`, `events`}], `provenance`

#include <string>

#include "detente/questions/index/ranking.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The schema is ranking.schema.json.
std::string ranking_json(const Ranking& ranking);

}  // namespace detente
#pragma GCC visibility pop
