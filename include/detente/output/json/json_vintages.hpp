#pragma once
/// \file
/// Vintages as JSON (component detente::json). The keys, in order:
///
/// - `source`, `target`, `direction`, `every`, `at`, `vintages`: [day], `acts`, `assumed_reported`,
///   `not_shared_out`: why lines have no points, or null
/// - `summary`, null if no value could have been revised: {`values`, `revised`, `moved` (shares), `bias`,
///   `mean_absolute`, `root_mean_square`, `largest` (index points), `largest_period`, `settled_median`,
///   `settled_ninety` (days), `by_lag`: [{`periods`, `values`, `revised`, `bias`, `mean_absolute`}]}
/// - `periods`: [{`period`, `first_day`, `last_day`, `first`, `first_as_of`, `latest`, `revision`, `settled_lag`,
///   `revisions`: [{`from`, `to`, `lag`, `before`, `after`, `revision`, `remainder`, `lines`: [{`cause`, `date`,
///   `reported`, `source`, `target`, `code`, `id`, `object`, `note`, `url`, `level`, `index`}]}]}]
/// - `unknown_codes`, `provenance`

#include <string>

#include "detente/output/text/vintages_table.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The schema is vintages.schema.json.
std::string vintages_json(const VintagesView& view);

}  // namespace detente
#pragma GCC visibility pop
