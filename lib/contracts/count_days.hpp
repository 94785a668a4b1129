#pragma once
/// \file
/// Events by day, of rows that may be kept elsewhere than in their log.

#include <map>
#include <optional>
#include <span>

#include "detente/contracts/event_log.hpp"

namespace detente::detail {

/// Adds the events of these rows, each on its middle day, to the counts.
void count_days(const EventLog& log, std::span<const EventRow> rows, std::optional<Day> as_of,
                std::map<Day, double>& counts);

}  // namespace detente::detail
