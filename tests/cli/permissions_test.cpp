#include "cli/program.hpp"
#include "support/unprivileged.hpp"

namespace detente::cli_test {
namespace {

using test::OpenFolder;
using test::Unprivileged;

/// Exit code 4, and on standard error the path and the system's words; nothing else is written.
void expect_denied(const std::vector<std::string>& words, const std::string& path) {
  const Outcome outcome = run(words);
  EXPECT_EQ(outcome.code, 4);
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(contains(outcome.err, path)) << outcome.err;
  EXPECT_TRUE(contains(outcome.err, "Permission denied")) << outcome.err;
}

#define DETENTE_NEEDS_A_PROGRAM_FOR_NOBODY() \
  DETENTE_NEEDS_PERMISSIONS();               \
  if (!Unprivileged::may_run(DETENTE_PROGRAM)) GTEST_SKIP() << "others may not run " DETENTE_PROGRAM

TEST(Permissions, AFileThatMayNotBeReadIsNamed) {
  const OpenFolder folder;
  const std::string file = folder.path() / "closed.csv";
  write_text(file, "date,source,target,event\n2025-01-26,USA,COL,threat\n");
  std::filesystem::permissions(file, std::filesystem::perms::none);
  const Unprivileged nobody;
  DETENTE_NEEDS_A_PROGRAM_FOR_NOBODY();
  expect_denied({"check", file}, file);
  expect_denied({"index", file, "--dyad", "USA:COL"}, file);
  expect_denied({"panel", news, file}, file);
}

TEST(Permissions, AFolderThatMayNotBeWrittenToIsNamed) {
  const OpenFolder folder;
  folder.close();
  const Unprivileged nobody;
  DETENTE_NEEDS_A_PROGRAM_FOR_NOBODY();
  const std::string out = folder.path() / "out.csv", rejects = folder.path() / "rejects.csv";
  expect_denied({"index", news, "--dyad", "USA:COL", "--output", "csv", "--to-file", out}, out);
  expect_denied({"panel", news, "--output", "csv", "--to-file", out}, out);
  expect_denied({"check", news, "--rejects", rejects}, rejects);
  EXPECT_TRUE(folder.empty());
}

}  // namespace
}  // namespace detente::cli_test
