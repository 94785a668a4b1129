#include "detente/ground/work_control.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <new>
#include <set>
#include <string>
#include <system_error>
#include <thread>

#include "detente/ground/error.hpp"
#include "ground/parallel.hpp"

namespace detente {
namespace {

TEST(WorkControl, WithoutOneNothingHappens) { EXPECT_NO_THROW(WorkControl().at({1, 2, "draws"})); }

TEST(WorkControl, TellsAndEnds) {
  std::stop_source button;
  std::string told;
  const WorkControl control{.stop = button.get_token(),
                            .progress = [&](const WorkDone& work) { told += to_text(work) + "; "; }};
  control.at({1, 4, "draws"});
  control.at({2, std::nullopt, "bytes"});
  button.request_stop();
  EXPECT_NO_THROW(WorkControl().at({3, 4, "draws"}));
  try {
    control.at({3, 4, "draws"});
    ADD_FAILURE();
  } catch (const Stopped& stopped) {
    EXPECT_STREQ(stopped.what(), "stopped after 3 of 4 draws");
    EXPECT_EQ(stopped.work().done, 3U);
  }
  EXPECT_EQ(told, "1 of 4 draws; 2 bytes; ");
  EXPECT_THROW(control.without_progress().at({0, 4, "draws"}), Stopped);
}

TEST(WorkControl, KnowsTheShareThatIsDone) {
  EXPECT_EQ((WorkDone{1, 4, "draws"}).share(), 0.25);
  EXPECT_EQ((WorkDone{1, 0, "draws"}).share(), std::nullopt);
  EXPECT_EQ((WorkDone{1, std::nullopt, "bytes"}).share(), std::nullopt);
}

/// All threads stop, and only the one that made the watch tells.
TEST(WorkControl, WatchesItemsOnAllThreads) {
  const auto here = std::this_thread::get_id();
  std::stop_source button;
  std::atomic<std::size_t> worked = 0;
  const WorkControl control{.stop = button.get_token(), .progress = [&](const WorkDone& work) {
                              EXPECT_EQ(std::this_thread::get_id(), here);
                              EXPECT_LE(work.done, *work.of);
                              if (work.done > 50) button.request_stop();
                            }};
  const auto work = [&](std::size_t) { ++worked; };
  for (const std::size_t threads : {1U, 4U}) {
    button = std::stop_source();
    const WorkControl each{.stop = button.get_token(), .progress = control.progress};
    worked = 0;
    // The caller's thread may have little to do beside others, so that it may never tell that fifty are done.
    try {
      detail::for_each_item(100'000, threads, detail::watched(each, 100'000, "items", work));
      EXPECT_EQ(worked, 100'000U);
    } catch (const Stopped& stopped) {
      EXPECT_LT(stopped.work().done, 100'000U);
      EXPECT_EQ(stopped.work().what, "items");
    }
  }
}

// ---- codes ----

TEST(ErrorCodes, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(ErrorCode::not_built); ++i) {
    const auto code = static_cast<ErrorCode>(i);
    EXPECT_FALSE(to_text(code).empty()) << i;
    EXPECT_TRUE(names.insert(to_text(code)).second) << to_text(code);
    EXPECT_EQ(parse_error_code(to_text(code)), code);
  }
  EXPECT_EQ(parse_error_code("no such code"), std::nullopt);
}

TEST(ErrorCodes, AreThoseOfTheKindOfException) {
  EXPECT_EQ(code_of(InputError("words")), ErrorCode::other);
  EXPECT_EQ(code_of(InputError(ErrorCode::too_few, "words", "Request::field")), ErrorCode::too_few);
  EXPECT_EQ(code_of(Stopped({})), ErrorCode::stopped);
  EXPECT_EQ(code_of(std::invalid_argument("")), ErrorCode::misuse);
  EXPECT_EQ(code_of(std::system_error(ENOENT, std::generic_category())), ErrorCode::system);
  EXPECT_EQ(code_of(std::bad_alloc()), ErrorCode::out_of_memory);
  EXPECT_EQ(code_of(std::length_error("")), ErrorCode::too_much_memory);
  EXPECT_EQ(code_of(std::runtime_error("")), ErrorCode::other);
}

TEST(ErrorCodes, LeaveTheWordsAsTheyAre) {
  const InputError error(ErrorCode::unknown_format, "t.csv: is none", "ReadOptions::format");
  EXPECT_STREQ(error.what(), "t.csv: is none; see ReadOptions::format");
  EXPECT_EQ(error.message(), "t.csv: is none");
  EXPECT_EQ(error.field(), "ReadOptions::format");
}

}  // namespace
}  // namespace detente
