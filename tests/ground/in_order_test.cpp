#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "ground/in_order.hpp"

namespace detente {
using namespace detail;
namespace {

/// Counts up to `end`.
struct Numbers {
  int end = 0;
  int next = 0;
  std::optional<int> operator()() { return next < end ? std::optional(next++) : std::nullopt; }
};

std::vector<int> in_order(int count, std::size_t threads) {
  std::vector<int> given;
  const auto later_if_odd = [](int number) {
    if (number % 2 == 1) std::this_thread::sleep_for(std::chrono::microseconds(50));
    return number;
  };
  work_in_order(threads, Numbers{count}, later_if_odd, [&](int number) { given.push_back(number); });
  return given;
}

TEST(WorkInOrder, ResultsComeInTheOrderOfTheItems) {
  for (const int count : {0, 1, 2, 3, 200})
    for (std::size_t threads = 0; threads <= 8; ++threads) {
      std::vector<int> wanted(static_cast<std::size_t>(count));
      std::iota(wanted.begin(), wanted.end(), 0);
      EXPECT_EQ(in_order(count, threads), wanted) << count << " items, " << threads << " threads";
    }
}

TEST(WorkInOrder, NoMoreItemsAreOnTheirWayThanTwiceTheThreads) {
  constexpr std::size_t threads = 4;
  std::atomic<int> taken = 0;
  int most = 0, given = 0;
  const auto take = [&]() -> std::optional<int> { return taken < 300 ? std::optional(taken++) : std::nullopt; };
  work_in_order(
      threads, take, [](int number) { return number; },
      [&](int) {
        std::this_thread::sleep_for(std::chrono::microseconds(100));
        most = std::max(most, taken - given);
        ++given;
      });
  EXPECT_EQ(given, 300);
  EXPECT_LE(most, static_cast<int>(2 * threads) + 1);
}

TEST(WorkInOrder, AnExceptionComesInItsTurn) {
  for (std::size_t threads = 1; threads <= 4; ++threads) {
    std::vector<int> given;
    const auto broken = [](int number) {
      if (number >= 7) throw std::runtime_error(std::to_string(number));
      return number;
    };
    try {
      work_in_order(threads, Numbers{50}, broken, [&](int number) { given.push_back(number); });
      ADD_FAILURE();
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "7");
    }
    EXPECT_EQ(given.size(), 7U);
  }
}

TEST(WorkInOrder, AnExceptionOfTakingOrGivingReachesTheCaller) {
  for (std::size_t threads = 1; threads <= 4; ++threads) {
    int next = 0;
    const auto take = [&]() -> std::optional<int> {
      if (next == 9) throw std::runtime_error("no more");
      return next++;
    };
    int given = 0;
    const auto same = [](int number) { return number; };
    EXPECT_THROW(work_in_order(threads, take, same, [&](int) { ++given; }), std::runtime_error);
    EXPECT_EQ(given, 9);
    const auto refuse = [](int number) {
      if (number == 5) throw std::runtime_error("five");
    };
    EXPECT_THROW(work_in_order(threads, Numbers{50}, same, refuse), std::runtime_error);
  }
}

}  // namespace
}  // namespace detente
