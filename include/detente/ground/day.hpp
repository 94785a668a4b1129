#pragma once
/// \file
/// Days. The unit of time in détente is the day: a signed 32-bit count in which 1970-01-01 is 0. Events are dated to
/// days (or to spans of days), samples are taken at days, and a sample at a day includes that day's events.
///
/// Time stays an integer until a kernel needs it; kernels receive the difference of two days as a double.
///
/// ```cpp
/// Day d = Day::from_civil(2025, 9, 26);   // → 2025-09-26
/// d.value;                                // → 20357
/// to_text(d);                             // → "2025-09-26"
/// d + 5 - d;                              // → 5
/// ```

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>

#include "detente/ground/parsed.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Year, month (1..12), day of the month (1..31).
struct CivilDate {
  /// 1400 to 9999.
  int year = 1970;
  /// 1 to 12.
  int month = 1;
  int day = 1;
  friend bool operator==(const CivilDate&, const CivilDate&) = default;
};

/// A day, counted from 1970-01-01 = 0. Calendar years 1400 to 9999.
struct Day {
  std::int32_t value = 0;

  /// Throws `std::invalid_argument` naming the rule if the calendar has no such date.
  static Day from_civil(int year, int month, int day);

  friend constexpr auto operator<=>(Day, Day) = default;
  friend constexpr Day operator+(Day d, std::int32_t n) { return {d.value + n}; }
  friend constexpr Day operator-(Day d, std::int32_t n) { return {d.value - n}; }
  /// Days from b to a; exact for every pair of days.
  friend constexpr std::int64_t operator-(Day a, Day b) { return std::int64_t{a.value} - b.value; }
  /// The next day.
  constexpr Day& operator++() {
    ++value;
    return *this;
  }
};

/// Later than every calendar day: the end of an interval that is still open.
inline constexpr Day end_of_time{std::numeric_limits<std::int32_t>::max()};

/// The calendar's first and last day, 1400-01-01 and 9999-12-31. Days outside have no written date.
Day first_calendar_day();
/// 9999-12-31
Day last_calendar_day();

/// The date of a day of the calendar. Throws `std::invalid_argument` for a day outside it.
CivilDate civil(Day day);
/// Days in a month of the proleptic Gregorian calendar.
int days_in_month(int year, int month);

/// "2025-09-26"; "open" for end_of_time.
std::string to_text(Day day);
/// Reads exactly yyyy-mm-dd.
Parsed<Day> parse_day(std::string_view text);

}  // namespace detente
#pragma GCC visibility pop

/// A day's hash.
template <>
struct std::hash<detente::Day> {
  /// Of its number.
  std::size_t operator()(detente::Day d) const noexcept { return std::hash<std::int32_t>{}(d.value); }
};
