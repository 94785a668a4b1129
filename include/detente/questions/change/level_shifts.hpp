#pragma once
/// \file
/// Since when is a relation another one? Cuts the history where what was reported changed for good: its mean score, its
/// spread, or its number of acts by calendar period (processes/shifts/change_points.hpp). The index itself is never
/// cut: it is smoothed, and smoothing makes a ramp of every step.
///
/// The series, by period, of the acts that count in the chosen direction:
///
///     mean score   Σ w x / Σ w    in tension points, hostile positive; missing without an act: silence is no 0
///     number       Σ w            for `ChangeIn::rate`; 0 without an act, missing for a period that is not shown whole
///
/// with w weight, probability and count of an act on the middle day of its date. A shift has its **causes**, code by
/// code: what each adds to the mean of the segments before and after. These sum to the size of the shift exactly,
/// because a period's mean score is a sum over its acts.
///
/// **A second opinion**: the auxiliary residuals of a local level (`latent_level half_life=inf`) over the same acts,
/// day by day. The smoothed disturbance of the level between two days with acts, divided by its standard deviation, is
/// far from 0 where the level jumped; beyond ±3 it is hard to explain otherwise. It sees sudden breaks to the day, but
/// not slow ones, and rests on the model's variances, not on a penalty; its neighbours are correlated.
///
/// Landmarks: 79 acts over eight years have too few periods for small shifts; 24 monthly means with a shift of three
/// standard deviations are enough.
///
/// Complexity: as `change_points`, and O(acts log acts). Source: Maidstone et al. 2017; Harvey & Koopman 1992.

#include <optional>
#include <string>
#include <vector>

#include "detente/models/latent_level.hpp"
#include "detente/processes/shifts/change_points.hpp"
#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What counts as a shift for good.
struct LevelShiftRequest {
  PeriodKind every = PeriodKind::month;
  /// How cuts are found.
  ChangePointOptions change = {};
  std::size_t causes = 3;  ///< at most so many codes of each shift
  /// Residuals of at least this size are breaks, > 0.
  double least_residual = 3;
  /// Of the local level whose residuals they are.
  LatentLevelOptions local = {.half_life = std::numeric_limits<double>::infinity()};
};

/// What one code adds to a shift.
struct ShiftCause {
  std::string code;
  std::string label;
  double before = 0, after = 0;  ///< its share in the mean of each segment, in the series' unit
  /// What it adds, in the series' unit.
  double size() const { return after - before; }
};

/// A change for good, as far as the data reach.
struct LevelShift {
  Period period;                                      ///< the first of the new segment
  double before = 0, after = 0;                       ///< means of the two segments
  double sd_before = 0, sd_after = 0;                 ///< standard deviations of the periods in each
  std::size_t periods_before = 0, periods_after = 0;  ///< with a value
  std::vector<ShiftCause> causes;                     ///< largest first
  double others = 0;                                  ///< what codes that are not listed add
  /// Of the change, in the series' unit.
  double size() const { return after - before; }
};

/// A day on which the level jumped, by the local level's residual.
struct Break {
  Day day;
  Direction direction = Direction::forward;
  double residual = 0;  ///< in standard deviations; above 0: more hostile
};

/// Changes for good in what was reported.
struct LevelShifts {
  std::vector<Period> periods;
  std::vector<double> values;  ///< NaN: no act
  ChangePoints found;
  std::vector<LevelShift> shifts;  ///< in order
  std::vector<Break> breaks;       ///< by day; of days with acts in a row, the largest
};

/// Throws `std::invalid_argument` as `change_points` does, and for a `least_residual` not above 0.
LevelShifts level_shifts(const History& history, const Scoring& scoring, const LevelShiftRequest& request = {});

}  // namespace detente
#pragma GCC visibility pop
