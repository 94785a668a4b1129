#pragma once
/// \file
/// Moments, for when something was received. The unit of events is the day (day.hpp); nothing is scored by a moment.
///
/// ```cpp
/// moment_text(Milliseconds(1764374400000));       // → "2025-11-29T00:00:00.000Z"
/// parse_moment("2025-11-29T14:30")->count();      // → 1764426600000
/// ```

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "detente/ground/parsed.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Since 1970-01-01 UTC.
using Milliseconds = std::chrono::duration<std::int64_t, std::milli>;

/// In UTC, to the millisecond; "out of range" outside the calendar.
std::string moment_text(Milliseconds moment);
/// Reads yyyy-mm-ddThh:mm, perhaps with seconds :ss or :ss.mmm, perhaps with Z behind; UTC in any case.
Parsed<Milliseconds> parse_moment(std::string_view text);

}  // namespace detente
#pragma GCC visibility pop
