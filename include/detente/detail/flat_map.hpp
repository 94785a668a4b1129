#pragma once
/// \file
/// A map from 64-bit words to small numbers: one array, one probe in most lookups, and an allocation only when it
/// doubles. It is for the one map that is looked up once per event (a pair of actors → its number), where a general
/// hash map costs more than the rest of the event.
///
/// Linear probing, at most half full. Expected O(1); words are mixed, so similar ones do not cluster.

#include <cstdint>
#include <optional>
#include <vector>

#include "detente/detail/hash.hpp"

#pragma GCC visibility push(default)
namespace detente::detail {

class FlatMap {
 public:
  static constexpr std::uint32_t none = 0xffffffffU;

  std::size_t size() const noexcept { return size_; }

  /// The number of the word. If it has none yet, it gets the number `otherwise`, which must not be `none`.
  std::uint32_t find_or_add(std::uint64_t word, std::uint32_t otherwise) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place_of(word)];
    if (slot.number == none) {
      slot = {word, otherwise};
      ++size_;
    }
    return slot.number;
  }

  /// Gives the word this number, whatever it had.
  void set(std::uint64_t word, std::uint32_t number) {
    if (find_or_add(word, number) != number) slots_[place_of(word)].number = number;
  }

  std::optional<std::uint32_t> find(std::uint64_t word) const {
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = slots_[place_of(word)];
    return slot.number == none ? std::nullopt : std::optional(slot.number);
  }

  std::size_t bytes() const noexcept { return slots_.capacity() * sizeof(Slot); }

 private:
  struct Slot {
    std::uint64_t word = 0;
    std::uint32_t number = none;
  };

  /// The slot where the word is, or would be.
  std::size_t place_of(std::uint64_t word) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = first_place_of(word);
    while (slots_[at].number != none && slots_[at].word != word) at = (at + 1) & mask;
    return at;
  }
  std::size_t first_place_of(std::uint64_t word) const noexcept {
    return mix64(word + 0x9e3779b97f4a7c15U) & (slots_.size() - 1);
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.number != none) slots_[place_of(slot.word)] = slot;
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace detente::detail
#pragma GCC visibility pop
