// Where the index may go, in the picture of `index`, because somebody asked.
#include <string>
#include <vector>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

const std::string year = DETENTE_EXAMPLES_DATA "/us_colombia_2025_2026.csv";
const std::string meeting = DETENTE_EXAMPLES_DATA "/us_colombia_meeting.csv";

Outcome ask(std::vector<std::string> more) {
  more.insert(more.begin(), {"index", year, "--dyad", "USA:COL", "--no-bands", "--as-of", "2026-02-02"});
  return run(more);
}

TEST(Ahead, AScenarioIsDrawnInTheChartAndOnThePage) {
  const Scratch folder;
  const std::string chart = folder / "a.svg", page = folder / "a.html";
  const Outcome outcome = ask({"--scenario", meeting, "--horizon", "26", "--chart", chart, "--page", page});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const std::string& file : {chart, page})
    for (const char* part :
         {"on 2 February 2026 | ahead", "By 28 February 2026: 73 to 84 with a chance of 90 %, middle 76"})
      EXPECT_TRUE(contains(read_text(file), part)) << part << " is not in " << file;
  EXPECT_TRUE(contains(read_text(page), "<td>rupture</td>"));
}

TEST(Ahead, ChangesNothingThatIsPrinted) {
  const Scratch folder;
  EXPECT_EQ(ask({"--scenario", meeting, "--chart", folder / "a.svg"}).out, ask({}).out);
  EXPECT_EQ(ask({"--scenario", meeting, "--chart", folder / "a.svg", "--output", "json"}).out,
            ask({"--output", "json"}).out);
}

/// A chronology has no calibration, so the month of `forecast` cannot be had; a scenario needs none.
TEST(Ahead, TheNextMonthNeedsACalibrationThatHolds) {
  const Scratch folder;
  const Outcome outcome = ask({"--ahead", "--chart", folder / "a.svg"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_TRUE(contains(outcome.err, "no forecast without a calibration of this coding")) << outcome.err;
}

TEST(Ahead, RefusesWhatDoesNotGoTogether) {
  const Scratch folder;
  const std::string chart = folder / "a.svg";
  const std::vector<std::pair<std::vector<std::string>, const char*>> refused{
      {{"--ahead"}, "is for --chart or --page, and neither is asked for"},
      {{"--scenario", meeting}, "is for --chart or --page, and neither is asked for"},
      {{"--horizon", "9", "--chart", chart}, "--horizon and no --scenario do not go together"},
      {{"--horizon", "400", "--scenario", meeting, "--chart", chart}, "is 1 to 366 days"},
      {{"--ahead", "--scenario", meeting, "--chart", chart}, "a picture has one fan"},
      {{"--ahead", "--dyad", "USA:VEN", "--chart", chart}, "it is of a single relation"},
      {{"--scenario", meeting, "--chart", meeting}, meeting.c_str()}};
  for (const auto& [options, says] : refused) {
    const Outcome outcome = ask(options);
    EXPECT_EQ(outcome.code, 2) << says;
    EXPECT_TRUE(contains(outcome.err, says)) << outcome.err;
  }
}

}  // namespace
}  // namespace detente::cli_test
