#pragma once
/// Days and spans as they are written.

#include <fmt/format.h>

#include <string>

#include <string_view>

#include "detente/values/date_span.hpp"

namespace detente::test {

inline Day day(std::string_view text) { return parse_day(text).value(); }
inline DateSpan span(std::string_view text) { return parse_date_span(text).value(); }
/// One day of January 2025 in short: "03" is 2025-01-03.
inline std::string jan(int d) { return fmt::format("2025-01-{:02}", d); }

}  // namespace detente::test
