#include "detente/quality/table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace detente::quality {
namespace {

Cell cell(Reporting reporting, std::string model, double rank, std::optional<double> coverage) {
  Cell out{TruthKind::regimes, reporting, std::move(model), {}, {}, {}, {}, {}};
  for (const double d : {-0.125, 0.125}) out.rank.add(rank + d);
  out.volume.add(-0.05);
  out.coverage.add(coverage);
  out.said.add(1);
  return out;
}

std::vector<Cell> cells() {
  std::vector<Cell> out;
  for (const Reporting r : reportings) {
    out.push_back(cell(r, "worse", 0.5, std::nullopt));
    out.push_back(cell(r, "better", r == Reporting::constant ? 0.25 : 0.75, 0.875));
  }
  return out;
}

TEST(TextTable, PutsTheBestUnderGrowthFirst) {
  const std::string text = text_table(cells());
  EXPECT_LT(text.find("better"), text.find("worse"));
  EXPECT_EQ(text.find("mean_reverting"), std::string::npos);  // truths without cells have no block
}

TEST(TextTable, WritesSharesShortAndMissingAsADash) {
  const std::string text = text_table(cells());
  EXPECT_NE(
      text.find("  better                                  .25      .75      .75      .75      .75    .12     -.05"),
      std::string::npos)
      << text;
  const std::string worse = text.substr(text.find("worse"));
  EXPECT_EQ(worse.substr(worse.size() - 3), " -\n");
}

TEST(CsvTable, HasARowPerCellAndNothingForMissing) {
  const std::string csv = csv_table(cells());
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 11);
  EXPECT_NE(csv.find("\nregimes,constant,worse,1,0.5,0.125,-0.05,,1,\n"), std::string::npos) << csv;
  EXPECT_NE(csv.find(",-0.05,,1,\n"), std::string::npos) << csv;
}

TEST(CsvTable, QuotesANameThatNeedsIt) {
  const std::string csv = csv_table({cell(Reporting::constant, "mine, \"new\"", 0.5, std::nullopt)});
  EXPECT_NE(csv.find(",\"mine, \"\"new\"\"\",1,"), std::string::npos) << csv;
}

}  // namespace
}  // namespace detente::quality
