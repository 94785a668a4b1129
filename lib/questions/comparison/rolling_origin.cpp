#include "detente/questions/comparison/rolling_origin.hpp"

#include "detente/ground/error.hpp"
#include "questions/comparison/comparison_link.hpp"

namespace detente {
using namespace detail;
namespace {

using Features = std::vector<std::span<const float>>;

Features part(const InputColumns& input, std::size_t first, std::size_t end) {
  Features out;
  for (const auto& feature : input.features) out.push_back(std::span(feature).subspan(first, end - first));
  return out;
}

}  // namespace

void require_sound(const RollingOptions& options, const ForecastTable& table) {
  if (options.refit == 0) throw_invalid("refit", "0", "is at least 1 period");
  if (options.burn_in <= options.warm_up + table.complete_after)
    throw_invalid("burn_in", std::to_string(options.burn_in),
                  "is more than warm_up + complete_after, " + std::to_string(options.warm_up + table.complete_after) +
                      " periods");
  if (options.burn_in >= table.periods.size())
    throw_invalid("burn_in", std::to_string(options.burn_in),
                  "is less than the " + std::to_string(table.periods.size()) + " periods there are");
}

TrainingRows training_rows(const ForecastTable& table, const RollingOptions& options, std::size_t period) {
  return {options.warm_up * table.pairs.size(), (period + 1 - table.complete_after) * table.pairs.size()};
}

void rolling_origin(const ForecastTable& table, const InputColumns& input, const RollingOptions& options,
                    const std::function<void(const OriginForecasts&)>& take) {
  require_sound(table);
  require_sound(table, input);
  require_sound(options, table);
  const std::size_t pairs = table.pairs.size();
  ComparisonLink link;
  for (std::size_t t = options.burn_in; t < table.periods.size(); ++t) {
    if ((t - options.burn_in) % options.refit == 0) {
      const auto [first, end] = training_rows(table, options, t);
      const Features training = part(input, first, end);
      link = ComparisonLink(table.kind, {training, std::span(table.outcomes).subspan(first, end - first)}, link);
    }
    const auto out = link.forecast(part(input, t * pairs, (t + 1) * pairs), pairs);
    take({t,
          {out.means.data(), static_cast<std::size_t>(out.means.size())},
          {out.chances.data(), pairs},
          link.dispersion()});
  }
}

}  // namespace detente
