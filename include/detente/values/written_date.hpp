#pragma once
/// \file
/// Dates as people write them, in a layout that the reader was told: they become EDTF (date_span.hpp), which says the
/// same without a doubt. No layout is guessed, because 05/10/2021 is a day in May for half of the world.
///
/// ```cpp
/// edtf_of("Oct 25, 2021", DateLayout::words).value();      // → "2021-10-25"
/// edtf_of("25–27 October 2021", DateLayout::words).value();   // → "2021-10-25/2021-10-27"
/// edtf_of("25/10/2021", DateLayout::dmy).value();          // → "2021-10-25"
/// edtf_of("25/10/2021", DateLayout::mdy).rule();           // → "with the month first there is no month 25"
/// ```
///
/// | layout | takes, beside EDTF |
/// |---|---|
/// | `words` | English months, or three letters and more of them; ranges; the phrases below; `2021/10/25` |
/// | `dmy` | all of these, and days as numbers with the day first: `25/10/2021`, `25.10.2021`, `25-10-2021` |
/// | `mdy` | the same with the month first: `10/25/2021` |
///
/// | phrase | EDTF |
/// |---|---|
/// | `early`, `mid`, `late` with a year | one unknown day of its first, second, last four months |
/// | the same with a month | of days 1 to 10, 11 to 20, 21 to the end |
/// | `spring 2017`, `summer`, `autumn` or `fall`, `winter` | the seasons 21 to 24 |
/// | `Q3 2021`, `first half of 2021`, `the 1990s` | one unknown day of it |
/// | `about`, `around`, `circa`, `c.`, `?` | `~` |
/// | `2008–2023`, `May to July 2021`, `28 Dec – 3 Jan 2022` | throughout |
/// | `since 2017`, `2017–`, `2017 – present` | throughout, and not over yet |
///
/// The time of day, the day of the week and a footnote's mark are left out. What is refused is refused for a reason:
/// no year, a year of two digits, two days that are no range, a word that belongs to no date, "before" and "by", which
/// name no first day.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "detente/values/date_span.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// How dates are written: EDTF, words, or digits with the day or the month first.
enum class DateLayout : std::uint8_t { edtf, words, dmy, mdy };
/// "edtf", "words", "dmy", "mdy".
std::string_view to_text(DateLayout layout);
/// "edtf", "words", "dmy" or "mdy"; nothing for another word.
std::optional<DateLayout> parse_date_layout(std::string_view text);

/// The date in EDTF, or the rule that it breaks. Text that is EDTF comes back as it is, in every layout. O(length²).
Parsed<std::string> edtf_of(std::string_view written, DateLayout layout);
/// `parse_date_span` of a date in a layout.
Parsed<DateSpan> parse_date_span(std::string_view written, DateLayout layout);

}  // namespace detente
#pragma GCC visibility pop
