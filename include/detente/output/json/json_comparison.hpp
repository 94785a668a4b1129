#pragma once
/// \file
/// Which forecasts are better, as JSON (component detente::json): `outcome`, `periods`, `pairs`, `inputs` with all
/// their scores, reliability steps, PIT heights and paired differences, `caveats`, `provenance`. Missing is null.

#include <string>

#include "detente/output/text/comparison_table.hpp"

namespace detente {

std::string comparison_json(const ComparisonView& view);

}  // namespace detente
