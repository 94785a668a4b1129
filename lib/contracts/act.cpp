#include "detente/contracts/act.hpp"

namespace detente {

std::vector<Day> days_of_observation(const Act& act) {
  const std::int64_t parts = act.date.kind == SpanKind::throughout ? act.count : 1;
  if (parts == 1) return {act.date.middle()};
  std::vector<Day> days;
  const std::int64_t length = act.date.days();
  for (std::int64_t i = 0; i < parts; ++i)
    days.push_back(act.date.first + static_cast<std::int32_t>((2 * i + 1) * length / (2 * parts)));
  return days;
}

}  // namespace detente
