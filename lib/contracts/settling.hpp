#pragma once
/// \file
/// Applies the rule of identity (see settlement.hpp). Rows without an id and reports of machine-coded sources have the
/// same dyad and day as every row with their key, so they are settled dyad by dyad; events that may move are settled
/// over the whole log.

#include <span>
#include <vector>

#include "detente/contracts/event_log.hpp"
#include "detente/contracts/settlement.hpp"
#include "detente/detail/contracts/version_index.hpp"

namespace detente::detail {

/// Sorts the rows of a dyad, gives equal events without ids keys with occurrence numbers, and finds reports that occur
/// twice. `again`: some of the rows may have such keys already. O(n log n).
void settle_dyad(const EventLog& log, std::span<EventRow> rows, bool again, Settlement& found);

/// Finds the versions of events that may move, among rows in any order, and which of them count. O(n log n).
void settle_versions(const EventLog& log, std::span<const EventRow> rows, Settlement& found, VersionIndex& versions);

/// Throws `RepeatedIds` if there are any unsaid versions.
void refuse_unsaid(const EventLog& log, const Settlement& found);

}  // namespace detente::detail
