#pragma once
/// \file
/// Scores one dyad: acts in, readings of both directions out, at any days. What a model asks for is arranged here:
/// unknown days spread or put on the middle day, measures or plain pulses, the sides apart, in one or pooled.
///
/// Complexity: O(acts log acts + impulses + days). Memory: the impulses and the readings.

#include <optional>
#include <span>
#include <vector>

#include "detente/contracts/index_series.hpp"
#include "detente/contracts/measures.hpp"
#include "detente/models/any_model.hpp"

namespace detente {

/// The impulses of each direction, as a model wants them, in the order of `comes_before`.
struct SidedImpulses {
  std::vector<Impulse> forward;
  std::vector<Impulse> backward;
  /// For an undirected model: the impulses of both directions stand in `forward`.
  bool undirected = false;
  /// For a model that pools its sides: those of both together; each side's own then have twice their weight.
  std::vector<Impulse> both = {};
  bool pooled = false;
};
SidedImpulses impulses_for(const AnyModel& model, std::span<const Act> acts);
/// The same of impulses that are made already.
SidedImpulses by_side(const AnyModel& model, std::vector<Impulse> impulses);

/// Readings of both directions at the same days.
struct SidedReadings {
  std::vector<Reading> forward;
  std::vector<Reading> backward;
  /// Of an undirected model: one run, so both sides are the same and any choice reads it.
  bool undirected = false;
  /// Of a model that pools its sides: the run over both. Empty for others.
  std::vector<Reading> both = {};
  bool pooled = false;

  /// The direction chosen. Both: the run over both where sides are pooled; else the mean of the levels that exist
  /// (variance accordingly), the sum of the supports.
  Reading of(DirectionChoice choice, std::size_t day) const;
};

SidedReadings score(const AnyModel& model, std::span<const Act> acts, std::span<const Day> days);
SidedReadings score(const AnyModel& model, const SidedImpulses& impulses, std::span<const Day> days);
/// Only what `of(choice, …)` reads; what else there would be stays empty.
SidedReadings score(const AnyModel& model, std::span<const Act> acts, std::span<const Day> days,
                    DirectionChoice choice);
SidedReadings score(const AnyModel& model, const SidedImpulses& impulses, std::span<const Day> days,
                    DirectionChoice choice);

/// Every day of [from, to).
std::vector<Day> every_day(Day from, Day to);

}  // namespace detente
