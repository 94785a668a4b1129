#pragma once
/// \file
/// How a block's results are written behind `// →`: strings in quotes, days as they are written, "nothing" for what is
/// not there, lists and pairs in braces, an enumeration by the words that the library has for it.

#include <fmt/format.h>

#include <concepts>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "detente/ground/number.hpp"

namespace detente::blocks_test {

/// In quotes, as C++ has it.
std::string in_quotes(std::string_view text);
/// Whether a text is what was stated; … stands for anything.
bool fits(std::string_view text, std::string_view stated);

template <class T>
concept HasWords = requires(const T& value) {
  { to_text(value) } -> std::convertible_to<std::string>;
}
|| requires(const T& value) {
  { to_text(value) } -> std::same_as<std::string_view>;
};

template <class T>
concept PairLike = requires(const T& value) {
  value.first;
  value.second;
};

/// An optional.
template <class T>
concept Absent = requires(const T& value) {
  value.has_value();
  *value;
};

/// A number with as many decimals as were stated.
std::string shown_number(double value, std::string_view stated);

template <class T>
std::string shown(const T& value, std::string_view stated);

template <class T>
std::string shown_list(const T& values, std::string_view stated) {
  std::string out;
  for (const auto& value : values) out += (out.empty() ? "" : ", ") + shown(value, stated);
  return "{" + out + "}";
}

template <class T>
std::string shown(const T& value, std::string_view stated) {
  if constexpr (std::same_as<T, bool>)
    return value ? "true" : "false";
  else if constexpr (std::floating_point<T>)
    return shown_number(value, stated);
  else if constexpr (std::integral<T>)
    return std::to_string(value);
  else if constexpr (std::is_pointer_v<T> && !std::convertible_to<T, std::string_view>)
    return value ? "somewhere" : "nullptr";
  else if constexpr (std::convertible_to<T, std::string_view>)
    return in_quotes(value);
  else if constexpr (HasWords<T>)
    return std::string(to_text(value));
  else if constexpr (std::ranges::range<T>)
    return shown_list(value, stated);
  else if constexpr (PairLike<T>)
    return "{" + shown(value.first, stated) + ", " + shown(value.second, stated) + "}";
  else {
    static_assert(Absent<T>, "a block states the result of something that cannot be shown");
    return value ? shown(*value, stated) : "nothing";
  }
}

}  // namespace detente::blocks_test
