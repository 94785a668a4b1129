#pragma once
/// \file
/// Which days a file's events cover.

#include "detente/contracts/event_log.hpp"
#include "detente/readers/damage.hpp"

namespace detente {

/// Sets first day, last day and days without reports from the rows of the log from `first_row` on. O(n log n).
void count_days(const EventLog& log, std::size_t first_row, FileReport& report);

}  // namespace detente
