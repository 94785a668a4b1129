#pragma once
/// \file
/// Which pairs an event touches, and on which side: the pair it is of, by the names that the actor table gives on its
/// day, and the one that it `affects`. The rules are those of selection.hpp, for all pairs at once; pairs are numbered
/// in the order in which events come to them.

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "detente/contracts/actor_table.hpp"
#include "detente/contracts/event_log.hpp"

namespace detente::detail {

/// An event on one of the pairs that it touches.
struct PairPlace {
  std::uint32_t pair = 0;
  Direction direction = Direction::forward;
  double weight = 1;
  std::uint64_t others = 0;  ///< who acts on whom, if not the pair itself (`others_number`)
};

class PairPlaces {
 public:
  PairPlaces(const EventLog& log, const ActorTable& actors) : log_(&log), actors_(&actors) {}

  /// Sets `out` to where the row counts: on the pair it is of, if its actors are two, and on the one that it affects.
  void find(const EventRow& row, std::vector<PairPlace>& out);
  /// The pair that it is of, if a row of the same dyad as written has told it already.
  std::optional<std::uint32_t> known_pair(const EventRow& row) const {
    if (row.dyad >= known_.size() || known_[row.dyad].pair >= nobody) return std::nullopt;
    return known_[row.dyad].pair;
  }
  /// Who acts on whom in the row, as `others_number` numbers them.
  std::uint64_t others_of(const EventRow& row) const;

  std::size_t size() const noexcept { return pairs_.size(); }
  const Dyad& pair(std::uint32_t number) const { return pairs_[number]; }
  std::optional<std::uint32_t> number_of(const Dyad& pair) const;
  /// Where the events of those with this number are their own pair's; nothing if there is no such pair.
  std::optional<PairPlace> own_of(std::uint64_t others) const;

 private:
  static constexpr std::uint32_t nobody = 0xfffffffeU, unknown = 0xffffffffU;  // numbers of no pair
  /// Its pair and side; `nobody` if its actors are one.
  struct Own {
    std::uint32_t pair = unknown;
    Direction direction = Direction::forward;
  };

  std::optional<PairPlace> own(const EventRow& row);
  std::optional<PairPlace> own_of(const Dyad& parties);
  Dyad parties_of(const EventRow& row) const;
  std::uint32_t number(const Dyad& canonical);

  const EventLog* log_;
  const ActorTable* actors_;
  std::vector<Dyad> pairs_;
  std::map<Dyad, std::uint32_t> numbers_;
  std::vector<Own> known_;  // by dyad as written, where names hold for all days
  std::unordered_map<std::uint64_t, std::optional<PairPlace>> others_;
};

}  // namespace detente::detail
