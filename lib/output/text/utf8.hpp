#pragma once
/// \file
/// What letters are, for layout and for escaping: see ground/letters.hpp for taking them from a text.

#include "ground/letters.hpp"

namespace detente::detail {

/// Cells in a terminal: 0 for combining marks and joiners, 2 for East Asian wide letters and emoji, else 1.
int cell_width(char32_t letter);
/// C0 and C1 controls, delete.
bool is_control(char32_t letter);
/// Whether XML 1.0 and HTML may contain the letter and show it in its place.
bool is_markup_letter(char32_t letter);

}  // namespace detente::detail
