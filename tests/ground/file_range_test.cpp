#include "ground/file_range.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <utility>

#include "readers/chronologies.hpp"
#include "support/error_of.hpp"
#include "support/refusal.hpp"

namespace detente::detail {
namespace {

TEST(FileRange, ReadsAnyStretchWhole) {
  const Folder folder;
  const FileRange file(folder.write("t", "abcdef"));
  EXPECT_EQ(file.read(0, 6), "abcdef");
  EXPECT_EQ(file.read(2, 3), "cde");
  EXPECT_EQ(file.read(6, 0), "");
}

TEST(FileRange, WhatIsNotThereIsDamage) {
  const Folder folder;
  const std::filesystem::path path = folder.write("t", "abcdef");
  const FileRange file(path);
  const std::uint64_t most = ~std::uint64_t{0};
  for (const auto& [offset, size] :
       std::initializer_list<std::pair<std::uint64_t, std::uint64_t>>{{0, 7}, {6, 1}, {7, 0}, {1, most}, {most, 1}}) {
    const auto from = offset, bytes = size;
    const std::string why = test::refusal([&] { (void)file.read(from, bytes); });
    EXPECT_NE(why.find(path.string() + ": is damaged: remove it"), std::string::npos) << offset << " " << size;
  }
}

TEST(FileRange, NamesTheFileThatIsNotThere) {
  const std::filesystem::path nowhere = "/nowhere/t";
  EXPECT_EQ(error_of([&] { const FileRange file(nowhere); }, nowhere), std::errc::no_such_file_or_directory);
}

}  // namespace
}  // namespace detente::detail
