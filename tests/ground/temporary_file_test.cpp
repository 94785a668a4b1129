#include "ground/temporary_file.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "support/error_of.hpp"

namespace detente {
using namespace detail;
namespace {

namespace fs = std::filesystem;

/// A folder of its own, removed with it.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "temporary-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a test");
    path = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path); }

  fs::path path;
};

void append(TemporaryFile& file, std::string_view text) { file.append(std::as_bytes(std::span(text))); }

std::string read(const TemporaryFile& file, std::size_t offset, std::size_t size) {
  std::string text(size, '?');
  file.read(offset, std::as_writable_bytes(std::span(text)));
  return text;
}

TEST(TemporaryFile, GivesBackWhatWasAppendedFromAnyPlace) {
  const Folder folder;
  TemporaryFile file(folder.path);
  append(file, "one, ");
  append(file, "");
  append(file, "two");
  EXPECT_EQ(read(file, 0, 8), "one, two");
  EXPECT_EQ(read(file, 5, 3), "two");
  EXPECT_EQ(read(file, 3, 3), ", t");
  append(file, ", three");
  EXPECT_EQ(read(file, 8, 7), ", three") << "reading moves no place to write at";
}

TEST(TemporaryFile, NothingIsReadOfAnEmptyOne) {
  const Folder folder;
  const TemporaryFile file(folder.path);
  EXPECT_EQ(read(file, 0, 0), "");
  EXPECT_EQ(error_of([&] { read(file, 0, 1); }, folder.path), std::errc::io_error);
}

TEST(TemporaryFile, ReadingPastItsEndIsAnError) {
  const Folder folder;
  TemporaryFile file(folder.path);
  append(file, "four");
  EXPECT_EQ(read(file, 4, 0), "");
  EXPECT_EQ(error_of([&] { read(file, 2, 3); }, folder.path), std::errc::io_error);
}

TEST(TemporaryFile, LeavesNoNameBehindEvenWhileItIsOpen) {
  const Folder folder;
  TemporaryFile file(folder.path), another(folder.path);
  append(file, "here");
  append(another, "there");
  EXPECT_TRUE(fs::is_empty(folder.path));
  EXPECT_EQ(read(file, 0, 4), "here");
}

TEST(TemporaryFile, AFolderThatIsNotThereIsNamed) {
  const Folder folder;
  const fs::path none = folder.path / "none";
  EXPECT_EQ(error_of([&] { TemporaryFile{none}; }, none), std::errc::no_such_file_or_directory);
}

TEST(TemporaryFile, AFileIsNoFolder) {
  EXPECT_EQ(error_of([] { TemporaryFile{"/dev/null"}; }, "/dev/null"), std::errc::not_a_directory);
}

/// The system stops the write half-way, as a full disk does.
TEST(TemporaryFile, WhatDoesNotFitIsAnErrorThatNamesTheFolder) {
  const Folder folder;
  TemporaryFile file(folder.path);
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  rlimit small = before;
  small.rlim_cur = 4096;
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &small);
  const std::error_code error = error_of([&] { append(file, std::string(10'000, 'x')); }, folder.path);
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(error, std::errc::file_too_large);
}

RC_GTEST_PROP(TemporaryFile, IsTheTextThatWasAppended, ()) {
  const Folder folder;
  TemporaryFile file(folder.path);
  std::string text;
  for (const auto& part : *rc::gen::container<std::vector<std::string>>(rc::gen::arbitrary<std::string>())) {
    append(file, part);
    text += part;
    const std::size_t offset = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
    const std::size_t size = *rc::gen::inRange<std::size_t>(0, text.size() - offset + 1);
    RC_ASSERT(read(file, offset, size) == text.substr(offset, size));
  }
}

}  // namespace
}  // namespace detente
