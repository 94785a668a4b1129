#include "detente/questions/index/rivals.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "detente/questions/relation/history.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using Values = std::vector<std::optional<double>>;

/// Each value is that of an index made with the rival as its model, under the rules it requires.
TEST(Rivals, AreTheModelsOfTheCatalogueUnderTheirOwnRules) {
  EventLog log = test::us_colombia();
  IndexRequest request{.selection = test::usa_col(), .scoring = test::default_scoring(), .band = std::nullopt};
  request.further = true;
  const IndexReport ours = index_report(log, request);
  ASSERT_EQ(ours.rivals.size(), 4U);
  for (const Rival& rival : ours.rivals) {
    Scoring scoring = test::default_scoring(rival.model.c_str());
    scoring.rules = with_required(scoring.rules, scoring.model.required_rules());
    EXPECT_EQ(rival.rules, to_text(scoring.rules));
    const IndexReport theirs =
        index_report(log, {.selection = test::usa_col(), .scoring = scoring, .band = std::nullopt});
    ASSERT_EQ(rival.values.size(), theirs.series.rows.size());
    for (std::size_t i = 0; i < rival.values.size(); ++i)
      EXPECT_EQ(rival.values[i], theirs.series.rows[i].level) << rival.name << " " << i;
  }
  EXPECT_EQ(ours.rivals[1].name, "window_mean");
  EXPECT_NE(ours.rivals[1].rules, ours.series.provenance.rules) << "it weighs mentions by their logarithm";
}

TEST(Rivals, LeaveOutOurOwnModel) {
  IndexRequest request{
      .selection = test::usa_col(), .scoring = test::default_scoring("period_sum every=month"), .band = std::nullopt};
  request.further = true;
  const IndexReport report = index_report(test::us_colombia(), request);
  ASSERT_EQ(report.rivals.size(), 3U);
  EXPECT_EQ(report.rivals[0].name, "window_mean");
}

TEST(RankCorrelation, OfEqualAndOppositeOrders) {
  EXPECT_DOUBLE_EQ(rank_correlation(Values{1, 2, 3, 4}, Values{10, 20, 25, 1000}).value(), 1);
  EXPECT_DOUBLE_EQ(rank_correlation(Values{1, 2, 3, 4}, Values{9, 7, 5, -80}).value(), -1);
}

/// By hand: ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: 4.5 / √(4.5 · 5).
TEST(RankCorrelation, EqualValuesShareTheirMeanRank) {
  EXPECT_NEAR(rank_correlation(Values{1, 2, 2, 3}, Values{1, 5, 4, 6}).value(), 4.5 / std::sqrt(4.5 * 5), 1e-12);
}

TEST(RankCorrelation, LeavesOutWhatIsMissing) {
  EXPECT_DOUBLE_EQ(rank_correlation(Values{1, std::nullopt, 2, 3, 9}, Values{4, 1, 5, 6, std::nullopt}).value(), 1);
  EXPECT_FALSE(rank_correlation(Values{1, 2}, Values{1, 2}));
  EXPECT_FALSE(rank_correlation(Values{1, 1, 1}, Values{1, 2, 3}));
}

}  // namespace
}  // namespace detente
