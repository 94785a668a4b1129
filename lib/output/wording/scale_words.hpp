#pragma once
/// \file
/// What a picture needs to know of a scale: its neutral value and the word for it, its ends, and where the words of the
/// index change. Read from the text of the scale that a result carries.

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/index_series.hpp"

namespace detente::detail {

/// One word and the indices it stands for, [from, to).
struct WordBand {
  double from, to;
  std::string word;
};

struct ScaleWords {
  double neutral = 50;
  std::string neutral_word = "neutral";
  /// Ends of a bounded scale; infinite for others.
  double least = -std::numeric_limits<double>::infinity();
  double most = std::numeric_limits<double>::infinity();
  /// In order; empty for scales without words.
  std::vector<WordBand> bands;
  /// Digits after the point that a reader needs, where whole numbers do not do.
  int digits = 0;

  bool bounded() const { return most < std::numeric_limits<double>::infinity(); }
};

/// For "softsign kappa=10" and the others, and the model whose index it is; a scale of the user's own is taken as
/// linear without words.
ScaleWords scale_words(const Provenance& result);

/// The lowest and the highest value that a picture shows.
struct ValueRange {
  double low, high;
};

}  // namespace detente::detail
