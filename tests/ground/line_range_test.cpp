#include "ground/line_range.hpp"

#include <gtest/gtest.h>

#include <array>
#include <span>
#include <string>

#include "readers/chronologies.hpp"
#include "support/error_of.hpp"

namespace detente::detail {
namespace {

std::string lines(const std::filesystem::path& path, std::uint64_t begin, std::uint64_t end, std::size_t at_once = 3) {
  const auto bytes = lines_that_begin_in(path, begin, end);
  std::string out, piece(at_once, '\0');
  while (const std::size_t got = bytes->read(piece)) out += piece.substr(0, got);
  return out;
}

constexpr std::uint64_t end_of_all = ~std::uint64_t{0};

TEST(LineRange, ALineBelongsToTheStretchInWhichItBegins) {
  const Folder folder;
  const auto path = folder.write("t", "ab\ncd\r\n\nlast");
  EXPECT_EQ(lines(path, 0, 1), "ab\n");
  EXPECT_EQ(lines(path, 0, 3), "ab\n");
  EXPECT_EQ(lines(path, 0, 4), "ab\ncd\r\n");
  EXPECT_EQ(lines(path, 1, 3), "");
  EXPECT_EQ(lines(path, 3, 7), "cd\r\n");
  EXPECT_EQ(lines(path, 4, 8), "\n");
  EXPECT_EQ(lines(path, 8, 9), "last");
  EXPECT_EQ(lines(path, 9, end_of_all), "");
  EXPECT_EQ(lines(path, 0, end_of_all), "ab\ncd\r\n\nlast");
  EXPECT_EQ(lines(path, 500, 600), "");
}

/// Lines longer than what is looked at at once, where the cut falls within one, before it, and behind it.
TEST(LineRange, EveryLineIsReadOnceWhereverStretchesMeet) {
  const Folder folder;
  const std::string text = "a\n" + std::string(50'000, 'x') + "\nb\n" + std::string(20'000, 'y');
  const auto path = folder.write("t", text);
  for (const std::uint64_t cut :
       {1U, 2U, 3U, 16'384U, 16'386U, 50'002U, 50'003U, 50'005U, 50'006U, 70'000U, 70'005U, 80'000U})
    EXPECT_EQ(lines(path, 0, cut, 4096) + lines(path, cut, end_of_all, 4096), text) << cut;
}

TEST(LineRange, AnEmptyFileHasNoLines) {
  const Folder folder;
  EXPECT_EQ(lines(folder.write("t", ""), 0, end_of_all), "");
}

TEST(LineRange, NamesTheFileThatIsNotThere) {
  const std::filesystem::path nowhere = "/nowhere/t";
  EXPECT_EQ(error_of([&] { (void)lines_that_begin_in(nowhere, 0, 1); }, nowhere), std::errc::no_such_file_or_directory);
}

}  // namespace
}  // namespace detente::detail
