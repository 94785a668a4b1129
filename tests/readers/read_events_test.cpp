#include "detente/readers/read_events.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

#include "readers/chronologies.hpp"
#include "support/nth_event.hpp"

namespace detente {
namespace {

using Names = std::vector<std::string>;
using Counts = std::map<std::string, std::size_t>;

/// Every column, each with a value of its own, and two that détente does not know.
const std::vector<std::pair<std::string, std::string>> rich{
    {"id", "C7"},
    {"date", "2025-02/2026-01"},
    {"until", "2026-03-04"},
    {"source", "USA"},
    {"target", "COL"},
    {"event", "sanction"},
    {"object", "president"},
    {"count", "12"},
    {"issue", "drugs"},
    {"status", "disputed"},
    {"claim", "contested"},
    {"affects", "USA:VEN"},
    {"spill", "0.5"},
    {"mentions", "700"},
    {"reported", "2026-02-03"},
    {"revision", "3"},
    {"source_name", "embassy"},
    {"score", "-7.5"},
    {"sd", "0.25"},
    {"quad", "material_conflict"},
    {"note", "said \"no\", then\nleft"},
    {"url", "https://example.org/1"},
    {"Page", "12"},
    {"plover", "SANCTION"},
};

std::string quoted(const std::string& field) {
  std::string out = "\"";
  for (const char c : field) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

/// Header and one row in this order of columns.
std::string table(const std::vector<std::size_t>& order, char delimiter = ',', const std::string& end = "\n") {
  std::string header, row;
  for (const std::size_t i : order) {
    if (!header.empty()) header += delimiter, row += delimiter;
    header += rich[i].first;
    row += quoted(rich[i].second);
  }
  return header + end + row + end;
}

std::vector<std::size_t> in_order() {
  std::vector<std::size_t> order(rich.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  return order;
}

void expect_rich(const Event& e) {
  EXPECT_EQ(e.id, "C7");
  EXPECT_EQ(to_text(e.date), "2025-02-01/2026-01-31");
  EXPECT_EQ(e.until, day("2026-03-04"));
  EXPECT_EQ(e.source, "USA");
  EXPECT_EQ(e.target, "COL");
  EXPECT_EQ(e.code, "sanction");
  EXPECT_EQ(e.object, "president");
  EXPECT_EQ(e.count, 12U);
  EXPECT_EQ(e.issue, "drugs");
  EXPECT_EQ(e.status, Status::disputed);
  EXPECT_EQ(e.claim, Claim::contested);
  EXPECT_EQ(e.affects, (Dyad{"USA", "VEN"}));
  EXPECT_EQ(e.spill, 0.5);
  EXPECT_EQ(e.mentions, 700U);
  EXPECT_EQ(e.reported, day("2026-02-03"));
  EXPECT_EQ(e.revision, 3U);
  EXPECT_EQ(e.source_name, "embassy");
  EXPECT_EQ(e.score, -7.5);
  EXPECT_EQ(e.sd, 0.25);
  EXPECT_EQ(e.quad, QuadClass::material_conflict);
  EXPECT_EQ(e.note, "said \"no\", then\nleft");
  EXPECT_EQ(e.url, "https://example.org/1");
  EXPECT_EQ(e.line, 2U);
  auto extra = e.extra;
  std::sort(extra.begin(), extra.end());
  EXPECT_EQ(extra, (std::vector<std::pair<std::string, std::string>>{{"Page", "12"}, {"plover", "SANCTION"}}));
}

TEST(ReadEvents, EveryFieldArrives) {
  const ReadResult read = read_text(table(in_order()));
  ASSERT_EQ(read.log.size(), 1U) << report_text(read.files[0]);
  expect_rich(nth_event(read.log, 0));
  EXPECT_EQ(read.files[0].format, "chronology");
  EXPECT_EQ(read.files[0].name, "t.csv");
  EXPECT_EQ(read.files[0].unknown_columns, (Names{"Page", "plover"}));
}

TEST(ReadEvents, TheOrderOfTheColumnsDoesNotMatter) {
  std::vector<std::size_t> order = in_order();
  for (std::size_t turn = 0; turn < rich.size(); ++turn) {
    std::rotate(order.begin(), order.begin() + 1, order.end());
    for (const auto& columns : {order, std::vector<std::size_t>(order.rbegin(), order.rend())}) {
      const ReadResult read = read_text(table(columns));
      ASSERT_EQ(read.log.size(), 1U) << report_text(read.files[0]);
      expect_rich(nth_event(read.log, 0));
    }
  }
}

TEST(ReadEvents, SeparatorsLineEndsMarksAndChunksDoNotMatter) {
  for (const char delimiter : {',', ';', '\t'})
    for (const std::string end : {"\n", "\r\n"})
      for (const std::string mark : {"", "\xEF\xBB\xBF"})
        for (const std::size_t chunk : {1U, 3U, 4096U}) {
          const ReadResult read = read_text(mark + table(in_order(), delimiter, end), {.chunk = chunk});
          ASSERT_EQ(read.log.size(), 1U) << report_text(read.files[0]);
          expect_rich(nth_event(read.log, 0));
        }
}

TEST(ReadEvents, NamesOfColumnsAreFoldedAndTrimmed) {
  const ReadResult read = read_text(" Date ,SOURCE,\"Target\",Event\n2025-01-01,USA,COL,threat\n");
  EXPECT_EQ(read.log.size(), 1U);
  EXPECT_TRUE(read.files[0].unknown_columns.empty());
}

TEST(ReadEvents, FieldsAreTrimmed) {
  const ReadResult read = read_text("date,source,target,event\n 2025-01-01 ,\tUSA, COL , threat \n");
  EXPECT_EQ(nth_event(read.log, 0).source, "USA");
  EXPECT_EQ(nth_event(read.log, 0).code, "threat");
}

TEST(ReadEvents, ColumnsWithoutANameAreKept) {
  const ReadResult read = read_text("date,source,target,event,,\n2025-01-01,USA,COL,threat,x,\n");
  EXPECT_EQ(read.files[0].unknown_columns, (Names{"column 5", "column 6"}));
  EXPECT_EQ(nth_event(read.log, 0).extra, (std::vector<std::pair<std::string, std::string>>{{"column 5", "x"}}));
}

TEST(ReadEvents, AScoreNeedsNoCode) {
  const ReadResult read = read_text("date,source,target,score\n2025-01-01,USA,COL,-3\n2025-01-02,USA,COL,\n");
  EXPECT_EQ(read.log.size(), 1U);
  EXPECT_EQ(read.files[0].rejected, (Counts{{"no code", 1}}));
  EXPECT_EQ(read.files[0].examples.at(0).column, 0U);  // there is no such column
}

TEST(ReadEvents, LinesAreThoseOfTheFile) {
  const ReadResult read = read_text(
      "date,source,target,event,note\n\n2025-01-01,USA,COL,a,\"two\nlines\"\n2025-01-02,USA,COL,b,\n\nx,USA,COL,c,\n");
  EXPECT_EQ(nth_event(read.log, 0).line, 3U);
  EXPECT_EQ(nth_event(read.log, 1).line, 5U);
  EXPECT_EQ(read.files[0].examples.at(0).line, 7U);
}

// ---- days ----

TEST(ReadEvents, DaysWithoutReports) {
  const auto report = [](const std::string& dates) {
    std::string text = "date,source,target,event\n";
    for (std::size_t i = 0; i < dates.size(); i += 1) {
      const std::size_t end = std::min(dates.find(' ', i), dates.size());
      text += dates.substr(i, end - i) + ",USA,COL,threat\n";
      i = end;
    }
    return read_text(text).files.at(0);
  };
  EXPECT_EQ(report("2025-01-05").days_without_reports, 0U);
  EXPECT_EQ(report("2025-01-05 2025-01-06").days_without_reports, 0U);
  EXPECT_EQ(report("2025-01-10 2025-01-05 2025-01-05").days_without_reports, 4U);
  EXPECT_EQ(report("2025-01-01 2025-01-03/2025-01-08 2025-01-05 2025-01-10").days_without_reports, 2U);
  EXPECT_EQ(report("2025-01 2025-02-05").days_without_reports, 4U);
  EXPECT_EQ(report("2025-01-01 2025-01-05/.. 2025-02-01").days_without_reports, 3U);
  EXPECT_EQ(to_text(*report("2025-01-01 2025-01-05/.. 2025-02-01").last_day), "2025-02-01");
  EXPECT_EQ(to_text(*report("2025-01-01 2025-01-05/..").last_day), "2025-01-05");
  EXPECT_EQ(to_text(*report("2025-01-10 2024").first_day), "2024-01-01");
}

// ---- ways in ----

TEST(ReadEvents, FilePipeAndMemoryGiveTheSame) {
  const Folder folder;
  const std::string text = table(in_order());
  const auto path = folder.write("rich.csv", text);
  expect_rich(nth_event(read_events(path).log, 0));
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  std::thread writer([&] {
    for (const char c : text) EXPECT_EQ(::write(ends[1], &c, 1), 1);
    ::close(ends[1]);
  });
  expect_rich(nth_event(read_events("/dev/fd/" + std::to_string(ends[0])).log, 0));
  writer.join();
  ::close(ends[0]);
}

TEST(ReadEvents, ADashIsStandardInput) {
  const Folder folder;
  const auto path = folder.write("rich.csv", table(in_order()));
  const int kept = ::dup(STDIN_FILENO);
  ASSERT_NE(std::freopen(path.c_str(), "r", stdin), nullptr);
  const ReadResult read = read_events("-");
  ::dup2(kept, STDIN_FILENO);
  ::close(kept);
  expect_rich(nth_event(read.log, 0));
  EXPECT_EQ(read.files[0].name, "-");
  EXPECT_EQ(read.log.rows()[0].key, read_text(table(in_order())).log.rows()[0].key);
}

TEST(ReadEvents, SeveralFilesFillOneLog) {
  const Folder folder;
  const std::vector<std::filesystem::path> paths{
      folder.write("a.csv", "id,date,source,target,event\n1,2025-01-01,USA,COL,x\n2,?,USA,COL,x\n"),
      folder.write("b.csv", "target;source;date;event;id\nUSA;COL;2025-03-01;y;3\n")};
  const ReadResult read = read_events(paths);
  EXPECT_EQ(read.log.size(), 2U);
  ASSERT_EQ(read.files.size(), 2U);
  EXPECT_EQ(read.files[0].rejected, (Counts{{"bad date", 1}}));
  EXPECT_EQ(read.files[1].kept, 1U);
  EXPECT_EQ(to_text(*read.files[1].first_day), "2025-03-01");
  EXPECT_EQ(ids_of(read.log), (std::vector<std::string>{"1", "3"}));
}

TEST(ReadEvents, NoFilesAreNoEvents) { EXPECT_TRUE(read_events(std::span<const std::filesystem::path>()).log.empty()); }

// ---- reports ----

TEST(FileReport, EveryRowIsCountedOnce) {
  EXPECT_TRUE(rc::check([] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(
        rc::gen::element<std::string>("2025-01-01", ",", ",", ",", "USA", "COL", "x", "\"", "\n", "\r\n", " ", "?"));
    std::string text = "date,source,target,event\n2025-01-01,USA,COL,x\n";
    for (const std::string& part : parts) text += part;
    const FileReport report = read_text(text).files.at(0);
    RC_ASSERT(report.rows == report.kept + set_aside_rows(report) + rejected_rows(report));
    RC_ASSERT(report.kept >= 1U);
  }));
}

// ---- the histories that come with the library ----

class RealFile : public testing::TestWithParam<std::pair<const char*, std::size_t>> {};

TEST_P(RealFile, IsReadWithoutARejection) {
  const ReadResult read = read_events(std::filesystem::path(DETENTE_EXAMPLES_DATA) / GetParam().first);
  EXPECT_EQ(read.files[0].kept, GetParam().second);
  EXPECT_EQ(read.files[0].rows, GetParam().second) << report_text(read.files[0]);
  EXPECT_TRUE(read.files[0].unknown_columns.empty());
}

INSTANTIATE_TEST_SUITE_P(Table, RealFile,
                         testing::Values(std::pair{"us_colombia_2025_2026.csv", std::size_t{33}},
                                         std::pair{"us_colombia_article.csv", std::size_t{15}},
                                         std::pair{"australia_china_2017_2024.csv", std::size_t{79}},
                                         std::pair{"us_ussr_1979_1991.csv", std::size_t{80}},
                                         std::pair{"india_pakistan_1998_2024.csv", std::size_t{97}}));

}  // namespace
}  // namespace detente
