#include "ground/grouping.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <vector>

#include "detente/ground/random.hpp"

namespace detente {
using namespace detail;
namespace {

struct Item {
  std::uint64_t group = 0, number = 0, more = 0;
  friend bool operator==(const Item&, const Item&) = default;
};

std::vector<Item> items_of(const std::vector<std::uint64_t>& groups) {
  std::vector<Item> items;
  for (const std::uint64_t group : groups) items.push_back({group, items.size()});
  return items;
}

/// Groups the items and says whether everything is as promised.
void expect_grouped(std::vector<Item> items, std::size_t groups, std::size_t threads) {
  std::vector<Item> expected = items;
  std::stable_sort(expected.begin(), expected.end(), [](const Item& a, const Item& b) { return a.group < b.group; });
  Grouping grouping(std::span<Item>(items), groups, [](const Item& item) { return item.group; });
  const std::vector<std::size_t> begins = grouping.begins();
  ASSERT_EQ(begins.size(), groups + 1);
  std::vector<std::atomic<int>> finished(groups);
  std::atomic<bool> together = true;
  grouping.run(threads, [&](std::size_t group) {
    ++finished[group];
    for (std::size_t i = begins[group]; i < begins[group + 1]; ++i)
      if (items[i].group != group) together = false;
    std::sort(items.begin() + static_cast<std::ptrdiff_t>(begins[group]),
              items.begin() + static_cast<std::ptrdiff_t>(begins[group + 1]),
              [](const Item& a, const Item& b) { return a.number < b.number; });
  });
  EXPECT_TRUE(together);
  for (const auto& times : finished) EXPECT_EQ(times, 1);
  EXPECT_EQ(items, expected);
}

RC_GTEST_PROP(Grouping, BringsTogetherWhatIsOfOneGroup, ()) {
  const auto groups = *rc::gen::inRange<std::uint64_t>(1, 400);
  const auto drawn = *rc::gen::container<std::vector<std::uint64_t>>(rc::gen::inRange<std::uint64_t>(0, groups));
  expect_grouped(items_of(drawn), groups, *rc::gen::inRange<std::size_t>(1, 4));
}

/// More than the nearest caches hold, in more groups than there are neighbourhoods.
std::vector<std::uint64_t> many(std::size_t items, const std::function<std::uint64_t(double)>& group_of) {
  const Draws draws(1);
  std::vector<std::uint64_t> out;
  for (std::uint64_t i = 0; i < items; ++i) out.push_back(group_of(draws.uniform(Purpose::day, 0, i)));
  return out;
}

TEST(Grouping, GoesByNeighbourhoodsWhereThereAreMany) {
  const auto evenly = [](double u) { return static_cast<std::uint64_t>(u * 20'000); };
  for (const std::size_t threads : {1U, 3U}) expect_grouped(items_of(many(100'000, evenly)), 20'000, threads);
}

TEST(Grouping, StandsOneGroupThatHasNearlyAll) {
  for (const std::uint64_t large : {0U, 7'000U, 19'999U}) {
    const auto mostly = [&](double u) { return u < 0.9 ? large : static_cast<std::uint64_t>((u - 0.9) * 200'000); };
    expect_grouped(items_of(many(60'000, mostly)), 20'000, 2);
    expect_grouped(items_of(many(60'000, [&](double) { return large; })), 20'000, 2);
  }
}

TEST(Grouping, OfNothingIsNothing) {
  expect_grouped({}, 0, 2);
  expect_grouped({}, 3, 2);
}

}  // namespace
}  // namespace detente
