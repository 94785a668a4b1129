/// The files in an archive are read as files: each by its own header, and named in what is said of it.

#include <gtest/gtest.h>

#include "detente/ground/error.hpp"
#include "readers/gdelt_rows.hpp"
#include "support/packed.hpp"

namespace detente {
namespace {

#if DETENTE_ARCHIVES

using namespace test;

class Archives : public testing::Test {
 protected:
  std::filesystem::path packed(const Members& members) const {
    write_packed(folder_.path() / "t.zip", "zip", members);
    return folder_.path() / "t.zip";
  }
  std::string refusal(const Members& members) const {
    try {
      read_events(packed(members));
    } catch (const InputError& error) {
      return error.what();
    }
    return "was read";
  }
  Folder folder_;
};

const std::string header = "date,source,target,event\n";

/// By the first file's header alone, the second one's events would go the other way.
TEST_F(Archives, EveryFileIsReadByItsOwnHeader) {
  const ReadResult read = read_events(packed({{"a.csv", header + "2025-01-01,USA,COL,threat\n"},
                                              {"b.csv", "date,target,source,event\n2025-01-02,COL,USA,threat\n"},
                                              {"c.csv", "event;source;target;date\nthreat;USA;COL;2025-01-03"}}));
  ASSERT_EQ(read.log.size(), 3U);
  for (const EventLog::Row& row : read.log.rows()) {
    EXPECT_EQ(read.log.event(row).source, "USA");
    EXPECT_EQ(read.log.event(row).code, "threat");
  }
}

TEST_F(Archives, FilesOfSeveralFormatsAreRead) {
  const ReadResult read = read_events(packed({{"a", line_of(gdelt_row(61))}, {"b", "1979-04-15\tISR\tJOR\t190\n"}}));
  ASSERT_EQ(read.files.size(), 2U);
  EXPECT_EQ(read.files[0].format, "gdelt2");
  EXPECT_EQ(read.files[1].format, "keds");
}

TEST_F(Archives, AFileIsNamedBehindItsArchiveIfThereAreSeveral) {
  const std::string good = header + "2025-01-01,USA,COL,threat\n", bad = header + "\n2025-13-01,USA,COL,threat\n";
  const ReadResult two = read_events(packed({{"d/b.csv", bad}, {"a.csv", good}}));
  const std::string path = (folder_.path() / "t.zip").string();
  ASSERT_EQ(two.files.size(), 2U);
  EXPECT_EQ(two.files[0].path, path);
  EXPECT_EQ(two.files[0].name, path + "/d/b.csv");
  EXPECT_EQ(to_text(two.files[0], two.files[0].examples.at(0)).rfind(path + "/d/b.csv:3:1: '2025-13-01'", 0), 0U);
  EXPECT_EQ(two.files[1].name, path + "/a.csv");
  const ReadResult one = read_events(packed({{"a.csv", good}}));
  EXPECT_EQ(one.files[0].name, path);
}

TEST_F(Archives, AFileThatHoldsNoEventsIsRefusedByItsName) {
  const std::string good = header + "2025-01-01,USA,COL,threat\n";
  EXPECT_NE(
      refusal({{"a.csv", good}, {"read me.txt", "Events of 2025.\n"}}).find("t.zip/read me.txt: its format is not"),
      std::string::npos);
  EXPECT_NE(refusal({{"a.csv", good}, {"b.csv", "2025-01-02,USA,COL,threat\n"}}).find("t.zip/b.csv: its format is not"),
            std::string::npos);
  EXPECT_NE(refusal({{"a.csv", good}, {"b.csv", header}}).find("t.zip/b.csv: holds no events"), std::string::npos);
}

TEST_F(Archives, FilesInAnyOrderHoldTheSameEvents) {
  Members members;
  for (int i = 0; i < 300; ++i)
    members.emplace_back(std::to_string((i * 7919) % 300) + ".csv",
                         header + "2025-01-01,USA,COL,threat\n2025-01-02,COL,USA,denial\n");
  const ReadResult read = read_events(packed(members), {.threads = 2});
  EXPECT_EQ(read.log.size(), 600U);
  ASSERT_EQ(read.files.size(), members.size());
  for (std::size_t i = 0; i < members.size(); ++i) EXPECT_TRUE(read.files[i].name.ends_with("/" + members[i].first));
}

TEST_F(Archives, ProgressEndsWithTheBytesOfAllFiles) {
  const auto zip =
      packed({{"a.csv", header + "2025-01-01,USA,COL,threat\n"}, {"b.csv", header + "2025-01-01,USA,COL,threat\n"}});
  const auto plain = folder_.write("c.csv", header + "2025-01-01,USA,COL,threat\n");
  std::uint64_t last = 0;
  const auto again = folder_.write("d.csv", header + "2025-01-01,USA,COL,threat\n");
  read_events(std::vector{plain, zip, again},
              {.progress = [&](std::uint64_t read, std::optional<std::uint64_t>) { last = read; }});
  EXPECT_GE(last, 2 * std::filesystem::file_size(plain));
}

#endif

}  // namespace
}  // namespace detente
