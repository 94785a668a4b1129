#pragma once
/// \file
/// Days as people and spreadsheets write them, for whoever is told that a date is none: what they should have written.
///
///     date_hint("25/10/2021");   // "write 2021-10-25"
///     date_hint("05/10/2021");   // "write 2021-10-05 or 2021-05-10, whichever is meant"
///     date_hint("45935");        // "as a spreadsheet counts days it is 2025-10-05: write that"
///     date_hint("next week");    // ""

#include <string>
#include <string_view>

namespace detente::detail {

/// What to write in place of `text`, which is no date, as a phrase; "" if it looks like no day.
std::string date_hint(std::string_view text);

}  // namespace detente::detail
