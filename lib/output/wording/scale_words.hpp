#pragma once
/// \file
/// What a picture needs to know about a scale: its neutral value and the word for it, its ends, and where the words of
/// the index change. It is read from the scale's text in a result.

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/index_series.hpp"

namespace detente::detail {

/// One word and its range of the index, [from, to).
struct WordBand {
  double from, to;
  std::string word;
};

struct ScaleWords {
  double neutral = 50;
  std::string neutral_word = "neutral";
  /// The ends of a bounded scale; infinite for others.
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  /// The words in order; empty for scales without words.
  std::vector<WordBand> bands;
  /// Digits after the point that a reader needs, if whole numbers are not enough.
  int digits = 0;

  bool bounded() const { return most < std::numeric_limits<double>::infinity(); }
};

/// For "softsign kappa=10" and the other scales, with the model whose index it is; a user's own scale is taken as
/// linear without words.
ScaleWords scale_words(const Provenance& result);

/// The lowest and highest value that a picture shows.
struct ValueRange {
  double low, high;
};

}  // namespace detente::detail
