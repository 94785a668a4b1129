// What a page tells beside the index: shifts for good, issues, the two sides, well-known moments, rivals.

#include <gtest/gtest.h>

#include <cstdio>

#include "detente/output/page/page.hpp"
#include "detente/questions/index/landmarks.hpp"
#include "output/sample_report.hpp"
#include "output/well_formed.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using test::occurrences;

/// The section of this id; empty if there is none.
std::string section_of(const std::string& html, const std::string& id) {
  const std::size_t at = html.find("<section id=\"" + id + "\"");
  return at == std::string::npos ? "" : html.substr(at, html.find("</section>", at) + 10 - at);
}

std::string sample_section(const std::string& id) { return section_of(page_html(test::sample_report()), id); }

IndexReport us_colombia_report() {
  IndexRequest request{.selection = test::usa_col(), .scoring = test::default_scoring(), .band = std::nullopt};
  request.movements = request.further = true;
  return index_report(test::us_colombia(), request);
}

TEST(FurtherSections, AreWellFormed) {
  for (const IndexReport& r : {test::sample_report(), us_colombia_report()}) {
    const std::string html = page_html(r);
    for (const char* id : {"issues", "sides", "landmarks", "rivals", "phases"}) {
      const std::string section = section_of(html, id);
      if (!section.empty()) {
        EXPECT_EQ(test::xml_fault(section), "") << id;
      }
    }
  }
}

TEST(FurtherSections, IssuesSayTheirLastValuesThatSumToTheLevel) {
  const std::string issues = sample_section("issues");
  const std::string says = "At the end of February 2025 the level is +4.0: ";
  EXPECT_EQ(occurrences(issues, says), 2U) << "beside the picture, and for who does not see it";
  EXPECT_NE(issues.find(", trade −1.0, others +1.5."), std::string::npos);
  EXPECT_NE(issues.find("Others are 1 issue with less weight"), std::string::npos);
  EXPECT_EQ(occurrences(issues, "class=\"bars\""), 3U);
  EXPECT_EQ(issues.find("<script>"), std::string::npos) << "the name of an issue is text";
}

/// The strokes of each issue's path: what is drawn above the line less what is below it is the level.
TEST(FurtherSections, BarsOfAPeriodSumToItsLevel) {
  const std::string issues = sample_section("issues");
  std::vector<double> sums;
  for (std::size_t at = issues.find("class=\"bars\" d=\""); at != std::string::npos;
       at = issues.find("class=\"bars\" d=\"", at + 1)) {
    std::size_t bar = 0;
    const std::size_t end = issues.find('"', at + 16);
    for (std::size_t m = issues.find('M', at); m < end; m = issues.find('M', m + 1), ++bar) {
      double x = 0, from = 0, to = 0;
      ASSERT_EQ(std::sscanf(issues.c_str() + m, "M%lf %lfV%lf", &x, &from, &to), 3);
      if (sums.size() <= bar) sums.push_back(0);
      sums[bar] += from - to;  // upward is less in an SVG
    }
  }
  ASSERT_EQ(sums.size(), 2U);
  EXPECT_NEAR(sums[1] / sums[0], 4 / 1.75, 0.02) << "levels 1.75 and 4";
}

TEST(FurtherSections, ManyPeriodsAreThinnedButNotTheLast) {
  IndexReport r = test::sample_report();
  IssueLevels& levels = *r.issues;
  levels.periods = periods_between(PeriodKind::month, Day::from_civil(1990, 1, 1), Day::from_civil(2020, 1, 1));
  levels.levels.assign(360, 3.0);
  for (IssueLevel& issue : levels.issues) issue.points.assign(360, 1.0);
  levels.others.assign(360, 1.0);
  const std::string issues = section_of(page_html(r), "issues");
  const std::size_t at = issues.find("class=\"bars\" d=\"") + 16;
  EXPECT_EQ(occurrences(issues.substr(at, issues.find('"', at) - at), "M"), 90U) << "every fourth of 360";
  EXPECT_NE(issues.find("At the end of December 2019"), std::string::npos);
}

TEST(FurtherSections, SidesSayWhoIsTheMoreStrainedAndSinceWhen) {
  const std::string sides = sample_section("sides");
  EXPECT_NE(
      sides.find("At the end of February 2025 USA is more strained towards COL than COL towards USA: 71 against 58; "
                 "so it has been without a break since January 2025."),
      std::string::npos);
  EXPECT_NE(sides.find("71 USA→COL"), std::string::npos) << "labelled where its line ends";
  EXPECT_NE(sides.find("Whether one side moves first, 1 change from month to month cannot say."), std::string::npos);
}

TEST(FurtherSections, SidesSayWhoMovesFirstWhereItIsClear) {
  IndexReport r = test::sample_report();
  const auto sides_with = [&](SideLead lead) {
    r.asymmetry->lead = lead;
    return section_of(page_html(r), "sides");
  };
  EXPECT_NE(sides_with({2, 0.6, 100})
                .find("COL tends to move first: USA follows by 2 months (correlation +0.60 of 100 "
                      "changes; chance alone reaches 0.30)."),
            std::string::npos);
  EXPECT_NE(sides_with({-1, 0.6, 100}).find("USA tends to move first: COL follows by 1 month ("), std::string::npos);
  EXPECT_NE(sides_with({0, 0.6, 100}).find("Neither side leads: they tend to move in the same month ("),
            std::string::npos);
  EXPECT_NE(sides_with({1, 0.29, 100}).find("Neither side leads (correlation +0.29"), std::string::npos);
}

TEST(FurtherSections, EqualSidesAreSaidSo) {
  IndexReport r = test::sample_report();
  r.asymmetry->backward_now = 58.2;
  EXPECT_NE(section_of(page_html(r), "sides").find("both sides are as strained towards each other: 58."),
            std::string::npos);
}

TEST(FurtherSections, MomentsStandWithThePairsOwnAmongThem) {
  const std::string moments = section_of(page_html(us_colombia_report()), "landmarks");
  ASSERT_FALSE(moments.empty());
  EXPECT_NE(moments.find(">What 72 means<"), std::string::npos);
  EXPECT_EQ(occurrences(moments, "<circle"), landmarks().size() + 1);
  EXPECT_NE(moments.find("75 US–USSR, January 1980: Afghanistan; 72 USA–COL, February 2026; 56 US–USSR"),
            std::string::npos);
  EXPECT_EQ(sample_section("landmarks"), "") << "its codebook is another";
}

TEST(FurtherSections, NoMomentIsCut) {
  const std::string moments = section_of(page_html(us_colombia_report()), "landmarks");
  EXPECT_EQ(moments.find("…"), std::string::npos);
}

TEST(FurtherSections, RivalsHaveTheirOwnUnitsAndTheirRankCorrelation) {
  const std::string rivals = sample_section("rivals");
  EXPECT_EQ(occurrences(rivals, "<svg "), 3U);
  EXPECT_NE(rivals.find("points of each month added up, as Goldstein and KEDS do, mean of the two sides"),
            std::string::npos);
  EXPECT_NE(rivals.find("1.5 to 6.0, at the end 1.5</span>"), std::string::npos);
  EXPECT_NE(rivals.find("80.0 to 80.0, at the end missing; rank correlation with ours +0.50"), std::string::npos);
}

/// 79 events over eight years, with band and envelope: more than the sixty over seven that a page is made for.
TEST(FurtherSections, APageOfEightYearsStaysUnder400Kilobytes) {
  IndexRequest request{.selection = {.dyad = {"AUS", "CHN"}}, .scoring = test::default_scoring()};
  request.band = BandOptions{.draws = 50};
  request.alternatives = Catalogue::built_in();
  request.movements = request.further = true;
  IndexReport report = index_report(test::us_colombia("australia_china_2017_2024.csv"), request);
  report.ahead = {.day = report.headline.day, .index = 60, .pasts = 60, .fan = {}};
  for (std::int32_t i = 1; i <= 90; ++i)
    report.ahead->fan.push_back({report.headline.day + i, 59.7, 41.3, 55.2, 61.9, 66.6, 83.1 + i / 9.0});
  const std::string html = page_html(report);
  for (const char* id : {"ahead", "landmarks", "issues", "sides", "moves", "phases", "rivals"})
    EXPECT_NE(section_of(html, id), "") << id;
  EXPECT_LT(html.size(), 400'000U);
}

TEST(FurtherSections, ShiftsSayWhatMakesTheDifference) {
  const std::string html = page_html(test::sample_report()), phases = section_of(html, "phases");
  EXPECT_NE(phases.find("<td>February 2025</td><td class=\"n\">1.50</td><td class=\"n\">4.25</td><td "
                        "class=\"n\">+2.75</td><td>threat &lt;of&gt; force +3.00, others −0.25</td>"),
            std::string::npos);
  EXPECT_NE(html.find("The dashed line: since then the acts"), std::string::npos);
  IndexReport r = test::sample_report();
  r.shifts->shifts.clear();
  EXPECT_NE(section_of(page_html(r), "phases").find("Here: none."), std::string::npos);
  EXPECT_EQ(page_html(r).find("dashed line"), std::string::npos);
}

}  // namespace
}  // namespace detente
