#include "detente/detail/hash.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>

namespace detente {
using namespace detail;
namespace {

std::uint64_t hash_of(std::string_view text) { return Hasher().add(text).value(); }

/// Event keys, the order of events and every draw depend on these: they may never change.
TEST(Hash, IsTheSameForEver) {
  EXPECT_EQ(Hasher().value(), mix64(0xcbf29ce484222325U));
  EXPECT_EQ(mix64(0), 0U);
  EXPECT_EQ(mix64(1), 0x5692161d100b05e5U);  // SplitMix64's finaliser on 1
  static_assert(Hasher().add("a").value() == Hasher().add("a").value());
}

TEST(Hash, KeepsFieldsApart) {
  EXPECT_NE(Hasher().add("a").add("bc").value(), Hasher().add("ab").add("c").value());
  EXPECT_NE(Hasher().add("a").value(), Hasher().add("a").add("").value());
  EXPECT_NE(Hasher().add("1").value(), Hasher().add(std::uint64_t{1}).value());
}

/// SplitMix64's finaliser on 64 bits can be undone, so no two numbers meet.
std::uint64_t unmix64(std::uint64_t x) {
  x = (x ^ (x >> 31) ^ (x >> 62)) * 0x319642b2d24d8ec3U;
  x = (x ^ (x >> 27) ^ (x >> 54)) * 0x96de1b173f119089U;
  return x ^ (x >> 30) ^ (x >> 60);
}

RC_GTEST_PROP(Hash, MixingIsABijection, (std::uint64_t x)) { RC_ASSERT(unmix64(mix64(x)) == x); }

TEST(Hash, NearTextsDifferInHalfOfTheirBits) {
  int different = 0;
  for (char c = 'a'; c < 'z'; ++c)
    different += std::popcount(hash_of(std::string("event ") + c) ^ hash_of(std::string("event ") + char(c + 1)));
  EXPECT_NEAR(different / 25.0, 32, 5);
}

}  // namespace
}  // namespace detente
