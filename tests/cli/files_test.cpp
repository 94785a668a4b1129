/// \file
/// What the program does to files: it writes over nothing that it reads or that nobody may write, loses no result, and
/// leaves nothing half-written, however it ends.

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <thread>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

/// The names in a folder, joined: what is left behind.
std::string names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  std::string out;
  for (const std::string& name : names) out += name + "|";
  return out;
}

/// A folder with a chronology and an exposure file, in which shell lines are run; `detente` stands for the program.
class Files : public testing::Test {
 protected:
  Files() {
    write_text(scratch / "a.csv",
               "date,source,target,event\n2025-01-26,USA,COL,criticism\n2025-03-02,COL,USA,criticism\n");
    write_text(scratch / "ex.csv", exposure);
  }

  int shell(const std::string& line) {
    const int code = exit_code("cd" + quoted({scratch / ""}) + " && { detente() {" + quoted({DETENTE_PROGRAM}) +
                               " \"$@\"; }; " + line + "; } >.out 2>.err");
    out = read_text(scratch / ".out");
    err = read_text(scratch / ".err");
    std::filesystem::remove(scratch / ".out");
    std::filesystem::remove(scratch / ".err");
    return code;
  }

  const std::string exposure = "date,total\n2025-01-25,10\n2025-01-26,20\n";
  const std::string index = "detente index a.csv --dyad USA:COL --draws 20 ";
  Scratch scratch;
  std::string out, err;
};

TEST_F(Files, AnExposureFileIsNotWrittenOver) {
  EXPECT_EQ(shell(index + "--volume ex.csv --to-file ex.csv"), 2);
  EXPECT_TRUE(contains(err, "--volume ex.csv")) << err;
  EXPECT_EQ(shell("detente panel a.csv --volume ./ex.csv --to-file ex.csv"), 2);
  EXPECT_EQ(read_text(scratch / "ex.csv"), exposure);
}

TEST_F(Files, ACodebookIsNotWrittenOverByItsCopy) {
  EXPECT_EQ(shell("detente codebook show plain --output csv --to-file mine.csv"), 0) << err;
  EXPECT_EQ(shell("detente codebook show mine.csv --to-file ./mine.csv"), 2);
  EXPECT_TRUE(contains(read_text(scratch / "mine.csv"), "code,score"));
}

TEST_F(Files, TwoResultsNeedTwoFilesByWhateverName) {
  for (const char* line : {"--page x --to-file ./x", "--page x --to-file \"$PWD/x\"", "--chart y/../x --page x",
                           "--page x --to-file link", "--page link --to-file x", "--rejects ./x --to-file x"}) {
    ASSERT_EQ(shell("mkdir -p y; rm -f link; ln -s x link; " + index + line), 2) << line << err;
    EXPECT_TRUE(contains(err, "two results need two files")) << err;
  }
  EXPECT_FALSE(std::filesystem::exists(scratch / "x"));
}

TEST_F(Files, AHardLinkOrASymbolicLinkIsTheSameFile) {
  const std::string before = read_text(scratch / "a.csv");
  EXPECT_EQ(shell("ln a.csv hard.csv; " + index + "--to-file hard.csv"), 2);
  EXPECT_EQ(shell("ln -s a.csv soft.csv; " + index + "--to-file soft.csv"), 2);
  EXPECT_EQ(read_text(scratch / "hard.csv"), before);
}

TEST_F(Files, AReadOnlyFileStaysThoughItsFolderIsWritable) {
  write_text(scratch / "old.csv", "old");
  std::filesystem::permissions(scratch / "old.csv", std::filesystem::perms::owner_read);
  for (const char* line : {"--to-file old.csv", "--page old.csv", "--chart old.csv", "--rejects old.csv"}) {
    EXPECT_EQ(shell(index + line), 4) << line;
    EXPECT_TRUE(contains(err, "old.csv is read-only")) << err;
  }
  EXPECT_EQ(shell("detente panel a.csv --to-file old.csv"), 4);
  EXPECT_EQ(read_text(scratch / "old.csv"), "old");
  EXPECT_EQ(names_in(scratch / ""), "a.csv|ex.csv|old.csv|");
}

TEST_F(Files, ADashIsStandardOutput) {
  ASSERT_EQ(shell("detente panel a.csv"), 0);
  const std::string panel = out;
  EXPECT_EQ(shell("detente panel a.csv --to-file -"), 0);
  EXPECT_EQ(out, panel);
  EXPECT_FALSE(contains(err, "written"));
  ASSERT_EQ(shell(index), 0);
  const std::string table = out;
  EXPECT_EQ(shell(index + "--to-file -"), 0);
  EXPECT_EQ(out, table);
  EXPECT_EQ(shell(index + "--page - --to-file t.txt"), 0);
  EXPECT_TRUE(out.starts_with("<!")) << out.substr(0, 80);
  EXPECT_EQ(shell(index + "--page -"), 2);
  EXPECT_EQ(shell(index + "--page - --chart - --to-file t.txt"), 2);
  EXPECT_EQ(shell(index + "--rejects -"), 2);
  EXPECT_EQ(names_in(scratch / ""), "a.csv|ex.csv|t.txt|");
}

TEST_F(Files, StandardOutputHasOtherNamesToo) {
  ASSERT_EQ(shell("detente panel a.csv"), 0);
  const std::string panel = out;
  EXPECT_EQ(shell("detente panel a.csv --to-file /dev/stdout | cat"), 0);
  EXPECT_EQ(out, panel);
  EXPECT_EQ(shell("detente panel a.csv --to-file /dev/fd/1 | cat"), 0);
  EXPECT_EQ(out, panel);
}

TEST_F(Files, ALongNameIsAName) {
  const std::string longest = std::string(251, 'x') + ".csv";
  EXPECT_EQ(shell("detente panel a.csv --to-file " + longest), 0) << err;
  EXPECT_EQ(names_in(scratch / ""), "a.csv|ex.csv|" + longest + "|");
  EXPECT_EQ(shell("detente panel a.csv --to-file x" + longest), 4);
  EXPECT_TRUE(contains(err, longest)) << err;
}

TEST_F(Files, NoFolderForTemporaryFilesIsNeededWhereNothingSpills) {
  EXPECT_EQ(shell("TMPDIR=/nosuch/folder detente panel a.csv"), 0) << err;
  EXPECT_EQ(shell("TMPDIR=/nosuch/folder detente panel a.csv --memory 2G"), 0) << err;
}

/// A warning would be line 1 of a result that is opened as descriptor 2.
TEST_F(Files, AClosedStandardErrorSpoilsNoResult) {
  write_text(scratch / "odd.csv",
             read_text(scratch / "a.csv") + "2025-02-30,USA,COL,criticism\n2025-02-03,USA,COL,odd\n");
  ASSERT_EQ(shell("detente panel odd.csv --to-file good.csv"), 0);
  EXPECT_EQ(shell("detente panel odd.csv --to-file p.csv 2>&-"), 0);
  EXPECT_EQ(read_text(scratch / "p.csv"), read_text(scratch / "good.csv"));
  EXPECT_EQ(shell("detente index odd.csv --dyad USA:COL --output csv --to-file i.csv 2>&- <&-"), 0);
  EXPECT_TRUE(read_text(scratch / "i.csv").starts_with("source,")) << read_text(scratch / "i.csv");
}

TEST_F(Files, AClosedStandardOutputIsNoticed) {
  EXPECT_EQ(shell("detente panel a.csv >&-"), 4);
  EXPECT_EQ(shell("detente panel a.csv --to-file p.csv >&-"), 0);
  EXPECT_EQ(shell("detente check - <&-"), 4);
}

/// Bash counts in blocks of 1024 bytes, other shells in 512.
TEST_F(Files, AFileSizeLimitLeavesNothingBehind) {
  EXPECT_EQ(shell("ulimit -f 1; detente codebook show gdelt --output csv --to-file g.csv"), 4);
  EXPECT_TRUE(contains(err, "g.csv: File too large")) << err;
  EXPECT_EQ(shell("ulimit -f 1; " + index + "--page p.html"), 4);
  EXPECT_EQ(names_in(scratch / ""), "a.csv|ex.csv|");
}

/// Stops the program, which waits for more rows, while its result is open.
TEST_F(Files, SignalsLeaveNothingBehindAndEndItAsUsual) {
  std::signal(SIGPIPE, SIG_IGN);  // of the pipe to a program that has ended
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    const std::string pipe = scratch / "rows";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const pid_t child = ::fork();
    if (child == 0) {
      const std::string rejects = scratch / "r.csv";
      const rlimit none{0, 0};
      ::setrlimit(RLIMIT_CORE, &none);
      ::execl(DETENTE_PROGRAM, "detente", "check", pipe.c_str(), "--rejects", rejects.c_str(), nullptr);
      ::_exit(127);
    }
    std::ofstream rows(pipe);
    rows << "date,source,target,event\n" << std::flush;
    for (int i = 0; i < 3000; ++i) rows << "2025-13-26,USA,COL,threat_that_is_rejected_and_takes_some_room\n";
    rows << std::flush;
    for (int waited = 0; names_in(scratch / "").find(".partial-") == std::string::npos && waited < 500; ++waited)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    ASSERT_TRUE(contains(names_in(scratch / ""), ".partial-")) << "the test waits for a file that is never begun";
    ::kill(child, signal);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal) << status;
    std::filesystem::remove(pipe);
    EXPECT_EQ(names_in(scratch / ""), "a.csv|ex.csv|");
  }
}

}  // namespace
}  // namespace detente::cli_test
