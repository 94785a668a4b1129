#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <iostream>
#include <random>
#include <string>
#include <thread>

#include "detente/live/store/store.hpp"
#include "support/store_file.hpp"

namespace detente {
namespace {

using test::StoreFile;

/// Batches of three events and an offset, one after the other, each told through the pipe once it is acknowledged.
[[noreturn]] void append_for_ever(const std::filesystem::path& file, int pipe) {
  Store store = Store::open(file);
  for (std::uint64_t at = store.feed("feed").value_or(FeedOffset{}).length + 1;; ++at) {
    StoreBatch batch{.feeds = {{"feed", at, ""}}};
    for (const char* part : {".a", ".b", ".c"}) batch.events.push_back(test::event_called(std::to_string(at) + part));
    store.append(batch);
    if (::write(pipe, &at, sizeof at) != sizeof at) ::_exit(1);
  }
}

/// The last batch that a child acknowledged before it was killed after so many milliseconds; 0 if none.
std::uint64_t acknowledged_before_kill(const std::filesystem::path& file, int milliseconds) {
  int ends[2] = {};
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    append_for_ever(file, ends[1]);
  }
  ::close(ends[1]);
  std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  std::uint64_t last = 0;
  while (::read(ends[0], &last, sizeof last) == sizeof last) continue;
  ::close(ends[0]);
  return last;
}

TEST(Kill, takes_nothing_that_was_acknowledged) {
  const StoreFile file;
  { (void)Store::create(file.path(), {}); }
  std::mt19937_64 random(1);
  constexpr int kills = 20;
  std::uint64_t acknowledged = 0, lost = 0;
  for (int i = 0; i < kills; ++i) {
    acknowledged = std::max(acknowledged, acknowledged_before_kill(file.path(), 2 + static_cast<int>(random() % 40)));
    const Store store = Store::open_read_only(file.path());
    const std::uint64_t length = store.feed("feed").value_or(FeedOffset{}).length;
    lost += acknowledged - std::min(acknowledged, length);
    EXPECT_EQ(store.log().size(), 3 * length);
    EXPECT_TRUE(store.check().sound());
  }
  EXPECT_GT(acknowledged, 20U);
  std::cout << "kills: " << kills << ", batches acknowledged: " << acknowledged << ", lost: " << lost << '\n';
  EXPECT_EQ(lost, 0U);
}

}  // namespace
}  // namespace detente
