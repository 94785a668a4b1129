#include "detente/questions/comparison/forecast_table.hpp"

#include <cmath>

#include "detente/ground/error.hpp"

namespace detente {
namespace {

void check_length(std::string_view column, std::size_t length, const ForecastTable& table) {
  if (length != table.origins())
    throw_invalid(column, std::to_string(length) + " rows",
                  "is as long as pairs × periods, " + std::to_string(table.origins()));
}

}  // namespace

void require_sound(const ForecastTable& table) {
  if (table.complete_after == 0) throw_invalid("complete_after", "0", "is at least 1 period");
  check_length("outcomes", table.outcomes.size(), table);
  check_length("history", table.history.size(), table);
  const bool counts = table.kind == OutcomeKind::count;
  for (const float y : table.outcomes) {
    if (std::isnan(y)) continue;
    if (counts && (y < 0 || y != std::floor(y))) throw_invalid("outcomes", y, "is a count: 0, 1, 2 …");
    if (!counts && y != 0 && y != 1) throw_invalid("outcomes", y, "is 0 or 1");
  }
}

void require_sound(const ForecastTable& table, const InputColumns& input) {
  for (const auto& feature : input.features) check_length(input.name, feature.size(), table);
}

}  // namespace detente
