#pragma once
/// \file
/// All pairs by number, side by side in blocks, so that none moves when there are more.

#include <cstdint>
#include <memory_resource>
#include <span>
#include <vector>

#include "live/live_pair.hpp"

namespace detente::detail {

class PairTable {
 public:
  explicit PairTable(std::pmr::memory_resource& memory) : memory_(&memory) {}

  std::size_t size() const noexcept { return size_; }
  LivePair& operator[](std::uint32_t number) noexcept { return blocks_[number / block][number % block]; }
  const LivePair& operator[](std::uint32_t number) const noexcept { return blocks_[number / block][number % block]; }
  /// Throws `std::out_of_range` for a number that no pair has.
  LivePair& at(std::uint32_t number) { return blocks_.at(number / block).at(number % block); }
  const LivePair& at(std::uint32_t number) const { return blocks_.at(number / block).at(number % block); }

  /// One more pair, with a course for each of these policies.
  void add(std::span<const DatePolicy> policies) {
    if (size_ % block == 0) blocks_.emplace_back(memory_).reserve(block);
    blocks_.back().emplace_back(policies, memory_);
    ++size_;
  }

 private:
  static constexpr std::uint32_t block = 256;

  std::pmr::memory_resource* memory_;
  std::vector<std::pmr::vector<LivePair>> blocks_;
  std::size_t size_ = 0;
};

}  // namespace detente::detail
