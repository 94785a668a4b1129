#include "detente/values/date_span.hpp"

#include <fmt/format.h>

#include "detente/ground/number.hpp"
#include "detente/ground/period.hpp"

namespace detente {
namespace {

/// A day, month or year as written: its days, and how far "about" reaches.
struct Written {
  Day first;
  Day last;
  std::int16_t about;
};

/// Takes the shape off the front of the text, where 0 is a digit and every other character itself; false if it is not
/// there.
bool take_shape(std::string_view& text, std::string_view shape) {
  if (text.size() < shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (shape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i]) return false;
  text.remove_prefix(shape.size());
  return true;
}

/// 14:30, 14:30:00, 14:30:00.5, and a zone behind: Z, +02, +02:00, +0200.
bool is_time(std::string_view text) {
  if (!take_shape(text, "00:00")) return false;
  if (take_shape(text, ":00") && take_shape(text, "."))
    while (take_shape(text, "0")) continue;
  if (take_shape(text, "Z") || text.empty()) return text.empty();
  if (!take_shape(text, "+00") && !take_shape(text, "-00")) return false;
  return text.empty() || ((take_shape(text, ":00") || take_shape(text, "00")) && text.empty());
}

/// "2025-10-25T14:30:00Z" without its time of day, which a blank may stand before as well; anything else as it is.
std::string_view without_time(std::string_view text) {
  constexpr std::size_t day = 10;
  if (text.size() <= day || (text[day] != 'T' && text[day] != ' ')) return text;
  return is_time(text.substr(day + 1)) ? text.substr(0, day) : text;
}

/// The day, month, year, decade or century of EDTF's X for digits that are not known: 2025-10-XX, 2025-XX-XX, 202X.
std::optional<Written> with_unknown_digits(std::string_view text) {
  constexpr std::int16_t half_month = 15, half_year = 182, half_decade = 1826, half_century = 18262;
  if (text.size() == 10 && text.ends_with("-XX") && !text.ends_with("-XX-XX")) {
    const Parsed<Period> month = parse_period(text.substr(0, 7));
    if (month && month->kind == PeriodKind::month) return Written{month->first, month->last_day(), half_month};
    return std::nullopt;
  }
  const std::string_view year = text.substr(0, 4), rest = text.substr(year.size());
  if (year.size() < 4 || (!rest.empty() && rest != "-XX" && rest != "-XX-XX")) return std::nullopt;
  const std::size_t known = year.ends_with("XX") ? 2 : year.ends_with("X") ? 3 : 4;
  const auto number = parse_digits(year.substr(0, known));
  if (!number || (known == 4) == rest.empty()) return std::nullopt;
  const int scale = known == 2 ? 100 : known == 3 ? 10 : 1, first = *number * scale;
  if (first < 1400) return std::nullopt;
  const std::int16_t about = known == 2 ? half_century : known == 3 ? half_decade : half_year;
  return Written{Day::from_civil(first, 1, 1), Day::from_civil(first + scale - 1, 12, 31), about};
}

/// EDTF's seasons, yyyy-21 to yyyy-24, spring to winter of the northern half: three months from March, June, September,
/// December.
std::optional<Written> season(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4)), number = parse_digits(text.substr(5));
  if (!year || *year < 1400 || *year > 9998 || !number || *number < 21 || *number > 24) return std::nullopt;
  const int first = 3 * (*number - 20);
  const Day end = first == 12 ? Day::from_civil(*year + 1, 3, 1) : Day::from_civil(*year, first + 3, 1);
  return Written{Day::from_civil(*year, first, 1), end - 1, 45};
}

Parsed<Written> parse_written(std::string_view text) {
  text = without_time(text);
  if (const auto found = with_unknown_digits(text)) return *found;
  if (const auto found = season(text)) return *found;
  if (const auto year = parse_digits(text.substr(0, 4)); year && text.size() >= 4 && *year < 1400)
    return Parsed<Written>::broken("a year is within 1400 to 9999");
  const Parsed<Period> period = parse_period(text);
  if (!period || period->kind == PeriodKind::week || period->kind == PeriodKind::quarter) {
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-';
    return Parsed<Written>::broken(shaped ? period.rule() : "a date is written yyyy-mm-dd, yyyy-mm or yyyy");
  }
  const std::int16_t about = period->kind == PeriodKind::day ? 3 : period->kind == PeriodKind::month ? 15 : 182;
  return Written{period->first, period->last_day(), about};
}

Parsed<DateSpan> between(std::string_view from, std::string_view to, SpanKind kind) {
  const Parsed<Written> first = parse_written(from);
  if (!first) return Parsed<DateSpan>::broken(first.rule());
  if (kind == SpanKind::throughout && to == "..") return DateSpan{first->first, end_of_time, kind, 0};
  const Parsed<Written> last = parse_written(to);
  if (!last) return Parsed<DateSpan>::broken(last.rule());
  if (last->last < first->first) return Parsed<DateSpan>::broken("the range ends before it begins");
  return DateSpan{first->first, last->last, kind, 0};
}

Parsed<DateSpan> one_of(std::string_view inside) {
  const std::size_t dots = inside.find("..");
  if (dots == std::string_view::npos || dots == 0 || dots + 2 == inside.size())
    return Parsed<DateSpan>::broken("a range of one unknown day is written [first..last], with both ends");
  return between(inside.substr(0, dots), inside.substr(dots + 2), SpanKind::one_day);
}

}  // namespace

DateSpan known_by(const DateSpan& span, Day reported) {
  if (span.about == 0 || reported >= span.last) return span;
  const Day written_last = span.last - span.about;
  return {span.first, std::max(reported, written_last), span.kind, 0};
}

Parsed<DateSpan> parse_date_span(std::string_view text) {
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') return one_of(text.substr(1, text.size() - 2));
  if (const std::size_t slash = text.find('/'); slash != std::string_view::npos)
    return between(text.substr(0, slash), text.substr(slash + 1), SpanKind::throughout);
  const bool about = !text.empty() && std::string_view("~?%").find(text.back()) != std::string_view::npos;
  const Parsed<Written> written = parse_written(about ? text.substr(0, text.size() - 1) : text);
  if (!written) return Parsed<DateSpan>::broken(written.rule());
  const std::int16_t widen = about ? written->about : std::int16_t{0};
  const DateSpan span{written->first - widen, written->last + widen, SpanKind::one_day, widen};
  if (span.first < first_calendar_day() || span.last > last_calendar_day())
    return Parsed<DateSpan>::broken("about reaches outside the calendar, years 1400 to 9999");
  return span;
}

std::string to_text(const DateSpan& span) {
  if (span.is_exact()) return to_text(span.first);
  if (span.kind == SpanKind::throughout)
    return fmt::format("{}/{}", to_text(span.first), span.is_open() ? ".." : to_text(span.last));
  return fmt::format("[{}..{}]", to_text(span.first), to_text(span.last));
}

}  // namespace detente
