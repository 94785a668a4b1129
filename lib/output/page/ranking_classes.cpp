#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "detente/scales/words.hpp"
#include "output/chart/markup.hpp"
#include "output/page/page_parts.hpp"
#include "output/page/ranking_parts.hpp"
#include "output/wording/figures.hpp"

namespace detente::detail::page {
namespace {

constexpr std::size_t most_classes = 6;

/// Sixths of the range that is shown.
std::vector<WordBand> equal_bands(std::span<const IndexSeries> histories) {
  double low = 0, high = 0;
  bool any = false;
  for (const IndexSeries& series : histories)
    for (const IndexRow& row : series.rows)
      if (const auto index = known_index(row)) {
        low = any ? std::min(low, *index) : *index;
        high = any ? std::max(high, *index) : *index;
        any = true;
      }
  if (!(high > low)) high = low + 1;
  std::vector<WordBand> out;
  const double step = (high - low) / most_classes;
  for (std::size_t i = 0; i < most_classes; ++i)
    out.push_back({low + step * static_cast<double>(i), low + step * static_cast<double>(i + 1), ""});
  return out;
}

std::string range_of(const WordBand& band, bool first, bool last) {
  if (first) return "below " + rounded(band.to);
  if (last) return rounded(band.from) + " and above";
  return rounded(band.from) + "–" + rounded(band.to);
}

}  // namespace

HeatClasses::HeatClasses(const ScaleWords& words, std::span<const IndexSeries> histories)
    : bands_(words.bands.empty() ? equal_bands(histories) : words.bands), has_words_(!words.bands.empty()) {}

std::size_t HeatClasses::band_of(double index) const {
  std::size_t band = 0;
  while (band + 1 < bands_.size() && bands_[band].to <= index) ++band;
  return band;
}

/// Scales with fewer words leave out the calmest colours.
std::string HeatClasses::name_of_band(std::size_t band) const {
  const std::size_t left_out = most_classes - std::min(most_classes, bands_.size());
  return fmt::format("k{}", std::min(most_classes - 1, left_out + band));
}

std::string HeatClasses::name(double index) const { return name_of_band(band_of(index)); }

std::string HeatClasses::legend() const {
  std::string out = "<ul class=\"legend\" aria-label=\"Colours of the map\">\n";
  for (std::size_t i = 0; i < bands_.size(); ++i) {
    const std::string range = range_of(bands_[i], i == 0, i + 1 == bands_.size());
    out += fmt::format(
        "<li><svg viewBox=\"0 0 2 1\" aria-hidden=\"true\"><path class=\"{}\" d=\"M0 .5h2\"/></svg>{}</li>\n",
        name_of_band(i), has_words_ ? escaped(bands_[i].word) + ", " + range : range);
  }
  return out +
         "<li><svg class=\"none\" viewBox=\"0 0 2 1\" aria-hidden=\"true\"></svg>not known: next to nothing "
         "reported</li>\n</ul>\n";
}

std::optional<double> known_index(const IndexRow& row) {
  if (!row.index || !std::isfinite(*row.index) || (row.support && *row.support < least_support)) return std::nullopt;
  return row.index;
}

std::string history_in_words(const IndexSeries& series) {
  const IndexRow* peak = nullptr;
  std::size_t unknown = 0;
  for (const IndexRow& row : series.rows) {
    const auto index = known_index(row);
    if (!index) ++unknown;
    if (index && (!peak || *index > *peak->index)) peak = &row;
  }
  if (!peak) return "next to nothing reported in any period";
  std::string out = fmt::format("peak {} in {}", rounded(*peak->index), period_in_words(peak->period));
  if (unknown > 0)
    out += fmt::format("; next to nothing reported in {} of {}", unknown,
                       counted(series.rows.size(), std::string(to_text(peak->period.kind))));
  return out;
}

}  // namespace detente::detail::page
