#pragma once
/// \file
/// Results as CSV for other programs: a header line, RFC 4180 quoting where a field needs it, lines ending in LF, ISO
/// days, `last_day` inclusive, shortest numbers that read back to the same bits, empty for missing.
///
/// A CSV is also looked at in a terminal, so control characters of a field are written as `printable` shows them
/// (`\x1B`); line ends and tabs stay. A field that a spreadsheet would take for a formula is left as it is, because
/// other programs want it so: `spreadsheet_safe` is for spreadsheets.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "detente/contracts/event_finder.hpp"
#include "detente/questions/index/index_report.hpp"
#include "detente/readers/damage.hpp"

namespace detente {

/// The field as it stands in a CSV: quoted only if it holds a comma, a quote or a line end, or blanks at an end.
std::string csv_field(std::string_view text);

/// A CSV as the functions here write it, made harmless for a spreadsheet: a field that begins with `=`, `+`, `-`, `@`
/// (also their full-width forms), a tab or a line end gets an apostrophe before it, which spreadsheets take for "this
/// is text". Blanks at the beginning do not hide the letter. Numbers stay numbers. O(length).
///
///     spreadsheet_safe("name,index\n=1+1,-2.5\n")   // "name,index\n'=1+1,-2.5\n"
std::string spreadsheet_safe(std::string_view csv);

/// `source,target,period,first_day,last_day,index,lower,upper,level,heat,measures,events,support,warming_up`; heat is
/// on the index scale, level and measures are points. Source and target are the canonical pair unless one direction was
/// asked for. `warming_up` is `true` where the model has not seen enough of the source yet and reads low, else `false`;
/// empty for a model that needs no time.
std::string index_csv(std::span<const IndexSeries> series);
std::string index_csv(const IndexSeries& series);
/// The lines alone, for results that come piece by piece, and the line that names their columns.
std::string index_rows_csv(const IndexSeries& series);
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
