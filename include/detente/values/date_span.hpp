#pragma once
/// \file
/// When an event happened, as precisely as its source says and no more. Read from EDTF (ISO 8601-2): its level 1
/// without years of other than four digits, unknown beginnings and ends, and ends that are themselves uncertain, and of
/// level 2 the range of one unknown day. Dates as people write them are turned into EDTF by written_date.hpp.
///
/// | written | means |
/// |---|---|
/// | `2025-09-26` | that day |
/// | `2025-09`, `2025` | one unknown day of that month, of that year |
/// | `[2025-09-16..2025-09-30]` | one unknown day of that range, both ends included |
/// | `2025-10-XX`, `2025-XX-XX`, `202X` | one unknown day of that month, of that year, of 2020 to 2029 |
/// | `2025-21` … `2025-24` | one unknown day of that spring, summer, autumn or winter (December to February) |
/// | `2025-12-22~` | one unknown day about then: a day ±3, a month ±15, a season ±45, a year ±182 days |
/// | `2025-12-22?`, `2025-12-22%` | the same: whoever doubts a date has another near it in mind |
/// | `2025-09-26T14:30:00Z` | that day; the time of day is not used |
/// | `2025-02/2026-01` | throughout: spread evenly from the first day to the last |
/// | `2025-09/..` | throughout, and not over yet |
///
/// "One unknown day" is ignorance and widens the band; "throughout" is knowledge and does not.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "detente/ground/day.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// One unknown day of the span, or every day of it.
enum class SpanKind : std::uint8_t { one_day, throughout };

/// First and last day, both included. `last` is end_of_time for an interval that is not over.
struct DateSpan {
  Day first;
  Day last;
  SpanKind kind = SpanKind::one_day;
  /// Days by which `~` widened the span at each end; 0 without it.
  std::int16_t about = 0;

  /// That day alone.
  static constexpr DateSpan on(Day d) { return {d, d, SpanKind::one_day, 0}; }

  /// Whether the day is known.
  bool is_exact() const { return first == last && kind == SpanKind::one_day; }
  /// Whether the interval has no end yet.
  bool is_open() const { return last == end_of_time; }
  /// Number of days; an open span has no number of days that means anything.
  std::int64_t days() const { return last - first + 1; }
  /// The middle day, rounded down; the first day of an interval that is not over.
  Day middle() const { return is_open() ? first : first + static_cast<std::int32_t>((last - first) / 2); }

  friend auto operator<=>(const DateSpan&, const DateSpan&) = default;
};

/// The span as known on the day it was reported: `~` never reaches past that day. A span that is cut loses its `about`,
/// so applying this twice is the same as applying it once.
DateSpan known_by(const DateSpan& span, Day reported);

/// Reads one of the forms above; the rule names what is wrong ("the range ends before it begins").
Parsed<DateSpan> parse_date_span(std::string_view text);

/// A form that reads back to the same span, except that a `~` is written out as its range.
std::string to_text(const DateSpan& span);

}  // namespace detente
#pragma GCC visibility pop
