#include "detente/detail/flat_map.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

namespace detente {
using namespace detail;
namespace {

TEST(FlatMap, IsEmptyAtFirst) {
  const FlatMap map;
  EXPECT_EQ(map.size(), 0U);
  EXPECT_EQ(map.find(0), std::nullopt);
}

TEST(FlatMap, TheFirstNumberOfAWordStays) {
  FlatMap map;
  EXPECT_EQ(map.find_or_add(17, 3), 3U);
  EXPECT_EQ(map.find_or_add(17, 4), 3U);
  EXPECT_EQ(map.find(17), 3U);
  EXPECT_EQ(map.find(18), std::nullopt);
  EXPECT_EQ(map.size(), 1U);
}

TEST(FlatMap, NoWordIsSpecial) {
  FlatMap map;
  constexpr std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
  map.find_or_add(0, 0);
  map.find_or_add(last, FlatMap::none - 1);
  EXPECT_EQ(map.find(0), 0U);
  EXPECT_EQ(map.find(last), FlatMap::none - 1);
}

TEST(FlatMap, KeepsItsNumbersAsItGrows) {
  FlatMap map;
  constexpr std::uint32_t many = 50'000;
  for (std::uint32_t i = 0; i < many; ++i) map.find_or_add(std::uint64_t{i} << 32U | (many - i), i);
  EXPECT_EQ(map.size(), many);
  EXPECT_LE(map.bytes(), std::size_t{many} * 16 * 4) << "at least a quarter full";
  for (std::uint32_t i = 0; i < many; ++i) ASSERT_EQ(map.find(std::uint64_t{i} << 32U | (many - i)), i);
  for (std::uint32_t i = 0; i < many; ++i) ASSERT_EQ(map.find(std::uint64_t{i} << 32U | (many - i + 1)), std::nullopt);
}

TEST(FlatMap, ACopyIsItsOwn) {
  FlatMap map;
  map.find_or_add(1, 10);
  FlatMap copy = map;
  copy.find_or_add(2, 20);
  EXPECT_EQ(map.find(2), std::nullopt);
  EXPECT_EQ(copy.find(1), 10U);
}

/// The first `count` words that all begin their search at the same of 64 places, as mixing lays them.
std::vector<std::uint64_t> crowded(std::size_t count) {
  std::vector<std::uint64_t> words;
  for (std::uint64_t word = 0; words.size() < count; ++word)
    if ((mix64(word + 0x9e3779b97f4a7c15U) & 63U) == 63U)
      words.push_back(word);  // at the end, so the search goes round
  return words;
}

/// Few words asked for again and again: near ones, any ones, and ones that get in each other's way.
RC_GTEST_PROP(FlatMap, IsAHashMap, ()) {
  const auto in_the_way = crowded(30);
  FlatMap map;
  std::unordered_map<std::uint64_t, std::uint32_t> other;
  const auto any_word = rc::gen::oneOf(rc::gen::inRange<std::uint64_t>(0, 40), rc::gen::arbitrary<std::uint64_t>(),
                                       rc::gen::elementOf(in_the_way));
  for (int steps = *rc::gen::inRange(0, 200); steps > 0; --steps) {
    const std::uint64_t word = *any_word;
    const auto number = *rc::gen::inRange<std::uint32_t>(0, FlatMap::none);
    const auto known = other.find(word);
    RC_ASSERT(map.find(word) == (known == other.end() ? std::nullopt : std::optional(known->second)));
    RC_ASSERT(map.find_or_add(word, number) == other.emplace(word, number).first->second);
    RC_ASSERT(map.size() == other.size());
  }
  for (const auto& [word, number] : other) RC_ASSERT(map.find(word) == number);
}

}  // namespace
}  // namespace detente
