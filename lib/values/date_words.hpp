#pragma once
/// \file
/// A written date as words, numbers and signs, and what the words of dates mean.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace detente::detail {

/// A run of digits, a run of letters in lower case, or one other character; `-` for every dash.
struct DateToken {
  enum Kind : std::uint8_t { number, word, sign };
  Kind kind = sign;
  std::string text = {};
  bool wide = false;  ///< a dash that is long, or has a blank before it, and so is none of a date in numbers

  bool is(std::string_view other) const { return kind != number && text == other; }
  bool is_year() const { return kind == number && text.size() == 4; }
};

/// Without blanks, times of day, days of the week, footnote marks such as [3], and words that change nothing ("of").
std::vector<DateToken> date_tokens(std::string_view written);

/// The month of "oct", "sept" or "october", 1 to 12.
std::optional<int> month_named(std::string_view word);

/// A part of a year or of a month.
struct DatePart {
  enum Kind : std::uint8_t { whole, third, season, quarter, half, decade };
  Kind kind = whole;
  int number = 0;  ///< from 1; seasons from spring
};
/// What "late" or "spring" is a part of.
std::optional<DatePart> part_named(std::string_view word);

/// Whether it says that the date is not certain: "about", "circa".
bool says_about(std::string_view word);

}  // namespace detente::detail
