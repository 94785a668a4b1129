#pragma once
/// \file
/// Who answers whom, as JSON (component detente::json, if detente::fit is built too). The keys, in order:
///
/// - `source`, `target`, `days`, `ties`, `same_day`
/// - `sides`: [{`name`, `events`, `half_life`, `half_life_error` (both of responses to it), `residuals`}]
/// - `ratios`: [{`who`, `whom`, `ratio`, `standard_error`, `under_drift`, `from_dates`}]
/// - `spectral_radius`, `drift_pieces`
/// - `fit`: {`status`, `why`, `placings`, `failed`, `gain`}
/// - `tests`: {`any`, `answers`}, each {`p_value`, `gain`, `chance_gain`, `replicates`} or null
/// - `caveats`, `provenance`
///
/// `residuals` is {`count`, `mean`, `variance`, `distance`, `p_value`}.

#include <string>

#include "detente/fit/tables/reciprocity_table.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The schema is reciprocity.schema.json.
std::string reciprocity_json(const ReciprocityView& view);

}  // namespace detente
#pragma GCC visibility pop
