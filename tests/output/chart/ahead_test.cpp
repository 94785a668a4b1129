#include <gtest/gtest.h>

#include "detente/ground/error.hpp"
#include "detente/output/chart/chart.hpp"
#include "detente/output/page/page.hpp"
#include "output/sample_report.hpp"
#include "output/well_formed.hpp"
#include "support/dates.hpp"

namespace detente {
namespace {

using test::day;
using test::occurrences;

/// A month after the last day of the sample, with an outcome that carries markup.
PathAhead some_path() {
  PathAhead out{.day = day("2025-02-28"), .index = 64.5, .pasts = 17, .fan = {}, .scheduled = true};
  for (std::int32_t i = 1; i <= 31; ++i) out.fan.push_back({out.day + i, 60, 64.0 - i, 64, 66, 68, 64.0 + i});
  out.outcomes = {{"summit <b>", "warm", 0.25, out.fan}, {"summit <b>", "", 0.75, out.fan}};
  return out;
}

IndexReport with_path() {
  IndexReport out = test::sample_report();
  out.ahead = some_path();
  return out;
}

TEST(Ahead, IsInNoPictureThatDidNotAskForIt) {
  const std::string chart = chart_svg(test::sample_report()), page = page_html(test::sample_report());
  for (const char* part : {"dt-ahead", "| ahead", "Where it may go", "Where the index may go"}) {
    EXPECT_EQ(occurrences(chart, part), 0U) << part;
    EXPECT_EQ(occurrences(page, part), 0U) << part;
  }
}

TEST(Ahead, GoesOnFromTheDayItWasMade) {
  const std::string svg = chart_svg(with_path());
  EXPECT_EQ(test::xml_fault(svg), "");
  EXPECT_EQ(occurrences(svg, "class=\"dt-ahead\""), 1U);
  EXPECT_EQ(occurrences(svg, "on 28 February 2025 | ahead"), 1U);
  for (const char* part :
       {"ahead: nine ways in ten, and half of them", "its middle", "if nothing happens",
        "By 31 March 2025: 33 to 95 with a chance of 90 %, middle 66; 60 if nothing comes of anything.",
        "the days bring what one of the pair’s last 17 stretches of 31 days brought"})
    EXPECT_NE(svg.find(part), std::string::npos) << part;
}

/// The axis of time goes on to the last day of the fan, so that what is known gets narrower; that of values holds it.
TEST(Ahead, FitsIntoTheChart) {
  const std::string svg = chart_svg(with_path()), plain = chart_svg(test::sample_report());
  const auto line = [](const std::string& of) { return of.substr(of.find("dt-line-index"), 200); };
  EXPECT_NE(line(svg), line(plain));
  EXPECT_NE(svg.find(">33</text>"), std::string::npos) << "the lower end of the fan, at the right";
}

TEST(Ahead, IsASectionOfThePage) {
  const std::string html = page_html(with_path());
  EXPECT_EQ(occurrences(html, "<section id=\"ahead\""), 1U);
  EXPECT_EQ(occurrences(html, "class=\"dt-ahead\""), 3U) << "a chart for each screen";
  for (const char* part : {"Made with what was known on 28 February 2025", "summit &lt;b&gt;", "nothing comes of it",
                           "<td>2025-03-31</td>"})
    EXPECT_NE(html.find(part), std::string::npos) << part;
}

TEST(Ahead, AForecastWithoutAFanHasNone) {
  const Forecast few{
      .pair = {"A", "B"}, .day = day("2025-02-28"), .last = day("2025-03-31"), .index = 60, .outlook = {}};
  EXPECT_THROW((void)path_ahead(few), InputError);
}

}  // namespace
}  // namespace detente
