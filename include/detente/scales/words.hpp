#pragma once
/// \file
/// The words of an index: which range of a scale is called what. A word belongs to a model on its usual scale, for 60
/// on the one is not 60 on the other:
///
/// - sums on `softsign` (and other models on softsign or linear): below 20 close, from 20 friendly, 40 neutral, 60
///   strained, 75 tense, 85 hostile;
/// - `two_speed` on `linear slope=6`: below 50 cooperative, from 50 neutral, 60 strained, 75 tense, 85 hostile. Not
///   bounded: 0 and 100 are not its ends;
/// - `latent_level` on `linear slope=5`, the tone of what is reported, which moves by little: below 45 warm, from 45
///   friendly, 49 mixed, 51 harsh, 57 bitter. On KEDS Levant these are 4, 28, 47, 16 and 5 of a hundred months of a
///   pair, and 20, 24, 8, 14 and 34 of those with ten reports or more.
///
/// A model on a scale that is not made for it, or one that compares a day with other days, has no words; nor has a
/// `two_speed` of another λ, b or half-life than it comes with.
///
///     word_of(67, "two_speed rho=0.25 kappa=2", *parse_scale("linear slope=6"));   // "strained"

#include <optional>
#include <span>
#include <string_view>

#include "detente/contracts/scale_words.hpp"
#include "detente/scales/scale.hpp"

namespace detente {

/// One word and the index from which it is used, up to the next.
struct IndexWord {
  double from = 0;
  std::string_view word;
};

/// In order, the first from minus infinity; empty where there are none. `model` is the model's text.
std::span<const IndexWord> index_words(std::string_view model, const Scale& scale);
/// Empty where there is none.
std::string_view word_of(double index, std::string_view model, const Scale& scale);
/// The same; "no recent reports" of a `two_speed` with less support than `least_support`.
std::string_view word_of(double index, std::optional<double> support, std::string_view model, const Scale& scale);
/// All that a reader needs to know of the scale of a model's index. Of the words, the first begins and the last ends
/// where the scale does.
ScaleWords scale_words(std::string_view model, const Scale& scale);

/// Reports that must be left of what was seen (`Reading::support` of `two_speed`, Σ w k with 120 days) for a level to
/// be more than silence: less than one that is 120 days old.
inline constexpr double least_support = 0.5;
inline constexpr std::string_view no_recent_reports = "no recent reports";

}  // namespace detente
