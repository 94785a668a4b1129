#pragma once
/// \file
/// What the index would be if an event had not happened, had been another one, or if one more had. A history is scored
/// as it is and with the changes, and the difference is given by day and by period, for every change alone and for all
/// together. It is arithmetic on what was coded: how others would have acted then, it does not know.
///
/// ```cpp
/// const std::vector<EventChange> changes{removal(log, {"C024"}), insertion(visit)};
/// const WhatIf found = what_if(log, changes, {.selection = pair, .scoring = scoring});
/// found.daily.back().difference;      // index points on the last day
/// ```
///
/// *Band.* The coding band of the difference comes from paired draws: draw i of both histories uses the same random
/// numbers, which go by the keys of events and codes (bands.hpp), and a change leaves the keys of all other events as
/// they are. So every untouched event is drawn alike in both, bit for bit, and its doubt does not widen the difference.
/// (A vague closing whose opening is changed has the same numbers too, but may get other days: it is never before its
/// opening.)
///
/// *Interaction.* Changes do not add up where the scale bends, where one event closes what another opens, and where a
/// rule keeps one act a day. `together` less the sum of what each does alone is the interaction, on a line of its own.
///
/// Complexity: a run of the model for each change and two for each draw; O(log) for each change, since rules look at
/// the whole log.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/questions/doubt/bands.hpp"
#include "detente/questions/relation/history.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// What is done to an event.
enum class ChangeKind : std::uint8_t { insert, remove, alter };
/// "insert", "remove", "alter"
std::string_view to_text(ChangeKind kind);
/// Reads the words of `to_text`; nothing for another.
std::optional<ChangeKind> parse_change_kind(std::string_view text);

/// One change of one event.
struct EventChange {
  ChangeKind kind = ChangeKind::insert;
  EventKey key = {};       ///< of the event that is removed or altered
  Event before = {};       ///< as it is, unless inserted
  Event after = {};        ///< as it would be, unless removed
  std::string place = {};  ///< where it was written, "changes.csv:3", for messages; may be empty
};

/// A field in which an event and its alteration differ, in the words of a chronology.
struct AlteredField {
  /// The column's name, and what it held.
  std::string field, from, to;
};
/// In the order of a chronology's columns.
std::vector<AlteredField> altered_fields(const Event& before, const Event& after);

/// An event by the id that its source gave it. Where ids of several sources are equal, the source's name is needed too.
struct EventName {
  /// As the source gave it.
  std::string id;
  /// Needed where ids of several sources are equal.
  std::string source_name = {};
};

/// Throws `std::invalid_argument` if the event breaks a rule of `require_sound(event)`.
EventChange insertion(Event event);
/// Takes the event out, whatever its versions. Throws `InputError` if no event that was reported by the as-of day has
/// the id (naming the nearest ids), or if several have it.
EventChange removal(const EventLog& log, const EventName& name, std::optional<Day> as_of = {});
/// Puts `after` in its place, under the same identity: its draws stay its own. Throws as `removal` and `insertion` do.
EventChange alteration(const EventLog& log, const EventName& name, Event after, std::optional<Day> as_of = {});

/// Whose history is changed, and how it is shown.
struct WhatIfRequest {
  Selection selection;
  Scoring scoring;
  PeriodKind every = PeriodKind::month;
  SampleAt at = SampleAt::end;
  std::optional<Day> from = {};
  std::optional<Day> to = {};  ///< exclusive
  std::optional<BandOptions> band = BandOptions{};
};

/// The index as it is and with the changes; missing where either is.
struct Compared {
  /// The index of each history.
  std::optional<double> as_is = {}, what_if = {};
  std::optional<double> difference = {};         ///< what_if − as_is
  std::optional<double> lower = {}, upper = {};  ///< coding band of the difference
};

/// What a change alone, or all together, does to the index.
struct ChangeEffect {
  std::optional<double> on_last = {};     ///< on the last day
  std::optional<double> on_largest = {};  ///< on the day on which all together do most
  std::optional<double> most = {};        ///< on the day on which it does most itself
  /// On which it does most.
  Day most_day = {};
};

/// A history as it is and with changes.
struct WhatIf {
  Dyad pair;  ///< canonical, or the direction asked for
  DirectionChoice direction = DirectionChoice::both;
  SampleAt at = SampleAt::end;
  /// As given.
  std::vector<EventChange> changes = {};
  std::vector<ChangeEffect> alone = {};  ///< by change
  ChangeEffect together = {};            ///< its `most` is the largest difference, `most_day` its day
  /// Together less the sum of each alone.
  std::optional<double> interaction_on_last = {}, interaction_on_largest = {};
  std::vector<Day> days = {};  ///< those shown
  std::vector<Compared> daily = {};
  std::vector<Period> periods = {};
  /// Parallel to `periods`.
  std::vector<Compared> by_period = {};
  std::optional<BandOptions> band = {};
  std::vector<UnknownCode> unknown = {};
  Provenance provenance = {};
};

/// Throws `InputError` if a change concerns no event of the relation as asked, `std::invalid_argument` without changes
/// or if two concern one event, and as `prepare` and `coding_bands` do.
WhatIf what_if(const EventLog& log, std::span<const EventChange> changes, const WhatIfRequest& request);

}  // namespace detente
#pragma GCC visibility pop
