#include "detente/output/page/page.hpp"

#include <gtest/gtest.h>

#include "output/chart/markup.hpp"
#include "output/sample_report.hpp"
#include "output/well_formed.hpp"
#include "support/other_locale.hpp"

namespace detente {
using namespace detail;
namespace {

using test::occurrences;

std::string page() { return page_html(test::sample_report(), std::vector{test::sample_file()}); }

TEST(Page, HasEverything) {
  const std::string html = page();
  for (const char* what : {"COL–USA", "64, strained", "dt-chart", "How to read this", "threat of force",
                           "head of state", "mostly by acts", "half-lives x 2", "codebook &lt;gdelt&gt;",
                           "0123456789abcdef", "one-a-day off", "do not say when they were reported", "2025-02-29",
                           "visa_revokd", "coder: A &amp; B", "(alleged)", "computed with détente 1.2.3"})
    EXPECT_NE(html.find(what), std::string::npos) << what;
}

TEST(Page, SaysWhetherOurChoicesMatterMore) {
  IndexReport r = test::sample_report();
  r.series.rows.pop_back();
  const std::string wider = "Our own choices move the index more", narrower = "Our own choices move the index less";
  EXPECT_NE(page_html(r).find(wider), std::string::npos);
  r.series.rows.back().lowest = 56;
  r.series.rows.back().highest = 58;
  EXPECT_NE(page_html(r).find(narrower), std::string::npos);
}

TEST(Page, SaysUntilWhenTheModelWarmsUp) {
  IndexReport report = test::sample_report();
  const std::string sentence = "<p>Until 2025-02-10 the sums are still filling: the index reads low.</p>";
  EXPECT_EQ(occurrences(page_html(report, {}), sentence), 0U);
  report.series.warm_from = Day::from_civil(2025, 2, 10);
  report.series.rows[0].warming_up = true;
  EXPECT_EQ(occurrences(page_html(report, {}), sentence), 1U);
}

TEST(Page, AnotherLocaleChangesNoByte) {
  const std::string html = page();
  const test::OtherLocale elsewhere;
  EXPECT_EQ(page(), html);
}

TEST(Page, AsksNobody) {
  const std::string html = page();
  EXPECT_NE(html.find("Content-Security-Policy\" content=\"default-src 'none'"), std::string::npos);
  for (const char* never : {"<script", "<img", "<iframe", "@import", "<form", " src=", " onload", "url(http"})
    EXPECT_EQ(html.find(never), std::string::npos) << never;
  EXPECT_EQ(occurrences(html, "href=\""),
            occurrences(html, "href=\"http") + occurrences(html, "href=\"data:,\"") + occurrences(html, "href=\"#") + 1)
      << "and the data to save";
}

TEST(Page, LinksOnlyToTheWeb) {
  const std::string html = page();
  EXPECT_NE(html.find("<a href=\"https://www.example.org/call?a=1&amp;b=2\""), std::string::npos);
  EXPECT_EQ(occurrences(html, "href=\"http"), 1U);
  EXPECT_NE(html.find("<bdi>javascript:alert(1)</bdi>"), std::string::npos) << "shown as text";
}

TEST(Page, NothingOfAFileIsMarkup) {
  const std::string html = page();
  EXPECT_EQ(html.find("<script>"), std::string::npos);
  EXPECT_EQ(html.find('\x01'), std::string::npos);
  EXPECT_EQ(html.find('\xff'), std::string::npos);
  EXPECT_EQ(html.find("<gdelt>"), std::string::npos);
}

TEST(Page, SectionsWithoutContentAreLeftOut) {
  IndexReport r = test::sample_report();
  r.measures.spells.clear();
  r.sensitivity.reset();
  r.unknown.clear();
  r.phases.clear();
  const std::string html = page_html(r);
  for (const char* id : {"id=\"measures\"", "id=\"sensitivity\"", "id=\"input\"", "id=\"phases\""})
    EXPECT_EQ(html.find(id), std::string::npos) << id;
}

TEST(Page, ListsTheWeightiestEvents) {
  IndexReport r = test::sample_report();
  r.movements.clear();
  r.series.rows[0].index.reset();  // no peak
  const std::string html = page_html(r, {}, {.top_events = 2});
  EXPECT_EQ(occurrences(html, "<tr class=\"event\""), 2U);
  EXPECT_NE(html.find("2 of 5 events"), std::string::npos);
}

TEST(Page, ListsTheEventsOfThePeakAndOfTheLargestMoves) {
  IndexReport r = test::sample_report();
  r.events[2].now = r.events[3].now = 0;  // they weigh nothing today
  r.movements.clear();
  const std::string peak = page_html(r, {}, {.top_events = 2});
  EXPECT_EQ(occurrences(peak, "<tr class=\"event\""), 3U) << "two that weigh today, two of the peak, one is both";
  EXPECT_NE(peak.find("with those of the peak, January 2025"), std::string::npos);
  EXPECT_NE(peak.find("id=\"event-E2\""), std::string::npos);
  const std::string moves = page_html(test::sample_report(), {}, {.top_events = 0});
  EXPECT_EQ(occurrences(moves, "<tr class=\"event\""), 3U) << "the three movers";
}

TEST(Page, SaysWhatMovedEachPeriod) {
  const std::string html = page();
  EXPECT_NE(html.find("January 2025</a>: +7.5</strong>, from 50.0 to 57.5"), std::string::npos);
  EXPECT_NE(html.find("<span class=\"points\">+5.2</span> <a href=\"#event-E0\"><bdi>threat of force</bdi></a>, "
                      "USA→COL, 5 January 2025"),
            std::string::npos);
  EXPECT_NE(html.find("<span class=\"points\">−1.2</span> silence"), std::string::npos);
  EXPECT_NE(html.find("<span class=\"points\">−0.2</span> 1 further act"), std::string::npos);
  EXPECT_EQ(occurrences(html, "<details>"), 1U) << "a period without an index at its end has no move";
  EXPECT_NE(html.find("<div id=\"moved-2025-01\">"), std::string::npos);
  EXPECT_NE(html.find("<td><a href=\"#moved-2025-01\">2025-01</a></td>"), std::string::npos);
}

TEST(Page, EveryLinkInsideLeadsSomewhere) {
  const std::string html = page();
  for (std::size_t at = html.find("href=\"#"); at != std::string::npos; at = html.find("href=\"#", at + 1)) {
    const std::string id = html.substr(at + 7, html.find('"', at + 7) - at - 7);
    EXPECT_EQ(occurrences(html, " id=\"" + id + "\""), 1U) << id;
  }
}

TEST(Page, IdsOfEventsAreTheCodersOrMadeOfTheAct) {
  IndexReport r = test::sample_report();
  r.events[0].source.id = "a \"b\" ñ";
  r.events[1].source.id = r.events[2].source.id = "";
  r.events[2].source = r.events[1].source;
  const std::string html = page_html(r);
  EXPECT_NE(html.find(" id=\"event-a--b----\""), std::string::npos);
  EXPECT_NE(html.find(" id=\"event-2025-01-06-COL-USA-code1\""), std::string::npos);
  EXPECT_NE(html.find(" id=\"event-2025-01-06-COL-USA-code1-2\""), std::string::npos);
}

TEST(Markup, WebLinks) {
  for (const char* good : {"https://a.org", "HTTP://a.org/x?y=1#z", "https://a.org/ñ"})
    EXPECT_TRUE(is_web_link(good)) << good;
  for (const char* bad :
       {"", "ftp://a.org", "javascript:alert(1)", "//a.org", "https:/a", " https://a.org", "https://a.org/ b",
        "https://a.org/\"", "https://a.org/<", "https://a.org/\n", "data:text/html,x"})
    EXPECT_FALSE(is_web_link(bad)) << bad;
}

TEST(Markup, Coordinates) {
  EXPECT_EQ(coordinate(1.5), "1.5");
  EXPECT_EQ(coordinate(-0.001), "0");
  EXPECT_EQ(coordinate(100), "100");
  EXPECT_EQ(coordinate(2.0 / 3), "0.67");
  EXPECT_EQ(coordinate(std::numeric_limits<double>::quiet_NaN()), "0");
}

TEST(Markup, EscapesWhatXmlForbids) {
  EXPECT_EQ(escaped("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;");
  EXPECT_EQ(escaped(std::string_view("\0\x1b\x7f", 3)), "���");
  EXPECT_EQ(escaped("a\rb\u202Ec\u200Fd"), "a&#13;b�c\u200Fd");
  EXPECT_EQ(escaped("\xc0\xaf\xed\xa0\x80\xef\xbf\xbf"), "������");
  EXPECT_EQ(escaped("two\nlines\t€"), "two\nlines\t€");
}

}  // namespace
}  // namespace detente
