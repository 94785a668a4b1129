#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "contracts/log_internals.hpp"
#include "detente/ground/error.hpp"
#include "detente/readers/read_events.hpp"
#include "readers/chronologies.hpp"
#include "support/nth_event.hpp"

namespace detente {
namespace {

using Counts = std::map<std::string, std::size_t>;

TEST(SettledFiles, VersionsAreKeptAndOfConflictingOnesOne) {
  const ReadResult read = read_text(
      "id,date,source,target,event,status,reported\n"
      "1,2025-03-01,USA,COL,summit,scheduled,2025-02-01\n"
      "1,2025-03-01,USA,COL,summit,confirmed,2025-03-02\n"
      "1,2025-03-01,USA,COL,summit,cancelled,2025-03-02\n"
      "1,2025-03-01,USA,COL,summit,scheduled,2025-02-01\n");
  EXPECT_EQ(read.log.size(), 2U);
  EXPECT_EQ(read.files[0].set_aside, (Counts{{"conflicting version", 1}, {"redelivery", 1}}));
  EXPECT_EQ(read.files[0].rows, 4U);
  EXPECT_EQ(read.files[0].kept, 2U);
  EXPECT_EQ(read.log.rows()[0].key, key_of_id("", "1"));
  ASSERT_EQ(read.files[0].examples.size(), 1U);
  EXPECT_EQ(to_text(read.files[0], read.files[0].examples[0]),
            "t.csv:3: '1': conflicting version: another content of this event, reported on the same day, stands at "
            "t.csv:4 and counts; a revision would say which is the later one");
}

std::string refusal_of_ids(const std::vector<std::filesystem::path>& paths, const ReadOptions& options = {}) {
  try {
    read_events(paths, options);
  } catch (const RepeatedIdsError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(SettledFiles, FilesThatNumberTheirEventsFromOneAreNoVersionsOfEachOther) {
  const Folder folder;
  const std::string header = "id,date,source,target,event\n";
  const auto y25 = folder.write("y25.csv", header + "1,2025-01-05,USA,COL,x\n2,2025-02-05,USA,COL,x\n");
  const auto y26 = folder.write("y26.csv", header + "1,2026-01-05,USA,COL,x\n2,2026-02-05,USA,COL,x\n");
  EXPECT_EQ(refusal_of_ids({y25, y26}),
            "ids that name two events: '1' at " + y25.string() + ":2 and " + y26.string() + ":2, '2' at " +
                y25.string() + ":3 and " + y26.string() +
                ":3. If the second is a later version, say `reported` or `revision` there; if the ids are two sources' "
                "own, name the sources, for all rows or in a column source_name; see ReadOptions::sources");
  const std::vector<std::filesystem::path> both{y25, y26};
  EXPECT_EQ(read_events(both, {.sources = {"a", "b"}}).log.size(), 4U);
  EXPECT_FALSE(detail::LogInternals::versions(read_events(both, {.sources = {"a"}}).log).empty());
  EXPECT_THROW(read_events(both, {.sources = {"a", "b", "c"}}), std::invalid_argument);
  const auto named = folder.write("named.csv", "id,date,source,target,event,source_name\n1,2026-01-05,USA,COL,x,b\n");
  EXPECT_EQ(refusal_of_ids({y25, named}), "accepted");
}

TEST(SettledFiles, AFileThatIsNamedTwiceIsRefused) {
  const Folder folder;
  const auto path = folder.write("a.csv", "date,source,target,event\n2025-01-05,USA,COL,x\n");
  const auto link = folder.path() / "link.csv";
  std::filesystem::create_symlink(path, link);
  for (const auto& again : {path, link, folder.path() / "." / "a.csv"})
    EXPECT_THROW(read_events(std::vector<std::filesystem::path>{path, again}), InputError) << again;
}

TEST(SettledFiles, ARevisionIsAWholeNumberOfAnEventWithAnId) {
  const std::string header = "id,date,source,target,event,revision\n";
  EXPECT_EQ(nth_event(read_text(header + "1,2025-03-01,USA,COL,summit,0\n").log, 0).revision, 0U);
  EXPECT_EQ(nth_event(read_text(header + "1,2025-03-01,USA,COL,summit,\n").log, 0).revision, std::nullopt);
  for (const char* bad : {"-1", "1.5", "4294967296", "two"})
    EXPECT_EQ(read_text(header + "1,2025-03-01,USA,COL,summit,1\n2,2025-03-01,USA,COL,summit," + bad + "\n")
                  .files[0]
                  .rejected,
              (Counts{{"bad revision", 1}}));
  EXPECT_EQ(read_text(header + "1,2025-03-01,USA,COL,summit,1\n,2025-03-01,USA,COL,summit,1\n").files[0].rejected,
            (Counts{{"revision without id", 1}}));
}

}  // namespace
}  // namespace detente
