/// What the README says in prose, held to what is in the repository: its two histories, its catalogue, its calibration,
/// and the page of the validation. The figures of the validation themselves need data that may not be copied into it.

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "detente/questions/ahead/calibration.hpp"
#include "detente/questions/change/episodes.hpp"
#include "detente/readers/pair_list.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

std::string text_of(const std::string& file) {
  std::ifstream in(DETENTE_TEST_DATA "/../../" + file);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The README with every run of blanks and line ends as one blank, so that no sentence hangs on where its lines break.
const std::string& readme() {
  static const std::string squeezed = [] {
    std::istringstream words(text_of("README.md"));
    std::string out;
    for (std::string word; words >> word;) out += word + ' ';
    return out;
  }();
  return squeezed;
}

::testing::AssertionResult readme_says(const std::string& what) {
  if (readme().find(what) != std::string::npos) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "the README does not say: " << what;
}

IndexReport report_of(const EventLog& log) {
  return index_report(log, {.selection = test::usa_col(),
                            .scoring = test::default_scoring(),
                            .band = BandOptions{},
                            .alternatives = Catalogue::built_in()});
}

const IndexReport& news() {
  static const IndexReport report = report_of(test::us_colombia());
  return report;
}

/// "26 January".
std::string in_words(Day day) {
  constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                              "July",    "August",   "September", "October", "November", "December"};
  const std::string text = to_text(day);
  return std::to_string(std::stoi(text.substr(8, 2))) + ' ' + months.at(std::stoul(text.substr(5, 2)) - 1);
}

/// The day on which a band of all days is widest.
Day widest(const DailyPaths& daily) {
  std::size_t at = 0;
  double width = -1;
  for (std::size_t i = 0; i < daily.days.size(); ++i)
    if (daily.lower[i] && *daily.upper[i] - *daily.lower[i] > width) at = i, width = *daily.upper[i] - *daily.lower[i];
  return daily.days.at(at);
}

// ---- what the picture shows ----

TEST(ReadmeClaims, EventsOfThePicture) {
  EXPECT_TRUE(readme_says(std::to_string(test::us_colombia().size()) + " events coded from news pages"));
}

TEST(ReadmeClaims, PeaksOfHeat) {
  const Scoring scoring = test::default_scoring();
  std::vector<Day> peaks;
  for (const Phase& p : phases(test::history_of(test::us_colombia(), scoring), scoring))
    if (p.kind == PhaseKind::escalation) peaks.push_back(p.to);
  ASSERT_EQ(peaks.size(), 5U);
  EXPECT_TRUE(readme_says("Heat rises five times, to peaks on " + in_words(peaks[0]) + ", " + in_words(peaks[1]) +
                          ", " + in_words(peaks[2]) + " and " + in_words(peaks[3]) + " 2025 and " + in_words(peaks[4]) +
                          " 2026"));
}

TEST(ReadmeClaims, HeatFallsBelowNeutralAndTheMeasuresStay) {
  const IndexRow& february = news().series.rows.back();
  ASSERT_EQ(february.period.label(), "2026-02");
  EXPECT_LT(*february.heat, 50);
  EXPECT_TRUE(readme_says("in February 2026 heat falls below neutral"));
  const Headline& last = news().headline;
  EXPECT_EQ(last.open_measures, 9U);
  EXPECT_TRUE(readme_says("nine openings worth " + std::to_string(std::lround(*last.measures)) +
                          " points are still in force, so the index ends at " +
                          std::to_string(std::lround(*last.index)) + " and not at 50"));
}

TEST(ReadmeClaims, TheBandIsWidestInSeptemberAndTheEnvelopeWider) {
  EXPECT_EQ(to_text(widest(news().daily)).substr(0, 7), "2025-09");
  EXPECT_TRUE(readme_says("widest in September"));
  double band = 0, envelope = 0;
  ASSERT_EQ(news().series.rows.size(), 14U);
  for (const IndexRow& row : news().series.rows) {
    band += *row.upper - *row.lower;
    envelope += *row.highest - *row.lowest;
  }
  EXPECT_GT(envelope, band);
  EXPECT_TRUE(readme_says("is wider than the band"));
}

TEST(ReadmeClaims, TheSecondHistoryIsVaguestInTheSecondHalfOfSeptember) {
  const std::string day = to_text(widest(report_of(test::us_colombia_article()).daily));
  EXPECT_GE(day, "2025-09-16");
  EXPECT_LE(day, "2025-09-30");
  EXPECT_TRUE(readme_says("its band is widest in the second half of September"));
}

// ---- what is in it ----

TEST(ReadmeClaims, EveryModelAndEveryScaleIsNamed) {
  const Catalogue catalogue = Catalogue::built_in();
  ASSERT_FALSE(catalogue.entries().empty());
  for (const ModelEntry& entry : catalogue.entries()) EXPECT_TRUE(readme_says('`' + entry.name + '`'));
  EXPECT_TRUE(readme_says("softsign, linear, relative, zscore, percentile"));
  for (const char* scale : {"softsign", "linear", "relative", "zscore", "percentile"})
    EXPECT_TRUE(parse_scale(scale)) << scale;
}

TEST(ReadmeClaims, DefaultsOfTheLatentLevel) {
  EXPECT_EQ(Catalogue::built_in().make("latent_level").text(),
            "latent_level half_life=60 mean=0 sd_level=0.3 sd_day=1.7 sd_event=5");
  EXPECT_TRUE(readme_says("half_life 60 days, mean 0, sd_level 0.3, sd_day 1.7, sd_event 5"));
}

TEST(ReadmeClaims, PairsOfTheCalibration) {
  const std::string file = DETENTE_EXAMPLES_DATA "/levant_pairs.csv";
  EXPECT_EQ(built_in_calibration().pairs, 46U);
  EXPECT_EQ(parse_pair_list(*open_bytes(file), file).size(), 46U);
  EXPECT_TRUE(
      readme_says("forecasts for 46 pairs of the " + built_in_calibration().name.substr(0, 11) + " events 1979–2011"));
}

// ---- the validation: the README's table is that of docs/validation.md ----

/// The cells of the rows of a Markdown table that stand between two texts, by the first of them without its backquotes.
std::map<std::string, std::vector<std::string>> table(const std::string& text, const std::string& from,
                                                      const std::string& to) {
  const std::size_t begin = text.find(from), end = text.find(to, begin + from.size());
  if (begin == std::string::npos || end == std::string::npos) return {};
  std::istringstream lines(text.substr(begin, end - begin));
  std::map<std::string, std::vector<std::string>> out;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| ")) continue;
    std::vector<std::string> cells;
    for (std::size_t at = 2; at < line.size();) {
      const std::size_t bar = std::min(line.find(" |", at), line.size());
      cells.push_back(line.substr(at, bar - at));
      at = bar + 3;
    }
    std::erase(cells.front(), '`');
    out.emplace(cells.front(), cells);
  }
  return out;
}

TEST(ReadmeClaims, TheValidationIsThatOfItsPage) {
  const std::string page = text_of("docs/validation.md");
  const auto shown = table(text_of("README.md"), "<!-- validation:", "<!-- end of validation -->");
  const auto severe = table(page, "### Severe acts of the next month", "With pairs left out");
  const auto disputes = table(page, "### Militarised disputes", "### Dated crises");
  const auto crises = table(page, "### Dated crises", "## (c)");
  const std::map<std::string, std::string> names{
      {"a pair's own past severe acts", "own history"},
      {"a hostile sum that fades by half in 60 days", "hostile sum, half-life 60 days"},
      {"hostile events of the month", "hostile events"}};
  std::size_t compared = 0, with_crises = 0;
  for (const auto& [name, cells] : shown) {
    if (name == "input") continue;
    ASSERT_EQ(cells.size(), 5U) << name;
    const std::string& there = names.contains(name) ? names.at(name) : name;
    ASSERT_TRUE(severe.contains(there)) << there;
    EXPECT_EQ(cells[1], severe.at(there).at(1)) << name;
    EXPECT_EQ(cells[2], severe.at(there).at(7)) << name;
    if (cells[4] != "–") {
      ASSERT_TRUE(crises.contains(there) && disputes.contains(there)) << there;
      EXPECT_EQ(cells[3], disputes.at(there).at(2)) << name;
      EXPECT_EQ(cells[4], crises.at(there).at(1)) << name;
      ++with_crises;
    }
    ++compared;
  }
  EXPECT_EQ(compared, 10U);
  EXPECT_EQ(with_crises, 5U);

  // And the sentences below it.
  const std::string before = "`two_speed` against the count of hostile events: ";
  const std::size_t at = page.find(before);
  ASSERT_NE(at, std::string::npos);
  const std::string points = page.substr(at + before.size(), page.find(" points", at) - at - before.size());
  EXPECT_TRUE(readme_says('(' + points + " points of gain)"));
  EXPECT_TRUE(readme_says("than the pair's own past (" + severe.at("two_speed").at(7) + ")"));
  EXPECT_TRUE(readme_says("It finds " + crises.at("two_speed").at(1) + " dated crises where the hostile events find " +
                          crises.at("hostile events").at(1)));
  EXPECT_TRUE(readme_says("It does not forecast the onset of a dispute (AUC within pairs " +
                          disputes.at("two_speed").at(4) + ")"));
}

}  // namespace
}  // namespace detente
