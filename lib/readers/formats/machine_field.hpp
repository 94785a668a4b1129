#pragma once
/// \file
/// The fields of machine-coded rows: days, whole numbers, decimals, codes. Such files have hundreds of millions of
/// similar rows, so a field is read in a few nanoseconds, without allocating, and messages are made only for the few
/// that break a rule.
///
///     compact_day("20250926");      // 2025-09-26
///     compact_day("20250931");      // nothing: September has no such day
///     decimal("-7.5");              // -7.5, the very double that `parse_number` gives

#include <cstdint>
#include <optional>
#include <string_view>

#include "detente/ground/day.hpp"

namespace detente::detail {

/// The text without blanks at both ends.
inline std::string_view bare(std::string_view text) noexcept {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Whether it is one of the ways in which R, pandas, databases and publishers write a missing value: "", "NA", "NaN",
/// "NULL", "None".
bool is_missing(std::string_view text) noexcept;

/// A day of the calendar as `Day::from_civil` knows it, or nothing.
std::optional<Day> civil_day(unsigned year, unsigned month, unsigned day) noexcept;
/// Reads exactly yyyymmdd.
std::optional<Day> compact_day(std::string_view text) noexcept;
/// Reads exactly yyyy-mm-dd.
std::optional<Day> dashed_day(std::string_view text) noexcept;
/// Either of them.
std::optional<Day> either_day(std::string_view text) noexcept;

/// Digits only, below 2^32.
std::optional<std::uint32_t> whole(std::string_view text) noexcept;
/// As `parse_number`, but faster for the short decimals of scales.
std::optional<double> decimal(std::string_view text);

inline bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) noexcept;
/// Whether it is two to four digits, like the codes of CAMEO and WEIS.
bool is_act_code(std::string_view text) noexcept;
/// Whether it is three capital letters: a country, or a region such as EUR.
bool is_country_code(std::string_view text) noexcept;

}  // namespace detente::detail
