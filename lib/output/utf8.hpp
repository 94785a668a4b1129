#pragma once
/// \file
/// UTF-8, letter by letter, for layout and for escaping. Bytes that are no UTF-8 come out as U+FFFD, one by one.

#include <cstdint>
#include <string>
#include <string_view>

namespace detente {

inline constexpr char32_t replacement_letter = 0xFFFD;

/// Takes the first letter off the text, which must not be empty.
char32_t take_letter(std::string_view& text);
void append_letter(std::string& out, char32_t letter);

/// Cells in a terminal: 0 for combining marks and joiners, 2 for East Asian wide letters and emoji, else 1.
int cell_width(char32_t letter);
/// C0 and C1 controls, delete.
bool is_control(char32_t letter);
/// Whether XML 1.0 and HTML may contain the letter.
bool is_markup_letter(char32_t letter);

}  // namespace detente
