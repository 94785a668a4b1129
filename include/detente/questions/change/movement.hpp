#pragma once
/// \file
/// What moved the index over one period, in as many words as a headline or a tip on a picture has room for: the acts of
/// the period with what each did, and the fading of what was there before, which is silence. `attribute` has every line
/// (attribution.hpp); these are its sums.
///
///     index at the end − index at the end before = silence + Σ movers + others
///
/// exactly as `attribute` adds up. A release is credited to its closing, and so is the fading of the residue that it
/// left: a closing may go on moving the index in later periods. All other fading is silence.

#include <optional>
#include <string>
#include <vector>

#include "detente/questions/change/attribution.hpp"
#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// An act of a period, or so much of it as falls into the period; or the closing of a measure before it.
struct Mover {
  EventId event = {};
  Day day;
  Direction direction = Direction::forward;
  /// The codebook's label, or the code as a person would say it.
  std::string label;
  /// What it did to the index by the end of the period, in index points.
  double index = 0;
  /// Who did it to whom, for an act between others.
  std::optional<Dyad> others = {};
};

/// What moved the index over a period.
struct Movement {
  Period period;
  double from = 0, to = 0;  ///< the index at the end of the day before the period, and of its last day
  double silence = 0;       ///< what fading did, in index points
  /// The same change by cause, in index points: new acts, fading, measures, releases. `attribute` has the rest, what no
  /// act accounts for.
  Change causes = {};
  std::vector<Mover> movers;  ///< largest first
  double others = 0;          ///< the acts that are not listed, and what no act accounts for
  std::size_t more = 0;       ///< how many acts are not listed

  /// Index points.
  double change() const { return to - from; }
  /// What acts, measures and releases did; the rest of the change is silence, and a model's return to its mean.
  double deeds() const { return causes.acts + causes.measures + causes.releases; }
};

/// At most `most` acts are listed. Nothing if the index is missing at either end, if the model has no exact
/// contributions or if the scale looks back. O(impulses log acts).
std::optional<Movement> movement_over(const History& history, const Scoring& scoring, const Period& period,
                                      std::size_t most = 5);

}  // namespace detente
#pragma GCC visibility pop
