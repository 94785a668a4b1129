#pragma once
/// \file
/// `window_mean`: the mean tone of the last two weeks, one number for both directions. It is the bilateral index of
/// GeoPrizm. In score points, −10 (warm) to 10 (hostile).
///
///     d(t) = Σ w x / Σ w      over the acts of day t, w = ln(1 + mentions)
///     L(t) = mean of d(u) over those of the days t − 13 … t that have an act;  0 if none has
///
/// GeoPrizm prints 50 + 12 R with R positive for cooperation, cut off at 0 and 100. Ours is positive for tension: on
/// the scale `linear slope=12` it reads 50 + 12 L, which is 100 minus theirs, and nothing is cut off.
///
/// The weights belong to the formula, so the model requires the coding rule `mentions log`. GeoPrizm takes the larger
/// of a row's mentions and articles, which in GDELT's files are always the mentions (a test checks this on real ones).
/// The volume rule changes nothing, because it cancels in a day's mean.
///
/// Landmarks: one act of 6 hostile points reads 6 for fourteen days, and 0 from the day after. A day of one act has as
/// much weight as a day of a thousand.
///
/// Known weaknesses. Silence reads as calm (0, index 50) and not as unknown. An act that leaves the window moves the
/// index as far as it did when it came. Who did what to whom is lost. Quiet days drive the mean of daily means, and one
/// much-copied story (w) dominates its day. No variance.
///
/// It is a path model, because a moving window must forget single days: it gets the whole span at once. Complexity:
/// O(impulses + days × window). Source: GeoPrizm's program (github.com/Haullk/relationship-temperature), function
/// build_trend.

#include <optional>
#include <vector>

#include "detente/contracts/model.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Parameters of `window_mean`.
struct WindowMeanOptions {
  double window = 14;  ///< days, a whole number of at least 1
};

/// GeoPrizm's mean over two weeks (see above). Threads: any number may use an object at once.
class WindowMean {
 public:
  /// Throws `std::invalid_argument` naming the parameter, its value and its range.
  explicit WindowMean(const WindowMeanOptions& options = {});

  const WindowMeanOptions& options() const noexcept { return options_; }

  /// Throws `std::invalid_argument` for impulses or days that do not ascend.
  std::vector<std::optional<double>> levels(const Path& path) const;
  bool undirected() const noexcept { return true; }
  /// An act of unknown day is one act on its middle day; if spread, it would fill many days of the window with acts.
  bool counts_days() const noexcept { return true; }
  RequiredRules required_rules() const noexcept { return {.mentions = Mentions::log}; }

 private:
  WindowMeanOptions options_;
};

}  // namespace detente
#pragma GCC visibility pop
