#pragma once
/// \file
/// Whole numbers at fixed places in a text. Days and periods are written for every row of a panel, and a general
/// formatter takes longer to parse its format string than to write four digits.
///
///     with_digits("yyyy-mm", {{2025, 0, 4}, {9, 5, 2}});   // "2025-09"

#include <cstddef>
#include <initializer_list>
#include <string>

namespace detente::detail {

/// A number ≥ 0, the first place it fills, and how many places; it is padded with leading zeros.
struct Digits {
  int number;
  std::size_t first;
  std::size_t count;
};

/// The text with the numbers written over the characters in their places.
inline std::string with_digits(const char* text, std::initializer_list<Digits> numbers) {
  std::string out = text;
  for (auto [number, first, count] : numbers)
    for (; count > 0; number /= 10) out[first + --count] = static_cast<char>('0' + number % 10);
  return out;
}

}  // namespace detente::detail
