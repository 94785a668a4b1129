#pragma once
/// \file
/// What inputs say at the end of every month, as plain series.

#include <map>
#include <string>
#include <vector>

#include "detente/ground/period.hpp"
#include "validation/levant.hpp"

namespace validation {

/// One input's values by pair and month; not a number where it has none.
struct Monthly {
  std::string name;
  std::vector<Dyad> pairs;
  std::vector<detente::Period> months;
  std::map<Dyad, std::vector<double>> values;
};

/// Of the inputs' first features, the warm-up left out (not a number).
std::vector<Monthly> monthly(const ComparisonColumns& columns);

/// `two_speed`, `latent_level`, `decayed_sum`, a fading hostile sum and the count of hostile events: what the plan
/// looks at beside the forecasts.
std::vector<ForecastInput> looked_at();

}  // namespace validation
