#pragma once
/// \file
/// The row of a log that stands for each key, in eight bytes a slot: the row's number and half the hash of its key. The
/// key itself stands in the row, and is only looked at where the halves agree. For the table of all ids that ever came,
/// which is larger than any cache, so that half its size is worth a look at the log now and then.
///
/// Linear probing, at most half full. Expected O(1); it grows without asking the log.

#include <cstdint>
#include <memory_resource>
#include <vector>

#include "detente/contracts/event_log.hpp"

namespace detente::detail {

class RowTable {
 public:
  /// Rows stand in the log as they arrived.
  RowTable(const EventLog& log, std::pmr::memory_resource* memory) : log_(&log), slots_(memory) {}

  /// The number of the row that stands for this one's key: from now on its own, if none did.
  std::uint32_t find_or_add(const EventRow& row);
  /// From now on this row stands for its key, for which another did.
  void set(const EventRow& row) { slots_[place_of(row.key, hash_of(row.key))].number = row.number; }

  /// It will be asked soon.
  void look_ahead(const EventRow& row) const noexcept;

 private:
  static constexpr std::uint32_t none = 0xffffffffU;
  struct Slot {
    std::uint32_t hash = 0, number = none;
  };

  static std::uint32_t hash_of(EventKey key) noexcept;
  /// The slot where the key is, or would be.
  std::size_t place_of(EventKey key, std::uint32_t hash) const;
  std::size_t first_place_of(std::uint32_t hash) const noexcept { return hash & (slots_.size() - 1); }
  void grow();

  const EventLog* log_;
  std::pmr::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace detente::detail
