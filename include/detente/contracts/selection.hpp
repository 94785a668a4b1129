#pragma once
/// \file
/// Which events of a log are looked at: those of a pair, about an issue, as known by a day. What is taken becomes coded
/// events, which the coding rules (coding_rules.hpp) then thin out and weigh.

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
  /// Other dyads whose events count here too, each with a weight in [0, 1].
  std::vector<std::pair<Dyad, double>> also = {};
};

/// Whether events between these actors, as written, can belong to the selection on some day.
bool may_concern(const Selection& selection, std::string_view source, std::string_view target);

/// An event on its way through the rules.
struct CodedEvent {
  /// Its place in the log's rows, if it was selected from them.
  std::uint32_t event = 0;
  EventKey key;
  DateSpan date;
  Direction direction = Direction::forward;
  std::uint16_t code = 0;
  Status status = Status::confirmed;
  std::uint32_t mentions = 1;
  double weight = 1;
  double probability = 1;
  /// An event of others that touches the dyad, and which others: 0 for the dyad itself.
  bool third_party = false;
  std::uint32_t others = 0;
  /// Its row in the log.
  EventRow row = {};
};

/// The events of the dyad, the latest version of each reported by the as-of day, ordered by (day, key). An event of
/// third parties that `affects` the dyad comes with its spill as weight (so usually 0). O(n log n) in those. Throws
/// `std::invalid_argument` for a weight in `also` outside 0 to 1.
std::vector<CodedEvent> select(const EventLog& log, const Selection& selection);
/// The same of these rows, which belong to the log and may lie elsewhere.
std::vector<CodedEvent> select(const EventLog& log, std::span<const EventRow> rows, const Selection& selection);

}  // namespace detente
