#pragma once
/// \file
/// Recognises days as people and spreadsheets write them, so that the message about a bad date can say what to write
/// instead.
///
///     date_hint("25/10/2021");   // "write 2021-10-25"
///     date_hint("05/10/2021");   // "write 2021-10-05 or 2021-05-10, whichever is meant"
///     date_hint("45935");        // "as a spreadsheet counts days it is 2025-10-05: write that"
///     date_hint("next week");    // ""

#include <string>
#include <string_view>

namespace detente::detail {

/// What to write instead of `text`, which is not a date, as a phrase; "" if it does not look like a day.
std::string date_hint(std::string_view text);

}  // namespace detente::detail
