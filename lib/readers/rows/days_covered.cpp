#include "readers/rows/days_covered.hpp"

#include <algorithm>
#include <bit>

#include "values/span_bytes.hpp"

namespace detente::detail {
namespace {

constexpr std::int32_t days_of_word = 64;

/// The word that holds the day, also for days before 1970.
std::int32_t word_of(Day day) { return day.value >> 6; }

Day last_known_day(const std::vector<DateSpan>& spans) {
  Day last = spans.front().first;
  for (const DateSpan& span : spans) last = std::max(last, span.is_open() ? span.first : span.last);
  return last;
}

/// How many days before the last of the spans, which are sorted by first day, are in none of them.
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

void DaysCovered::add(const DateSpan& span) {
  if (span.is_exact())
    add_day(span.first);
  else
    others_.push_back(span);
}

void DaysCovered::add_day(Day day) {
  const std::int32_t word = word_of(day);
  if (days_.empty()) first_word_ = word;
  if (word < first_word_) {
    days_.insert(days_.begin(), static_cast<std::size_t>(first_word_ - word), 0);
    first_word_ = word;
  }
  const auto at = static_cast<std::size_t>(word - first_word_);
  if (at >= days_.size()) days_.resize(at + 1);
  days_[at] |= std::uint64_t{1} << (day.value - word * days_of_word);
}

void DaysCovered::add(const DaysCovered& other) {
  for (const DateSpan& span : other.spans()) add(span);
}

void DaysCovered::put(std::string& to) const {
  const std::vector<DateSpan> all = spans();
  put_number(to, all.size());
  for (const DateSpan& span : all) put_span(to, span);
}

void DaysCovered::take(ByteReader& from) {
  for (std::size_t n = from.count(); n > 0; --n) add(take_span(from));
}

/// The spans by first day; one that is not over reaches to `end_of_time`.
std::vector<DateSpan> DaysCovered::spans() const {
  std::vector<DateSpan> spans = others_;
  for (std::size_t at = 0; at < days_.size(); ++at)
    for (std::uint64_t rest = days_[at]; rest != 0; rest &= rest - 1)
      spans.push_back(
          DateSpan::on(Day{(first_word_ + static_cast<std::int32_t>(at)) * days_of_word + std::countr_zero(rest)}));
  std::sort(spans.begin(), spans.end());
  return spans;
}

void DaysCovered::report(FileReport& report) const {
  const std::vector<DateSpan> covered = spans();
  if (covered.empty()) return;
  report.first_day = covered.front().first;
  report.last_day = last_known_day(covered);
  report.days_without_reports = uncovered(covered);
}

}  // namespace detente::detail
