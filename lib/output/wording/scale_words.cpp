#include "output/wording/scale_words.hpp"

#include <algorithm>

#include "detente/scales/scale.hpp"
#include "detente/scales/words.hpp"

namespace detente::detail {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

std::vector<WordBand> word_bands(const Provenance& result, double least, double most) {
  std::vector<WordBand> out;
  for (const IndexWord& next : index_words(result.model, result.scale)) {
    if (!out.empty()) out.back().to = next.from;
    out.push_back({std::max(next.from, least), most, std::string(next.word)});
  }
  return out;
}

/// The word of the neutral value is that of the range around or above it.
std::string neutral_word(const Provenance& result) {
  const std::string_view word = word_of(50, result.model, result.scale);
  return word.empty() ? "neutral" : std::string(word);
}

ScaleWords unworded(double neutral, std::string word, double least = -endless, double most = endless) {
  return {neutral, std::move(word), least, most, {}, 0};
}

}  // namespace

ScaleWords scale_words(const Provenance& result) {
  const std::string_view text = result.scale;
  const Parsed<Scale> scale = parse_scale(text.substr(0, text.find(' ')));
  if (!scale) return unworded(50, "neutral");
  switch (scale->kind) {
    case ScaleKind::softsign: return {50, neutral_word(result), 0, 100, word_bands(result, 0, 100), 0};
    case ScaleKind::linear:
      return {50, neutral_word(result), -endless, endless, word_bands(result, -endless, endless), 0};
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

}  // namespace detente::detail
