#include "output/page/browser.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "detente/output/page/page.hpp"
#include "output/sample_report.hpp"
#include "output/well_formed.hpp"

namespace detente {

namespace {

using test::occurrences;

/// One visit for all tests below.
class Browser : public test::NeedsBrowser {};

TEST_F(Browser, ReadsThePageAndAsksNobody) {
  const std::string html = page_html(test::sample_report(), std::vector{test::sample_file()});
  const test::Visit visit = test::visit_page(DETENTE_CHROMIUM, html);
  EXPECT_EQ(visit.requests, (std::vector<std::string>{"GET /page.html"})) << "the page itself and nothing else";
  EXPECT_EQ(occurrences(visit.dom, "<svg class=\"small\""), 5U) << "issues, sides, the index and two rivals";
  EXPECT_EQ(occurrences(visit.dom, "class=\"dt-chart\""), 3U) << visit.dom.substr(0, 2000);
  EXPECT_EQ(occurrences(visit.dom, "dt-event\""), 15U);
  EXPECT_EQ(occurrences(visit.dom, "class=\"dt-measure\""), 6U);
  EXPECT_EQ(occurrences(visit.dom, "<tr class=\"event\""), 5U);
  EXPECT_NE(visit.dom.find("dt-line-index"), std::string::npos);
  EXPECT_EQ(occurrences(visit.dom, "<script"), 0U);
  EXPECT_NE(visit.dom.find("&lt;script&gt;"), std::string::npos) << "the note is text";
}

/// The test above proves something only if a page that does ask is caught.
TEST_F(Browser, WouldSeeARequest) {
  const test::Visit visit =
      test::visit_page(DETENTE_CHROMIUM, "<!doctype html><title>x</title><img src=\"/picture.png\"><p>text</p>");
  const auto& all = visit.requests;
  EXPECT_NE(std::find(all.begin(), all.end(), "GET /picture.png"), all.end());
}

}  // namespace
}  // namespace detente
