#include "detente/output/page/relations_page.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "output/page/axe.hpp"
#include "output/page/layout_probe.hpp"
#include "output/sample_report.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

std::vector<IndexReport> two_reports() {
  IndexRequest request{.selection = test::usa_col(), .scoring = test::default_scoring()};
  request.band = std::nullopt;
  std::vector<IndexReport> out{index_report(test::us_colombia(), request)};
  request.selection.dyad = {"USA", "VEN"};
  out.push_back(index_report(test::us_colombia(), request));
  return out;
}

TEST(RelationsPage, SaysEachInWordsAndByPeriod) {
  const std::string html = relations_page_html(two_reports());
  for (const char* said : {"<li>USA–COL on 28 February 2026: 72 of 100, strained", "<li>USA–VEN on ",
                           "<td>2025-10</td><td class=\"n\">83.3</td><td class=\"n\">–</td>", "default-src 'none'"})
    EXPECT_NE(html.find(said), std::string::npos) << said;
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_THROW(relations_page_html({}), std::invalid_argument);
}

TEST(RelationsPage, EscapesWhatItIsGiven) {
  std::vector<IndexReport> reports{test::sample_report(), two_reports()[1]};
  reports[0].pair = reports[0].headline.dyad = {"<b>A", "B"};
  const std::string html = relations_page_html(reports, "<i>title");
  EXPECT_EQ(html.find("<b>A"), std::string::npos);
  EXPECT_EQ(html.find("<i>title"), std::string::npos);
}

class RelationsPageInABrowser : public test::NeedsBrowser {};

TEST_F(RelationsPageInABrowser, FitsEveryScreen) {
  const std::vector<std::string> nothing{"1280: seen", "768: seen", "390: seen"};
  EXPECT_EQ(test::findings(DETENTE_CHROMIUM,
                           test::frames_of(relations_page_html(two_reports()), {1280, 768, 390}, test::look_at_layout)),
            nothing);
}

class RelationsPageAxe : public test::NeedsAxe {};

TEST_F(RelationsPageAxe, FindsNothing) { EXPECT_EQ(findings(relations_page_html(two_reports())), nothing_); }

}  // namespace
}  // namespace detente
