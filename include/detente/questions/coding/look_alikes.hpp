#pragma once
/// \file
/// Finds names that a reader takes for one actor, or one object, but the program for several: `usa` and `USA`, a name
/// with a no-break space, a Cyrillic А among Latin letters, Perú and Peru, China and CHN, barley and barly. An actor
/// that is split in two has half its events in each pair, and a measure on a misspelt object is never ended; nothing
/// else reveals it.
///
/// Two names look alike if
///
/// - they are equal once blanks and invisible characters are removed, accents dropped, full-width letters made narrow,
///   capitals made lower case, and Cyrillic and Greek letters whose capitals look like a Latin one replaced by it;
/// - for actors: both mean one country, by its English name or its code of three letters (ISO 3166-1);
/// - one slip of the pen turns one into the other: a letter too many, too few, another or exchanged with its neighbour,
///   in names of 5 to 64 bytes. Not a digit, because numbered names differ by one; not in names in capitals
///   alone, because those are codes; and not between two countries: Gambia is not Zambia.
///
/// The answer is a hint, not a verdict: to merge actors, use a table of them (actor_table.hpp).

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#pragma GCC visibility push(default)
namespace detente {

/// A name without the differences that are easily overlooked: "ＵSА " is "usa".
std::string skeleton(std::string_view name);

/// A name and how often it occurs.
using CountedName = std::pair<std::string, std::size_t>;
/// The groups of names that look alike, each in the order given; the groups are ordered by their first names. O(n log
/// n), with n the letters of the names times the length of the longest.
std::vector<std::vector<CountedName>> actor_look_alikes(std::span<const CountedName> actors);
/// The same for names that are no actors, such as the objects of measures.
std::vector<std::vector<CountedName>> object_look_alikes(std::span<const CountedName> objects);

}  // namespace detente
#pragma GCC visibility pop
