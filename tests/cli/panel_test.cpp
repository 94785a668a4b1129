#include <nlohmann/json.hpp>
#include <algorithm>
#include <sstream>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

const std::string history = "us_colombia_2025_2026.csv";

/// One GDELT 2 row of 61 columns.
std::string gdelt(const std::string& id, const std::string& day, const std::string& source, const std::string& target,
                  const std::string& code) {
  std::vector<std::string> fields(61);
  fields[0] = id;
  fields[1] = day;
  fields[7] = source;
  fields[17] = target;
  fields[25] = "1";
  fields[26] = code;
  fields[27] = code.substr(0, 3);
  fields[28] = code.substr(0, 2);
  fields[29] = "4";
  fields[30] = "-10.0";
  fields[31] = fields[32] = fields[33] = "4";
  fields[34] = "-3.5";
  fields[59] = day + "120000";
  fields[60] = "https://example.org/" + id;
  std::string out;
  for (const std::string& field : fields) out += field + '\t';
  out.back() = '\n';
  return out;
}

std::string some_gdelt() {
  std::string out;
  for (int i = 0; i < 60; ++i) {
    const std::string day = "201902" + std::to_string(10 + i % 18);
    const bool back = i % 3 == 0;
    out += gdelt(std::to_string(880000000 + i), day, back ? "PAK" : "IND",
                 back         ? "IND"
                 : i % 2 == 0 ? "PAK"
                              : "CHN",
                 i % 5 == 0 ? "042" : "190");
  }
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> starting_with(const std::vector<std::string>& lines, const std::string& start) {
  std::vector<std::string> out;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(out),
               [&](const auto& l) { return l.starts_with(start); });
  return out;
}

TEST(Panel, RowsOfAPairAreThoseOfIndex) {
  const auto panel = lines_of(run({"panel", history}).out);
  const auto index = lines_of(run({"index", history, "--dyad", "USA:COL", "--no-bands", "--output", "csv"}).out);
  ASSERT_EQ(panel.at(0), index.at(0));
  EXPECT_EQ(starting_with(panel, "COL,USA,"), starting_with(index, "COL,USA,"));
  EXPECT_EQ(starting_with(panel, "COL,USA,").size(), 14U);
}

TEST(Panel, TheSameBytesForAnyThreadsAndAnyMemory) {
  const std::string input = some_gdelt();
  const std::string expected = run({"panel", "-"}, input).out;
  EXPECT_EQ(lines_of(expected).size(), 3U);  // header, CHN–IND, IND–PAK
  for (const std::vector<std::string>& more :
       {std::vector<std::string>{"--threads", "1"}, {"--threads", "4"}, {"--memory", "1K"}, {"--memory", "2G"}}) {
    std::vector<std::string> words{"panel", "-"};
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(run(words, input).out, expected) << more[0] << more[1];
  }
}

TEST(Panel, TheTotalsOfTheWholeLogAreAtHandWhereverItsRowsAre) {
  const std::vector<std::string> words{"panel", "-", "--model", "conflict_share denominator=log", "--output", "json"};
  const Outcome in_memory = run(words, some_gdelt());
  ASSERT_EQ(in_memory.code, 0) << in_memory.err;
  auto on_disk = words;
  on_disk.insert(on_disk.end(), {"--memory", "1K"});
  EXPECT_EQ(run(on_disk, some_gdelt()).out, in_memory.out);
}

TEST(Panel, EachSideStandsBesideTheIndex) {
  const auto json = [](const std::vector<std::string>& words) { return Json::parse(run(words).out); };
  const auto rows = json({"index", history, "--dyad", "USA:COL", "--no-bands", "--output", "json"}).at("series");
  const auto panel = lines_of(run({"panel", history, "--output", "json"}).out);
  std::size_t i = 0;
  for (const std::string& line : panel) {
    const auto row = Json::parse(line);
    if (row.at("source") != "COL" || row.at("target") != "USA") continue;
    EXPECT_TRUE(row.at("forward").is_number());
    EXPECT_EQ(row.at("forward"), rows.at(i).at("forward"));
    EXPECT_EQ(row.at("backward"), rows.at(i++).at("backward"));
  }
  EXPECT_EQ(i, 14U);
  EXPECT_EQ(rows.size(), 14U);
}

TEST(Panel, MachineCodedEventsAreTakenByTheirOwnDefaults) {
  const Outcome outcome = run({"panel", "-"}, some_gdelt());
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const char* said : {"2 pairs", "model two_speed rho=0.85 kappa=25",
                           "source profile gdelt: rho=0.85 kappa=25, provisional (uncalibrated scale)",
                           "until 2020-02-", "codebook gdelt", "one-a-day on, mirrors once"})
    EXPECT_NE(outcome.err.find(said), std::string::npos) << said;
  const Outcome other =
      run({"panel", "-", "--no-one-a-day", "--mirrors", "twice", "--model", "decayed_sum"}, some_gdelt());
  for (const char* said : {"60 events", "model decayed_sum", "one-a-day off, mirrors twice"})
    EXPECT_NE(other.err.find(said), std::string::npos) << said;
}

TEST(Panel, ARepeatedIdCountsOnce) {
  const std::string row = gdelt("880000001", "20190214", "IND", "PAK", "190");
  const Outcome outcome = run({"panel", "-", "--no-one-a-day"}, row + row);
  EXPECT_NE(outcome.err.find("1 events, 1 rows"), std::string::npos) << outcome.err;
}

TEST(Panel, JsonIsAnObjectALine) {
  const auto lines = lines_of(run({"panel", history, "--output", "json"}).out);
  ASSERT_EQ(lines.size(), 15U);
  for (const std::string& line : lines) EXPECT_TRUE(Json::parse(line).contains("index"));
  EXPECT_EQ(Json::parse(lines.front()).at("source"), "COL");
}

TEST(Panel, TheTableHasALineAPair) {
  const auto lines = lines_of(run({"panel", history, "--output", "table"}).out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(lines[0].starts_with("pair"));
  EXPECT_TRUE(lines[1].starts_with("COL–USA")) << lines[1];
  EXPECT_NE(lines[1].find("2025-10"), std::string::npos);  // the tensest month
}

TEST(Panel, BandsOnRequest) {
  const auto without = lines_of(run({"panel", history}).out),
             with = lines_of(run({"panel", history, "--bands", "0.9"}).out);
  EXPECT_NE(without.at(1).find(",,,"), std::string::npos);
  EXPECT_EQ(with.at(1).find(",,,"), std::string::npos);
}

TEST(Panel, AFileAppearsWhenItIsWhole) {
  const Scratch scratch;
  const Outcome outcome = run({"panel", history, "--to-file", scratch / "panel.csv"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(read_text(scratch / "panel.csv"), run({"panel", history}).out);
  EXPECT_EQ(run({"panel", history, "--as-of", "2001-01-01", "--to-file", scratch / "none.csv"}).code, 3);
  EXPECT_FALSE(std::filesystem::exists(scratch / "none.csv"));
}

TEST(Panel, RefusesWhatMakesNoSense) {
  const auto refuses = [](std::vector<std::string> words, int code, const std::string& why) {
    words.insert(words.begin(), {"panel", history});
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.code, code) << why;
    EXPECT_NE(outcome.err.find(why), std::string::npos) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  };
  refuses({"--memory", "much"}, 2, "--memory");
  refuses({"--memory", "-1G"}, 2, "--memory");
  refuses({"--model", "nothing"}, 2, "nothing");
  refuses({"--threads", "two"}, 2, "--threads");
  refuses({"--dyad", "USA:COL"}, 2, "--dyad");
  refuses({"--as-of", "2001-01-01"}, 3, "no pair has an event that counts");
  EXPECT_EQ(run("panel nowhere.csv").code, 4);
}

TEST(Panel, FilesOfTwoKindsNeedACodebook) {
  const Scratch scratch;
  write_text(scratch / "g.CSV", some_gdelt());
  const Outcome outcome = run({"panel", history, scratch / "g.CSV"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("--codebook"), std::string::npos) << outcome.err;
  EXPECT_EQ(run({"panel", history, scratch / "g.CSV", "--codebook", "gdelt"}).code, 0);
}

TEST(Panel, AFullDiskIsSaid) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  const int code = exit_code("cd" + quoted({DETENTE_EXAMPLES_DATA}) + " &&" +
                             quoted({DETENTE_PROGRAM, "panel", history}) + " > /dev/full 2> /dev/null");
  EXPECT_EQ(code, 4);
}

TEST(Panel, OneRowOfTheYear9999StopsNoOther) {
  const std::string input = some_gdelt() + gdelt("990000001", "99991231", "IND", "CHN", "190");
  const Outcome outcome = run({"panel", "-", "--every", "week"}, input);
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_FALSE(starting_with(lines_of(outcome.out), "IND,PAK,").empty());
  EXPECT_TRUE(starting_with(lines_of(outcome.out), "CHN,IND,").empty());
  for (const char* said : {"CHN:IND", "9999-12-31", "left out", "--to"})
    EXPECT_NE(outcome.err.find(said), std::string::npos) << outcome.err;
  const Outcome shown = run({"panel", "-", "--every", "week", "--to", "2020"}, input);
  EXPECT_FALSE(starting_with(lines_of(shown.out), "CHN,IND,").empty());
}

}  // namespace
}  // namespace detente::cli_test
