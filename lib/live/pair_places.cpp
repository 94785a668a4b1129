#include "live/pair_places.hpp"

#include "contracts/parties.hpp"

namespace detente::detail {

void PairPlaces::find(const EventRow& row, std::vector<PairPlace>& out) {
  out.clear();
  const std::optional<PairPlace> here = own(row);
  if (here) out.push_back(*here);
  const Dyad* affects = log_->affects(row);
  if (affects == nullptr) return;
  const Dyad pair = affects->canonical();
  if (here && pairs_[here->pair] == pair) return;
  const Dyad parties = parties_of(row);
  const std::uint64_t others = others_number(parties);
  out.push_back({number(pair), side_of(parties, *affects, pair), log_->spill(row), others});
  others_.insert_or_assign(others, here);
}

std::uint64_t PairPlaces::others_of(const EventRow& row) const { return others_number(parties_of(row)); }

std::optional<std::uint32_t> PairPlaces::number_of(const Dyad& pair) const {
  const auto found = numbers_.find(pair.canonical());
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<PairPlace> PairPlaces::own_of(std::uint64_t others) const {
  const auto found = others_.find(others);
  return found == others_.end() ? std::nullopt : found->second;
}

std::optional<PairPlace> PairPlaces::own(const EventRow& row) {
  if (actors_->is_dated()) return own_of(parties_of(row));
  if (row.dyad >= known_.size()) known_.resize(log_->dyads().size());
  Own& known = known_[row.dyad];
  if (known.pair == unknown) {
    const std::optional<PairPlace> own = own_of(parties_of(row));
    known = own ? Own{own->pair, own->direction} : Own{nobody};
  }
  if (known.pair == nobody) return std::nullopt;
  return PairPlace{known.pair, known.direction, 1, 0};
}

std::optional<PairPlace> PairPlaces::own_of(const Dyad& parties) {
  if (parties.source == parties.target) return std::nullopt;
  const Dyad pair = parties.canonical();
  return PairPlace{number(pair), pair == parties ? Direction::forward : Direction::backward, 1, 0};
}

Dyad PairPlaces::parties_of(const EventRow& row) const {
  const auto& ids = log_->dyads()[row.dyad];
  const Day day = log_->date(row).middle();
  return {actors_->resolve(log_->actors()[ids.source], day), actors_->resolve(log_->actors()[ids.target], day)};
}

std::uint32_t PairPlaces::number(const Dyad& canonical) {
  const auto [found, is_new] = numbers_.try_emplace(canonical, static_cast<std::uint32_t>(pairs_.size()));
  if (is_new) pairs_.push_back(canonical);
  return found->second;
}

}  // namespace detente::detail
