// Inputs at the edge, in one table: what each model of the catalogue says of them, and beside the models the Hawkes
// process, which is a diagnosis and no model. A model that joins the catalogue is tested here by itself, and the table
// asks for its line.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/models/catalogue.hpp"
#include "detente/processes/hawkes/hawkes.hpp"
#include "support/random_histories.hpp"

namespace detente {
namespace {

using test::date;
using test::impulse_on;

constexpr auto missing = std::nullopt;

/// A level by model, and under "hawkes" a log-likelihood.
using Says = std::map<std::string, std::optional<double>>;

struct Edge {
  std::string name;
  std::vector<Impulse> impulses;
  std::vector<Day> days;
  /// On the last of the days. Empty: whatever is finite, or nothing.
  Says says = {};
};

const Day day = date("2024-01-15"), leap_day = date("2024-02-29");
constexpr std::int32_t ages = 1'000'000;

Impulse act(std::int32_t after, double points, double weight = 1) {
  static std::uint64_t key = 100;
  Impulse i = impulse_on(day + after, points, QuadClass::verbal_conflict, ++key);
  i.weight = weight;
  return i;
}

/// An attack of 6 points.
Impulse attack(std::uint64_t key = 1, double weight = 1) {
  Impulse i = impulse_on(day, 6, QuadClass::material_conflict, key);
  i.weight = weight;
  return i;
}

/// 4 points of verbal conflict on each of the 60 days up to the leap day.
std::vector<Impulse> sixty_days() {
  std::vector<Impulse> out;
  for (Day d = leap_day - 59; d <= leap_day; ++d)
    out.push_back(impulse_on(d, 4, QuadClass::verbal_conflict, out.size() + 1));
  return out;
}

/// Whoever has seen nothing says this.
const Says nothing{{"decayed_sum", 0},        {"two_speed", 0},   {"latent_level", missing},
                   {"decayed_mean", missing}, {"period_sum", 0},  {"period_mean", missing},
                   {"period_count", 0},       {"window_mean", 0}, {"conflict_share", missing},
                   {"saturating", 0},         {"hawkes", -0.2}};

const std::vector<Edge>& edges() {
  static const std::vector<Edge> made{
      {"nothing at all", {}, {day}, nothing},
      {"asked before the first act", {act(1, 4)}, {day - 8, day}, {}},
      {"a weight of 0", {attack(1, 0)}, {day}, nothing},
      {"one act",
       {attack()},
       {day},
       {{"decayed_sum", 6},
        {"two_speed", 1.6254547953663723},
        {"latent_level", 0.7352982938884967},
        {"decayed_mean", 3},
        {"period_sum", 6},
        {"period_mean", 6},
        {"period_count", 1},
        {"window_mean", 6},
        {"conflict_share", 100},
        {"saturating", 0.6},
        {"hawkes", -2.550166383976066}}},
      {"a million days after it",
       {attack()},
       {day, day + ages},
       {{"decayed_sum", 0},
        {"two_speed", 0},
        {"latent_level", 0},
        {"decayed_mean", 0},
        {"period_sum", 0},
        {"period_mean", missing},
        {"period_count", 0},
        {"window_mean", 0},
        {"conflict_share", missing},
        {"saturating", 0.6},
        {"hawkes", -200003.002585093}}},
      {"tied: two attacks and a kind word of 3 on one day",
       {attack(1), attack(2), impulse_on(day, -3, QuadClass::verbal_cooperation, 3)},
       {day},
       {{"decayed_sum", 10.5},
        {"two_speed", 1.9941332266844964},
        {"latent_level", 0.7729434038374823},
        {"decayed_mean", 2.25},
        {"period_sum", 9},
        {"period_mean", 3},
        {"period_count", 2},
        {"window_mean", 3},
        {"conflict_share", 200.0 / 3},
        {"saturating", 0.8213333333333332},
        {"hawkes", -4.900332767952132}}},
      {"the same on each of sixty days",
       sixty_days(),
       {leap_day},
       {{"decayed_sum", 78.5618089595105},
        {"two_speed", 5.238484885804316},
        {"latent_level", 3.1873809376714606},
        {"decayed_mean", 3.8817864984582604},
        {"period_sum", 116},
        {"period_mean", 4},
        {"period_count", 29},
        {"window_mean", 4},
        {"conflict_share", 50},
        {"saturating", 8.411699770655611},
        {"hawkes", -111.96269142956766}}},
      {"all the same on four days", {act(0, 2), act(1, 2), act(2, 2), act(30, 2)}, {day + 2, day + 30, day + 31}},
      {"only zeros", {act(0, 0), act(9, 0)}, {day, day + 9, day + 10}},
      {"a gap of a million days", {act(0, 5), act(ages, -5), act(ages + 1, 5)}, {day + 1, day + ages, day + 2 * ages}},
      {"a weight of 0 among others", {act(0, 5), act(3, 9, 0), act(3, 1)}, {day + 3, day + 9}},
      {"tiny weights", {act(0, 5, 1e-300), act(3, 5, 1e-300)}, {day + 3, day + 9}},
      {"vast weights", {act(0, 5, 1e12), act(3, -5, 1e12)}, {day + 3, day + 9}},
      {"nothing asked", {act(0, 5)}, {}},
  };
  return made;
}

void expect_same(const std::optional<double>& got, const std::optional<double>& expected) {
  ASSERT_EQ(got.has_value(), expected.has_value());
  EXPECT_NEAR(got.value_or(0), expected.value_or(0), 1e-12 * (1 + std::abs(expected.value_or(0))));
}

// ---- models --------------------------------------------------------------------------------------------------------

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

// ---- the Hawkes process --------------------------------------------------------------------------------------------

/// A tenth of an act a day by itself on each side; each act triggers a quarter on each side, within ten days.
const HawkesParameters quarter{{0.1, 0.1}, {0.25, 0.25, 0.25, 0.25}, {0.1}};

/// The hostile acts of an edge, observed from its first day to the end of its last. All go one way: the other side is
/// silent.
HawkesEvents events_of(const Edge& edge) {
  Day first = edge.days.empty() ? edge.impulses.front().day : edge.days.front(), last = first;
  for (const Impulse& i : edge.impulses) first = std::min(first, i.day), last = std::max(last, i.day);
  for (const Day d : edge.days) last = std::max(last, d);
  EventColumns columns;
  for (const Impulse& i : edge.impulses)
    if (i.points > 0 && i.weight > 0) columns.times.push_back(static_cast<double>(i.day - first));
  columns.streams.assign(columns.times.size(), 0);
  return {columns, 2, {{{0, static_cast<double>(last - first) + 1}}}};
}

/// The formula as it stands in the header, event by event; `sequential`: of one time, an earlier row calls a later one.
double plain_likelihood(const HawkesEvents& events, const HawkesParameters& p, SameTime same_time) {
  const std::vector<double>& times = events.columns().times;
  const double beta = p.beta[0], to = events.observation().end();
  double sum = -(p.mu[0] + p.mu[1]) * to;
  for (std::size_t i = 0; i < times.size(); ++i) {
    double rate = p.mu[0];
    for (std::size_t j = 0; j < i; ++j)
      if (times[j] < times[i] || same_time == SameTime::sequential)
        rate += p.branching[0] * beta * std::exp(-beta * (times[i] - times[j]));
    sum += std::log(rate) - (p.branching[0] + p.branching[2]) * -std::expm1(-beta * (to - times[i]));
  }
  return sum;
}

TEST(HawkesAtTheEdge, SaysWhatTheTableSays) {
  for (const Edge& edge : edges()) {
    if (edge.says.empty()) continue;
    SCOPED_TRACE(edge.name);
    expect_same(log_likelihood(events_of(edge), quarter), edge.says.at("hawkes"));
  }
}

TEST(HawkesAtTheEdge, IsThePlainFormulaWithAFiniteGradient) {
  for (const Edge& edge : edges()) {
    const HawkesEvents events = events_of(edge);
    for (const SameTime same_time : {SameTime::strict, SameTime::sequential}) {
      SCOPED_TRACE(edge.name);
      std::vector<double> gradient(quarter.size());
      expect_same(log_likelihood(events, quarter, same_time, gradient), plain_likelihood(events, quarter, same_time));
      for (const double g : gradient) EXPECT_TRUE(std::isfinite(g));
      for (const double h : curvature(events, quarter, same_time).hessian) EXPECT_TRUE(std::isfinite(h));
    }
  }
}

TEST(HawkesAtTheEdge, NamesAWrongParameter) {
  constexpr double infinite = std::numeric_limits<double>::infinity(), none = std::numeric_limits<double>::quiet_NaN();
  const HawkesEvents events = events_of(edges().front());
  const auto named = [&](const HawkesParameters& p) -> std::string {
    try {
      log_likelihood(events, p);
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "taken";
  };
  const std::vector<double> mu{0.1, 0.1}, ratios{0, 0, 0, 0}, beta{1};
  for (const double bad : {-1.0, none, infinite}) {
    EXPECT_TRUE(named({{0.1, bad}, ratios, beta}).starts_with("mu")) << bad;
    EXPECT_TRUE(named({mu, {0, 0, bad, 0}, beta}).starts_with("branching")) << bad;
    EXPECT_TRUE(named({mu, ratios, {bad}}).starts_with("beta")) << bad;
  }
  EXPECT_TRUE(named({{0.1}, ratios, beta}).starts_with("mu"));
  EXPECT_TRUE(named({mu, {0.5}, beta}).starts_with("branching"));
  EXPECT_TRUE(named({mu, ratios, {1, 1, 1}}).starts_with("beta"));
}

}  // namespace
}  // namespace detente
