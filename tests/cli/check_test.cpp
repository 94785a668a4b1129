#include <nlohmann/json.hpp>
#include <numeric>
#include <string>
#include <vector>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

const std::string damaged =
    "date,source,target,event,status,weather\n"
    "2025-10-24,USA,COL,sanction_imposed,,rain\n"
    "2025-02-29,USA,COL,criticism,,\n"
    "2025-10-25,USA,USA,criticism,,\n"
    ",,,,,\n"
    "2025-10-26,USA,COL,threat_of_forse,,\n"
    "2025-10-27,USA,COL,criticism,maybe,\n"
    "date,source,target,event,status,weather\n"
    "2025-10-28,COL,USA,visa_granted,,\n"
    "2025-10-29,COL,USA,visit,scheduled,\n"
    "2025-11-20,COL,USA,criticism,,\n";

std::size_t sum(const Json& reasons) {
  std::size_t total = 0;
  for (const auto& rows : reasons) total += rows.get<std::size_t>();
  return total;
}

TEST(Check, JsonAccountsForEveryRow) {
  const Outcome outcome = run({"check", "-", "--output", "json"}, damaged);
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const Json json = Json::parse(outcome.out);
  const Json& file = json.at("files").at(0);
  EXPECT_EQ(file.at("rows"), 10);
  EXPECT_EQ(file.at("kept"), 5);
  EXPECT_EQ(file.at("rows").get<std::size_t>(),
            file.at("kept").get<std::size_t>() + sum(file.at("set_aside")) + sum(file.at("rejected")));
  EXPECT_EQ(file.at("format"), "chronology");
  EXPECT_EQ(file.at("first_day"), "2025-10-24");
  EXPECT_EQ(file.at("last_day"), "2025-11-20");
  ASSERT_FALSE(file.at("examples").empty());
  for (const Json& example : file.at("examples"))
    for (const char* key : {"line", "column", "reason", "text"}) EXPECT_TRUE(example.contains(key)) << key;
}

/// Ten in the table, all in the JSON, most rows first.
TEST(Check, SaysWhichNamesOfCountriesAreUnknown) {
  std::string text = "Event ID\tEvent Date\tSource Country\tTarget Country\tCAMEO Code\n";
  const auto row = [&](const std::string& source) { text += "1\t2018-06-01\t" + source + "\tUnited States\t040\n"; };
  for (const char* source : {"Colombia", "Land M", "Land M", "Land C", "Land M", "Land C"}) row(source);
  for (char last = 'A'; last <= 'L'; ++last) row(std::string("Land ") + last);
  const Outcome table = run({"check", "-", "--format", "icews"}, text);
  EXPECT_TRUE(contains(table.out,
                       "unknown names: Land C 3, Land M 3, Land A 1, Land B 1, Land D 1, Land E 1, Land F 1, "
                       "Land G 1, Land H 1, Land I 1, and 3 more\n"))
      << table.out << table.err;
  const Json names =
      Json::parse(run({"check", "-", "--format", "icews", "--output", "json"}, text).out)["files"][0]["unknown_names"];
  ASSERT_EQ(names.size(), 13U);
  EXPECT_EQ(names[0], Json({{"name", "Land C"}, {"rows", 3}}));
  EXPECT_EQ(names[12], Json({{"name", "Land L"}, {"rows", 1}}));
}

TEST(Check, TheFilesOfTheStoryAreClean) {
  const Json json = Json::parse(run("check " + news + " " + article + " --output json").out);
  ASSERT_EQ(json.at("files").size(), 2U);
  EXPECT_EQ(json.at("files").at(0).at("kept"), 33);
  EXPECT_EQ(json.at("files").at(1).at("kept"), 15);
  for (const Json& file : json.at("files")) EXPECT_TRUE(file.at("rejected").empty());
  EXPECT_TRUE(json.at("audit").at("unknown").empty());
}

TEST(Check, TheReportSaysWhatACoderShouldLookAt) {
  const Outcome outcome = run({"check", "-"}, damaged);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  for (const char* part :
       {"bad date", "2025-02-29", "unknown status", "source is target", "empty row", "repeated header", "weather",
        "threat_of_forse", "threat_of_force", "visa_granted", "sanction", "visit"})
    EXPECT_TRUE(contains(outcome.out, part)) << part << " is not in\n" << outcome.out;
}

TEST(Check, AuditFindsOpenMeasuresWithTheirAge) {
  const Json json = Json::parse(run({"check", "-", "--output", "json"}, damaged).out);
  const Json& open = json.at("audit").at("open_measures").at(0);
  EXPECT_EQ(open.at("opening").at("line"), 2);
  EXPECT_EQ(open.at("age"), 27);  // 24 October to 20 November
  EXPECT_EQ(json.at("audit").at("closings_without_opening").size(), 1U);
  EXPECT_EQ(json.at("audit").at("outcome_not_coded").size(), 1U);
}

TEST(Check, MaxRejectsPrintsTheReportAndEndsWith3) {
  const Outcome outcome = run({"check", "-", "--max-rejects", "2"}, damaged);
  EXPECT_EQ(outcome.code, 3);
  EXPECT_TRUE(contains(outcome.out, "bad date"));
  EXPECT_TRUE(contains(outcome.err, "--max-rejects allows 2")) << outcome.err;
  EXPECT_EQ(run({"check", "-", "--max-rejects", "3"}, damaged).code, 0);
}

TEST(Check, IndexStopsPastMaxRejects) {
  const Outcome outcome = run({"index", "-", "--dyad", "USA:COL", "--max-rejects", "0"}, damaged);
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(contains(outcome.err, "2025-02-29")) << outcome.err;
}

TEST(Check, RejectsAreWrittenAsTheyStand) {
  const Scratch scratch;
  EXPECT_EQ(run({"check", "-", "--rejects", scratch / "bad.csv"}, damaged).code, 0);
  const std::string rejects = read_text(scratch / "bad.csv");
  EXPECT_EQ(lines_of(rejects).size(), 4U) << rejects;
  EXPECT_TRUE(contains(rejects, "2025-02-29,USA,COL,criticism,,\n"));
}

TEST(Check, CsvCountsRowsByReason) {
  const Outcome outcome = run({"check", "-", "--output", "csv"}, damaged);
  EXPECT_TRUE(outcome.out.starts_with("file,outcome,reason,rows\n-,kept,,5\n")) << outcome.out;
}

TEST(Check, ColumnsOfAnotherLayoutAreRead) {
  const std::string other = "Event Date,Sender,Receiver,cameo\n2025-10-24,USA,COL,138\n";
  const std::vector<std::string> words{
      "check",         "-",     "--output",   "json", "--columns", "date=Event Date,source=Sender,target=Receiver",
      "--code-column", "cameo", "--codebook", "gdelt"};
  const Outcome outcome = run(words, other);
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(Json::parse(outcome.out).at("audit").at("unknown").empty()) << outcome.out;
}

TEST(Check, WeighsStatusAsAnIndexDoes) {
  const std::string sanction = "date,source,target,event,status\n2025-10-24,USA,COL,sanction_imposed,disputed\n";
  const auto open = [&](std::vector<std::string> more) {
    std::vector<std::string> words{"check", "-", "--output", "json"};
    words.insert(words.end(), more.begin(), more.end());
    return Json::parse(run(words, sanction).out).at("audit").at("open_measures").size();
  };
  EXPECT_EQ(open({"--status", "disputed=0.9"}), 1U);
  EXPECT_EQ(open({"--status", "disputed=0.1"}), 0U);
  EXPECT_EQ(run({"check", "-", "--status", "disputed=2"}, sanction).code, 2);
}

TEST(Check, SaysWhichCodebookItAsked) {
  const Json audit = Json::parse(run({"check", "-", "--output", "json"}, damaged).out).at("audit");
  EXPECT_EQ(audit.at("codebook"), "plain");
  EXPECT_FALSE(audit.at("codebook_hash").get<std::string>().empty());
  EXPECT_TRUE(contains(run({"check", "-"}, damaged).out, "codebook plain"));
}

}  // namespace
}  // namespace detente::cli_test
