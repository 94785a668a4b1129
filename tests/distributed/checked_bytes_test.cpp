#include "distributed/checked_bytes.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "distributed/shared_panels.hpp"
#include "distributed/spool.hpp"
#include "readers/chronologies.hpp"
#include "support/refusal.hpp"

namespace detente::detail {
namespace {

namespace fs = std::filesystem;

TEST(CheckedBytes, ComeBackAsTheyWereWritten) {
  const Folder folder;
  for (const std::size_t size : {0U, 1U, 7U, 8U, 9U, 3'000'001U}) {
    const std::string bytes = std::string(size / 2, 'x') + std::string(size - size / 2, '\0');
    write_checked(folder.path() / "t", bytes);
    EXPECT_TRUE(is_sound(folder.path() / "t"));
    EXPECT_EQ(read_checked(folder.path() / "t"), bytes) << size;
  }
}

TEST(CheckedBytes, AnyChangeAndAnyCutIsSeen) {
  const Folder folder;
  const fs::path path = folder.path() / "t";
  write_checked(path, "some bytes\0\0\0");
  const std::string whole = test::content_of(path);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 16);
    folder.write("t", changed);
    EXPECT_FALSE(is_sound(path)) << at;
    folder.write("t", whole.substr(0, at));
    EXPECT_FALSE(is_sound(path)) << at;
    EXPECT_NE(test::refusal([&] { (void)read_checked(path); }).find(path.string()), std::string::npos);
  }
  EXPECT_FALSE(is_sound(folder.path() / "nowhere"));
}

TEST(Checksum, TellsZerosAtTheEndApart) {
  EXPECT_NE(checksum(std::string(3, '\0')), checksum(std::string(4, '\0')));
  EXPECT_NE(checksum(std::string(8, '\0')), checksum(""));
}

TEST(Spool, GivesPiecesWhereverTheyAre) {
  const Folder folder;
  for (const std::uint64_t limit : {std::uint64_t{0}, std::uint64_t{10}, std::uint64_t{1000}}) {
    Spool spool(limit, folder.path());
    for (std::size_t i = 0; i < 30; ++i) EXPECT_EQ(spool.put(std::string(i % 7, static_cast<char>('a' + i))), i);
    for (std::size_t i = 30; i-- > 0;) {
      const std::string piece(i % 7, static_cast<char>('a' + i));
      EXPECT_EQ(spool.get(i), piece);
      EXPECT_EQ(spool.size(i), piece.size());
      std::string part(3, '?');
      const std::size_t offset = std::min<std::size_t>(2, piece.size());
      const std::size_t got = spool.read(i, offset, part);
      EXPECT_EQ(part.substr(0, got), piece.substr(offset, 3));
    }
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

}  // namespace
}  // namespace detente::detail
