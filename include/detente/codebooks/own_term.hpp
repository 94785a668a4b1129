#pragma once
/// \file
/// What to tell someone whose term no codebook knows: how to add it.

#include <string>
#include <string_view>

#pragma GCC visibility push(default)
namespace detente {

/// "to add it, write a file mine.csv with the lines '# extends: plain', 'code,score' and 'boat_rammed,SCORE', and say
/// --codebook mine.csv (SCORE: below 0 is conflict)". `codebook` is the name of the codebook in use; one that is not
/// built in (nor gives its scores to plain terms, "plain by gdelt") gets the line itself.
std::string how_to_add(std::string_view codebook, std::string_view term);

}  // namespace detente
#pragma GCC visibility pop
