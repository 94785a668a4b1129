#pragma once
/// \file
/// Recognises dates as people and spreadsheets write them (values/written_date.hpp), so that the message about a bad
/// date can say what to write instead.
///
///     date_hint("Oct 25, 2021");   // "did you mean 2021-10-25?"
///     date_hint("05/10/2021");   // "did you mean 2021-10-05 (day first) or 2021-05-10 (month first)?"
///     date_hint("45935");        // "as a spreadsheet counts days it is 2025-10-05: write that"
///     date_hint("next week");    // ""

#include <string>
#include <string_view>

namespace detente::detail {

/// What to write instead of `text`, which is not a date, as a phrase; "" if it does not look like a day.
std::string date_hint(std::string_view text);

}  // namespace detente::detail
