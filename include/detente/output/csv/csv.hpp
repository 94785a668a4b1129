#pragma once
/// \file
/// Results as CSV for other programs: a header line, RFC 4180 quoting where a field needs it, lines ending in LF, ISO
/// days, `last_day` inclusive, shortest numbers that read back to the same bits, an empty field for a missing value.
///
/// A CSV is also looked at in a terminal, so control characters in a field are escaped as by `printable` (`\x1B`); line
/// ends and tabs stay. A field that a spreadsheet would take for a formula stays as it is, because other programs need
/// it unchanged; for spreadsheets use `spreadsheet_safe`.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "detente/contracts/event_finder.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/readers/damage.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The field as written in a CSV: quoted only if it contains a comma, a quote or a line end, or begins or ends with a
/// blank.
std::string csv_field(std::string_view text);

/// A CSV as the functions here write it, made harmless for a spreadsheet: a field that begins with `=`, `+`, `-`, `@`
/// (also their full-width forms), a tab or a line end gets an apostrophe in front, which tells spreadsheets that it is
/// text. Blanks at the beginning do not hide such a character. Numbers stay numbers. O(length).
///
/// ```cpp
/// spreadsheet_safe("name,index\n=1+1,-2.5\n");   // → "name,index\n'=1+1,-2.5\n"
/// ```
std::string spreadsheet_safe(std::string_view csv);

/// `source,target,period,first_day,last_day,index,lower,upper,level,heat,measures,events,support,warming_up`; heat is
/// on the index scale, level and measures are points. Source and target are the canonical pair unless one direction was
/// requested. `warming_up` is `true` where the model has not seen enough of the source yet and reads low, else `false`;
/// empty for a model that needs no time. `,first,first_as_of,revision` follow where first values were asked for: what
/// was published, as known on which day, and the index minus it. All series have them or none.
std::string index_csv(std::span<const IndexSeries> series);
/// The header and the rows of one series.
std::string index_csv(const IndexSeries& series);
/// The rows alone, for results that come piece by piece, and the header line.
std::string index_rows_csv(const IndexSeries& series);
/// With its line end; without the columns of first values.
std::string_view index_header_csv() noexcept;

/// `date,source,target,code,issue,class,` then the change of the index and its four causes, then the same of the level,
/// then `id,object,note,url` of the event; last line `(remainder)` where an attribution is not exact. `pair` is the
/// canonical pair. Events past the first `top` are summed in a line `(others)`. The events are those of the log that
/// was attributed; throws `std::invalid_argument` if it lacks one.
std::string attribution_csv(const EventFinder& events, const Attribution& attribution, const Dyad& pair,
                            std::size_t top = SIZE_MAX);

/// `file,outcome,reason,rows`: a line for the kept rows and for every reason to set rows aside or to reject them.
std::string check_csv(std::span<const FileReport> files);

}  // namespace detente
#pragma GCC visibility pop
