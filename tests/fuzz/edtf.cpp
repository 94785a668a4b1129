/// Any text is a date or breaks a rule; a date's days are in order, in the calendar, and read back from its text.

#include <cstdlib>
#include <string_view>

#include "detente/values/date_span.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace detente;
  const Parsed<DateSpan> span = parse_date_span({reinterpret_cast<const char*>(data), size});
  if (!span) return span.rule().empty() ? std::abort(), 0 : 0;
  if (span->last < span->first) std::abort();
  const DateSpan again = parse_date_span(to_text(*span)).value();
  if (again.first != span->first || again.last != span->last || again.kind != span->kind) std::abort();
  for (const int days : {-400, -3, 0, 3, 400}) {
    const Day reported = span->first + days;
    const DateSpan known = known_by(*span, reported);
    if (known.first != span->first || known.last > span->last || known_by(known, reported) != known) std::abort();
  }
  return 0;
}
