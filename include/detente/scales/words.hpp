#pragma once
/// \file
/// The words for an index: which range of a scale has which word. Words belong to a model on its usual scale, because
/// 60 on one is not 60 on another:
///
/// - sums on `softsign` (and other models on softsign or linear): below 20 close, from 20 friendly, 40 neutral, 60
///   strained, 75 tense, 85 hostile;
/// - `two_speed` on `linear slope=6`: below 50 cooperative, from 50 neutral, 60 strained, 75 tense, 85 hostile. It is
///   not bounded: 0 and 100 are not its ends;
/// - `latent_level` on `linear slope=5`, the tone of what is reported, which moves little: below 45 warm, from 45
///   friendly, 49 mixed, 51 harsh, 57 bitter. On KEDS Levant these are 4, 28, 47, 16 and 5 % of a pair's months, and
///   20, 24, 8, 14 and 34 % of those with ten reports or more.
///
/// There are no words for a model on another scale, for a scale that compares a day with other days, or for a
/// `two_speed` with another λ, b or half-life than its defaults.
///
/// ```cpp
/// word_of(67, "two_speed rho=0.25 kappa=2", *parse_scale("linear slope=6"));   // → "strained"
/// ```

#include <optional>
#include <span>
#include <string_view>

#include "detente/contracts/scale_words.hpp"
#include "detente/scales/scale.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// One word and the index from which it is used, up to the next.
struct IndexWord {
  double from = 0;
  /// As a sentence has it.
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

/// The least support (`Reading::support` of `two_speed`, Σ w k with 120 days) for a level to count as more than
/// silence: one report that is 120 days old.
inline constexpr double least_support = 0.5;
/// The word of an index that has next to no support.
inline constexpr std::string_view no_recent_reports = "no recent reports";

}  // namespace detente
#pragma GCC visibility pop
