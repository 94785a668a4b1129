#include "detente/output/page/ranking_page.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <stdexcept>

#include "output/page/axe.hpp"
#include "output/page/layout_probe.hpp"
#include "output/ranking_sample.hpp"
#include "output/well_formed.hpp"

namespace detente {
namespace {

using test::occurrences;

std::string sample_page() {
  const Ranking ranking = test::sample_ranking();
  return ranking_page_html(ranking, test::sample_histories(ranking));
}

TEST(RankingPage, IsEscapedAndAsksNobody) {
  const std::string html = sample_page();
  EXPECT_EQ(html.find("<b>A"), std::string::npos);
  EXPECT_EQ(html.find("threat <i>"), std::string::npos);
  EXPECT_NE(html.find("&lt;b&gt;A"), std::string::npos);
  EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
  for (const char* never : {"<script", "<img", " src=", "url("}) EXPECT_EQ(html.find(never), std::string::npos);
}

TEST(RankingPage, SaysWhoAndWhyInWords) {
  const std::string html = sample_page();
  for (const char* said :
       {"The 2 tensest of 11,175 pairs on 31 October 2025", "Changes are those since 25 October 2025",
        "91 hostile, +3.3", "threat &lt;i&gt; +4.0 and 3 more; silence −1.0", "8,000 pairs have no rank",
        "silence is not calm", "tense, 75–85", "hostile, 85 and above"})
    EXPECT_NE(html.find(said), std::string::npos) << said;
}

/// A month of which nothing is known has no cell and breaks the line; so the hatching below shows.
TEST(RankingPage, WhatIsMissingIsNotDrawn) {
  Ranking ranking = test::sample_ranking();
  ranking.pairs.resize(1);
  IndexSeries history = test::sample_history(ranking.pairs[0].dyad, 6, 1, 0);
  for (IndexRow& row : history.rows) row.index = 90;
  history.rows[0].index = std::nullopt;
  history.rows[3].support = 0.1;
  const std::string html = ranking_page_html(ranking, std::vector{history});
  EXPECT_NE(html.find("<path class=\"k5\" d=\"M1 .5h2m1 0h2\"/>"), std::string::npos) << html;
  EXPECT_NE(html.find("next to nothing reported in 2 of 6 months"), std::string::npos);
  EXPECT_EQ(occurrences(html, "<td class=\"n\">–</td>"), 2U) << "and in the table it is no number";
}

TEST(RankingPage, ColoursFollowTheWordsOfTheScale) {
  Ranking ranking = test::sample_ranking();
  ranking.pairs.resize(1);
  IndexSeries history = test::sample_history(ranking.pairs[0].dyad, 6, 1, 0);
  const std::vector<double> values{13, 30, 50, 60, 80, 85};  // a band's lower end is of the band
  for (std::size_t i = 0; i < values.size(); ++i) history.rows[i].index = values[i];
  std::string html = ranking_page_html(ranking, std::vector{history});
  for (int i = 0; i < 6; ++i)
    EXPECT_NE(html.find("<path class=\"k" + std::to_string(i) + "\" d=\"M" + std::to_string(i) + " .5h1\"/>"),
              std::string::npos)
        << i;
  ranking.words.bands.clear();  // then by sixths of what is shown
  html = ranking_page_html(ranking, std::vector{history});
  EXPECT_NE(html.find("below 25"), std::string::npos);
  EXPECT_NE(html.find("<path class=\"k5\" d=\"M4 .5h2\"/>"), std::string::npos);
}

TEST(RankingPage, TheSameRankingGivesTheSameBytes) { EXPECT_EQ(sample_page(), sample_page()); }

TEST(RankingPage, HistoriesAreThoseOfTheRanking) {
  const Ranking ranking = test::sample_ranking();
  std::vector<IndexSeries> histories = test::sample_histories(ranking);
  histories[1].rows.pop_back();
  EXPECT_THROW(ranking_page_html(ranking, histories), std::invalid_argument);
  histories = test::sample_histories(ranking);
  std::swap(histories[0], histories[1]);
  EXPECT_THROW(ranking_page_html(ranking, histories), std::invalid_argument);
  histories.pop_back();
  EXPECT_THROW(ranking_page_html(ranking, histories), std::invalid_argument);
}

TEST(RankingPage, OfNoPairSaysSo) {
  Ranking ranking = test::sample_ranking();
  ranking.pairs.clear();
  EXPECT_NE(ranking_page_html(ranking, {}).find("No pair of 11,175 pairs has a rank"), std::string::npos);
}

/// The promise of the header, with values that change their colour in most months.
TEST(RankingPage, TwoHundredPairsOfThirtyYearsTakeUnderAMegabyte) {
  const Ranking ranking = test::large_ranking(200);
  const std::size_t size = ranking_page_html(ranking, test::sample_histories(ranking)).size();
  EXPECT_LT(size, 1'000'000U);
  EXPECT_GT(size, 200'000U) << "all pairs are there";
}

// ---- in a browser ----

class RankingPageInABrowser : public test::NeedsBrowser {};

TEST_F(RankingPageInABrowser, AsksNobody) {
  const test::Visit visit = test::visit_page(DETENTE_CHROMIUM, sample_page());
  EXPECT_EQ(visit.requests, (std::vector<std::string>{"GET /page.html"}));
  EXPECT_EQ(occurrences(visit.dom, "class=\"strip none\""), 3U);
  EXPECT_EQ(occurrences(visit.dom, "id=\"line-"), 3U);
}

/// No page that is wider than its screen; strips that can be seen, all as wide, with the axis above them.
const std::string look_at_strips = R"((document) => {
  const found = [], page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push('page is ' + page.scrollWidth + ' wide');
  const strips = [...document.querySelectorAll('.strip')].map(s => s.getBoundingClientRect());
  const axis = document.querySelector('.axis').getBoundingClientRect();
  if (strips.length == 0) found.push('no strips');
  for (const s of strips) {
    if (s.width < 140 || s.height < 10) found.push('strip of ' + s.width + ' by ' + s.height);
    if (Math.abs(s.left - axis.left) > 1 || Math.abs(s.right - axis.right) > 1) found.push('strip beside its axis');
  }
  const years = [...document.querySelectorAll('.axis span')].map(s => s.getBoundingClientRect()).filter(s => s.width > 0);
  if (years.length < 1) found.push('no years');
  years.forEach((y, i) => { if (i > 0 && y.left < years[i - 1].right) found.push('years overlap'); });
  for (const e of document.querySelectorAll('.map th,.map td,.lines p'))
    if (e.offsetWidth > 0 && parseFloat(getComputedStyle(e).fontSize) < 12) found.push('small: ' + e.textContent);
  return found;
})";

TEST_F(RankingPageInABrowser, FitsEveryScreen) {
  const std::vector<std::string> nothing{"1280: seen", "768: seen", "390: seen"};
  Ranking ranking = test::sample_ranking();
  const auto look = [](const std::string& html) {
    return test::findings(DETENTE_CHROMIUM, test::frames_of(html, {1280, 768, 390}, look_at_strips));
  };
  EXPECT_EQ(look(sample_page()), nothing);
  ranking.pairs[0].dyad = {"Bosnia and Herzegovina (Federation)", "Democratic Republic of the Congo"};
  EXPECT_EQ(look(ranking_page_html(ranking, test::sample_histories(ranking, 24))), nothing);
}

/// From the first byte to a page that is laid out, as the browser measures it itself.
TEST_F(RankingPageInABrowser, ALargePageOpensInUnderASecond) {
  const Ranking ranking = test::large_ranking(200);
  std::string html = ranking_page_html(ranking, test::sample_histories(ranking));
  const std::size_t policy = html.find("<meta http-equiv=\"Content-Security-Policy\"");
  html.erase(policy, html.find('>', policy) + 1 - policy);
  html += R"(<script>onload = () => {
    const height = document.documentElement.offsetHeight, start = performance.getEntriesByType('navigation')[0];
    const pre = document.createElement('pre'), took = performance.now() - start.responseStart;
    pre.textContent = height > 5000 ? Math.ceil(took) : 'nothing to see'; document.body.replaceChildren(pre); };</script>)";
  double least = 1e9;  // what disturbs a run only adds to it
  for (int run = 0; run < 3; ++run) {
    const std::string dom = test::visit_page(DETENTE_CHROMIUM, html).dom;
    const std::size_t begin = dom.find("<pre>");
    ASSERT_NE(begin, std::string::npos);
    least = std::min(least, std::stod(dom.substr(begin + 5)));
  }
  EXPECT_GT(least, 0);
  EXPECT_LT(least, 1000) << "milliseconds";
  RecordProperty("milliseconds", std::to_string(least));
}

class RankingPageAxe : public test::NeedsAxe {};

TEST_F(RankingPageAxe, FindsNothing) { EXPECT_EQ(findings(sample_page()), nothing_); }

}  // namespace
}  // namespace detente
