#include "ground/parallel.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cstdlib>
#include <fstream>
#include <numeric>
#include <stdexcept>

#include "ground/in_order.hpp"

namespace detente {
using namespace detail;
namespace {

/// Starts so many threads, then says that there are no more, or no memory.
struct Few {
  std::size_t left = 0;
  bool no_memory = false;
  template <class Serve>
  std::thread operator()(const Serve& serve) {
    if (left == 0 && no_memory) throw std::bad_alloc();
    if (left == 0) throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
    --left;
    return std::thread(serve);
  }
};

std::vector<int> squares(std::size_t threads, Few start) {
  std::vector<int> out(500);
  for_each_item(
      out.size(), threads, [&](std::size_t i) { out[i] = static_cast<int>(i * i); }, start);
  return out;
}

TEST(ForEachItem, DoesWithTheThreadsThatBegin) {
  const std::vector<int> wanted = squares(1, {});
  for (const std::size_t left : {0U, 1U, 3U})
    for (const bool no_memory : {false, true}) EXPECT_EQ(squares(16, {left, no_memory}), wanted);
}

TEST(ForEachItem, AnExceptionStillReachesTheCaller) {
  const auto broken = [](std::size_t i) {
    if (i == 77) throw std::runtime_error("77");
  };
  EXPECT_THROW(for_each_item(500, 16, broken, Few{1, false}), std::runtime_error);
}

TEST(WorkInOrder, DoesWithTheThreadsThatBegin) {
  for (const std::size_t left : {0U, 1U, 3U}) {
    int next = 0;
    const auto take = [&]() -> std::optional<int> { return next < 200 ? std::optional(next++) : std::nullopt; };
    std::vector<int> given, wanted(200);
    std::iota(wanted.begin(), wanted.end(), 0);
    work_in_order(
        16, take, [](int n) { return n; }, [&](int n) { given.push_back(n); }, Few{left, left == 1});
    EXPECT_EQ(given, wanted);
  }
}

TEST(Helpers, AreBounded) {
  std::size_t asked = 0;
  const auto start = [&](const auto& serve) {
    if (++asked > 2 * most_threads) throw std::logic_error("too many");
    serve();
    return std::thread([] {});
  };
  Helpers helpers(start);
  helpers.start(100'000, [] {});
  EXPECT_EQ(asked, most_threads);
}

// A sanitizer's own memory is past any limit. GCC says by a macro that it is there, Clang by a feature.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define DETENTE_SANITIZED 1
#endif
#endif
#if !defined(DETENTE_SANITIZED) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

/// Every thread asks for a stack; the limit has room for a few.
void work_within(rlim_t more_bytes) {
  rlimit limit{};
  getrlimit(RLIMIT_AS, &limit);
  std::ifstream statm("/proc/self/statm");
  rlim_t pages = 0;
  statm >> pages;
  limit.rlim_cur = pages * 4096 + more_bytes;
  setrlimit(RLIMIT_AS, &limit);
  std::vector<int> out(5000);
  for_each_item(out.size(), 64, [&](std::size_t i) { out[i] = 1; });
  std::exit(std::accumulate(out.begin(), out.end(), 0) == 5000 ? 0 : 1);
}

TEST(ForEachItemDeathTest, OutlivesAMachineWithoutRoomForItsThreads) {
  EXPECT_EXIT(work_within(20U << 20U), ::testing::ExitedWithCode(0), "");
}

#endif

}  // namespace
}  // namespace detente
