#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

const std::string four_threats =
    "date,source,target,event\n"
    "2025-01-01,USA,COL,threat_of_force\n"
    "2025-01-02,COL,USA,threat_of_force\n"
    "2025-01-03,USA,VEN,threat_of_force\n"
    "2025-02-03,USA,CUB,threat_of_force\n"
    "2025-01-04,USA,VEN,threat_of_force\n";

std::vector<std::string> words_for(const std::string& command, const std::string& denominator) {
  return {command, "-", "--dyad", "USA:COL", "--model", "conflict_share denominator=" + denominator};
}

std::string level_of_january(const std::string& denominator, const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = words_for("index", denominator);
  words.insert(words.end(), {"--output", "csv", "--no-bands"});
  words.insert(words.end(), more.begin(), more.end());
  const Outcome outcome = run(words, four_threats);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  return fields_of(lines_of(outcome.out).at(1)).at(8);
}

TEST(Index, AShareOfTheWholeLogKnowsTheWholeLog) {
  EXPECT_EQ(level_of_january("dyad"), "50");
  EXPECT_EQ(level_of_january("log"), "25");
  EXPECT_EQ(level_of_january("log", {"--as-of", "2025-01-03"}), std::string("33.333333333333336"));
}

TEST(Index, AShareOfTheWholeLogGoesEverywhere) {
  std::vector<std::string> words = words_for("index", "log");
  words.insert(words.end(), {"--sensitivity", "--draws", "20", "--every", "week"});
  EXPECT_EQ(run(words, four_threats).code, 0) << run(words, four_threats).err;
  words = words_for("explain", "log");
  words.insert(words.end(), {"--between", "2025-01-01", "2025-01-31"});
  EXPECT_EQ(run(words, four_threats).code, 0) << run(words, four_threats).err;
  const Outcome conflict =
      run({"index", news, "--dyad", "USA:COL", "--volume", "log", "--model", "conflict_share denominator=log"});
  EXPECT_EQ(conflict.code, 2);  // the totals are plain counts
  EXPECT_TRUE(contains(conflict.err, "volume")) << conflict.err;
}

}  // namespace
}  // namespace detente::cli_test
