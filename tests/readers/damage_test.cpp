#include "detente/readers/damage.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

#include "detente/ground/error.hpp"
#include "detente/readers/read_events.hpp"
#include "readers/chronologies.hpp"
#include "support/nth_event.hpp"

namespace detente {
namespace {

const std::string three_bad =
    "date,source,target,event,note\r\n"
    "2025-01-01,USA,COL,a,good\r\n"
    "2025-02-29,USA,COL,b,\"quoted, \"\"as it is\"\"\"\r\n"
    "2025-01-03,USA,USA,c,\n"
    "2025-01-04,USA,COL,d,\"stray\n"
    "2025-01-05,USA,COL,e,good\n";
const std::string three_rows =
    "date,source,target,event,note\n"
    "2025-02-29,USA,COL,b,\"quoted, \"\"as it is\"\"\"\n"
    "2025-01-03,USA,USA,c,\n"
    "2025-01-04,USA,COL,d,\"stray\n";

TEST(Rejects, AreWrittenWholeUnderTheirHeader) {
  const Folder folder;
  const ReadOptions options{.rejects_file = folder.path() / "rejects.csv"};
  EXPECT_EQ(read_text(three_bad, options).log.size(), 2U);
  EXPECT_EQ(read_all(options.rejects_file), three_rows);
}

TEST(Rejects, OfSeveralFilesStandUnderTheirHeaders) {
  const Folder folder;
  const std::vector<std::filesystem::path> paths{folder.write("a.csv", three_bad), folder.write("b.csv", three_bad),
                                                 folder.write("c.csv", "date,source,target,event\n?,USA,COL,x\n")};
  const ReadOptions options{.rejects_file = folder.path() / "rejects.csv"};
  read_events(paths, options);
  const std::string rows = three_rows.substr(three_rows.find('\n') + 1);
  EXPECT_EQ(read_all(options.rejects_file), three_rows + rows + "date,source,target,event\n?,USA,COL,x\n");
}

TEST(Rejects, WithoutAnyTheFileIsAHeader) {
  const Folder folder;
  const ReadOptions options{.rejects_file = folder.path() / "rejects.csv"};
  read_text("date,source,target,event\n2025-01-01,USA,COL,x\n", options);
  EXPECT_EQ(read_all(options.rejects_file), "date,source,target,event\n");
}

TEST(Rejects, UpToTheLimitAreCounted) {
  EXPECT_NO_THROW(read_text(three_bad, {.max_rejects = 3}));
  EXPECT_NO_THROW(read_text(three_bad));
}

TEST(Rejects, PastTheLimitAreAnErrorThatNamesThem) {
  const Folder folder;
  const ReadOptions options{.max_rejects = 2, .rejects_file = folder.path() / "rejects.csv"};
  try {
    read_text(three_bad, options);
    ADD_FAILURE();
  } catch (const InputError& error) {
    const std::string message = error.what();
    for (const char* part :
         {"3 rows are rejected, 2 allowed", "t.csv:3:1: '2025-02-29': bad date: 2025-02 has days 01 to 28",
          "t.csv:4:3: 'USA': source is target", "t.csv:5:5: "})
      EXPECT_NE(message.find(part), std::string::npos) << message;
  }
  EXPECT_EQ(read_all(options.rejects_file), three_rows);
}

TEST(Rejects, NothingIsLeftBehindWhenReadingFails) {
  const Folder folder;
  const ReadOptions options{.rejects_file = folder.path() / "rejects.csv"};
  EXPECT_THROW(read_text("prose\n", options), InputError);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Rejects, NeverReplaceTheInput) {
  const Folder folder;
  const auto path = folder.write("a.csv", three_bad);
  EXPECT_THROW(read_events(path, {.rejects_file = path}), std::invalid_argument);
  EXPECT_EQ(read_all(path), three_bad);
}

TEST(Rejects, AFileThatCannotBeWrittenIsNamed) {
  const Folder folder;
  EXPECT_THROW(read_text(three_bad, {.rejects_file = folder.path() / "none" / "rejects.csv"}), std::system_error);
}

TEST(FileReport, IsSaidInALineAndInFull) {
  const FileReport report = read_text(three_bad + ",,,,\n").files.at(0);
  EXPECT_EQ(report_line(report),
            "t.csv: 6 rows, 2 kept, 1 set aside (1 empty row), 3 rejected (1 bad date, 1 quote not closed, "
            "1 source is target)");
  EXPECT_TRUE(report_text(report).starts_with(report_line(report) + "\n  t.csv:3:1: '2025-02-29': bad date: "))
      << report_text(report);
  EXPECT_EQ(set_aside_rows(report), 1U);
  EXPECT_EQ(rejected_rows(report), 3U);
}

}  // namespace
}  // namespace detente
