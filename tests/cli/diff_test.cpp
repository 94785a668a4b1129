#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

/// Two coders who agree on one event of three.
struct Coders {
  Scratch folder;
  std::string anna = folder / "anna.csv";
  std::string ben = folder / "ben.csv";

  Coders() {
    write_text(anna,
               "id,date,source,target,event\n1,2025-01-05,USA,COL,criticism\n2,2025-01-10,USA,COL,threat_of_force\n"
               "3,2025-02-01,COL,USA,phone_call\n");
    write_text(ben,
               "id,date,source,target,event\n1,2025-01-05,USA,COL,criticism\n2,2025-01-12,USA,COL,threat_of_sanctions\n"
               "4,2025-02-20,USA,COL,visa_revoked\n");
  }
  Outcome diff(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"diff", anna, ben, "--dyad", "USA:COL"});
    return run(more);
  }
};

TEST(Diff, JsonHasEveryDifferenceWithItsEffect) {
  const Coders coders;
  const Outcome outcome = coders.diff({"--output", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const Json json = Json::parse(outcome.out);
  EXPECT_EQ(json.at("agreed"), 1);
  EXPECT_EQ(json.at("differences").size(), 3U);
  double largest = 1e9;
  for (const Json& difference : json.at("differences")) {
    const double effect = std::abs(difference.at("effect").get<double>());
    EXPECT_LE(effect, largest);
    largest = effect;
  }
}

TEST(Diff, TableSaysWhoHasWhat) {
  const Coders coders;
  const Outcome outcome = coders.diff();
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const char* part : {"only the first has it", "only the second has it", "date 2025-01-10 → 2025-01-12",
                           "code threat_of_force → threat_of_sanctions", "1 coded alike", "3 differences"})
    EXPECT_TRUE(contains(outcome.out, part)) << part << " is not in\n" << outcome.out;
}

TEST(Diff, CsvHasALineForEachFieldThatDiffers) {
  const Coders coders;
  const auto lines = lines_of(coders.diff({"--output", "csv"}).out);
  ASSERT_EQ(lines.size(), 5U);
  EXPECT_EQ(lines[0], "number,effect,effect_day,source,target,left_line,right_line,field,left,right");
}

TEST(Diff, AHistoryDoesNotDifferFromItself) {
  const Coders coders;
  const Outcome outcome = run({"diff", coders.anna, coders.anna, "--dyad", "USA:COL", "--output", "json"});
  EXPECT_TRUE(Json::parse(outcome.out).at("differences").empty()) << outcome.out;
}

TEST(Diff, ComparesTheTwoFilesOfTheStory) {
  const Outcome outcome = run("diff " + news + " " + article + " --dyad USA:COL");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(outcome.out, "furthest apart on ")) << outcome.out;
}

TEST(Diff, TwoHistoriesHaveNoTotalsInCommon) {
  const Outcome outcome =
      run({"diff", news, article, "--dyad", "USA:COL", "--model", "conflict_share denominator=log"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(contains(outcome.err, "denominator=dyad")) << outcome.err;
}

}  // namespace
}  // namespace detente::cli_test
