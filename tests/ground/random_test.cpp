#include "detente/ground/random.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <set>

namespace detente {
namespace {

using Block = std::array<std::uint32_t, 4>;

/// The authors' known answers (Random123, kat_vectors, philox4x32 10).
TEST(Philox, GivesTheKnownAnswers) {
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  constexpr std::uint32_t all = 0xffffffff;
  EXPECT_EQ(philox({all, all, all, all}, {all, all}), (Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Draws, ArePureFunctionsOfTheirCounter) {
  const Draws draws(7);
  const double first = draws.uniform(Purpose::day, 3, 42);
  draws.uniform(Purpose::day, 4, 42);
  EXPECT_EQ(draws.uniform(Purpose::day, 3, 42), first);
  EXPECT_EQ(Draws(7).uniform(Purpose::day, 3, 42), first);
}

/// A change anywhere in what a number is for gives another number.
TEST(Draws, DependOnEveryPartOfTheCounter) {
  std::set<double> seen;
  for (const std::uint64_t seed : {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{1} << 63})
    for (const Purpose purpose : {Purpose::day, Purpose::occurrence, Purpose::code_offset, Purpose::event_offset})
      for (const std::uint32_t draw : {0U, 1U, 0x80000000U})
        for (const std::uint64_t key :
             {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{1} << 32, std::uint64_t{1} << 63})
          seen.insert(Draws(seed).uniform(purpose, draw, key));
  EXPECT_EQ(seen.size(), 3U * 4U * 3U * 4U);
}

RC_GTEST_PROP(Draws, UniformIsInsideTheOpenInterval, (std::uint64_t seed, std::uint32_t draw, std::uint64_t key)) {
  const double u = Draws(seed).uniform(Purpose::day, draw, key);
  RC_ASSERT(u > 0 && u < 1);
  RC_ASSERT(std::isfinite(Draws(seed).normal(Purpose::day, draw, key)));
}

/// Moments of 100,000 numbers, each within five standard errors.
TEST(Draws, NormalHasTheMomentsOfTheNormalLaw) {
  const Draws draws(1);
  constexpr int n = 100000;
  double sum = 0, squares = 0, fourth = 0, inside = 0;
  for (std::uint32_t d = 0; d < n; ++d) {
    const double z = draws.normal(Purpose::event_offset, d, 99);
    sum += z;
    squares += z * z;
    fourth += z * z * z * z;
    inside += std::abs(z) < 1.6448536269514722 ? 1 : 0;
  }
  EXPECT_NEAR(sum / n, 0, 5 * std::sqrt(1.0 / n));
  EXPECT_NEAR(squares / n, 1, 5 * std::sqrt(2.0 / n));
  EXPECT_NEAR(fourth / n, 3, 5 * std::sqrt(96.0 / n));
  EXPECT_NEAR(inside / n, 0.9, 5 * std::sqrt(0.09 / n));
}

TEST(Draws, PurposesAreUncorrelated) {
  const Draws draws(1);
  constexpr int n = 20000;
  double product = 0;
  for (std::uint32_t d = 0; d < n; ++d)
    product += draws.normal(Purpose::event_offset, d, 5) * draws.normal(Purpose::code_offset, d, 5);
  EXPECT_NEAR(product / n, 0, 5 / std::sqrt(n));
}

}  // namespace
}  // namespace detente
