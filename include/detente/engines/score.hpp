#pragma once
/// \file
/// Runs a model on one dyad: acts in, readings of both directions out, at any days. It prepares the impulses as the
/// model needs them: unknown days spread or put on the middle day, measures or plain pulses, the sides apart, together
/// or pooled.
///
/// Complexity: O(acts log acts + impulses + days). Memory: the impulses and the readings.

#include <optional>
#include <span>
#include <vector>

#include "detente/contracts/index_series.hpp"
#include "detente/contracts/measures.hpp"
#include "detente/models/any_model.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The impulses of each direction as a model needs them, in the order of `comes_before`.
struct SidedImpulses {
  std::vector<Impulse> forward;
  std::vector<Impulse> backward;
  /// For an undirected model: `forward` holds the impulses of both directions.
  bool undirected = false;
  /// For a model that pools its sides: the impulses of both together; each side's own then have twice their weight.
  std::vector<Impulse> both = {};
  /// Whether the impulses of both sides are in `forward`, for a model with one run for both.
  bool pooled = false;
};
/// The impulses of the acts as the model needs them: holds or pulses, spread days or middle ones, by side or together.
/// O(n log n).
SidedImpulses impulses_for(const AnyModel& model, std::span<const Act> acts);
/// The same from impulses that have already been made.
SidedImpulses by_side(const AnyModel& model, std::vector<Impulse> impulses);

/// Both sides together, for models that neither pool nor join them: the mean of the levels that exist (with the
/// variance of that mean) and the sum of the supports.
Reading combined(const Reading& forward, const Reading& backward);

/// Readings of both directions at the same days.
struct SidedReadings {
  std::vector<Reading> forward;
  std::vector<Reading> backward;
  /// For an undirected model: there is one run, so both sides are the same and any choice reads it.
  bool undirected = false;
  /// For a model that pools its sides: the run over both. Empty for others.
  std::vector<Reading> both = {};
  /// Whether the model has one run for both sides.
  bool pooled = false;

  /// The reading for the chosen direction. `both` is the run over both if sides are pooled; else the two `combined`.
  Reading of(DirectionChoice choice, std::size_t day) const;
  /// The level of `of(choice, day)` on every day that was read, without its other fields.
  std::vector<std::optional<double>> levels(DirectionChoice choice) const;
  /// The support of `of(choice, day)` on every day that was read.
  std::vector<std::optional<double>> supports(DirectionChoice choice) const;

 private:
  /// The one side that the choice reads, or nullptr where two are combined.
  const std::vector<Reading>* one_side(DirectionChoice choice) const;
};

/// From acts to readings at the ends of the days, which ascend. Throws `std::invalid_argument` if they do not.
SidedReadings score(const AnyModel& model, std::span<const Act> acts, std::span<const Day> days);
/// The same from impulses.
SidedReadings score(const AnyModel& model, const SidedImpulses& impulses, std::span<const Day> days);
/// Only what `of(choice, …)` reads; everything else stays empty.
SidedReadings score(const AnyModel& model, std::span<const Act> acts, std::span<const Day> days,
                    DirectionChoice choice);
/// The same from impulses.
SidedReadings score(const AnyModel& model, const SidedImpulses& impulses, std::span<const Day> days,
                    DirectionChoice choice);

/// Every day of [from, to).
std::vector<Day> every_day(Day from, Day to);

}  // namespace detente
#pragma GCC visibility pop
