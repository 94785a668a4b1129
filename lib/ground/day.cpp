#include "detente/ground/day.hpp"

#include <fmt/format.h>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include "detente/ground/error.hpp"
#include "detente/ground/number.hpp"
#include "ground/digits.hpp"

namespace detente {
using namespace detail;
namespace {

namespace greg = boost::gregorian;

const greg::date& epoch() {
  static const greg::date day(1970, 1, 1);
  return day;
}

bool in_calendar(int year) { return year >= 1400 && year <= 9999; }

/// The rule that a date breaks, or empty.
std::string broken_rule(int year, int month, int day) {
  if (!in_calendar(year)) return "a year is within 1400 to 9999";
  if (month < 1 || month > 12) return "a month is within 01 to 12";
  const int last = days_in_month(year, month);
  if (day < 1 || day > last) return fmt::format("{:04}-{:02} has days 01 to {}", year, month, last);
  return {};
}

Day unchecked(int year, int month, int day) {
  const greg::date date(static_cast<unsigned short>(year), static_cast<unsigned short>(month),
                        static_cast<unsigned short>(day));
  return {static_cast<std::int32_t>((date - epoch()).days())};
}

}  // namespace

Day Day::from_civil(int year, int month, int day) {
  if (const std::string rule = broken_rule(year, month, day); !rule.empty())
    throw_invalid("date", fmt::format("{}-{}-{}", year, month, day), rule);
  return unchecked(year, month, day);
}

Day first_calendar_day() { return unchecked(1400, 1, 1); }
Day last_calendar_day() { return unchecked(9999, 12, 31); }

CivilDate civil(Day day) {
  const greg::date date = epoch() + greg::days(day.value);
  return {date.year(), date.month().as_number(), date.day().as_number()};
}

int days_in_month(int year, int month) {
  return greg::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year),
                                                    static_cast<unsigned short>(month));
}

std::string to_text(Day day) {
  if (day == end_of_time) return "open";
  const CivilDate c = civil(day);
  return with_digits("yyyy-mm-dd", {{c.year, 0, 4}, {c.month, 5, 2}, {c.day, 8, 2}});
}

Parsed<Day> parse_day(std::string_view text) {
  constexpr auto shape = "a day is written yyyy-mm-dd";
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return Parsed<Day>::broken(shape);
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return Parsed<Day>::broken(shape);
  if (std::string rule = broken_rule(*year, *month, *day); !rule.empty()) return Parsed<Day>::broken(std::move(rule));
  return unchecked(*year, *month, *day);
}

}  // namespace detente
