#include "detente/contracts/day_totals.hpp"

#include "contracts/count_days.hpp"
#include "contracts/latest_versions.hpp"
#include "contracts/log_internals.hpp"

namespace detente {
using namespace detail;

Exposure totals_of(const EventLog& log, std::optional<Day> as_of) {
  std::map<Day, double> counts;
  const detail::SettledRows settled(log);
  for (const EventRow* row : detail::latest_versions(log, settled, as_of)) ++counts[log.date(*row).middle()];
  return Exposure(std::vector<std::pair<Day, double>>(counts.begin(), counts.end()));
}

void detail::count_days(const EventLog& log, std::span<const EventRow> rows, std::optional<Day> as_of,
                        std::map<Day, double>& counts) {
  for (const EventRow* row : detail::latest_versions(log, rows, detail::LogInternals::versions(log), as_of))
    ++counts[log.date(*row).middle()];
}

}  // namespace detente
