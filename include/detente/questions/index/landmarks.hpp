#pragma once
/// \file
/// What does 72 mean? Moments that many readers know, on the same scale: the index of histories that come with the
/// program (examples/data), at the end of a month.
///
/// A number is comparable only with numbers that were made alike, so `landmarks_for` gives them only to a result of the
/// same model, codebook (by its hash), scale, rules and weights, of both directions and all issues. They are written
/// here, because the program has the histories only where it was built; a test makes them again from the files.
///
/// Each is of a chronology that somebody chose: it says where such a history puts such a moment, not where the world
/// was. Source: the histories' own links.

#include <span>
#include <string_view>

#include "detente/contracts/index_series.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// A well-known moment, with its index as this version makes it.
struct Landmark {
  std::string_view pair;   ///< "India–Pakistan"
  std::string_view event;  ///< "Kargil war"
  std::string_view file;   ///< of examples/data
  Dyad dyad;
  Day day;           ///< the last of a month
  double index = 0;  ///< to a hundredth
};

/// The tensest first.
std::span<const Landmark> landmarks();

/// All of them, or none if the result was made otherwise than they were.
std::span<const Landmark> landmarks_for(const IndexSeries& series);

}  // namespace detente
#pragma GCC visibility pop
