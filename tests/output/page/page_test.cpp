#include "detente/output/page/page.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "detente/output/csv/csv.hpp"
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
  r.shifts.reset();
  r.issues.reset();
  r.asymmetry.reset();
  r.rivals.clear();
  const std::string html = page_html(r);
  for (const char* id : {"id=\"measures\"", "id=\"sensitivity\"", "id=\"input\"", "id=\"phases\"", "id=\"issues\"",
                         "id=\"sides\"", "id=\"landmarks\"", "id=\"rivals\""})
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
  EXPECT_NE(html.find("<b>+5.2</b> <a href=\"#event-E0\"><bdi>threat of force</bdi></a>, "
                      "USA→COL, 5 January 2025"),
            std::string::npos);
  EXPECT_NE(html.find("<b>−1.2</b> silence"), std::string::npos);
  EXPECT_NE(html.find("<b>−0.2</b> 1 further act"), std::string::npos);
  EXPECT_EQ(occurrences(html, "<details>"), 1U) << "a period without an index at its end has no move";
  EXPECT_NE(html.find("<div id=\"moved-2025-01\">"), std::string::npos);
  EXPECT_NE(html.find("<td><a href=\"#moved-2025-01\">2025-01</a></td>"), std::string::npos);
}

/// What a reader without pictures or script has: the text between the tags, without the style sheet and the drawings.
std::string text_of(std::string html) {
  const auto cut = [&](const std::string& from, const std::string& to) {
    for (std::size_t at = html.find(from); at != std::string::npos; at = html.find(from))
      html.erase(at, html.find(to, at) + to.size() - at);
  };
  cut("<style>", "</style>");
  cut("<svg ", "</svg>");
  cut("<", ">");
  return html;
}

TEST(Page, TextAnswersHowTenseSinceWhenWhyHowSureAndWhatNext) {
  IndexReport r = test::sample_report();
  r.headline.rank = RankInHistory{Day::from_civil(2025, 1, 1), 0.9, 0, 71, Day::from_civil(2025, 1, 12)};
  r.headline.movement = r.movements[0];
  r.headline.lower = 61, r.headline.upper = 68;
  r.series.rows[1].lowest = 55, r.series.rows[1].highest = 70, r.series.rows[1].support = 2.5;
  r.headline.outlook = Outlook{};
  r.headline.outlook->chance = 0.34, r.headline.outlook->expected = 0.5;
  const std::string text = text_of(page_html(r));
  for (const char* answer :
       {"COL–USA on 28 February 2025: 64, strained (61–68).",
        "Since when?Tenser than on 9 days of 10 since January 2025. Heat 54, cooling since 12 January 2025, mostly by "
        "acts. Peak 71 on 12 January 2025.",
        "Why?Up 7.5 this month: threat of force +5.2, visa revoked +4.5. One measure stands (5 points).",
        "How sure?61 to 68 by vague dates, doubtful acts and codebooks (the coding band). 55 to 70 had we chosen "
        "otherwise (the envelope). Evidence left: 2.5 weighted events (the support).",
        "What next?A severe act within the next month: 34 %", "January 2025: +7.5, from 50.0 to 57.5",
        "The index is 50 on 1 January 2025; lowest 50 on 1 January 2025; highest 64 on 28 February 2025"})
    EXPECT_NE(text.find(answer), std::string::npos) << answer << " in\n" << text.substr(0, 2500);
}

TEST(Page, DoubtHasTheDigitsOfTheScale) {
  IndexReport r = test::sample_report();
  r.series.words = scale_words("decayed_sum", {.kind = ScaleKind::zscore});
  r.headline.index = 0.2, r.headline.lower = -0.14, r.headline.upper = 0.31;
  EXPECT_NE(page_html(r).find("<dd>-0.1 to 0.3 by vague dates"), std::string::npos);
}

/// As a history of two years with long notes has it: sixty events, bands, an envelope, and what moved each month.
TEST(Page, OfSixtyEventsStaysUnder300Kilobytes) {
  IndexReport r = test::long_report(60, 2);
  const IndexReport sample = test::sample_report();
  r.series.rows.clear();
  r.movements.clear();
  for (const Period& p : periods_between(PeriodKind::month, Day::from_civil(1985, 1, 1), Day::from_civil(1987, 1, 1))) {
    r.series.rows.push_back(sample.series.rows[0]);
    r.series.rows.back().period = p;
    r.movements.push_back(sample.movements[0]);
    r.movements.back().period = p;
  }
  const auto fading = [&](double swing, double days) {  // jumps and fades, as real paths do
    std::vector<std::optional<double>> out;
    for (std::size_t i = 0; i < r.daily.days.size(); ++i)
      out.push_back(50 + swing * std::exp(-static_cast<double>(i % 12) / days));
    return out;
  };
  r.daily.index = fading(20, 14), r.daily.heat = fading(15, 6), r.daily.lower = fading(17, 13);
  r.daily.upper = fading(23, 15), r.daily.lowest = fading(10, 12), r.daily.highest = fading(28, 16);
  for (EventMark& e : r.events)
    e.source.note = std::string(150, 'n'), e.source.url = "https://example.org/" + std::string(80, 'u');
  const std::string html = page_html(r);
  EXPECT_EQ(occurrences(html, "<tr class=\"event\""), 60U);
  EXPECT_EQ(occurrences(html, "href=\"#event-"), 60U * 3 + 24 * 3 + 8 * 3) << "every mark leads to its row";
  EXPECT_LT(html.size(), 300'000U);
}

std::string decoded(std::string_view link) {
  std::string out;
  for (std::size_t i = 0; i < link.size(); ++i) {
    if (link[i] != '%') {
      out += link[i];
      continue;
    }
    out += static_cast<char>(std::stoi(std::string(link.substr(i + 1, 2)), nullptr, 16));
    i += 2;
  }
  return out;
}

TEST(Page, HasItsDataAsACsvWithNotes) {
  for (const char* name : {"sample.csv", "a \"b\"&<c>#%20.csv", "d\xC3\xA9tente.csv"}) {
    IndexReport r = test::sample_report();
    r.series.provenance.sources = {name, "two\nlines"};
    const std::string html = page_html(r), begin =
                                               "download=\"detente-COL-USA-2025-02-28.csv\" "
                                               "href=\"data:text/csv;charset=utf-8,";
    const std::size_t at = html.find(begin) + begin.size();
    const std::string csv = decoded(html.substr(at, html.find('"', at) - at)), data = index_csv(r.series);
    ASSERT_TRUE(csv.ends_with("\n" + data)) << csv;
    const std::string notes = csv.substr(0, csv.size() - data.size());
    EXPECT_TRUE(notes.starts_with("# COL–USA on 28 February 2025: 64, strained."));
    EXPECT_EQ(occurrences(notes, "\n"), occurrences(notes, "\n# ") + 1) << "only notes stand above the data";
    EXPECT_NE(notes.find(std::string("# read from: ") + name + "\n# read from: two lines\n"), std::string::npos);
  }
}

TEST(Page, CanHaveATitle) {
  const std::string html = page_html(test::sample_report(), {}, {.title = "A <quarrel>"});
  EXPECT_NE(html.find("<title>A &lt;quarrel&gt;</title>"), std::string::npos);
  EXPECT_NE(html.find("<h1><bdi>A &lt;quarrel&gt;</bdi></h1>"), std::string::npos);
}

TEST(Page, ExplainsItsTermsWhereTheyStand) {
  const std::string html = page();
  for (const char* id : {"events", "periods"}) {
    const std::size_t at = html.find("<section id=\"" + std::string(id) + "\"");
    EXPECT_LT(html.find("<summary>What the columns mean</summary>", at), html.find("</section>", at)) << id;
  }
  for (const char* term : {"Index", "Band", "Envelope", "Level", "Heat", "Measures", "Support", "Added", "Now"})
    EXPECT_NE(html.find("<dfn>" + std::string(term) + "</dfn>"), std::string::npos) << term;
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

TEST(Markup, LinesAreBrokenBetweenWords) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(wrapped("one two three", 10, 1000), (Lines{"one two three"}));
  EXPECT_EQ(wrapped("one two three", 10, text_width("one two", 10)), (Lines{"one two", "three"}));
  EXPECT_EQ(wrapped("  one  two ", 10, 1), (Lines{"…", "…"}));
  EXPECT_EQ(wrapped("", 10, 100), Lines());
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
