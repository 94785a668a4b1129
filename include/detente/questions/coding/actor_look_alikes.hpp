#pragma once
/// \file
/// Finds names that a reader takes for one actor but the program for several: `usa` and `USA`, a name with a no-break
/// space, a Cyrillic А among Latin letters, Perú and Peru. An actor that is split in two has half its events in each
/// pair, and nothing else reveals it.
///
/// Two names look alike if they are equal once blanks and invisible characters are removed, accents dropped, full-width
/// letters made narrow, capitals made lower case, and Cyrillic and Greek letters whose capitals look like a Latin one
/// replaced by it. The answer is a hint, not a verdict: to merge the names, use a table of actors (actor_table.hpp).

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace detente {

/// A name without the differences that are easily overlooked: "ＵSА " is "usa".
std::string skeleton(std::string_view name);

/// A name and how often it occurs.
using ActorCount = std::pair<std::string, std::size_t>;
/// The groups of names that look alike, each in the order given; the groups are ordered by their first names. O(n log
/// n) in the letters of the names.
std::vector<std::vector<ActorCount>> actor_look_alikes(std::span<const ActorCount> actors);

}  // namespace detente
