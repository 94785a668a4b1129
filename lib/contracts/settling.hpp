#pragma once
/// \file
/// The rule of identity at work (settlement.hpp says what it is). Rows without an id and reports of machine-coded
/// sources share their dyad and day with every row of their key, so they are settled dyad by dyad; events that may move
/// are settled over the whole log.

#include <span>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/contracts/settlement.hpp"
#include "detente/contracts/version_index.hpp"

namespace detente::detail {

/// Sorts the rows of a dyad, gives equal events without ids the keys of their occurrences, and finds reports that stand
/// twice. `again`: some of the rows may have such keys already. O(n log n).
void settle_dyad(const EventLog& log, std::span<EventRow> rows, bool again, Settlement& found);

/// Finds the versions of events that may move, among rows in any order, and which of them count. O(n log n).
void settle_versions(const EventLog& log, std::span<const EventRow> rows, Settlement& found, VersionIndex& versions);

/// Throws `RepeatedIds` if there are any.
void refuse_unsaid(const EventLog& log, const Settlement& found);

}  // namespace detente::detail
