#include "detente/output/write_file.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <system_error>

#include "detente/ground/byte_source.hpp"
#include "support/error_of.hpp"

namespace detente {
namespace {

namespace fs = std::filesystem;

class WriteFile : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "detente-write-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  fs::path folder_;
};

TEST_F(WriteFile, WritesAndReplaces) {
  const fs::path path = folder_ / "a.csv";
  write_file(path, "old");
  write_file(path, "new text");
  EXPECT_EQ(read_all(path), "new text");
  EXPECT_EQ(files(), 1U);
}

TEST_F(WriteFile, AFullDeviceIsAnError) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  EXPECT_EQ(error_of([] { write_file("/dev/full", "text"); }, "/dev/full"), std::errc::no_space_on_device);
}

TEST_F(WriteFile, AMissingFolderIsAnError) {
  const fs::path path = folder_ / "none" / "a.csv";
  EXPECT_EQ(error_of([&] { write_file(path, "x"); }, path), std::errc::no_such_file_or_directory);
}

TEST_F(WriteFile, AFolderIsNoFile) {
  error_of([&] { write_file(folder_, "x"); }, folder_);
}

/// The system stops the write half-way, as a full disk does.
TEST_F(WriteFile, WhatGoesWrongHalfWayLeavesTheOldFile) {
  const fs::path path = folder_ / "a.csv";
  write_file(path, "old");
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  rlimit small = before;
  small.rlim_cur = 4096;
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &small);
  const std::error_code error = error_of([&] { write_file(path, std::string(1 << 20, 'x')); }, path);
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(error, std::errc::file_too_large);
  EXPECT_EQ(read_all(path), "old");
  EXPECT_EQ(files(), 1U) << "nothing half-written is left";
}

}  // namespace
}  // namespace detente
