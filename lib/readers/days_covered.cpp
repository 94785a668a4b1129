#include "readers/days_covered.hpp"

#include <algorithm>

namespace detente {
namespace {

/// The days of the rows from `first_row` on, by first day; one that is not over reaches to `end_of_time`.
std::vector<DateSpan> spans_of(const EventLog& log, std::size_t first_row) {
  std::vector<DateSpan> spans;
  for (const EventLog::Row& row : log.rows().subspan(first_row)) spans.push_back(log.date(row));
  std::sort(spans.begin(), spans.end());
  return spans;
}

Day last_known_day(const std::vector<DateSpan>& spans) {
  Day last = spans.front().first;
  for (const DateSpan& span : spans) last = std::max(last, span.is_open() ? span.first : span.last);
  return last;
}

/// Days before the last of the spans, sorted by first day, that lie in none of them.
std::size_t uncovered(const std::vector<DateSpan>& spans) {
  std::size_t days = 0;
  Day covered = spans.front().first;
  for (const DateSpan& span : spans) {
    if (span.first > covered) days += static_cast<std::size_t>(span.first - covered - 1);
    covered = std::max(covered, span.last);
  }
  return days;
}

}  // namespace

void count_days(const EventLog& log, std::size_t first_row, FileReport& report) {
  const std::vector<DateSpan> spans = spans_of(log, first_row);
  if (spans.empty()) return;
  report.first_day = spans.front().first;
  report.last_day = last_known_day(spans);
  report.days_without_reports = uncovered(spans);
}

}  // namespace detente
