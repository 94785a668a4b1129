#pragma once
/// \file
/// Which actors of a log were rolled up by a rule for their format rather than by a row of the actor table. A rule
/// that cuts names is right for most codes and wrong for some, so results show what it did.

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/event_log.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// An actor as written, which actor it counts as, and in how many rows of the log it takes part.
struct ActorRollUp {
  /// As written.
  std::string actor;
  /// As whom it counts.
  std::string parent;
  std::size_t events = 0;
};

/// Most events first, then by name. O(rows).
std::vector<ActorRollUp> roll_ups_by_rule(const EventLog& log, const ActorTable& actors);
/// The same where the rows are kept elsewhere: how many each dyad has, by its number in the log.
std::vector<ActorRollUp> roll_ups_by_rule(const EventLog& log, std::span<const std::size_t> rows_by_dyad,
                                          const ActorTable& actors);

/// The same by the number of rows in which each actor, as written, takes part.
std::vector<ActorRollUp> roll_ups_by_rule(const std::map<std::string, std::size_t>& rows_by_actor,
                                          const ActorTable& actors);

/// "BOSSER → BOS (120 events), IGOEEC → IGO (3), and 2 more"; "" if there are none.
std::string roll_ups_text(const std::vector<ActorRollUp>& rolled, std::size_t most = 5);

}  // namespace detente
#pragma GCC visibility pop
