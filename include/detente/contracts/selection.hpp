#pragma once
/// \file
/// Which events of a log are looked at: those of a pair, about an issue, as known by a day. What is taken becomes coded
/// events, which the coding rules (coding_rules.hpp) then thin out and weigh.
///
/// *Third parties* (`affects`, `also`) keep their own source and target. Which side of the pair they count on: that of
/// the member of the pair that takes part, whether it acts or is acted upon; if neither does, the side from the source
/// to the target of the pair as `affects` or `also` writes it.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/event_log.hpp"

namespace detente {

/// Whose events, about what, and as known when.
struct Selection {
  /// The canonical pair is studied in both directions.
  Dyad dyad;
  /// Only this issue; empty for all.
  std::string issue = {};
  /// Only what was reported by the end of this day.
  std::optional<Day> as_of = {};
  ActorTable actors = {};
  /// Other dyads whose events count here too, each with a weight in [-1, 1]; below 0 what is cooperation there strains
  /// the pair.
  std::vector<std::pair<Dyad, double>> also = {};
};

/// A number for who acts on whom, above 1; that of the reverse differs from it in the lowest bit alone. Actors that
/// roll up to the same parents have the same.
std::uint64_t others_number(const Dyad& parties);

/// Who acts on whom in the event, by the names that the actors have on its day.
Dyad parties_of(const Event& event, const ActorTable& actors);

/// Whether events between these actors, as written, can belong to the selection on some day.
bool may_concern(const Selection& selection, std::string_view source, std::string_view target);

/// An event on its way through the rules: its row in the log, and what the rules make of it.
struct CodedEvent {
  EventRow row = {};
  DateSpan date = {};
  /// The row's saturate.
  std::uint32_t mentions = 1;
  Direction direction = Direction::forward;
  double weight = 1;
  double probability = 1;
  /// Which others, of an event of third parties that touches the dyad (`others_number`); 0 for the dyad itself.
  std::uint64_t others = 0;

  EventId id() const noexcept { return row.id(); }
  EventKey key() const noexcept { return row.key; }
  std::uint16_t code() const noexcept { return row.code; }
  Status status() const noexcept { return row.status; }
  bool is_third_party() const noexcept { return others != 0; }
};

/// The events of the dyad, the latest version of each reported by the as-of day, ordered by (day, key). An event of
/// third parties that `affects` the dyad comes with its spill as weight (so usually 0). O(n log n) in those. Throws
/// `std::invalid_argument` for a weight in `also` outside −1 to 1.
std::vector<CodedEvent> select(const EventLog& log, const Selection& selection);
/// The same of these rows, which belong to the log and may lie elsewhere.
std::vector<CodedEvent> select(const EventLog& log, std::span<const EventRow> rows, const Selection& selection);

}  // namespace detente
