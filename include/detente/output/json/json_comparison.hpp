#pragma once
/// \file
/// Which forecasts are better, as JSON (component detente::json). A missing value is null. The keys, in order:
///
/// - `outcome`, `kind`, `first`, `last`, `periods`, `forecasts`, `came`
/// - `burn_in`, `refit`, `warm_up`, `draws`, `seed`, `best_baseline`, `against`, `eras`, `pairs`
/// - `inputs`, each with all its scores, reliability steps, PIT heights and paired difference
/// - `caveats`, `provenance`

#include <string>

#include "detente/output/text/comparison_table.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The schema is compare.schema.json.
std::string comparison_json(const ComparisonView& view);

}  // namespace detente
#pragma GCC visibility pop
