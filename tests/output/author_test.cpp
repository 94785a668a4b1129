/// An act of third parties is shown as theirs, whichever side of the pair it counts on.

#include <gtest/gtest.h>

#include "detente/output/chart/chart.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/output/page/page.hpp"
#include "detente/output/text/explain_table.hpp"
#include "output/sample_report.hpp"

namespace detente {
namespace {

Attribution with_an_act_of_others() {
  Attribution a;
  a.from = Day::from_civil(2025, 1, 1), a.to = Day::from_civil(2025, 1, 31);
  AttributionLine line;
  line.day = Day::from_civil(2025, 1, 5);
  line.code = "agreement";
  line.others = Dyad{"CCC", "AAA"};
  line.index.acts = line.level.acts = 3;
  a.lines = {line};
  return a;
}

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

TEST(Author, OfAnActOfOthersIsOneOfThem) {
  const std::string csv = attribution_csv(test::sample_log(), with_an_act_of_others(), {"AAA", "BBB"}, 10);
  EXPECT_TRUE(has(csv, "2025-01-05,CCC,AAA,agreement")) << csv;
  const std::string table = explain_table(with_an_act_of_others(), {"AAA", "BBB"});
  EXPECT_TRUE(has(table, "CCC→AAA")) << table;
  EXPECT_FALSE(has(table, "AAA→BBB")) << table;
  ASSERT_EQ(by_direction(with_an_act_of_others(), {"AAA", "BBB"}).size(), 1U);
  EXPECT_EQ(by_direction(with_an_act_of_others(), {"AAA", "BBB"})[0].name, "CCC → AAA");
}

IndexReport with_a_measure_of_others() {
  IndexReport report = test::sample_report();
  MeasureSpell spell = report.measures.spells.front();
  spell.others = Dyad{"CCC", "DDD"};
  report.measures.spells.push_back(spell);
  return report;
}

TEST(Author, OfAMeasureOfOthersIsOneOfThem) {
  EXPECT_FALSE(has(chart_svg(test::sample_report()), "CCC"));
  EXPECT_TRUE(has(chart_svg(with_a_measure_of_others()), "tariff, CCC → DDD\n"));
  const std::string page = page_html(with_a_measure_of_others(), {});
  EXPECT_TRUE(has(page, "CCC→DDD")) << page;
}

}  // namespace
}  // namespace detente
