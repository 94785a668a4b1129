// What each model of the catalogue says at the edge (edge_table.hpp).

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/models/catalogue.hpp"
#include "models/edge_table.hpp"

namespace detente {
namespace {

using namespace test;

class ModelAtTheEdge : public ::testing::TestWithParam<std::string> {
 protected:
  AnyModel model = Catalogue::built_in().make(GetParam());
};

TEST_P(ModelAtTheEdge, SaysWhatTheTableSays) {
  for (const Edge& edge : edges()) {
    if (edge.says.empty()) continue;
    SCOPED_TRACE(edge.name);
    ASSERT_TRUE(edge.says.contains(GetParam())) << "add what it says to the table above";
    expect_same(model.read(edge.impulses, edge.days).back().level, edge.says.at(GetParam()));
  }
}

TEST_P(ModelAtTheEdge, GivesFiniteLevelsOrNone) {
  for (const Edge& edge : edges()) {
    SCOPED_TRACE(edge.name);
    const std::vector<Reading> readings = model.read(edge.impulses, edge.days);
    ASSERT_EQ(readings.size(), edge.days.size());
    for (const Reading& r : readings) {
      EXPECT_TRUE(std::isfinite(r.level.value_or(0)));
      EXPECT_TRUE(r.variance.value_or(0) >= 0);
      EXPECT_TRUE(std::isfinite(r.support.value_or(0)) && r.support.value_or(0) >= 0);
    }
  }
}

TEST_P(ModelAtTheEdge, SeesNothingBeforeTheFirstAct) {
  const std::vector tomorrow{act(1, 4)};
  for (const Reading& r : model.read(tomorrow, std::vector{day - 8, day})) expect_same(r.level, nothing.at(GetParam()));
}

TEST_P(ModelAtTheEdge, HasFiniteContributions) {
  if (!model.is_additive()) return;
  std::size_t seen = 0;
  for (const Edge& edge : edges())
    for (const Day d : edge.days)
      for (const Contribution& c : model.contributions(edge.impulses, d)) {
        EXPECT_TRUE(std::isfinite(c.total())) << edge.name;
        ++seen;
      }
  EXPECT_GT(seen, 0U);
}

TEST_P(ModelAtTheEdge, AStreamGivesTheSameBitsAsTheBatch) {
  for (const Edge& edge : edges()) {
    if (edge.impulses.empty()) continue;
    Day reached = edge.impulses.front().day;
    AnyModel::State state = model.start(reached);
    for (const Impulse& i : edge.impulses) {
      if (i.day != reached) model.advance(state, i.day);
      reached = i.day;
      model.observe(state, i);
    }
    EXPECT_EQ(model.level(state), model.read(edge.impulses, std::vector{reached}).front().level) << edge.name;
  }
}

TEST_P(ModelAtTheEdge, NamesAWrongParameter) {
  const Catalogue catalogue = Catalogue::built_in();
  for (const ParameterInfo& p : catalogue.find(GetParam())->parameters)
    for (const std::string bad : {"banana", "nan", "-inf", "-1e300", ""}) {
      try {
        catalogue.make(GetParam() + " " + p.name + "=" + bad);
        ADD_FAILURE() << p.name << "=" << bad << " is taken";
      } catch (const std::invalid_argument& e) {
        EXPECT_NE(std::string(e.what()).find(p.name), std::string::npos) << e.what();
        EXPECT_TRUE(bad != "banana" || std::string(e.what()).find(bad) != std::string::npos) << e.what();
      }
    }
}

INSTANTIATE_TEST_SUITE_P(Catalogue, ModelAtTheEdge, ::testing::ValuesIn([] {
                           std::vector<std::string> names;
                           const Catalogue all = Catalogue::built_in();
                           for (const ModelEntry& e : all.entries()) names.push_back(e.name);
                           return names;
                         }()),
                         [](const auto& one) { return one.param; });

TEST(ModelsAtTheEdge, ParametersOutOfRangeAreRefusedByName) {
  struct Wrong {
    std::string text;
    std::string named;
  };
  const std::vector<Wrong> table{
      {"decayed_sum half_life_verbal=0", "half_life"},
      {"decayed_sum half_life_material=-3", "half_life"},
      {"decayed_sum omega=1.5", "omega"},
      {"decayed_sum residue=-0.1", "residue"},
      {"decayed_mean half_life=0", "half_life"},
      {"decayed_mean prior=-1", "prior"},
      {"period_sum every=fortnight", "every"},
      {"period_count of=some", "of"},
      {"window_mean window=0", "window"},
      {"window_mean window=2.5", "window"},
      {"conflict_share verbal=-1", "verbal"},
      {"conflict_share denominator=world", "denominator"},
      {"conflict_share denominator=log", "denominator"},
      {"conflict_share sides=both", "sides"},
      {"saturating limit=0", "limit"},
      {"saturating scale=0", "scale"},
      {"saturating start=9.5", "start"},
      {"saturating step=fortnight", "step"},
  };
  for (const Wrong& wrong : table) {
    try {
      Catalogue::built_in().make(wrong.text);
      ADD_FAILURE() << wrong.text << " was taken";
    } catch (const std::invalid_argument& error) {
      EXPECT_TRUE(std::string(error.what()).starts_with(wrong.named)) << error.what();
    }
  }
}

}  // namespace
}  // namespace detente
