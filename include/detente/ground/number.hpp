#pragma once
/// \file
/// Numbers as text: strict reading (the whole field or nothing; "1e", "1,5" and "nan" are not numbers) and the shortest
/// text that reads back to the same bits.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente {

/// A finite decimal number filling the whole text, or nothing.
std::optional<double> parse_number(std::string_view text);
/// A whole number filling the whole text, or nothing.
std::optional<std::int64_t> parse_whole(std::string_view text);
/// Digits only (no sign), at most nine of them, or nothing.
std::optional<int> parse_digits(std::string_view text);

/// Shortest decimal that reads back to the same double: 0.1 is "0.1", 3.0 is "3".
std::string shortest(double value);
/// The same; a missing value becomes the empty text, because missing is not zero.
std::string shortest(std::optional<double> value);

}  // namespace detente
#pragma GCC visibility pop
