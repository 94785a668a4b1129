#pragma once
/// \file
/// Dates and measures: from acts to the impulses that a model sees.
///
/// *Dates.* The point path spreads the weight of one unknown day evenly over its span (or puts it on the middle day,
/// for models that count days of observation). An event throughout an interval stands for `count` acts, spread evenly.
///
/// *Measures in force.* Openings and closings are paired by (source, target, measure, object), with the actors of the
/// event itself: a third party's measure is lifted only by those who imposed it. When they lift it, it is over wherever
/// it counts: a measure that touches this dyad by the `affects` of its opening ends with their closing, whether or not
/// that row says `affects` too. `affects` and its spill say whether the closing is also an act here; without them it is
/// shown, ends the measure, and adds nothing of its own (`Act::ends_only`).
///
/// | case | reading |
/// |---|---|
/// | opening, later closing | in force from the opening's day until the closing's |
/// | a second opening while held | a new act, not a second hold |
/// | closing with `until` | lifted from its day through `until`, then in force again |
/// | opening with `until`, or throughout an interval | in force through that last day |
/// | closing without an opening | an act; the audit lists it |
/// | closing by others without `affects`, or with spill 0 | ends or lifts what their opening's `affects` put in force |
/// | opening and closing on one day | opened, then closed |
/// | closing and opening on one day of a measure in force | closed, then opened again |
/// | a lift that begins during another | goes on from where that one ends |
/// | closing for good during a lift | it does not resume; its residue fades from the lift on, credited to the lift |
/// | a hold never closed | in force to the end; the audit gives its age |
/// | another imposer, another object | another measure |
/// | an opening cancelled by a later version | probability 0: no hold |
///
/// *Vague and doubtful acts.* The point path is the exact mean over everything they leave open, so it is what the draws
/// of the acts average to (questions/doubt/bands.hpp): every act occurs with its probability; an opening's day is
/// uniform over its span (no later than `until`); a closing's is uniform over those of its days that are not before the
/// opening it belongs to, or over all of them if that does not occur or comes after the last of them. Closings are
/// assigned in the order of their middle days: each belongs to the earliest opening that is not taken and may come
/// before it, else to the latest that may. On the exact days of a draw the table above holds. If one measure has more
/// vague acts than about six in the same year, nine in the same month or twelve in the same two days, the point path
/// puts those that begin last on their middle days.
///
/// Complexity: O(n log n) in the acts, and within one measure O(days of its vague spans × states), where the states are
/// the possibilities that its vague acts leave open on a day: two for one act, a bounded number for many.

#include <span>
#include <string>
#include <vector>

#include "detente/contracts/act.hpp"
#include "detente/values/impulse.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Where the point path puts one unknown day.
enum class DatePolicy : std::uint8_t { spread, middle };

/// The impulses of both directions, in the order of `comes_before`. Acts of probability 0 give none.
std::vector<Impulse> impulses_of(std::span<const Act> acts, DatePolicy policy = DatePolicy::spread);

/// The same impulses for a model that does not know measures: holds become pulses, and there are no releases.
std::vector<Impulse> as_pulses(std::vector<Impulse> impulses);

/// Points of the measures in force on each day in one direction, without decay: Σ points × weight of what is held.
/// Throws `std::invalid_argument` unless impulses and `days` ascend. O(impulses + days).
std::vector<double> points_in_force(std::span<const Impulse> impulses, Direction direction, std::span<const Day> days);

/// One spell of a measure, for pictures and the audit: dates at their middle, and only acts that are more likely than
/// not.
struct MeasureSpell {
  std::string measure;
  std::string object;
  Direction direction = Direction::forward;
  /// Who imposed it on whom, for a measure between others; it counts in `direction` all the same.
  std::optional<Dyad> others;
  double points = 0;
  /// Of the act that opened it.
  EventKey opening;
  /// In the log.
  EventId opening_event = {};
  Day from;
  /// First day on which it is no longer in force; end_of_time if never closed.
  Day to = end_of_time;
  /// The event that closed it, if one did.
  std::optional<EventId> closing_event;
  /// Days [from, to) on which it was lifted, with the lifting event.
  struct Lift {
    Day from;
    Day to;
    EventId event = {};
  };
  /// In the order of their days.
  std::vector<Lift> lifts;
};

/// What the acts' measures amount to, and closings that found nothing to close.
struct MeasureHistory {
  std::vector<MeasureSpell> spells;  ///< by first day, then key
  /// Closings for which nothing was in force, by day.
  std::vector<EventId> closings_without_opening;
};
/// The measures that these acts open and close. O(n log n).
MeasureHistory measure_history(std::span<const Act> acts);

}  // namespace detente
#pragma GCC visibility pop
