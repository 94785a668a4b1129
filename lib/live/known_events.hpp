#pragma once
/// \file
/// Which report of each event counts, as reports arrive: the rule of settlement.hpp, one report at a time. What it
/// remembers of an event is the row that counts; so an older version that comes again is overruled again.

#include <optional>

#include "detente/contracts/event_log.hpp"
#include "detente/detail/flat_map.hpp"
#include "detente/live/live_pairs.hpp"
#include "live/row_table.hpp"

namespace detente::detail {

class KnownEvents {
 public:
  /// Rows stand in the log as they arrived.
  KnownEvents(const EventLog& log, std::pmr::memory_resource& memory) : log_(&log), counting_(log, &memory) {}

  struct Outcome {
    Arrived what = Arrived::event;
    std::optional<EventRow> other;
    bool conflicts = false;
  };
  /// Takes in a row. O(1), and the content of both rows where there is another of its identity.
  Outcome settle(const EventRow& row);

  /// For a row that will be settled soon.
  void look_ahead(const EventRow& row) const noexcept { counting_.look_ahead(row); }

  /// Throws `RepeatedIds` if a row of these, all that arrive together, repeats an id of a source without a name, says
  /// something else and does not say that it is a version.
  void refuse_unsaid(const EventLog& arriving) const;

 private:
  const EventLog* log_;
  RowTable counting_;  // of each event with an id, the row that counts
  FlatMap unsaid_;     // key of an event of a source without a name → its first row that does not say it is a version
};

}  // namespace detente::detail
