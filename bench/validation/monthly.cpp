#include "validation/monthly.hpp"

#include <limits>

namespace validation {

std::vector<Monthly> monthly(const ComparisonColumns& columns) {
  std::vector<Monthly> out;
  const std::size_t pairs = columns.table.pairs.size();
  for (const InputColumns& input : columns.inputs) {
    Monthly series{input.name, columns.table.pairs, columns.table.periods, {}};
    for (std::size_t p = 0; p < pairs; ++p) {
      std::vector<double>& values = series.values[columns.table.pairs[p]];
      for (std::size_t t = 0; t < columns.table.periods.size(); ++t)
        values.push_back(t < warm_up_months ? std::numeric_limits<double>::quiet_NaN()
                                            : static_cast<double>(input.features.front()[t * pairs + p]));
    }
    out.push_back(std::move(series));
  }
  return out;
}

std::vector<ForecastInput> looked_at() {
  return {model_input("two_speed", "two_speed"), model_input("latent_level", "latent_level"),
          model_input("decayed_sum", "decayed_sum"), model_input("hostile sum, half-life 60 days", fading_sum),
          detente::hostile_count_input()};
}

}  // namespace validation
