#pragma once
/// \file
/// What the fan after the last day of an index says, in words.

#include <string>

#include "detente/questions/ahead/path_ahead.hpp"
#include "detente/scales/words.hpp"

namespace detente::detail {

/// "By 28 February 2026: 73 to 84 with a chance of 90 %, middle 78; 76 if nothing is reported."
std::string ahead_in_words(const PathAhead& ahead, int digits);
/// What it is made of, and what it does not know.
std::string ahead_basis(const PathAhead& ahead);

}  // namespace detente::detail
