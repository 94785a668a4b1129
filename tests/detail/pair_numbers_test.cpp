#include "detente/detail/pair_numbers.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <utility>

namespace detente {
using namespace detail;
namespace {

/// Small numbers, those around the table's edges, and large ones.
rc::Gen<std::uint32_t> actor() {
  return rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0, 40), rc::gen::inRange<std::uint32_t>(1000, 1050),
                        rc::gen::arbitrary<std::uint32_t>());
}

RC_GTEST_PROP(PairNumbers, AreThoseOfAMapInTheOrderOfAppearance, ()) {
  PairNumbers numbers;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> expected;
  const auto pairs =
      *rc::gen::container<std::vector<std::pair<std::uint32_t, std::uint32_t>>>(rc::gen::pair(actor(), actor()));
  for (int round = 0; round < 2; ++round)
    for (const auto& [a, b] : pairs) {
      const auto next = static_cast<std::uint32_t>(expected.size());
      RC_ASSERT(numbers.find_or_add(a, b) == expected.try_emplace({a, b}, next).first->second);
      RC_ASSERT(numbers.size() == expected.size());
    }
}

}  // namespace
}  // namespace detente
