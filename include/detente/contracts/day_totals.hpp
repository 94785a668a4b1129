#pragma once
/// \file
/// How many events a log has on each day. The volume rule divides by this.

#include <map>
#include <optional>
#include <span>

#include "detente/contracts/event_log.hpp"
#include "detente/contracts/exposure.hpp"

namespace detente {

/// How many events of the whole log, as known by the as-of day, fall on each day: each counts on its middle day.
Exposure totals_of(const EventLog& log, std::optional<Day> as_of = {});

/// Adds the events of these rows, each on its middle day, to the counts.
void count_days(const EventLog& log, std::span<const EventRow> rows, std::optional<Day> as_of,
                std::map<Day, double>& counts);

}  // namespace detente
