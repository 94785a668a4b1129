#pragma once
/// \file
/// The inputs' values at the end of every month, as plain series.

#include <map>
#include <string>
#include <vector>

#include "detente/ground/period.hpp"
#include "validation/levant.hpp"

namespace validation {

/// One input's values by pair and month; NaN if it has none.
struct Monthly {
  std::string name;
  std::vector<Dyad> pairs;
  std::vector<detente::Period> months;
  std::map<Dyad, std::vector<double>> values;
};

/// The inputs' first features, with NaN in the warm-up.
std::vector<Monthly> monthly(const ComparisonColumns& columns);

/// `two_speed`, `latent_level`, `decayed_sum`, a fading hostile sum and the count of hostile events: what the plan
/// examines besides the forecasts.
std::vector<ForecastInput> looked_at();

}  // namespace validation
