#include "detente/ground/period.hpp"

#include <fmt/format.h>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/number.hpp"
#include "ground/digits.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<PeriodKind, 5> kind_names{{
    {PeriodKind::day, "day"},
    {PeriodKind::week, "week"},
    {PeriodKind::month, "month"},
    {PeriodKind::quarter, "quarter"},
    {PeriodKind::year, "year"},
}};

/// Monday = 0. 1970-01-01 was a Thursday.
int weekday(Day d) { return static_cast<int>(((std::int64_t{d.value} + 3) % 7 + 7) % 7); }

Period months(PeriodKind kind, int year, int first_month, int count) {
  const int next_month = first_month + count;
  const Day end = next_month > 12 ? Day::from_civil(year, 12, 31) + 1 : Day::from_civil(year, next_month, 1);
  return {kind, Day::from_civil(year, first_month, 1), end};
}

/// An ISO week belongs to the year of its Thursday.
int iso_year(Day monday) { return civil(monday + 3).year; }
int iso_week(Day monday) {
  const Day thursday = monday + 3;
  return static_cast<int>((thursday - Day::from_civil(civil(thursday).year, 1, 1)) / 7) + 1;
}

Parsed<Period> parse_week(int year, std::string_view digits) {
  const auto week = parse_digits(digits);
  if (digits.size() != 2 || !week || *week < 1 || *week > 53)
    return Parsed<Period>::broken("a week is written yyyy-Www, 01 to 53");
  const Period first = period_of(PeriodKind::week, Day::from_civil(year, 1, 4));
  const Day monday = first.first + 7 * (*week - 1);
  if (monday < first_calendar_day() || monday + 6 > last_calendar_day())
    return Parsed<Period>::broken("a week lies within the years 1400 to 9999");
  if (iso_year(monday) != year) return Parsed<Period>::broken(fmt::format("{} has no week {}", year, *week));
  return Period{PeriodKind::week, monday, monday + 7};
}

}  // namespace

std::string_view to_text(PeriodKind kind) { return name_of(kind_names, kind); }

std::optional<PeriodKind> parse_period_kind(std::string_view text) { return value_of(kind_names, text); }

std::string Period::label() const {
  const CivilDate c = civil(first);
  switch (kind) {
    case PeriodKind::day: return to_text(first);
    case PeriodKind::week: {
      const Day monday = first - weekday(first);
      return with_digits("yyyy-Www", {{iso_year(monday), 0, 4}, {iso_week(monday), 6, 2}});
    }
    case PeriodKind::month: return with_digits("yyyy-mm", {{c.year, 0, 4}, {c.month, 5, 2}});
    case PeriodKind::quarter: return with_digits("yyyy-Qq", {{c.year, 0, 4}, {(c.month + 2) / 3, 6, 1}});
    case PeriodKind::year: break;
  }
  return with_digits("yyyy", {{c.year, 0, 4}});
}

Period period_of(PeriodKind kind, Day day) {
  if (kind == PeriodKind::day) return {kind, day, day + 1};
  if (kind == PeriodKind::week) return {kind, day - weekday(day), day - weekday(day) + 7};
  const CivilDate c = civil(day);
  if (kind == PeriodKind::month) {
    const Day first = day - (c.day - 1);
    return {kind, first, first + days_in_month(c.year, c.month)};
  }
  if (kind == PeriodKind::quarter) return months(kind, c.year, (c.month - 1) / 3 * 3 + 1, 3);
  return months(kind, c.year, 1, 12);
}

Period Period::next() const { return period_of(kind, end); }

std::vector<Period> periods_between(PeriodKind kind, Day from, Day to) {
  std::vector<Period> out;
  for (Day d = from; d < to; d = out.back().end) out.push_back(period_of(kind, d));
  return out;
}

Parsed<Period> parse_period(std::string_view text) {
  constexpr auto shape = "a period is written 2025-09-26, 2025-W36, 2025-09, 2025-Q3 or 2025";
  const auto year = parse_digits(text.substr(0, 4));
  if (!year || *year < 1400 || *year > 9999) return Parsed<Period>::broken(shape);
  if (text.size() == 4) return period_of(PeriodKind::year, Day::from_civil(*year, 1, 1));
  if (text[4] != '-') return Parsed<Period>::broken(shape);
  const std::string_view rest = text.substr(5);
  if (rest.size() == 3 && rest[0] == 'W') return parse_week(*year, rest.substr(1));
  if (rest.size() == 2 && rest[0] == 'Q' && rest[1] >= '1' && rest[1] <= '4')
    return months(PeriodKind::quarter, *year, 3 * (rest[1] - '1') + 1, 3);
  if (const auto month = parse_digits(rest); rest.size() == 2 && month && *month >= 1 && *month <= 12)
    return months(PeriodKind::month, *year, *month, 1);
  const Parsed<Day> day = parse_day(text);
  if (!day) return Parsed<Period>::broken(text.size() == 10 ? day.rule() : shape);
  return period_of(PeriodKind::day, *day);
}

}  // namespace detente
