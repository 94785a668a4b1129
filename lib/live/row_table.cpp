#include "live/row_table.hpp"

#include "detente/detail/hash.hpp"
#include "live/look_ahead.hpp"

namespace detente::detail {

std::uint32_t RowTable::hash_of(EventKey key) noexcept {
  return static_cast<std::uint32_t>(mix64(key.value + 0x9e3779b97f4a7c15U));
}

std::uint32_t RowTable::find_or_add(const EventRow& row) {
  if (2 * (size_ + 1) > slots_.size()) grow();
  const std::uint32_t hash = hash_of(row.key);
  Slot& slot = slots_[place_of(row.key, hash)];
  if (slot.number == none) {
    slot = {hash, row.number};
    ++size_;
  }
  return slot.number;
}

void RowTable::look_ahead(const EventRow& row) const noexcept {
  if (!slots_.empty()) look_ahead_to(&slots_[first_place_of(hash_of(row.key))]);
}

std::size_t RowTable::place_of(EventKey key, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = first_place_of(hash);; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.number == none) return at;
    if (slot.hash == hash && log_->rows()[slot.number].key == key) return at;
  }
}

void RowTable::grow() {
  std::pmr::vector<Slot> old(slots_.empty() ? 16 : 2 * slots_.size(), slots_.get_allocator());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == none) continue;
    std::size_t at = first_place_of(slot.hash);
    while (slots_[at].number != none) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace detente::detail
