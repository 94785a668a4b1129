/// What the system does not let one read or write is an error that names the file and the system's reason.

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <system_error>

#include "detente/output/write_file.hpp"
#include "detente/readers/read_events.hpp"
#include "support/unprivileged.hpp"

namespace detente {
namespace {

namespace fs = std::filesystem;
using test::OpenFolder;
using test::Unprivileged;

constexpr const char* good =
    "date,source,target,event\n"
    "2025-01-26,USA,COL,threat\n"
    "2025-02-29,USA,COL,denial\n";

fs::path written(const OpenFolder& folder, const char* name) {
  std::ofstream(folder.path() / name) << good;
  return folder.path() / name;
}

/// Says the path and the system's words.
template <class F>
void expect_denied(F&& f, const fs::path& path) {
  try {
    f();
    ADD_FAILURE() << "nothing was thrown for " << path;
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code(), std::errc::permission_denied);
    const std::string said = error.what(), reason = std::make_error_code(std::errc::permission_denied).message();
    EXPECT_NE(said.find(path.string()), std::string::npos) << said;
    EXPECT_NE(said.find(reason), std::string::npos) << said;
  }
}

TEST(Permissions, AFileThatMayNotBeReadIsNamed) {
  const OpenFolder folder;
  const fs::path closed = written(folder, "closed.csv"), open = written(folder, "open.csv");
  fs::permissions(closed, fs::perms::none);
  const Unprivileged nobody;
  DETENTE_NEEDS_PERMISSIONS();
  EXPECT_EQ(read_events(open).log.size(), 1U);
  expect_denied([&] { read_events(closed); }, closed);
  expect_denied([&] { read_events(closed, {.format = "chronology", .threads = 3}); }, closed);
  const fs::path both[]{open, closed};
  expect_denied([&] { read_events(both); }, closed);
}

TEST(Permissions, AFolderThatMayNotBeEnteredHidesItsFiles) {
  const OpenFolder folder;
  const fs::path inside = written(folder, "inside.csv");
  fs::permissions(folder.path(), fs::perms::none);
  const Unprivileged nobody;
  DETENTE_NEEDS_PERMISSIONS();
  expect_denied([&] { read_events(inside); }, inside);
}

/// The rejects file is refused before anything is read, and nothing is left of it.
TEST(Permissions, AFolderThatMayNotBeWrittenToTakesNoRejects) {
  const OpenFolder folder, closed;
  const fs::path file = written(folder, "events.csv"), rejects = closed.path() / "rejects.csv";
  closed.close();
  const Unprivileged nobody;
  DETENTE_NEEDS_PERMISSIONS();
  expect_denied([&] { read_events(file, {.rejects_file = rejects}); }, rejects);
  EXPECT_TRUE(closed.empty());
}

TEST(Permissions, AFolderThatMayNotBeWrittenToTakesNoResult) {
  const OpenFolder closed;
  closed.close();
  const Unprivileged nobody;
  DETENTE_NEEDS_PERMISSIONS();
  expect_denied([&] { write_file(closed.path() / "index.csv", "text"); }, closed.path() / "index.csv");
  EXPECT_TRUE(closed.empty());
}

}  // namespace
}  // namespace detente
