#pragma once
/// \file
/// Which events of a log are used: those of a pair, about an issue, as known by a day. The selected events become coded
/// events, which the coding rules (coding_rules.hpp) then thin out and weigh.
///
/// *Third parties* (`affects`, `also`) keep their own source and target. They count on the side of the member of the
/// pair that takes part, whether it acts or is acted upon; if neither does, they count in the direction in which
/// `affects` or `also` writes the pair.
///
/// *A measure is over for all.* Where an opening touches the pair by `affects`, the other events of those who imposed
/// it come along as `Touch::may_end`, because a closing need not repeat `affects` (contracts/measures.hpp).
/// `apply_rules` keeps those that close what the opening opened, and drops the rest.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/event_log.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Which pair's events, about what, and as known when.
struct Selection {
  /// The canonical pair is studied in both directions.
  Dyad dyad;
  /// Only this issue; empty for all.
  std::string issue = {};
  /// Only what was reported by the end of this day.
  std::optional<Day> as_of = {};
  ActorTable actors = {};
  /// Other dyads whose events count here too, each with a weight in [-1, 1]; below 0, cooperation there strains the
  /// pair.
  std::vector<std::pair<Dyad, double>> also = {};
};

/// Whether events between these actors, as written, can belong to the selection on some day.
bool may_concern(const Selection& selection, std::string_view source, std::string_view target);

/// What a selected event is to the dyad.
enum class Touch : std::uint8_t {
  counts,   ///< as an act, with its weight
  may_end,  ///< its row does not name the dyad; it is here in case it closes a measure that touches it
  ends,     ///< it closes such a measure, and is no act here
};

/// An event on its way through the rules: its row in the log, and what the rules make of it.
struct CodedEvent {
  /// Of the log.
  EventRow row = {};
  DateSpan date = {};
  /// The exact number, where the row's own stops at 255.
  std::uint32_t mentions = 1;
  Direction direction = Direction::forward;
  /// As what it takes part.
  Touch touch = Touch::counts;
  double weight = 1;
  double probability = 1;
  /// Which others, of an event of third parties that touches the dyad as a number above 1; 0 for the dyad itself.
  std::uint64_t others = 0;

  /// By which results name the event.
  EventId id() const noexcept { return row.id(); }
  /// Of its identity or content (event_key.hpp).
  EventKey key() const noexcept { return row.key; }
  /// The number of its code in the log.
  std::uint16_t code() const noexcept { return row.code; }
  /// Whether it occurred, as coded.
  Status status() const noexcept { return row.status; }
  /// Whether it is between others.
  bool is_third_party() const noexcept { return others != 0; }
};

/// The events of the dyad, the latest version of each reported by the as-of day, ordered by (day, key). An event of
/// third parties that `affects` the dyad has its spill as weight (so usually 0); other events of those who impose a
/// measure that counts have none. O(n log n) in those events. Throws `std::invalid_argument` for a weight in `also`
/// outside −1 to 1.
std::vector<CodedEvent> select(const EventLog& log, const Selection& selection);
/// The same from these rows, which belong to the log and may be kept elsewhere.
std::vector<CodedEvent> select(const EventLog& log, std::span<const EventRow> rows, const Selection& selection);

}  // namespace detente
#pragma GCC visibility pop
