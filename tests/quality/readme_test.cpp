#include "quality/readme.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace detente::quality {
namespace {

std::string readme() {
  std::ifstream file(DETENTE_TEST_DATA "/../../README.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Readme, ShowsWhatTheStudyGives) {
  EXPECT_EQ(readme(), with_table(readme(), readme_table(readme_study())))
      << "make the table anew: bench_model_quality --readme README.md";
}

Cell cell(TruthKind truth, const char* model, double rank) {
  Cell out{truth, Reporting::everything, model, {}, {}, {}, {}, {}};
  out.rank.add(rank);
  out.volume.add(truth == TruthKind::regimes ? 0.5 : 0);
  return out;
}

TEST(Readme, TheTableHasTheBestFirst) {
  std::vector<Cell> cells;
  for (const TruthKind truth : truth_kinds) {
    cells.push_back(cell(truth, "worse", 0.25));
    cells.push_back(cell(truth, "better", truth == TruthKind::regimes ? 0 : 0.5));
  }
  EXPECT_EQ(readme_table(cells),
            "| model | mean reverting | random walk | regimes | self exciting | follows volume | 90 % band holds |\n"
            "|---|---|---|---|---|---|---|\n"
            "| `better` | .50 | .50 | .00 | .50 | .12 | - |\n"
            "| `worse` | .25 | .25 | .25 | .25 | .12 | - |\n");
}

TEST(Readme, TheTableIsPutBetweenItsMarks) {
  const std::string before = readme().substr(0, 20);
  EXPECT_EQ(with_table(with_table(readme(), "one"), "two"), with_table(readme(), "two"));
  EXPECT_EQ(with_table(readme(), "one").substr(0, 20), before);
  EXPECT_THROW(with_table("nothing", "one"), std::runtime_error);
}

}  // namespace
}  // namespace detente::quality
