#include "detente/scales/words.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "detente/contracts/source_profile.hpp"

namespace detente {
namespace {

constexpr double above_all = std::numeric_limits<double>::infinity();
constexpr double below_all = -above_all;

constexpr std::array<IndexWord, 6> of_sums{
    {{below_all, "close"}, {20, "friendly"}, {40, "neutral"}, {60, "strained"}, {75, "tense"}, {85, "hostile"}}};
constexpr std::array<IndexWord, 5> of_strain{
    {{below_all, "cooperative"}, {50, "neutral"}, {60, "strained"}, {75, "tense"}, {85, "hostile"}}};
constexpr std::array<IndexWord, 5> of_tone{
    {{below_all, "warm"}, {45, "friendly"}, {49, "mixed"}, {51, "harsh"}, {57, "bitter"}}};

std::span<const IndexWord> made_for(bool is_usual_scale, std::span<const IndexWord> words) {
  return is_usual_scale ? words : std::span<const IndexWord>();
}

std::string_view name_of(std::string_view model) { return model.substr(0, model.find(' ')); }

ScaleWords with_words(std::span<const IndexWord> words, std::string_view neutral, double least, double most) {
  ScaleWords out{.least = least, .most = most};
  if (!neutral.empty()) out.neutral_word = neutral;
  for (const IndexWord& next : words) {
    if (!out.bands.empty()) out.bands.back().to = next.from;
    out.bands.push_back({std::max(next.from, least), most, std::string(next.word)});
  }
  return out;
}

}  // namespace

std::span<const IndexWord> index_words(std::string_view model, const Scale& scale) {
  if (scale.looks_back()) return {};
  const bool is_linear = scale.kind == ScaleKind::linear;
  if (name_of(model) == "two_speed") return made_for(is_linear && scale.slope == 6 && !has_own_scale(model), of_strain);
  if (name_of(model) == "latent_level" && is_linear) return made_for(scale.slope == 5, of_tone);
  return of_sums;
}

std::string_view word_of(double index, std::string_view model, const Scale& scale) {
  const auto words = index_words(model, scale);
  const auto after =
      std::upper_bound(words.begin(), words.end(), index, [](double i, const IndexWord& w) { return i < w.from; });
  return after == words.begin() ? std::string_view() : std::prev(after)->word;
}

std::string_view word_of(double index, std::optional<double> support, std::string_view model, const Scale& scale) {
  const std::string_view word = word_of(index, model, scale);
  const bool is_silent = name_of(model) == "two_speed" && support && *support < least_support;
  return is_silent && !word.empty() ? no_recent_reports : word;
}

/// The word of the neutral value is that of the range around or above it.
ScaleWords scale_words(std::string_view model, const Scale& scale) {
  const auto worded = [&](double least, double most) {
    return with_words(index_words(model, scale), word_of(ScaleWords().neutral, model, scale), least, most);
  };
  switch (scale.kind) {
    case ScaleKind::softsign: return worded(0, 100);
    case ScaleKind::linear: return worded(below_all, above_all);
    case ScaleKind::relative: return {.neutral = 100, .neutral_word = "base window"};
    case ScaleKind::zscore: return {.neutral = 0, .neutral_word = "own mean", .digits = 1};
    case ScaleKind::percentile: break;
  }
  return {.neutral_word = "own median", .least = 0, .most = 100};
}

}  // namespace detente
