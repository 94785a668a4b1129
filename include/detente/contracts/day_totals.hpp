#pragma once
/// \file
/// How many events a log has on each day. The volume rule divides by this.

#include <optional>

#include "detente/contracts/event_log.hpp"
#include "detente/contracts/exposure.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How many events of the whole log, as known by the as-of day, fall on each day: each counts on its middle day.
Exposure totals_of(const EventLog& log, std::optional<Day> as_of = {});

}  // namespace detente
#pragma GCC visibility pop
