#pragma once
/// \file
/// Which parts of a panel need the rows of a dyad. A panel has 256 parts, and a pair belongs to one of them by the hash
/// of its names, whoever asks: so the parts are the same for any number of processes, and on every machine.
///
/// A row is needed by the part of every pair that it can belong to, under the actor table on any day, and of every pair
/// that events of the same two actors affect (engines/dyad_rows.hpp has the rule). One of its parts is its *home*:
/// there it is counted in what is said of all events.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/event_log.hpp"

namespace detente::detail {

inline constexpr std::size_t panel_parts = 256;

/// The part of a pair, by its canonical name.
std::size_t part_of(const Dyad& pair);

/// The parts that need some rows, ascending, and which of them is their home.
struct PartRoute {
  std::size_t home = 0;
  std::vector<std::size_t> parts = {};
};

/// Threads: any number may use an object at once.
class PartRouter {
 public:
  /// The log holds all events that affect other pairs. Table and log must outlive the router.
  PartRouter(const ActorTable& actors, const EventLog& affecting);

  /// Where the rows of this dyad, as written, go. O(pairs that it can belong to).
  PartRoute route(const std::string& source, const std::string& target) const;

 private:
  const ActorTable* actors_;
  std::map<Dyad, std::set<std::size_t>> by_parties_;  ///< parts of pairs that these two affect, after roll-up
};

}  // namespace detente::detail
