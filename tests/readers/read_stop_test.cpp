/// Reading that is asked to stop, and reading that would take more memory than allowed, end with a word and leave
/// nothing.

#include <gtest/gtest.h>

#include <string>

#include "detente/ground/error.hpp"
#include "detente/ground/work_control.hpp"
#include "readers/chronologies.hpp"

namespace detente {
namespace {

std::string many_rows() {
  std::string text = "date,source,target,event\n";
  for (int i = 0; i < 2000; ++i) text += "2025-01-01,USA,COL,a\n2025-13-01,USA,COL,rejected\n";
  return text;
}

TEST(ReadStop, EndsBetweenBlocksAndSaysHowFarItCame) {
  const Folder folder;
  const std::string text = many_rows();
  const auto path = folder.write("a.csv", text);
  for (const std::size_t threads : {1U, 3U}) {
    std::stop_source button;
    std::uint64_t told = 0;
    const auto progress = [&](std::uint64_t read, std::optional<std::uint64_t>) {
      told = read;
      if (read > text.size() / 2) button.request_stop();
    };
    try {
      read_events(path, {.rejects_file = folder.path() / "rejects",
                         .chunk = 500,
                         .threads = threads,
                         .progress = progress,
                         .stop = button.get_token()});
      ADD_FAILURE();
    } catch (const Stopped& stopped) {
      EXPECT_GE(stopped.work().done, told);
      EXPECT_LT(stopped.work().done, text.size());
      EXPECT_EQ(stopped.work().of, text.size());
      EXPECT_EQ(stopped.work().what, "bytes");
    }
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "rejects"));
  }
}

TEST(ReadStop, MemoryPastItsLimitIsRefusedByName) {
  try {
    read_text(many_rows(), {.chunk = 500, .most_memory = 4800}, "many.csv");
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_EQ(error.code(), ErrorCode::too_much_memory);
    EXPECT_EQ(error.field(), "ReadOptions::most_memory");
    EXPECT_NE(error.message().find("many.csv: the events read so far take "), std::string::npos) << error.message();
    EXPECT_NE(error.message().find("4800 are allowed"), std::string::npos) << error.message();
  }
  EXPECT_EQ(read_text(many_rows(), {.most_memory = 1 << 20}).log.size(), 2000U);
}

TEST(ReadStop, RowsThatAreMovedElsewhereDoNotCount) {
  std::size_t moved = 0;
  ReadOptions options{.chunk = 500, .most_memory = 1};
  EXPECT_THROW(read_text(many_rows(), options), InputError);
  options.most_memory = 1 << 20;
  options.on_growth = [&](EventLog& log) { moved = log.size(); };
  EXPECT_EQ(read_text(many_rows(), options).log.size(), 2000U);
  EXPECT_EQ(moved, 2000U);
}

}  // namespace
}  // namespace detente
