#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

const std::string year = DETENTE_EXAMPLES_DATA "/us_colombia_2025_2026.csv";
const std::string meeting = DETENTE_EXAMPLES_DATA "/us_colombia_meeting.csv";

Outcome ask(std::vector<std::string> more, const std::string& scenario = meeting) {
  more.insert(more.begin(), {"forecast", year, "--dyad", "USA:COL", "--scenario", scenario});
  return run(more);
}

TEST(Scenario, NeedsNoCalibrationAndSaysWhatTheFanRestsOn) {
  const Outcome outcome = ask({"--as-of", "2026-02-02", "--horizon", "26"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const char* part : {"from 2026-02-03 to 2026-02-28", "one of the last 12 stretches of 26 days", "warm", "50 %",
                           "rupture", "outcomes exclude each other", "By 28 February 2026: "})
    EXPECT_TRUE(contains(outcome.out, part)) << part << " is not in\n" << outcome.out;
}

TEST(Scenario, CsvHasTheMixtureAndEveryOutcome) {
  const auto lines = lines_of(ask({"--as-of", "2026-02-02", "--horizon", "26", "--output", "csv"}).out);
  ASSERT_EQ(lines.size(), 1U + 4U * 26U);
  EXPECT_EQ(lines[0], "scheduled,outcome,probability,day,silent,lowest,low,middle,high,highest");
  EXPECT_TRUE(lines[1].starts_with(",,1,2026-02-03,"));
  EXPECT_TRUE(lines[27].starts_with("White House meeting,warm,0.5,2026-02-03,"));
}

TEST(Scenario, JsonGivesTheWholeAnswer) {
  const Json json = Json::parse(ask({"--as-of", "2026-02-02", "--output", "json"}).out);
  EXPECT_EQ(json.at("fan").size(), 30U);
  EXPECT_EQ(json.at("outcomes").size(), 3U);
  EXPECT_EQ(json.at("provenance").at("as_of"), "2026-02-02");
}

TEST(Scenario, AHorizonNeedsAScenarioAndACalibrationHasNoPart) {
  const Outcome far = run({"forecast", year, "--dyad", "USA:COL", "--horizon", "90"});
  EXPECT_EQ(far.code, 2);
  EXPECT_TRUE(contains(far.err, "--horizon")) << far.err;
  EXPECT_TRUE(contains(far.err, "one month ahead")) << far.err;
  const Outcome calibrated = ask({"--calibration", "mine.csv"});
  EXPECT_EQ(calibrated.code, 2);
  EXPECT_TRUE(contains(calibrated.err, "--calibration")) << calibrated.err;
  EXPECT_EQ(ask({"--as-of", "2026-02-02", "--horizon", "0"}).code, 2);
  EXPECT_EQ(ask({"--as-of", "2026-02-02", "--horizon", "367"}).code, 2);
  EXPECT_EQ(ask({"--as-of", "2026-02-02", "--horizon", "soon"}).code, 2);
}

TEST(Scenario, WhatIsPastIsRejectedByLine) {
  const Outcome late = ask({});
  EXPECT_EQ(late.code, 3);
  EXPECT_EQ(late.out, "");
  EXPECT_TRUE(contains(late.err, "us_colombia_meeting.csv:2: '2026-02-03': not after 2026-02-03")) << late.err;
  const Scratch folder;
  write_text(folder / "s.csv",
             "scheduled,outcome,probability,date,source,target,event\nx,y,2,2026-02-03,USA,COL,visit\n");
  const Outcome bad = ask({"--as-of", "2026-02-02"}, folder / "s.csv");
  EXPECT_EQ(bad.code, 3);
  EXPECT_TRUE(contains(bad.err, "s.csv:2:3: '2': bad probability")) << bad.err;
}

}  // namespace
}  // namespace detente::cli_test
