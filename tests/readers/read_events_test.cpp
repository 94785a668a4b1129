#include "detente/readers/read_events.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "contracts/log_internals.hpp"
#include "detente/ground/error.hpp"
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

TEST(ReadEvents, NamelessColumnsAreKept) {
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

TEST(ReadEvents, VersionsAreKeptAndOfConflictingOnesOne) {
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

TEST(ReadEvents, FilesThatNumberTheirEventsFromOneAreNoVersionsOfEachOther) {
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

TEST(ReadEvents, AFileThatIsNamedTwiceIsRefused) {
  const Folder folder;
  const auto path = folder.write("a.csv", "date,source,target,event\n2025-01-05,USA,COL,x\n");
  const auto link = folder.path() / "link.csv";
  std::filesystem::create_symlink(path, link);
  for (const auto& again : {path, link, folder.path() / "." / "a.csv"})
    EXPECT_THROW(read_events(std::vector<std::filesystem::path>{path, again}), InputError) << again;
}

TEST(ReadEvents, ARevisionIsAWholeNumberOfAnEventWithAnId) {
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

// ---- options ----

TEST(ReadOptions, ACodeColumnIsPicked) {
  const std::string text = "date,source,target,event,CAMEO\n2025-01-01,USA,COL,threat,138\n";
  const ReadResult read = read_text(text, {.code_column = "cameo"});
  EXPECT_EQ(nth_event(read.log, 0).code, "138");
  EXPECT_EQ(nth_event(read.log, 0).extra, (std::vector<std::pair<std::string, std::string>>{{"event", "threat"}}));
  EXPECT_EQ(nth_event(read_text(text).log, 0).code, "threat");
}

TEST(ReadOptions, ACodeColumnThatIsNotThereIsAnError) {
  const std::string text = "date,source,target,event,cameo,score\n2025-01-01,USA,COL,threat,138,1\n";
  try {
    read_text(text, {.code_column = "cemeo"});
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("no column 'cemeo' (nearest: 'cameo')"), std::string::npos);
  }
}

TEST(ReadOptions, ColumnsMayHaveOtherNames) {
  const std::string text = "Event Date,Sender,target,Action,date\n2025-01-01,USA,COL,threat,ignored\n";
  const ReadOptions options{.columns = parse_column_layout("date=Event Date, source = SENDER ,event=action").value()};
  const ReadResult read = read_text(text, options);
  ASSERT_EQ(read.log.size(), 1U);
  EXPECT_EQ(nth_event(read.log, 0).source, "USA");
  EXPECT_EQ(nth_event(read.log, 0).code, "threat");
  EXPECT_EQ(read.files[0].unknown_columns, (Names{"date"}));
}

TEST(ReadOptions, AMappedColumnThatIsNotThereIsAnError) {
  EXPECT_THROW(read_text("date,source,target,event\n2025-01-01,USA,COL,x\n", {.columns = {{"note", "remark"}}}),
               InputError);
}

TEST(ReadOptions, ALayoutIsReadOrBreaksARule) {
  EXPECT_EQ(parse_column_layout("date=Event Date,source=From").value(),
            (ColumnLayout{{"date", "Event Date"}, {"source", "From"}}));
  EXPECT_EQ(parse_column_layout("note=a=b").value(), (ColumnLayout{{"note", "a=b"}}));
  EXPECT_TRUE(parse_column_layout("").value().empty());
  for (const char* bad : {"date", "=x", "date=", "date=a,,", "date=a,date=b"})
    EXPECT_FALSE(parse_column_layout(bad)) << bad;
}

TEST(ReadOptions, MisuseNamesTheField) {
  const std::string text = "date,source,target,event\n2025-01-01,USA,COL,x\n";
  const auto misuse = [&](const ReadOptions& options) {
    try {
      read_text(text, options);
    } catch (const std::invalid_argument& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_TRUE(misuse({.format = "gdelt9"}).starts_with("format = gdelt9: ")) << misuse({.format = "gdelt9"});
  EXPECT_TRUE(misuse({.columns = {{"when", "date"}}}).starts_with("columns = when: "));
  EXPECT_TRUE(misuse({.code_column = ""}).starts_with("code_column"));
  EXPECT_TRUE(misuse({.max_record = 0}).starts_with("max_record"));
  EXPECT_TRUE(misuse({.chunk = 0}).starts_with("chunk"));
  EXPECT_EQ(misuse({.format = "chronology"}), "");
}

TEST(ReadOptions, TheFormatAskedForMustFit) {
  EXPECT_EQ(format_names(), (Names{"gdelt2", "gdelt1", "icews", "polecat", "phoenix", "cline", "keds", "chronology"}));
  try {
    read_text("a,b\n1,2\n", {.format = "chronology"});
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("is not of the format asked for"), std::string::npos) << error.what();
  }
}

// ---- rejects ----

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

// ---- reports ----

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
                                         std::pair{"us_colombia_article.csv", std::size_t{15}}));

}  // namespace
}  // namespace detente
