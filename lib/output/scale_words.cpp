#include "output/scale_words.hpp"

#include <algorithm>

#include "detente/questions/index_report.hpp"

namespace detente {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

/// The bands of `band_word`, found by asking it.
std::vector<WordBand> word_bands(double least, double most) {
  std::vector<WordBand> out;
  for (int value = 0; value < 100; ++value) {
    const std::string word(band_word(value + 0.5));
    if (!out.empty() && out.back().word == word) continue;
    if (!out.empty()) out.back().to = value;
    out.push_back({static_cast<double>(value), most, word});
  }
  out.front().from = least;
  return out;
}

ScaleWords unworded(double neutral, std::string word, double least = -endless, double most = endless) {
  return {neutral, std::move(word), least, most, {}, 0};
}

}  // namespace

ScaleWords scale_words(std::string_view text) {
  const Parsed<Scale> scale = parse_scale(text.substr(0, text.find(' ')));
  if (!scale) return unworded(50, "neutral");
  switch (scale->kind) {
    case ScaleKind::softsign: return {50, "neutral", 0, 100, word_bands(0, 100), 0};
    case ScaleKind::linear: return {50, "neutral", -endless, endless, word_bands(-endless, endless), 0};
    case ScaleKind::relative: return unworded(100, "base window");
    case ScaleKind::zscore: {
      ScaleWords words = unworded(0, "own mean");
      words.digits = 1;
      return words;
    }
    case ScaleKind::percentile: return unworded(50, "own median", 0, 100);
  }
  return {};
}

}  // namespace detente
