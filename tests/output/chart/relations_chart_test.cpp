#include "detente/output/chart/relations_chart.hpp"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "output/sample_report.hpp"
#include "output/well_formed.hpp"

namespace detente {
namespace {

using test::occurrences;

/// So many relations, each with a name of its own.
std::vector<IndexReport> some_reports(std::size_t count) {
  std::vector<IndexReport> out(count, test::sample_report());
  for (std::size_t i = 0; i < count; ++i) {
    out[i].pair = out[i].headline.dyad = {"AAA" + std::to_string(i), "<b>Z"};
    for (auto& value : out[i].daily.index)
      if (value) *value += static_cast<double>(i);
  }
  return out;
}

TEST(RelationsChart, NamesEveryLineWhereItEnds) {
  const std::string svg = relations_svg(some_reports(3));
  EXPECT_EQ(test::XmlCheck(svg).fault(), "");
  for (const char* name : {"AAA0–&lt;b&gt;Z ", "AAA1–&lt;b&gt;Z ", "AAA2–&lt;b&gt;Z "})
    EXPECT_NE(svg.find("font-weight=\"bold\">" + std::string(name)), std::string::npos) << name;
  EXPECT_EQ(svg.find("<b>Z"), std::string::npos);
  EXPECT_EQ(svg, relations_svg(some_reports(3)));
}

/// No two lines have the same dashes.
TEST(RelationsChart, LinesDifferWithoutColour) {
  const std::string svg = relations_svg(some_reports(most_relations));
  std::set<std::string> dashes;
  for (std::size_t i = 0; i < most_relations; ++i) {
    const std::size_t line = svg.find("class=\"dt-relation-" + std::to_string(i) + "\"");
    ASSERT_NE(line, std::string::npos);
    const std::string path = svg.substr(line, svg.find("/>", line) - line);
    const std::size_t at = path.find("stroke-dasharray");
    dashes.insert(at == std::string::npos ? "" : path.substr(at));
  }
  EXPECT_EQ(dashes.size(), most_relations);
}

TEST(RelationsChart, IsThinWhereNextToNothingWasReported) {
  std::vector<IndexReport> reports = some_reports(1);
  for (IndexRow& row : reports[0].series.rows) row.support = 3;
  EXPECT_EQ(occurrences(relations_svg(reports), "stroke-dasharray=\"1 4\""), 0U);
  reports[0].series.rows.back().support = 0.1;
  EXPECT_EQ(occurrences(relations_svg(reports), "stroke-dasharray=\"1 4\""), 1U);
}

TEST(RelationsChart, HoldsOneToSix) {
  EXPECT_THROW(relations_svg({}), std::invalid_argument);
  EXPECT_THROW(relations_svg(some_reports(most_relations + 1)), std::invalid_argument);
  EXPECT_THROW(relations_svg(some_reports(2), {.width = 100}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
