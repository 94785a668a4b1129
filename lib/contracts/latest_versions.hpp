#pragma once
/// \file
/// An event may be reported again and again. Which of its reports stands on a day is chosen here and nowhere else.

#include <optional>
#include <span>
#include <vector>

#include "detente/contracts/event_log.hpp"

namespace detente::detail {

/// Latest version of each event among those known by the as-of day. Of two equal reports the first to arrive stays,
/// which only happens to events without ids, and those have keys of their own.
std::vector<const EventRow*> latest_versions(const EventLog& log, std::span<const EventRow> rows,
                                             std::optional<Day> as_of);

}  // namespace detente::detail
