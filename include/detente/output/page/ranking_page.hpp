#pragma once
/// \file
/// Many pairs on one HTML page that can be mailed, archived and printed, self-contained as `page_html` is: who is
/// tensest or moved most, in a table whose last column is a heat map, a strip of periods for each pair, coloured by the
/// index's words; the same pairs as small lines side by side; the value at the end of each year as a table; how it was
/// made.
///
/// Where next to nothing was reported, the map is hatched and the line broken: missing is not calm. The colours grow
/// darker with tension (lighter on a dark screen), so that they can be told apart in grey.
///
/// Strips and lines stretch with the screen and text does not, so that one page does for wide and narrow ones. 200
/// pairs of 360 months take under 1 MB.

#include <span>
#include <string>

#include "detente/questions/index/ranking.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What a page of pairs says beside the ranking.
struct RankingPageOptions {
  /// How many pairs have a line of their own beside the map, the first ones.
  std::size_t most_lines = 60;
  /// The heading of the page; if empty, "The 20 tensest of 11,175 pairs on 28 February 2026".
  std::string title = {};
};

/// `histories` are those of the ranking's pairs (`histories_of`), in its order and all over the same periods. Throws
/// `std::invalid_argument` if they are not.
std::string ranking_page_html(const Ranking& ranking, std::span<const IndexSeries> histories,
                              const RankingPageOptions& options = {});

}  // namespace detente
#pragma GCC visibility pop
