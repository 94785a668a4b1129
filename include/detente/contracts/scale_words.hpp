#pragma once
/// \file
/// What a reader needs to know of the scale that an index is read on: its neutral value and the word for it, its ends,
/// and where the words of the index change. Every series carries it; `scale_words` (scales/words.hpp) makes it.

#include <limits>
#include <string>
#include <vector>

#pragma GCC visibility push(default)
namespace detente {

/// One word and its range of the index, [from, to).
struct WordBand {
  double from, to;
  /// What is said below `to`.
  std::string word;
};

/// By default that of a scale of a user's own: endless, neutral at 50, without words.
struct ScaleWords {
  /// The index of an untroubled relation.
  double neutral = 50;
  /// What is said around it.
  std::string neutral_word = "neutral";
  /// The ends of a bounded scale; infinite for others.
  double least = -std::numeric_limits<double>::infinity();
  /// The scale's upper end; infinite without one.
  double most = std::numeric_limits<double>::infinity();
  /// In order; empty for scales without words.
  std::vector<WordBand> bands = {};
  /// Digits after the point that a reader needs, where whole numbers do not do.
  int digits = 0;

  /// Whether the scale has an upper end.
  bool bounded() const { return most < std::numeric_limits<double>::infinity(); }
};

}  // namespace detente
#pragma GCC visibility pop
