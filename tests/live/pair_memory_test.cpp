#include "live/pair_memory.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace detente {
namespace {

using detail::PairMemory;

// Many arrays that grow by turns, from a few bytes to more than a block: none writes into another.
TEST(PairMemory, KeepsArraysApart) {
  PairMemory memory;
  std::vector<std::pmr::vector<std::uint32_t>> arrays;
  for (int n = 0; n < 40; ++n) arrays.emplace_back(&memory);
  for (std::uint32_t i = 0; i < 1'000'000; ++i) {
    const std::uint32_t n = i % 7 == 0 ? i % 40 : i % 3;  // three of them outgrow a large page
    arrays[n].push_back(i ^ n);
  }
  for (std::uint32_t n = 0; n < arrays.size(); ++n)
    for (std::uint32_t i = 0; i < arrays[n].size(); ++i) {
      const std::uint32_t of = arrays[n][i] ^ n;
      ASSERT_EQ(of % 7 == 0 ? of % 40 : of % 3, n);
      if (i > 0) {
        ASSERT_LT(arrays[n][i - 1] ^ n, of);
      }
    }
}

TEST(PairMemory, LinesUpAsAsked) {
  PairMemory memory;
  for (const std::size_t bytes : {1U, 64U, 65U, 3'000U, 131'072U, 200'000U, 3'000'000U})
    for (const std::size_t alignment : {8U, 64U}) {
      void* const piece = memory.allocate(bytes, alignment);
      EXPECT_EQ(reinterpret_cast<std::uintptr_t>(piece) % alignment, 0U) << bytes;
      memory.deallocate(piece, bytes, alignment);
    }
}

TEST(PairMemory, GivesAPlaceThatIsFreeToTheNextOfItsSize) {
  PairMemory memory;
  void* const first = memory.allocate(100);
  memory.deallocate(first, 100);
  EXPECT_NE(memory.allocate(40), first);
  EXPECT_EQ(memory.allocate(120), first);
}

}  // namespace
}  // namespace detente
