#include "detente/questions/change/issue_levels.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "detente/models/catalogue.hpp"
#include "support/histories.hpp"
#include "support/random_histories.hpp"

namespace detente {
namespace {

using test::act;
using test::day;

std::vector<Period> months(const History& history) {
  return periods_between(PeriodKind::month, history.shown.first, history.shown.end);
}

Act about(Act a, std::string issue) {
  a.issue = std::move(issue);
  return a;
}

double sum_at(const IssueLevels& levels, std::size_t period) {
  double sum = levels.others[period];
  for (const IssueLevel& issue : levels.issues) sum += issue.points[period];
  return sum;
}

/// Every other act of a random history has one of seven issues.
History with_issues(std::uint64_t seed) {
  std::vector<Act> acts = test::any_acts(seed, 120);
  for (std::size_t i = 0; i < acts.size(); i += 2) acts[i].issue = std::string(1, static_cast<char>('a' + i % 7));
  return test::history_of_acts(std::move(acts), day("2024-01-01"), day("2025-06-01"));
}

TEST(IssueLevels, SumToTheLevelOfEachPeriod) {
  for (const char* model : {"decayed_sum", "two_speed", "latent_level", "decayed_mean"})
    for (std::uint64_t seed = 1; seed <= 8; ++seed)
      for (const DirectionChoice side : {DirectionChoice::both, DirectionChoice::forward}) {
        const Scoring scoring = test::scoring_of(Catalogue::built_in().make(model), side);
        const History history = with_issues(seed);
        const auto levels = issue_levels(history, scoring, months(history));
        ASSERT_TRUE(levels) << model;
        ASSERT_EQ(levels->issues.size(), 5U);
        EXPECT_EQ(levels->joined, 2U);
        for (std::size_t i = 0; i < levels->periods.size(); ++i)
          EXPECT_NEAR(sum_at(*levels, i), levels->levels[i].value_or(0), 1e-9) << model << " " << i;
      }
}

/// An issue's part is the level of its own acts alone, for a model that is a sum.
TEST(IssueLevels, OfASumAreTheLevelsOfTheIssuesAlone) {
  const Scoring scoring = test::scoring_of(Catalogue::built_in().make("decayed_sum"));
  History history = with_issues(3);
  for (Act& a : history.coding.acts) a.standing = Standing::none;  // measures tie acts of several issues together
  const auto levels = issue_levels(history, scoring, months(history), 7);
  ASSERT_TRUE(levels);
  std::vector<Day> days;
  for (const Period& p : levels->periods) days.push_back(p.last_day());
  for (const IssueLevel& issue : levels->issues) {
    std::vector<Act> own;
    for (const Act& a : history.coding.acts)
      if (a.issue == issue.issue) own.push_back(a);
    const auto alone = score(scoring.model, own, days).levels(DirectionChoice::both);
    for (std::size_t i = 0; i < days.size(); ++i) EXPECT_NEAR(issue.points[i], alone[i].value_or(0), 1e-9);
  }
}

TEST(IssueLevels, HaveTheHeaviestFirstAndTheRestAmongOthers) {
  const History history =
      test::history_of_acts({about(act(1, "2025-01-10", 2), "visas"), about(act(2, "2025-01-10", 8), "trade"),
                             act(3, "2025-01-10", 1), about(act(4, "2025-01-10", -5), "culture")},
                            day("2025-01-01"), day("2025-03-01"));
  const auto levels =
      issue_levels(history, test::scoring_of(Catalogue::built_in().make("period_sum")), months(history), 2);
  ASSERT_TRUE(levels);
  ASSERT_EQ(levels->issues.size(), 2U);
  EXPECT_EQ(levels->issues[0].issue, "trade");
  EXPECT_EQ(levels->issues[1].issue, "culture");
  EXPECT_DOUBLE_EQ(levels->issues[0].points[0], 4);  // the mean of the two sides, of which one is 0
  EXPECT_DOUBLE_EQ(levels->issues[1].points[0], -2.5);
  EXPECT_NEAR(levels->others[0], 1.5, 1e-12) << "visas, and the act without an issue";
  EXPECT_EQ(levels->joined, 1U);
  EXPECT_DOUBLE_EQ(levels->issues[0].points[1], 0) << "the next month begins anew";
}

TEST(IssueLevels, NeedIssuesAndExactContributions) {
  const History plain = test::history_of_acts(test::any_acts(1, 20), day("2024-01-01"), day("2025-06-01"));
  const Scoring sum = test::scoring_of(Catalogue::built_in().make("decayed_sum"));
  EXPECT_FALSE(issue_levels(plain, sum, months(plain)));
  const History history = with_issues(1);
  const Scoring mean = test::scoring_of(Catalogue::built_in().make("window_mean"));
  ASSERT_FALSE(mean.model.is_additive());
  EXPECT_FALSE(issue_levels(history, mean, months(history)));
}

}  // namespace
}  // namespace detente
