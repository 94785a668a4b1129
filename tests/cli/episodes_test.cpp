#include <cmath>
#include <set>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

const std::string australia = DETENTE_EXAMPLES_DATA "/australia_china_2017_2024.csv";

Outcome episodes(const std::string& more) {
  return run("episodes " + australia + " --dyad AUS:CHN --draws 20 --every quarter " + more);
}

/// Canberra changed its tone with its government, in May 2022.
TEST(Episodes, FindTheQuarterInWhichTheRelationTurned) {
  const Json json = Json::parse(episodes("--output json").out);
  const Json& found = json.at("shifts").at("found");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].at("period"), "2022-Q2");
  EXPECT_GT(found[0].at("before").get<double>(), 0);
  EXPECT_LT(found[0].at("after").get<double>(), 0);
  std::size_t missing = 0;
  for (const Json& period : json.at("shifts").at("periods")) missing += period.at("value").is_null() ? 1U : 0U;
  EXPECT_GT(missing, 0U);  // quarters without an act are no zeros
}

/// The example that was named wrong: acts and releases bring the index down while the heat falls in silence.
TEST(Episodes, AFallByActsAndReleasesIsAThaw) {
  const Json json = Json::parse(episodes("--output json").out);
  const Json& last = json.at("phases").back();
  EXPECT_EQ(last.at("kind"), "thaw");
  EXPECT_EQ(last.at("from"), "2024-05-06");
  EXPECT_EQ(last.at("ongoing"), true);
  const Json explained = Json::parse(run("explain " + australia + " --dyad AUS:CHN --between 2024-05-06 " +
                                         last.at("to").get<std::string>() + " --output json")
                                         .out);
  double fading = 0;
  for (const Json& event : explained.at("events")) fading += event.at("index").at("fading").get<double>();
  EXPECT_NEAR(last.at("causes").at("silence").get<double>(), fading, 1e-9);
}

TEST(Episodes, CsvSumsAndTellsItsKindsApart) {
  const Outcome outcome = episodes("--output csv --residual 1");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  std::set<std::string> kinds;
  std::size_t phases = 0;
  for (const std::string& line : lines_of(outcome.out)) {
    const std::vector<std::string> cells = fields_of(line + ",end");
    ASSERT_EQ(cells.size(), 22U) << line;
    kinds.insert(cells[0]);
    if (cells[0] != "phase" || cells[8].empty()) continue;
    double sum = 0;
    for (const std::size_t i : {10U, 11U, 12U, 13U}) sum += std::stod(cells[i]);
    EXPECT_NEAR(std::stod(cells[9]) - std::stod(cells[8]), sum, 1e-9) << line;
    ++phases;
  }
  EXPECT_EQ(kinds, (std::set<std::string>{"break", "phase", "shift", "what"}));
  EXPECT_GT(phases, 15U);
}

TEST(Episodes, TableSaysWhatMovedTheIndex) {
  const Outcome outcome = episodes("");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const char* part :
       {"AUS–CHN, 2017-01-01 to 2024-12-31: 22 phases of heat, of 5 points or more", "cooling by silence",
        "import ban (", "1 shift for good in the mean score of acts by quarter", "2022-Q2",
        "No day on which the level jumped", "no probability"})
    EXPECT_TRUE(contains(outcome.out, part)) << part << " is not in\n" << outcome.out;
  EXPECT_TRUE(contains(run("episodes " + australia + " --dyad CHN:AUS --draws 0").out, "CHN–AUS"));
}

TEST(Episodes, OfAQuietRelationSayThatThereAreNone) {
  const Scratch scratch;
  write_text(scratch / "quiet.csv", "date,source,target,event\n2025-01-05,AAA,BBB,phone_call\n");
  const Outcome outcome = run({"episodes", scratch / "quiet.csv", "--dyad", "AAA:BBB"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(outcome.out, "0 phases of heat")) << outcome.out;
  EXPECT_TRUE(contains(outcome.out, "No shift for good")) << outcome.out;
}

}  // namespace
}  // namespace detente::cli_test
