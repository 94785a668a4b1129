#pragma once
/// \file
/// The true tension, which is hidden and which every model tries to recover: a path of daily levels in score points, 0
/// neutral, positive hostile. There are four kinds, because a model that is best under its own assumptions has not
/// proved anything yet:
///
/// | truth | how it moves |
/// |---|---|
/// | `mean_reverting` | Ornstein–Uhlenbeck around 1, half-life 45 days, stationary sd 1.5 |
/// | `random_walk` | from 1, daily steps of sd 0.1: about 3.8 points after four years |
/// | `regimes` | constant, and every 120 days on average a jump to a new N(1, 2²) |
/// | `self_exciting` | hostile acts trigger hostile acts (branching ratio 0.8, memory 15 days) beside a steady peace; |
/// |                 | the level is the expected score of the next act, +5 for a hostile one and −3 for another |
///
/// `activity` is how much happens, around 1, because tension makes news: exp(0.1 (level − its mean)); for
/// `self_exciting` the rate of acts itself.

#include <array>
#include <string_view>
#include <vector>

#include "detente/quality/chance.hpp"

#pragma GCC visibility push(default)
namespace detente::quality {

/// How a truth moves, by the table above.
enum class TruthKind : unsigned char { mean_reverting, random_walk, regimes, self_exciting };
/// All of them, in the order of the table.
inline constexpr std::array truth_kinds{TruthKind::mean_reverting, TruthKind::random_walk, TruthKind::regimes,
                                        TruthKind::self_exciting};
/// Its name in the table.
std::string_view to_text(TruthKind kind);

/// A true history.
struct Truth {
  std::vector<double> level;     ///< by day
  std::vector<double> activity;  ///< by day, above 0
};

/// A history of so many days, the same for the same numbers. O(days).
Truth make_truth(TruthKind kind, std::size_t days, const Chance& chance);

}  // namespace detente::quality
#pragma GCC visibility pop
