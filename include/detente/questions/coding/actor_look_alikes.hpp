#pragma once
/// \file
/// Names that a reader takes for one actor and the program for several: `usa` and `USA`, a name with a no-break space,
/// a Cyrillic А among Latin letters, Perú and Peru. An actor that is split in two has half its events in each pair, and
/// nothing else says so.
///
/// Two names look alike if they are equal once blanks and invisible letters are left out, accents taken off, full-width
/// letters made narrow, capitals made small, and Cyrillic and Greek letters whose capitals have the shape of a Latin
/// one replaced by it. The answer is a hint, not a verdict: a table of actors (actor_table.hpp) makes them one.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detente {

/// What is left of a name when all that is easily overlooked is taken away: "ＵSА " is "usa".
std::string skeleton(std::string_view name);

/// A name and how often it stands.
using ActorCount = std::pair<std::string, std::size_t>;
/// The groups of names that look alike, each in the order given; the groups too, by their first names. O(n log n) in
/// the letters of the names.
std::vector<std::vector<ActorCount>> actor_look_alikes(std::span<const ActorCount> actors);

}  // namespace detente
