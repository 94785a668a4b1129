#pragma once
/// \file
/// The parts of a page of many pairs: which class of colour a period has, and its map, lines and table as HTML.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/questions/index/ranking.hpp"

namespace detente::detail::page {

/// The colours of a map: one for each word of the index, or for each sixth of what is shown where a scale has no words.
class HeatClasses {
 public:
  HeatClasses(const ScaleWords& words, std::span<const IndexSeries> histories);

  /// "k0" (calm) to "k5".
  std::string name(double index) const;
  /// A swatch for each with its word and its range, and one for what is not known.
  std::string legend() const;

 private:
  std::size_t band_of(double index) const;
  std::string name_of_band(std::size_t band) const;

  std::vector<WordBand> bands_;
  bool has_words_;
};

/// The index of a period, or nothing where next to nothing was reported: what a picture may show.
std::optional<double> known_index(const IndexRow& row);
/// "peak 84 in October 2025; next to nothing reported in 12 of 360 months"
std::string history_in_words(const IndexSeries& series);

/// The table of pairs with a strip of periods each.
std::string pairs_map(const Ranking& ranking, std::span<const IndexSeries> histories, const HeatClasses& classes,
                      std::size_t lines);
/// The same pairs as small lines on one scale, the first `most`.
std::string pairs_lines(const Ranking& ranking, std::span<const IndexSeries> histories, std::size_t most);
/// The index at the end of each year, or of each period where there are few.
std::string pairs_years(const Ranking& ranking, std::span<const IndexSeries> histories);

/// The style sheet, beside that of every page.
std::string_view ranking_style();

}  // namespace detente::detail::page
