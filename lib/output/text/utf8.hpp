#pragma once
/// \file
/// Properties of characters, for layout and for escaping; ground/letters.hpp takes them from a text.

#include "ground/letters.hpp"

#pragma GCC visibility push(default)  // for other libraries of detente
namespace detente::detail {

/// How many terminal cells it takes: 0 for combining marks and joiners, 2 for wide East Asian characters and emoji,
/// else 1.
int cell_width(char32_t letter);
/// Whether it is a C0 or C1 control or delete.
bool is_control(char32_t letter);
/// Whether XML 1.0 and HTML may contain the character and show it in its place.
bool is_markup_letter(char32_t letter);

}  // namespace detente::detail
#pragma GCC visibility pop
