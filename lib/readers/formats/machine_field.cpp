#include "readers/formats/machine_field.hpp"

#include <algorithm>
#include <array>

#include "detente/ground/number.hpp"

namespace detente::detail {
namespace {

constexpr bool is_leap(unsigned year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr unsigned last_of_month(unsigned year, unsigned month) {
  constexpr std::array<unsigned char, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return lengths[month - 1] + (month == 2 && is_leap(year) ? 1U : 0U);
}

/// Days since 1970-01-01. The year starts in March here, so that the leap day is its last.
constexpr std::int32_t days_since_epoch(unsigned year, unsigned month, unsigned day) {
  const unsigned y = month <= 2 ? year - 1 : year;
  const unsigned of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return static_cast<std::int32_t>(y * 365 + y / 4 - y / 100 + y / 400 + of_year) - 719468;
}

/// The number written by the whole text; `good` becomes false if it is not only digits.
unsigned spelled(std::string_view digits, bool& good) noexcept {
  unsigned value = 0;
  for (const char c : digits) {
    good = good && is_digit(c);
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

}  // namespace

bool is_missing(std::string_view text) noexcept {
  if (text.size() > 4) return false;
  for (const std::string_view word : {"", "NA", "NaN", "nan", "NULL", "None", "<NA>"})
    if (text == word) return true;
  return false;
}

std::optional<Day> civil_day(unsigned year, unsigned month, unsigned day) noexcept {
  if (year < 1400 || year > 9999 || month < 1 || month > 12 || day < 1 || day > last_of_month(year, month))
    return std::nullopt;
  return Day{days_since_epoch(year, month, day)};
}

std::optional<Day> compact_day(std::string_view text) noexcept {
  if (text.size() != 8) return std::nullopt;
  bool good = true;
  const unsigned value = spelled(text, good);
  if (!good) return std::nullopt;
  return civil_day(value / 10000, value / 100 % 100, value % 100);
}

std::optional<Day> dashed_day(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  bool good = true;
  const unsigned year = spelled(text.substr(0, 4), good);
  const unsigned month = spelled(text.substr(5, 2), good);
  const unsigned day = spelled(text.substr(8, 2), good);
  if (!good) return std::nullopt;
  return civil_day(year, month, day);
}

std::optional<Day> either_day(std::string_view text) noexcept {
  return text.size() == 8 ? compact_day(text) : dashed_day(text);
}

bool all_digits(std::string_view text) noexcept { return std::all_of(text.begin(), text.end(), is_digit); }

std::optional<std::uint32_t> whole(std::string_view text) noexcept {
  if (text.empty() || text.size() > 10) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  if (value > 0xFFFFFFFFU) return std::nullopt;
  return static_cast<std::uint32_t>(value);
}

/// Up to nine digits divided by a power of ten are two whole doubles, whose quotient is rounded once and so correctly.
std::optional<double> decimal(std::string_view text) {
  constexpr std::array<double, 10> powers{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  const bool negative = !text.empty() && text.front() == '-';
  const std::string_view digits = text.substr(negative ? 1 : 0);
  if (digits.empty() || digits.size() > 10 || !is_digit(digits.front()) || !is_digit(digits.back()))
    return parse_number(text);
  std::uint64_t value = 0;
  std::size_t point = digits.size() - 1;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (is_digit(digits[i]))
      value = value * 10 + static_cast<unsigned>(digits[i] - '0');
    else if (digits[i] == '.' && point == digits.size() - 1)
      point = i;
    else
      return parse_number(text);
  }
  const double size = static_cast<double>(value) / powers[digits.size() - 1 - point];
  return negative ? -size : size;
}

bool is_act_code(std::string_view text) noexcept { return text.size() >= 2 && text.size() <= 4 && all_digits(text); }

bool is_country_code(std::string_view text) noexcept {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return text.size() == 3 && capital(text[0]) && capital(text[1]) && capital(text[2]);
}

}  // namespace detente::detail
