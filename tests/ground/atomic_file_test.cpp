#include "detente/ground/atomic_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "detente/ground/byte_source.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

namespace detente {
using namespace detail;
namespace {

namespace fs = std::filesystem;

class AtomicFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder = fs::temp_directory_path() / ("whole_file_" + std::to_string(::getpid()));
    fs::remove_all(folder);
    fs::create_directory(folder);
    path = folder / "out.txt";
  }
  void TearDown() override { fs::remove_all(folder); }
  auto entries() const { return std::distance(fs::directory_iterator(folder), fs::directory_iterator()); }

  fs::path folder, path;
};

TEST_F(AtomicFiles, AppearsAtTheEnd) {
  AtomicFile file(path);
  file.write("a");
  file.write("b\n");
  EXPECT_FALSE(fs::exists(path));
  file.finish();
  EXPECT_EQ(read_all(path), "ab\n");
  EXPECT_EQ(entries(), 1);
}

TEST_F(AtomicFiles, WithoutAnEndNothingHappened) {
  std::ofstream(path) << "old";
  {
    AtomicFile file(path);
    file.write(std::string(1 << 20, 'x'));
  }
  EXPECT_EQ(read_all(path), "old");
  EXPECT_EQ(entries(), 1);
}

TEST_F(AtomicFiles, ReplacesWhatALinkPointsTo) {
  std::ofstream(path) << "old";
  fs::create_symlink(path, folder / "link");
  AtomicFile file(folder / "link");
  file.write("new");
  file.finish();
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(read_all(path), "new");
}

TEST_F(AtomicFiles, KeepsThePermissions) {
  std::ofstream(path) << "old";
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  AtomicFile file(path);
  file.finish();
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(AtomicFiles, WritesToWhatIsNoFile) {
  AtomicFile file("/dev/null");
  file.write("gone");
  file.finish();
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(AtomicFiles, NamesThePathThatCannotBeWritten) {
  for (const fs::path& bad : {folder, folder / "missing" / "out.txt"}) {
    try {
      AtomicFile file(bad);
      ADD_FAILURE() << bad;
    } catch (const std::system_error& error) {
      EXPECT_NE(std::string(error.what()).find(bad.string()), std::string::npos) << error.what();
    }
  }
}

TEST_F(AtomicFiles, ALinkToNothingStaysALink) {
  fs::create_symlink("out.txt", folder / "link");
  AtomicFile file(folder / "link");
  file.write("new");
  file.finish();
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(read_all(path), "new");
}

TEST_F(AtomicFiles, AReadOnlyFileIsNotReplaced) {
  std::ofstream(path) << "old";
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read);
  try {
    AtomicFile file(path);
    FAIL() << "it was opened";
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code(), std::errc::permission_denied);
    EXPECT_NE(std::string(error.what()).find("read-only"), std::string::npos);
  }
  EXPECT_EQ(read_all(path), "old");
  EXPECT_EQ(entries(), 1);
}

TEST_F(AtomicFiles, TheLongestNameIsWritten) {
  std::string name;  // letters of three bytes, which must not be cut in half
  while (name.size() + 3 <= 255) name += "日";
  AtomicFile file(folder / name);
  file.write("new");
  for (const auto& entry : fs::directory_iterator(folder)) EXPECT_TRUE(is_utf8(entry.path().filename().string()));
  file.finish();
  EXPECT_EQ(read_all(folder / name), "new");
  EXPECT_EQ(entries(), 1);
}

/// What a program does on a signal, without the signal.
TEST_F(AtomicFiles, UnfinishedFilesCanBeRemovedAtOnce) {
  EXPECT_EXIT(
      {
        AtomicFile done(folder / "done.txt");
        AtomicFile open(folder / "open.txt");
        AtomicFile other(folder / "other.txt");
        done.finish();
        remove_unfinished_files();
        ::_exit(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1 ? 0 : 1);
      },
      testing::ExitedWithCode(0), "");
}

TEST_F(AtomicFiles, MoreFilesThanPlacesAreWrittenAllTheSame) {
  std::vector<std::unique_ptr<AtomicFile>> files;
  for (int i = 0; i < 100; ++i) files.push_back(std::make_unique<AtomicFile>(folder / std::to_string(i)));
  for (auto& file : files) file->finish();
  files.clear();
  EXPECT_EQ(entries(), 100);
}

}  // namespace
}  // namespace detente
