#include "distributed/shares.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace detente::detail {
namespace {

TEST(Shares, TheLargestComeFirstAndGoToWhoeverHasLeast) {
  const std::vector<std::uint64_t> sizes{3, 10, 4, 6, 5};
  EXPECT_EQ(share_of(sizes, 0, 2), (std::vector<std::size_t>{1, 2}));
  EXPECT_EQ(share_of(sizes, 1, 2), (std::vector<std::size_t>{3, 4, 0}));
}

TEST(Shares, ThingsOfNoSizeAreSharedOutToo) {
  const std::vector<std::uint64_t> sizes(9);
  for (const std::size_t process : {0U, 1U, 2U}) EXPECT_EQ(share_of(sizes, process, 3).size(), 3U);
}

RC_GTEST_PROP(Shares, EachThingHasOneOwnerAndNobodyHasMuchMore, (const std::vector<std::uint8_t>& small)) {
  const std::vector<std::uint64_t> sizes(small.begin(), small.end());
  const auto processes = *rc::gen::inRange<std::size_t>(1, 9);
  std::vector<std::size_t> all;
  std::vector<std::uint64_t> loads(processes);
  for (std::size_t process = 0; process < processes; ++process)
    for (const std::size_t thing : share_of(sizes, process, processes)) {
      all.push_back(thing);
      loads[process] += sizes[thing];
    }
  std::sort(all.begin(), all.end());
  std::vector<std::size_t> each(sizes.size());
  std::iota(each.begin(), each.end(), std::size_t{0});
  RC_ASSERT(all == each);
  const std::uint64_t largest = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
  const auto [least, most] = std::minmax_element(loads.begin(), loads.end());
  RC_ASSERT(*most - *least <= largest);
}

}  // namespace
}  // namespace detente::detail
