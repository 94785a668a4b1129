#pragma once
/// \file
/// UTF-8, letter by letter. Bytes that are no UTF-8 come out as U+FFFD, one by one.

#include <string>
#include <string_view>

namespace detente::detail {

inline constexpr char32_t replacement_letter = 0xFFFD;

/// Takes the first letter off the text, which must not be empty.
char32_t take_letter(std::string_view& text);
void append_letter(std::string& out, char32_t letter);

}  // namespace detente::detail
