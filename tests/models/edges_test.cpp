// Edge inputs, over every model of the catalogue: each gives a finite level or none, and never a NaN; a wrong parameter
// is named. A model that joins the catalogue is tested without a line here.

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/models/catalogue.hpp"

namespace detente {
namespace {

Impulse act(std::int32_t day, double points, double weight = 1) {
  static std::uint64_t next_key = 0;
  Impulse i;
  i.day = {day};
  i.points = points;
  i.weight = weight;
  i.key = i.opening = {next_key++};
  return i;
}

struct Edge {
  const char* name;
  std::vector<Impulse> impulses;
  std::vector<Day> days;
  bool silent = false;  ///< a mean has nothing to say: no act of any weight
};

const std::int32_t far_day = 1'000'000;

const std::vector<Edge>& edges() {
  static const std::vector<Edge> made{
      {"nothing at all", {}, {{0}, {5}}, true},
      {"one act", {act(3, 4)}, {{3}, {4}, {400}}},
      {"asked before the first act", {act(3, 4)}, {{-5}, {2}}, true},
      {"all on one day", {act(3, 4), act(3, -2), act(3, 4), act(3, 0)}, {{3}, {10}}},
      {"all the same", {act(0, 2), act(1, 2), act(2, 2), act(30, 2)}, {{2}, {30}, {31}}},
      {"only zeros", {act(0, 0), act(9, 0)}, {{0}, {9}, {10}}},
      {"a gap of a million days", {act(0, 5), act(far_day, -5), act(far_day + 1, 5)}, {{1}, {far_day}, {2 * far_day}}},
      {"weights of 0", {act(0, 5, 0), act(3, 5, 0)}, {{0}, {3}, {9}}, true},
      {"a weight of 0 among others", {act(0, 5), act(3, 9, 0), act(3, 1)}, {{3}, {9}}},
      {"tiny weights", {act(0, 5, 1e-300), act(3, 5, 1e-300)}, {{3}, {9}}},
      {"vast weights", {act(0, 5, 1e12), act(3, -5, 1e12)}, {{3}, {9}}},
      {"nothing asked", {act(0, 5)}, {}},
  };
  return made;
}

const std::vector<ModelEntry>& entries() {
  static const auto made = [] {
    const Catalogue catalogue = Catalogue::built_in();
    return std::vector<ModelEntry>(catalogue.entries().begin(), catalogue.entries().end());
  }();
  return made;
}

class EdgeInput : public ::testing::TestWithParam<std::string> {
 protected:
  AnyModel model() const { return Catalogue::built_in().make(GetParam()); }
};

TEST_P(EdgeInput, GivesFiniteLevelsOrNone) {
  for (const Edge& edge : edges()) {
    SCOPED_TRACE(edge.name);
    const std::vector<Reading> readings = model().read(edge.impulses, edge.days);
    ASSERT_EQ(readings.size(), edge.days.size());
    for (const Reading& r : readings) {
      EXPECT_TRUE(std::isfinite(r.level.value_or(0)));
      EXPECT_TRUE(r.variance.value_or(0) >= 0);
      EXPECT_TRUE(std::isfinite(r.support.value_or(0)) && r.support.value_or(0) >= 0);
    }
  }
}

TEST_P(EdgeInput, HasNoHostilityWithoutActs) {
  for (const Edge& edge : edges()) {
    if (!edge.silent) continue;
    for (const Reading& r : model().read(edge.impulses, edge.days)) EXPECT_EQ(r.level.value_or(0), 0) << edge.name;
  }
}

TEST_P(EdgeInput, ItsContributionsAreFinite) {
  if (!model().is_additive()) GTEST_SKIP() << "has no exact contributions";
  for (const Edge& edge : edges())
    for (const Day day : edge.days)
      for (const Contribution& c : model().contributions(edge.impulses, day))
        EXPECT_TRUE(std::isfinite(c.total())) << edge.name;
}

TEST_P(EdgeInput, AStreamGivesTheSameBitsAsTheBatch) {
  for (const Edge& edge : edges()) {
    if (edge.impulses.empty()) continue;
    const AnyModel m = model();
    AnyModel::State state = m.start(edge.impulses.front().day);
    Day reached = edge.impulses.front().day;
    for (const Impulse& i : edge.impulses) {
      if (i.day != reached) m.advance(state, i.day);
      reached = i.day;
      m.observe(state, i);
      if (&i != &edge.impulses.back()) continue;
      EXPECT_EQ(m.level(state), m.read(edge.impulses, std::vector<Day>{reached}).front().level) << edge.name;
    }
  }
}

TEST_P(EdgeInput, NamesAWrongParameter) {
  const Catalogue catalogue = Catalogue::built_in();
  for (const ParameterInfo& p : catalogue.find(GetParam())->parameters)
    for (const std::string bad : {"x", "nan", "-inf", "-1e300", ""}) {
      try {
        catalogue.make(GetParam() + " " + p.name + "=" + bad);
        ADD_FAILURE() << p.name << "=" << bad << " is taken";
      } catch (const std::invalid_argument& e) {
        EXPECT_NE(std::string(e.what()).find(p.name), std::string::npos) << e.what();
      }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Catalogue, EdgeInput,
    [] {
      std::vector<std::string> names;
      for (const ModelEntry& e : entries()) names.push_back(e.name);
      return ::testing::ValuesIn(names);
    }(),
    [](const auto& one) { return one.param; });

}  // namespace
}  // namespace detente
