#include "detente/ground/whole_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <system_error>

#include "detente/ground/byte_source.hpp"

namespace detente {
namespace {

namespace fs = std::filesystem;

class WholeFileTest : public testing::Test {
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

TEST_F(WholeFileTest, AppearsAtTheEnd) {
  WholeFile file(path);
  file.write("a");
  file.write("b\n");
  EXPECT_FALSE(fs::exists(path));
  file.finish();
  EXPECT_EQ(read_all(path), "ab\n");
  EXPECT_EQ(entries(), 1);
}

TEST_F(WholeFileTest, WithoutAnEndNothingHappened) {
  std::ofstream(path) << "old";
  {
    WholeFile file(path);
    file.write(std::string(1 << 20, 'x'));
  }
  EXPECT_EQ(read_all(path), "old");
  EXPECT_EQ(entries(), 1);
}

TEST_F(WholeFileTest, ReplacesWhatALinkPointsTo) {
  std::ofstream(path) << "old";
  fs::create_symlink(path, folder / "link");
  WholeFile file(folder / "link");
  file.write("new");
  file.finish();
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(read_all(path), "new");
}

TEST_F(WholeFileTest, KeepsThePermissions) {
  std::ofstream(path) << "old";
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  WholeFile file(path);
  file.finish();
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(WholeFileTest, WritesToWhatIsNoFile) {
  WholeFile file("/dev/null");
  file.write("gone");
  file.finish();
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(WholeFileTest, NamesThePathThatCannotBeWritten) {
  for (const fs::path& bad : {folder, folder / "missing" / "out.txt"}) {
    try {
      WholeFile file(bad);
      ADD_FAILURE() << bad;
    } catch (const std::system_error& error) {
      EXPECT_NE(std::string(error.what()).find(bad.string()), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace detente
