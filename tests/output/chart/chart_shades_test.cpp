// What stands behind the line of the index, and above it: rises and falls of heat, shifts for good.

#include <gtest/gtest.h>

#include "detente/output/chart/chart.hpp"
#include "output/sample_report.hpp"
#include "output/well_formed.hpp"

namespace detente {
namespace {

using test::occurrences;

/// How many spans the path of this class shades.
std::size_t shades_of(const std::string& svg, const std::string& name) {
  const std::size_t at = svg.find("class=\"" + name + "\" d=\"");
  return at == std::string::npos ? 0 : occurrences(svg.substr(at, svg.find('>', at) - at), "M");
}

TEST(ChartShades, RisesAndFallsOfHeatAreShadedApart) {
  IndexReport r = test::sample_report();
  const std::string svg = chart_svg(r);
  EXPECT_EQ(shades_of(svg, "dt-rises"), 1U);
  EXPECT_EQ(shades_of(svg, "dt-falls"), 1U);
  EXPECT_NE(svg.find("fill=\"url(#detente-dots)\""), std::string::npos) << "dots, so that grey print tells them apart";
  EXPECT_NE(svg.find(">heat rises<"), std::string::npos);
  EXPECT_NE(svg.find(">heat falls<"), std::string::npos);
  const Phase rise = r.phases[0];
  r.phases.resize(300, rise);
  EXPECT_EQ(chart_svg(r).find("class=\"dt-rises\""), std::string::npos) << "too narrow to be told apart";
  EXPECT_EQ(chart_svg(r).find("heat rises"), std::string::npos);
}

TEST(ChartShades, ShiftsAreDashedLinesWithALabel) {
  IndexReport r = test::sample_report();
  const std::string svg = chart_svg(r);
  EXPECT_EQ(occurrences(svg, "dt-shift "), 1U);
  EXPECT_NE(svg.find(">another level since February 2025<"), std::string::npos);
  EXPECT_NE(svg.find(">another level of reports from here<"), std::string::npos) << "the legend says what it is";
  r.shifts.reset();
  EXPECT_EQ(chart_svg(r).find("another level"), std::string::npos);
}

/// Of shifts near each other the later label stands lower; one without room beside its line is shorter.
TEST(ChartShades, LabelsOfShiftsDoNotTouch) {
  IndexReport r = test::sample_report();
  LevelShift week = r.shifts->shifts[0];
  week.period.first = week.period.first + 7;
  r.shifts->shifts.push_back(week);
  for (const double width : {358.0, 720.0, 1200.0}) {
    const std::string svg = chart_svg(r, {.width = width});
    std::vector<std::string> heights;
    for (std::size_t at = svg.find("<g class=\"dt-halo\""); at != std::string::npos;
         at = svg.find("<g class=\"dt-halo\"", at + 1)) {
      const std::size_t y = svg.find(" y=\"", at) + 4;
      heights.push_back(svg.substr(y, svg.find('"', y) - y));
    }
    ASSERT_EQ(heights.size(), 2U) << width;
    EXPECT_NE(heights[0], heights[1]) << width;
  }
}

}  // namespace
}  // namespace detente
