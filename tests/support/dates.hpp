#pragma once
/// Days and spans as they are written.

#include <string_view>

#include "detente/values/date_span.hpp"

namespace detente::test {

inline Day day(std::string_view text) { return parse_day(text).value(); }
inline DateSpan span(std::string_view text) { return parse_date_span(text).value(); }

}  // namespace detente::test
