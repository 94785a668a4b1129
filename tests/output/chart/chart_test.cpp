#include "detente/output/chart/chart.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "output/chart/chart_links.hpp"
#include "output/chart/chart_words.hpp"
#include "output/chart/markup.hpp"
#include "output/chart/time_ticks.hpp"
#include "output/sample_report.hpp"
#include "output/well_formed.hpp"
#include "support/other_locale.hpp"

namespace detente {
using namespace detail;
namespace {

using test::occurrences;
using test::xml_fault;

/// The `d` of the path of this class.
std::string path_of(const std::string& svg, const std::string& name) {
  const std::size_t at = svg.find(name + "\"");
  if (at == std::string::npos) return {};
  const std::size_t begin = svg.find(" d=\"", at) + 4;
  return svg.substr(begin, svg.find('"', begin) - begin);
}

TEST(Chart, IsWellFormedAndAsksNobody) {
  const std::string svg = chart_svg(test::sample_report());
  EXPECT_EQ(xml_fault(svg), "");
  EXPECT_EQ(occurrences(svg, "http"), 1U) << "only the name of SVG itself";
  EXPECT_EQ(svg.find("<script"), std::string::npos);
}

TEST(Chart, AnotherLocaleChangesNoByte) {
  const std::string svg = chart_svg(test::sample_report());
  const test::OtherLocale elsewhere;
  EXPECT_EQ(chart_svg(test::sample_report()), svg);
}

TEST(Chart, MarksEveryEventWithATitle) {
  const std::string svg = chart_svg(test::sample_report());
  EXPECT_EQ(occurrences(svg, "dt-event\""), 5U);
  EXPECT_NE(svg.find("threat of force, 2025-01-05"), std::string::npos);
  EXPECT_NE(svg.find("USA → COL"), std::string::npos);
  EXPECT_NE(svg.find("Third parties"), std::string::npos);
  EXPECT_EQ(occurrences(svg, "dt-unknown-day\""), 1U);
}

TEST(Chart, EscapesNotes) {
  const std::string svg = chart_svg(test::sample_report());
  EXPECT_NE(svg.find("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;quoted&#39; � � Bogotá"),
            std::string::npos);
}

TEST(Chart, MissingValuesAreGaps) {
  const std::string svg = chart_svg(test::sample_report());
  for (const char* name : {"dt-line-index", "dt-line-heat", "dt-band", "dt-envelope"})
    EXPECT_EQ(occurrences(path_of(svg, name), "M"), 2U) << name;
}

TEST(Chart, ADayAloneIsADot) {
  IndexReport r = test::sample_report();
  for (auto& v : r.daily.index) v.reset();
  r.daily.index[3] = 60;
  EXPECT_TRUE(path_of(chart_svg(r), "dt-line-index").ends_with("h0"));
}

TEST(Chart, LanesShowLiftsClosingsAndOpenEnds) {
  const std::string svg = chart_svg(test::sample_report());
  EXPECT_EQ(occurrences(svg, "class=\"dt-measure\""), 2U);
  EXPECT_EQ(occurrences(svg, "dt-arrow\""), 1U);
  EXPECT_NE(svg.find("lifted 2025-01-20 to 2025-01-24"), std::string::npos);
  EXPECT_NE(svg.find("visa ban, head of state"), std::string::npos);
}

TEST(Chart, TitleCanBeLeftToThePage) {
  const std::string with = chart_svg(test::sample_report()),
                    without = chart_svg(test::sample_report(), {.title = false});
  EXPECT_EQ(occurrences(with, "font-size=\"20\""), 1U);
  EXPECT_EQ(occurrences(without, "font-size=\"20\""), 0U);
}

TEST(Chart, IsDrawnAtAnyWidth) {
  for (const double width : {320.0, 358.0, 720.0, 899.0, 900.0, 4000.0}) {
    const std::string svg = chart_svg(test::sample_report(), {.width = width});
    EXPECT_EQ(xml_fault(svg), "") << width;
    EXPECT_NE(svg.find("viewBox=\"0 0 " + coordinate(width) + " "), std::string::npos);
  }
  for (const double width : {319.0, 4001.0, std::numeric_limits<double>::quiet_NaN()})
    EXPECT_THROW((void)chart_svg(test::sample_report(), {.width = width}), std::invalid_argument) << width;
}

TEST(Chart, HasNoLinksAloneAndADarkStyle) {
  const std::string svg = chart_svg(test::sample_report());
  EXPECT_EQ(svg.find("href"), std::string::npos);
  EXPECT_NE(svg.find("role=\"img\""), std::string::npos);
  EXPECT_NE(svg.find("<style>@media screen and (prefers-color-scheme:dark)"), std::string::npos);
}

TEST(Chart, LinksMarksToRowsAndPeriodsToTheirCauses) {
  const chart::ChartLinks links{.events = {{EventId{0}, "event-E0"}},
                                .periods = {{Day::from_civil(2025, 1, 1), "moved-2025-01"}}};
  const std::string svg = chart::linked_chart_svg(test::sample_report(), {}, &links);
  EXPECT_EQ(xml_fault(svg), "");
  EXPECT_NE(svg.find("<a href=\"#event-E0\"><title>threat of force, 2025-01-05"), std::string::npos);
  EXPECT_NE(svg.find("<a class=\"dt-period\" href=\"#moved-2025-01\"><title>2025-01: +7.5, from 50.0 to 57.5"),
            std::string::npos);
  EXPECT_EQ(occurrences(svg, "<a "), 2U) << "what the page does not list has no link";
}

/// The points of a path, which are a tenth of a pixel each from the last.
std::vector<std::pair<double, double>> points_of(const std::string& path) {
  std::vector<double> numbers;
  for (std::size_t i = 0; i < path.size();) {
    std::size_t end = i + 1;
    while (end < path.size() && (path[end] == '.' || (path[end] >= '0' && path[end] <= '9'))) ++end;
    if (path[i] == '-' || path[i] == '.' || (path[i] >= '0' && path[i] <= '9'))
      numbers.push_back(std::stod(path.substr(i, end - i)));
    else
      end = i + 1;
    i = end;
  }
  std::vector<std::pair<double, double>> points;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
    points.emplace_back(numbers[i], numbers[i + 1]);
    if (i == 0) continue;
    points.back().first += points[points.size() - 2].first;
    points.back().second += points[points.size() - 2].second;
  }
  return points;
}

/// A step away from the last point says the same as the point itself, and no error adds up along the way.
TEST(Chart, ALineEndsWhereItsLastValueIs) {
  IndexReport r = test::sample_report();
  const auto points_with = [&](auto value) {
    for (std::size_t i = 0; i < r.daily.days.size(); ++i) r.daily.index[i] = value(i);
    r.daily.index.front() = 20;
    r.daily.index.back() = 33.3;
    return points_of(path_of(chart_svg(r), "dt-line-index"));
  };
  const auto winding = points_with([](std::size_t i) { return i % 2 == 0 ? 20 : 80; });
  const auto straight = points_with([](std::size_t i) { return i == 1 ? 80 : 50; });
  ASSERT_GT(winding.size(), 20U);
  ASSERT_GT(straight.size(), 1U);
  EXPECT_NEAR(winding.back().first, straight.back().first, 1e-9);
  EXPECT_NEAR(winding.back().second, straight.back().second, 1e-9);
  EXPECT_EQ(winding.front(), straight.front());
}

TEST(Chart, FadingIsDrawnWithFewPoints) {
  IndexReport r = test::sample_report();
  for (std::size_t i = 0; i < r.daily.days.size(); ++i)
    r.daily.index[i] = 50 + 30 * std::exp(-static_cast<double>(i) / 20);
  const std::string path = path_of(chart_svg(r), "dt-line-index");
  EXPECT_LT(points_of(path).size(), 40U);
  EXPECT_GT(points_of(path).size(), 5U) << "it is a curve";
}

TEST(Chart, SaysInWordsWhatItShows) {
  EXPECT_EQ(chart::chart_in_words(test::sample_report()),
            "The index is 50 on 1 January 2025; lowest 50 on 1 January 2025; highest 64 on 28 February 2025; 64 on 28 "
            "February 2025. Below it, on the same axis of time: 5 events, of which 3 hostile; 2 measures, 1 of them in "
            "force at the end.");
  IndexReport r = test::sample_report();
  for (auto& v : r.daily.index) v.reset();
  EXPECT_TRUE(chart::chart_in_words(r).starts_with("The index is missing throughout."));
}

TEST(Chart, HeadingIsBrokenIntoLinesAndNamedOnRequest) {
  const std::string svg = chart_svg(test::sample_report(), {.width = 358, .name = "A <name>"});
  EXPECT_NE(svg.find(">A &lt;name&gt; on 28 February"), std::string::npos);
  EXPECT_GE(occurrences(svg, "font-size=\"16\""), 2U);
}

TEST(Chart, EmptyReportIsStillAPicture) {
  IndexReport r;
  r.pair = r.headline.dyad = {"COL", "USA"};
  EXPECT_EQ(xml_fault(chart_svg(r)), "");
}

TEST(Chart, DrawsPeriodsWhereThereAreNoDays) {
  IndexReport r = test::sample_report();
  r.daily = {};
  EXPECT_NE(path_of(chart_svg(r), "dt-line-index"), "");
}

class ChartScale : public ::testing::TestWithParam<ScaleWords> {};

TEST_P(ChartScale, IsDrawn) {
  IndexReport r = test::sample_report();
  r.series.words = GetParam();
  for (auto& v : r.daily.index)
    if (v) *v = (*v - 60) * 40;
  r.daily.heat[5] = std::numeric_limits<double>::infinity();
  const std::string svg = chart_svg(r);
  EXPECT_EQ(xml_fault(svg), "");
  EXPECT_EQ(svg.find("nan"), std::string::npos);
  EXPECT_EQ(svg.find("inf\""), std::string::npos);
}
ScaleWords words_on(ScaleKind kind) { return scale_words("decayed_sum", {.kind = kind}); }
INSTANTIATE_TEST_SUITE_P(Kinds, ChartScale,
                         ::testing::Values(words_on(ScaleKind::softsign), words_on(ScaleKind::linear),
                                           words_on(ScaleKind::relative), words_on(ScaleKind::zscore),
                                           words_on(ScaleKind::percentile), ScaleWords()));

TEST(Chart, FiveThousandEventsOverFortyYearsStaySmall) {
  const std::string svg = chart_svg(test::long_report(5000, 40));
  EXPECT_EQ(xml_fault(svg), "");
  EXPECT_LT(svg.size(), 2'000'000U);
  EXPECT_LT(path_of(svg, "dt-line-index").size(), 80'000U);
}

/// Events that the marks' titles account for.
std::size_t events_told(const std::string& svg) {
  std::size_t told = 0;
  for (std::size_t at = svg.find("dt-event\""); at != std::string::npos; at = svg.find("dt-event\"", at + 1)) {
    const std::size_t title = svg.find("<title>", at) + 7;
    const std::size_t n = svg.substr(title, 20).find(" events of");
    told += n == std::string::npos ? 1 : std::stoul(svg.substr(title, n));
  }
  return told;
}

TEST(Chart, NoEventIsLeftOut) {
  EXPECT_EQ(events_told(chart_svg(test::long_report(5000, 40))), 5000U);
  EXPECT_EQ(events_told(chart_svg(test::long_report(2000, 40))), 2000U);
  EXPECT_EQ(events_told(chart_svg(test::long_report(3, 1))), 3U);
}

struct Ticks {
  const char* name;
  Day first, end;
  std::vector<std::string> labels;
};

std::vector<std::string> labels_of(Day first, Day end) {
  std::vector<std::string> out;
  for (const TimeTick& t : time_ticks(first, end, 900)) out.push_back(t.label + (t.year.empty() ? "" : " " + t.year));
  return out;
}

TEST(TimeTicks, FromDaysToDecades) {
  const auto day = [](int y, int m, int d) { return Day::from_civil(y, m, d); };
  EXPECT_EQ(labels_of(day(2025, 12, 30), day(2026, 1, 2)),
            (std::vector<std::string>{"30 Dec 2025", "31 Dec", "1 Jan 2026"}));
  EXPECT_EQ(labels_of(day(2025, 9, 3), day(2025, 10, 1)).size(), 4U) << "weeks begin on Mondays";
  EXPECT_EQ(labels_of(day(2025, 11, 1), day(2026, 12, 1))[2], "Jan 2026");
  EXPECT_EQ(labels_of(day(2021, 1, 1), day(2026, 1, 1))[1], "Apr");
  EXPECT_EQ(labels_of(day(1986, 1, 1), day(2026, 1, 1))[1], "1988");
  EXPECT_EQ(labels_of(day(1500, 1, 1), day(2000, 1, 1))[0], "1500");
}

}  // namespace
}  // namespace detente
