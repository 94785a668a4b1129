#pragma once
/// \file
/// Two coders' histories of one relation, event by event, and what the difference does to the index. Events are paired
/// by id; those without a partner by equal source, target and code with dates that touch; then by equal source and
/// target with dates that touch, the same quad class, the same effect on a measure and the same kind of span. Events
/// that stay unpaired are listed as one coder's only.
///
/// The effect of a difference is how far the first coder's index moves, on the day where it moves most, if that one
/// event is taken as the second coder has it. Effects do not add up (the scale is bounded), so both whole paths are
/// given too.
///
/// Complexity: O(n log n) to pair, if dates are days. A difference is followed through the path from its day until it
/// has faded to the last bit (some fifty half-lives, whatever the length of the history). If it touches a measure, or
/// with a path model or a scale that looks back, it costs a new run over the history.

#include <optional>
#include <string>
#include <vector>

#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// A field that two coders filled differently.
struct FieldDifference {
  /// The column's name.
  std::string field;
  std::string left;
  std::string right;
};

/// One event in either or both histories, by its id in the respective log.
struct EventDifference {
  std::optional<EventId> left;
  std::optional<EventId> right;
  std::vector<FieldDifference> fields;  ///< empty for an event that only one coder has
  /// Index points that this difference moves the left index by, signed, on the day where it moves most.
  double effect = 0;
  /// On which it does so.
  Day effect_day;
};

/// Two coders' histories of one pair, held against each other.
struct CoderDiff {
  /// Of the pair, in each log.
  std::size_t left_events = 0, right_events = 0;
  /// How many events both have and code alike in everything that is scored.
  std::size_t agreed = 0;
  std::vector<EventDifference> differences;  ///< largest absolute effect first, then by day
  /// All that both histories span.
  std::vector<Day> days;
  std::vector<std::optional<double>> left, right;  ///< index by day
  /// Right minus left on the last day, and the largest absolute difference with its day; nothing if an index is
  /// missing.
  std::optional<double> last_difference;
  /// Right minus left, index points.
  std::optional<double> largest_difference;
  /// On which it is.
  Day largest_day;
};

/// Throws as `prepare` does, for either log.
CoderDiff coder_diff(const EventLog& left, const EventLog& right, const Selection& selection, const Scoring& scoring);

}  // namespace detente
#pragma GCC visibility pop
