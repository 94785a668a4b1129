#pragma once
/// \file
/// An act: an event of the studied dyad after the coding rules have given it a direction, points, a weight and a
/// probability, and before its date has been turned into days. What is uncertain about it is still open here, so that
/// one list of acts serves the point path, every draw of the band and every what-if.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "detente/values/date_span.hpp"
#include "detente/values/dyad.hpp"
#include "detente/values/event_id.hpp"
#include "detente/values/event_key.hpp"
#include "detente/values/quad_class.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What an act does to a measure.
enum class Standing : std::uint8_t { none, opens, closes };

/// An event after the coding rules and before its date becomes days: what is uncertain about it is still open.
struct Act {
  EventKey key;
  DateSpan date;
  Direction direction = Direction::forward;
  QuadClass quad = QuadClass::verbal_conflict;
  /// Tension points (hostile positive), and by how much they change if the code's score is one standard deviation
  /// higher in hostility: its sd in points, with a minus sign where a negative spill has turned the act's sign.
  double points = 0;
  /// Standard deviation of the score, in points.
  double sd = 0.5;
  /// Which score a draw's code offset belongs to: equal for equal codes, unless a row brought its own score.
  std::uint64_t code_key = 0;
  /// Mentions × volume × mirror × spill; the probability that it occurred is kept apart.
  double weight = 1;
  double probability = 1;
  /// How many acts an event throughout an interval stands for.
  std::uint32_t count = 1;
  Standing standing = Standing::none;
  /// The measure and its object, if the act opens or closes one.
  std::string measure = {};
  std::string object = {};
  /// For an opening, its last day; for a closing, the last day on which the measure is lifted.
  std::optional<Day> until = {};
  /// A closing that is here only for the measure it ends, which counts by the `affects` of its opening: no act of the
  /// dyad, of weight 0, and in no count.
  bool ends_only = false;
  /// Who did it to whom, for an act between others; nothing for an act of the pair itself, where `direction` says it.
  std::optional<Dyad> others = {};
  /// Which event of the log it is, its code as the codebook spells it (as written if unknown), and its issue.
  EventId event = {};
  std::string code = {};
  std::string issue = {};

  /// The day on which counts place it: the middle of its span.
  Day day() const { return date.middle(); }
};

/// The middle days of the `count` equal parts of the span: one for an unknown day, one per act for an interval.
std::vector<Day> days_of_observation(const Act& act);

}  // namespace detente
#pragma GCC visibility pop
