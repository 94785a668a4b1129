#include <gtest/gtest.h>

#include "detente/output/page/page.hpp"
#include "output/page/axe.hpp"
#include "output/sample_report.hpp"
#include "support/dates.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

class Axe : public test::NeedsAxe {};

TEST_F(Axe, FindsNothingInAPage) {
  IndexRequest request{.selection = test::usa_col(), .scoring = test::default_scoring()};
  request.band = BandOptions{.draws = 50};
  request.movements = request.further = true;
  IndexReport report = index_report(test::us_colombia(), request);
  EXPECT_EQ(findings(page_html(report)), nothing_);
  const Event visit{.date = test::span("2026-03-10"), .source = "USA", .target = "COL", .code = "visit"};
  report.ahead =
      path_ahead(scenario_forecast(test::us_colombia(), {.selection = request.selection,
                                                         .scoring = request.scoring,
                                                         .scheduled = {{"summit", {{"warm", 0.5, {visit}}}}}}));
  EXPECT_EQ(findings(page_html(report)), nothing_) << "with where it may go";
  EXPECT_EQ(findings(page_html(test::sample_report(), std::vector{test::sample_file()})), nothing_);
}

/// The test above proves something only if a fault is found.
TEST_F(Axe, WouldFindALinkWithoutAName) {
  const auto found = findings(
      "<!doctype html><html lang=\"en\"><head><title>x</title></head><main><h1>x</h1><a href=\"#\"></a></main>");
  ASSERT_FALSE(found.empty());
  EXPECT_TRUE(found[0].starts_with("1280: link-name")) << found[0];
}

}  // namespace
}  // namespace detente
