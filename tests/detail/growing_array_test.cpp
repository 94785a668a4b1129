#include "detente/detail/growing_array.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <limits>
#include <new>
#include <numeric>
#include <vector>

namespace detente {
using namespace detail;
namespace {

using Array = GrowingArray<std::uint32_t>;

std::vector<std::uint32_t> values_of(std::span<const std::uint32_t> array) { return {array.begin(), array.end()}; }

Array array_of(const std::vector<std::uint32_t>& values) {
  Array array;
  array.append(values);
  return array;
}

TEST(GrowingArray, BeginsEmptyAndWithoutMemory) {
  const Array array;
  EXPECT_TRUE(array.empty());
  EXPECT_EQ(array.size(), 0U);
  EXPECT_EQ(array.capacity(), 0U);
  EXPECT_TRUE(std::span<const std::uint32_t>(array).empty());
}

TEST(GrowingArray, KeepsItsValuesAsItGrows) {
  Array array;
  std::size_t moves = 0;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    const std::size_t before = array.capacity();
    array.push_back(i);
    if (array.capacity() != before) ++moves;
  }
  std::vector<std::uint32_t> all(100'000);
  std::iota(all.begin(), all.end(), 0U);
  EXPECT_EQ(values_of(array), all);
  EXPECT_LT(moves, 30U) << "by half each time, so values are not moved for each one that comes";
}

/// The value stands in the memory that is given up while it is added.
TEST(GrowingArray, TakesAValueOfItsOwnAlsoWhenItIsFull) {
  Array array = array_of({7, 8});
  while (array.size() < array.capacity()) array.push_back(1);
  array.push_back(array[0]);
  EXPECT_EQ(array[array.size() - 1], 7U);
}

TEST(GrowingArray, AppendsNothing) {
  Array array;
  array.append({});
  EXPECT_EQ(array.capacity(), 0U);
}

TEST(GrowingArray, ReservesOnceAndNeverLess) {
  Array array;
  array.reserve(1000);
  const std::uint32_t* place = array.data();
  for (std::uint32_t i = 0; i < 1000; ++i) array.push_back(i);
  EXPECT_EQ(array.data(), place);
  EXPECT_EQ(array.capacity(), 1000U);
  array.reserve(10);
  EXPECT_EQ(array.capacity(), 1000U);
}

TEST(GrowingArray, ACopyIsItsOwn) {
  Array array = array_of({1, 2, 3});
  Array copy = array;
  copy[0] = 9;
  copy.push_back(4);
  EXPECT_EQ(values_of(array), (std::vector<std::uint32_t>{1, 2, 3}));
  array = copy;
  EXPECT_EQ(values_of(array), (std::vector<std::uint32_t>{9, 2, 3, 4}));
  EXPECT_NE(array.data(), copy.data());
}

TEST(GrowingArray, AMoveTakesTheMemoryAlong) {
  Array array = array_of({1, 2, 3});
  const std::uint32_t* place = array.data();
  Array moved = std::move(array);
  EXPECT_EQ(moved.data(), place);
  EXPECT_EQ(values_of(moved), (std::vector<std::uint32_t>{1, 2, 3}));
  Array assigned = array_of({5});
  assigned = std::move(moved);
  EXPECT_EQ(assigned.data(), place);
}

TEST(GrowingArray, ShrinksWithoutGivingMemoryBackAndNeverGrowsByIt) {
  Array array = array_of({1, 2, 3, 4});
  const std::size_t capacity = array.capacity();
  array.shrink(2);
  EXPECT_EQ(values_of(array), (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(array.capacity(), capacity);
  array.shrink(3);
  EXPECT_EQ(array.size(), 2U);
}

TEST(GrowingArray, GivesItsMemoryBackAndMayBeginAgain) {
  Array array = array_of({1, 2, 3, 4});
  array.release();
  EXPECT_TRUE(array.empty());
  EXPECT_EQ(array.capacity(), 0U);
  array.push_back(5);
  EXPECT_EQ(values_of(array), std::vector<std::uint32_t>{5});
}

/// What cannot be had changes nothing. More than an address can name, of which the allocator is not asked.
TEST(GrowingArray, MemoryThatThereIsNotIsBadAlloc) {
  Array array = array_of({1, 2, 3});
  EXPECT_THROW(array.reserve(std::numeric_limits<std::ptrdiff_t>::max() / sizeof(std::uint32_t) + 1), std::bad_alloc);
  EXPECT_EQ(values_of(array), (std::vector<std::uint32_t>{1, 2, 3}));
}

/// Whatever is done to it, it holds what a vector holds to which the same is done.
RC_GTEST_PROP(GrowingArray, IsAVector, ()) {
  Array array;
  std::vector<std::uint32_t> vector;
  const int steps = *rc::gen::inRange(0, 60);
  for (int i = 0; i < steps; ++i) {
    switch (*rc::gen::inRange(0, 7)) {
      case 0: {
        const auto values = *rc::gen::arbitrary<std::vector<std::uint32_t>>();
        array.append(values);
        vector.insert(vector.end(), values.begin(), values.end());
        break;
      }
      case 1: {
        const std::size_t size = *rc::gen::inRange<std::size_t>(0, vector.size() + 3);
        array.shrink(size);
        vector.resize(std::min(size, vector.size()));
        break;
      }
      case 2: array.reserve(*rc::gen::inRange<std::size_t>(0, 200)); break;
      case 3: {
        Array copy = array;
        array = std::move(copy);
        break;
      }
      case 4:
        if (*rc::gen::inRange(0, 8) > 0) break;
        array.release();
        vector.clear();
        break;
      default: {
        const bool own = !vector.empty() && *rc::gen::arbitrary<bool>();
        const std::size_t which = own ? *rc::gen::inRange<std::size_t>(0, vector.size()) : 0;
        const auto value = own ? vector[which] : *rc::gen::arbitrary<std::uint32_t>();
        array.push_back(own ? array[which] : value);
        vector.push_back(value);
      }
    }
    RC_ASSERT(values_of(array) == vector);
    RC_ASSERT(array.capacity() >= array.size());
  }
}

}  // namespace
}  // namespace detente
