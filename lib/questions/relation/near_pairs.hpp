#pragma once
/// \file
/// Which pairs a log has, for the message to somebody who asked for one that it has not: the nearest first.

#include <string>

#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/event_log.hpp"
#include "detente/values/dyad.hpp"

namespace detente::detail {

/// "nearest in the input: RUS:USA (32 events), 7 more"; or "the input has" those with most events, if none is near.
/// Names are near if they look alike, mean one country, begin alike, or differ in a third of their letters at most.
/// O(rows + dyads log dyads).
std::string pairs_near(const Dyad& wanted, const EventLog& log, const ActorTable& actors);

}  // namespace detente::detail
