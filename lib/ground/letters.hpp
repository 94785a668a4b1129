#pragma once
/// \file
/// UTF-8, character by character. Bytes that are not UTF-8 come out as U+FFFD, one for each.

#include <string>
#include <string_view>

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

inline constexpr char32_t replacement_letter = 0xFFFD;

/// Removes and returns the first character of the text, which must not be empty.
char32_t take_letter(std::string_view& text);
void append_letter(std::string& out, char32_t letter);

}  // namespace detente::detail
#pragma GCC visibility pop
