#include "detente/questions/doubt/sensitivity.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "questions/relation/periods.hpp"
#include "support/dates.hpp"
#include "support/us_colombia.hpp"

namespace detente {
using namespace detail;
namespace {

using test::day;
using test::default_scoring;
using test::us_colombia;
using test::usa_col;

struct Asked {
  EventLog log = us_colombia();
  Scoring scoring;
  History history;
  std::vector<Period> months;

  explicit Asked(Scoring how) : scoring(std::move(how)), history(test::history_of(log, scoring)) {
    months = periods_between(PeriodKind::month, history.shown.first, history.shown.end);
  }
  Sensitivity answer() const {
    return sensitivity(log, usa_col(), history, scoring, months, SampleAt::end, Catalogue::built_in());
  }
};

std::vector<std::string> choices(const Sensitivity& s) {
  std::vector<std::string> out;
  for (const Alternative& a : s.alternatives) out.push_back(a.choice);
  return out;
}

TEST(Sensitivity, VariesEachChoiceAlone) {
  EXPECT_EQ(choices(Asked(default_scoring()).answer()),
            (std::vector<std::string>{"half-lives x 0.5", "half-lives x 2", "omega=0.25", "omega=1", "residue=0.1",
                                      "residue=0.5", "kappa=5", "kappa=20", "codebook gdelt", "codebook icews",
                                      "codebook keds2007", "codebook plover", "scores to the power 0.5",
                                      "scores to the power 2"}));
}

TEST(Sensitivity, AnAlternativeIsThePathOfThatChoice) {
  const Asked asked(default_scoring());
  std::map<std::string, IndexPath> paths;
  for (const Alternative& a : asked.answer().alternatives) paths[a.choice] = a.path;
  const auto path_of = [&](const Scoring& scoring) {
    const History history = test::history_of(asked.log, scoring);
    return index_path(score(scoring.model, history.coding.acts, history.days), history.days, scoring).index;
  };
  EXPECT_EQ(paths["omega=1"].index, path_of(default_scoring("decayed_sum omega=1")));
  EXPECT_EQ(
      paths["half-lives x 2"].index,
      path_of(default_scoring("decayed_sum half_life_verbal=28 half_life_material=120 half_life_cooperation=60")));
  Scoring other_kappa = default_scoring();
  other_kappa.scale.kappa = 5;
  EXPECT_EQ(paths["kappa=5"].index, path_of(other_kappa));
  Scoring by_gdelt = default_scoring();
  by_gdelt.codebook = for_chronology(built_in_codebook("gdelt"));
  EXPECT_EQ(paths["codebook gdelt"].index, path_of(by_gdelt));
}

/// Every day and every month: the least and the greatest of all paths, the point path among them.
TEST(Sensitivity, EnvelopeIsTheHullOfAllPathsWithThePointPathInside) {
  const Asked asked(default_scoring());
  const Sensitivity s = asked.answer();
  const IndexPath point = index_path(score(asked.scoring.model, asked.history.coding.acts, asked.history.days),
                                     asked.history.days, asked.scoring);
  ASSERT_FALSE(s.alternatives.empty());
  ASSERT_GT(asked.history.days.size(), 365U);
  for (std::size_t i = 0; i < asked.history.days.size(); ++i) {
    double low = *point.index[i], high = low;
    for (const Alternative& a : s.alternatives) {
      low = std::min(low, *a.path.index[i]);
      high = std::max(high, *a.path.index[i]);
    }
    EXPECT_EQ(s.daily.lower[i], low);
    EXPECT_EQ(s.daily.upper[i], high);
  }
  const auto months = sample_periods(asked.months, SampleAt::end, asked.history.days, point.index);
  ASSERT_EQ(months.size(), 14U);
  for (std::size_t i = 0; i < months.size(); ++i) {
    EXPECT_LE(*s.periods.lower[i], *months[i]);
    EXPECT_GE(*s.periods.upper[i], *months[i]);
    EXPECT_LT(*s.periods.lower[i], *s.periods.upper[i]);
  }
}

/// A user's model, not in any catalogue.
struct Last {
  using State = double;
  State start(Day) const { return 0; }
  void advance(State&, Day) const {}
  void observe(State& last, const Impulse& i) const { last = i.points; }
  std::optional<double> level(const State& last) const { return last; }
};

TEST(Sensitivity, AModelOutsideTheCatalogueKeepsItsParametersAndIsVariedOtherwise) {
  for (const char* text : {"last act", "decayed_sum of mine"}) {
    Scoring mine = default_scoring();
    mine.model = AnyModel(Last(), text);
    EXPECT_EQ(choices(Asked(mine).answer()),
              (std::vector<std::string>{"kappa=5", "kappa=20", "codebook gdelt", "codebook icews", "codebook keds2007",
                                        "codebook plover", "scores to the power 0.5", "scores to the power 2"}))
        << text;
  }
}

TEST(Sensitivity, KappaIsOfSoftsignAlone) {
  Scoring linear = default_scoring();
  linear.scale.kind = ScaleKind::linear;
  const auto of_linear = choices(Asked(linear).answer());
  ASSERT_FALSE(of_linear.empty());
  for (const std::string& choice : of_linear) EXPECT_EQ(choice.find("kappa"), std::string::npos);
  Scoring five = default_scoring();
  five.scale.kappa = 5;
  const auto of_five = choices(Asked(five).answer());
  ASSERT_FALSE(of_five.empty());
  for (const std::string& choice : of_five) EXPECT_NE(choice, "kappa=5");
}

/// Codes of CAMEO 1.1 keep their meaning under the weights of CAMEO 0.5, where an embargo has another number.
TEST(Sensitivity, TheOtherNumberingOfCameoChangesNoMeaning) {
  EventLog log;
  log.add({.date = DateSpan::on(day("2025-01-03")), .source = "USA", .target = "COL", .code = "163"});
  Scoring scoring = default_scoring();
  scoring.codebook = built_in_codebook("gdelt");
  const History history = test::history_of(log, scoring);
  const auto months = periods_between(PeriodKind::month, history.shown.first, history.shown.end);
  const Sensitivity s = sensitivity(log, usa_col(), history, scoring, months, SampleAt::end, Catalogue::built_in());
  const IndexPath point = index_path(score(scoring.model, history.coding.acts, history.days), history.days, scoring);
  int found = 0;
  for (const Alternative& a : s.alternatives) {
    if (a.choice != "codebook keds2007") continue;
    ++found;
    EXPECT_EQ(a.path.index, point.index);  // −8 in both
  }
  EXPECT_EQ(found, 1);
}

TEST(Reweighted, KeepsOrderZeroAndTheEnds) {
  for (const double power : {0.5, 2.0}) {
    EXPECT_EQ(reweighted(0, power), 0);
    EXPECT_EQ(reweighted(10, power), 10);
    EXPECT_EQ(reweighted(-10, power), -10);
    for (double x = -10; x < 10; x += 0.25) EXPECT_LT(reweighted(x, power), reweighted(x + 0.25, power));
  }
  EXPECT_EQ(reweighted(2.5, 0.5), 5);
  EXPECT_EQ(reweighted(-5, 2), -2.5);
}

}  // namespace
}  // namespace detente
