#include "detente/scales/words.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "detente/contracts/source_profile.hpp"
#include "detente/scales/scale.hpp"

namespace detente {
namespace {

constexpr double below_all = -std::numeric_limits<double>::infinity();

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

}  // namespace

std::span<const IndexWord> index_words(std::string_view model, std::string_view text) {
  const Parsed<Scale> scale = parse_scale(text);
  if (!scale || scale->looks_back()) return {};
  const bool is_linear = scale->kind == ScaleKind::linear;
  if (name_of(model) == "two_speed")
    return made_for(is_linear && scale->slope == 6 && !has_own_scale(model), of_strain);
  if (name_of(model) == "latent_level" && is_linear) return made_for(scale->slope == 5, of_tone);
  return of_sums;
}

std::string_view word_of(double index, std::string_view model, std::string_view scale) {
  const auto words = index_words(model, scale);
  const auto after =
      std::upper_bound(words.begin(), words.end(), index, [](double i, const IndexWord& w) { return i < w.from; });
  return after == words.begin() ? std::string_view() : std::prev(after)->word;
}

std::string_view word_of(double index, std::optional<double> support, std::string_view model, std::string_view scale) {
  const std::string_view word = word_of(index, model, scale);
  const bool is_silent = name_of(model) == "two_speed" && support && *support < least_support;
  return is_silent && !word.empty() ? no_recent_reports : word;
}

}  // namespace detente
