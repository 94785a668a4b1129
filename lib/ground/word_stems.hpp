#pragma once
/// \file
/// Words by their stems, so that "condemned", "condemns" and "condemnation" are one word. Made for the English of
/// diplomatic life: a short list of endings, and a list of what does not follow them ("expulsion", "withdrew"). It only
/// serves suggestions to people, so a stem need not be a word, and a wrong one costs a worse suggestion.

#include <string>
#include <string_view>
#include <vector>

namespace detente::detail {

/// The stem of one word in lower case. O(length).
std::string stem_of(std::string_view word);
/// Whether the word of this stem decides what the other words of a term mean: "refused", "lifted", "threat" make
/// something else of aid, a ban or force.
bool governs(std::string_view stem);
/// The stems of the words of a text that carry meaning (no "the", "of", "with"), each once, in alphabetical order.
std::vector<std::string> stems_of(std::string_view text);

}  // namespace detente::detail
