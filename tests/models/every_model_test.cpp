// Laws and edge inputs for every model of the catalogue: what must hold whatever it is a model of, and what each says
// of inputs at the edge, in one table.

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>

#include "detente/engines/score.hpp"
#include "detente/models/catalogue.hpp"
#include "support/random_histories.hpp"

namespace detente {
namespace {

using test::date;
using test::impulse_on;

using Levels = std::vector<std::optional<double>>;

Levels levels_of(const std::vector<Reading>& readings) {
  Levels out;
  for (const Reading& r : readings) out.push_back(r.level);
  return out;
}

/// The same number to the last bit; missing is missing.
bool same(const std::optional<double>& a, const std::optional<double>& b) {
  if (!a || !b) return !a && !b;
  return std::bit_cast<std::uint64_t>(*a) == std::bit_cast<std::uint64_t>(*b);
}

std::optional<double> at(const AnyModel& model, const std::vector<Impulse>& impulses, Day day) {
  return model.read(impulses, std::span(&day, 1)).front().level;
}

class EveryModel : public ::testing::TestWithParam<ModelEntry> {
 protected:
  AnyModel model = Catalogue::built_in().make(GetParam().name);
  std::vector<Day> days = every_day(date("2024-01-01"), date("2025-03-01"));

  std::vector<Impulse> history(std::uint64_t seed) const {
    return impulses_for(model, test::any_acts(seed, 120)).forward;
  }
};

// ---- laws ----

TEST_P(EveryModel, ReadsAsItRunsCallByCall) {
  const auto impulses = history(1);
  const Levels called = run(model, impulses, days), read = levels_of(model.read(impulses, days));
  for (std::size_t i = 0; i < days.size(); ++i) ASSERT_TRUE(same(called[i], read[i])) << to_text(days[i]);
}

TEST_P(EveryModel, SamplingMoreOftenChangesNoBit) {
  const auto impulses = history(2);
  const Levels all = levels_of(model.read(impulses, days));
  for (std::size_t i = 0; i < days.size(); i += 17) ASSERT_TRUE(same(all[i], at(model, impulses, days[i])));
}

TEST_P(EveryModel, KnowsNothingOfTheFuture) {
  const auto impulses = history(3);
  const Day today = date("2024-07-15");
  std::vector<Impulse> known;
  for (const Impulse& i : impulses)
    if (i.day <= today) known.push_back(i);
  ASSERT_LT(known.size(), impulses.size());
  EXPECT_TRUE(same(at(model, impulses, today), at(model, known, today)));
}

TEST_P(EveryModel, SaysFiniteNumbers) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed)
    for (const Reading& r : model.read(history(seed), days)) {
      ASSERT_TRUE(std::isfinite(r.level.value_or(0)));
      ASSERT_TRUE(std::isfinite(r.variance.value_or(0)) && r.variance.value_or(0) >= 0);
      ASSERT_TRUE(std::isfinite(r.support.value_or(0)));
    }
}

TEST_P(EveryModel, ContributionsSumToTheLevelWhereItHasThem) {
  if (!model.is_additive()) {
    EXPECT_THROW(model.contributions({}, date("2024-01-01")), std::logic_error);
    return;
  }
  const auto impulses = history(4);
  for (std::size_t i = 0; i < days.size(); i += 31) {
    double sum = 0;
    for (const Contribution& c : model.contributions(impulses, days[i])) sum += c.total();
    ASSERT_NEAR(sum, at(model, impulses, days[i]).value_or(0), 1e-9);
  }
}

TEST_P(EveryModel, MoreHostilityNeverReadsAsLess) {
  const auto impulses = history(5);
  auto worse = impulses;
  for (Impulse& i : worse)
    if (i.key.value % 3 == 0) i.points += 2;
  for (const Day day : {date("2024-03-31"), date("2024-11-30")})
    EXPECT_GE(at(model, worse, day).value_or(0), at(model, impulses, day).value_or(0) - 1e-12);
}

TEST_P(EveryModel, ItsTextMakesItAgain) {
  const AnyModel again = Catalogue::built_in().make(model.text());
  EXPECT_EQ(again.text(), model.text());
  EXPECT_TRUE(same(at(again, history(6), days.back()), at(model, history(6), days.back())));
}

TEST_P(EveryModel, RefusesAParameterThatSaysNothing) {
  for (const ParameterInfo& p : GetParam().parameters) {
    try {
      Catalogue::built_in().make(GetParam().name + " " + p.name + "=banana");
      FAIL() << p.name << " took banana";
    } catch (const std::invalid_argument& error) {
      EXPECT_NE(std::string(error.what()).find("banana"), std::string::npos) << error.what();
    }
  }
}

TEST_P(EveryModel, CanBeMadeWithEveryAlternative) {
  const Catalogue catalogue = Catalogue::built_in();
  for (const Catalogue::Variant& v : catalogue.variants(model.text()))
    EXPECT_NO_THROW(catalogue.make(v.text)) << v.text;
}

// ---- edges that are the same for all ----

TEST_P(EveryModel, NoDaysNoLevels) { EXPECT_TRUE(model.read(history(7), {}).empty()); }

TEST_P(EveryModel, ASilentActorReadsAsNoHistory) {
  std::vector<Act> acts = test::any_acts(8, 60);
  for (Act& act : acts) act.direction = Direction::forward;
  const SidedReadings readings = score(model, acts, days);
  for (std::size_t i = 0; i < days.size(); i += 13) {
    const auto silent = model.undirected() ? readings.forward[i].level : at(model, {}, days[i]);
    ASSERT_TRUE(same(readings.backward[i].level, silent));
  }
}

INSTANTIATE_TEST_SUITE_P(Catalogue, EveryModel, ::testing::ValuesIn([] {
                           const Catalogue all = Catalogue::built_in();
                           return std::vector<ModelEntry>(all.entries().begin(), all.entries().end());
                         }()),
                         [](const auto& entry) { return entry.param.name; });

// ---- edges of which each model says something of its own ----

constexpr auto missing = std::nullopt;

/// What a model says of an input at the edge, on the day of the last act unless said otherwise.
struct Edges {
  std::string model;
  std::optional<double> nothing;     ///< no act at all
  std::optional<double> one;         ///< one act of 6 points of material conflict
  std::optional<double> long_ago;    ///< a million days after it
  std::optional<double> weightless;  ///< that act with a weight of 0
  std::optional<double> tied;        ///< two of it and one of −3, verbal cooperation, on one day
  std::optional<double> constant;    ///< 4 points of verbal conflict on each of the 60 days up to 29 February 2024
};

const std::vector<Edges>& edges() {
  static const std::vector<Edges> table{
      {"decayed_sum", 0, 6, 0, 0, 10.5, 78.5618089595105},
      {"latent_level", missing, 0.7352982938884967, 0, missing, 0.7729434038374823, 3.1873809376714606},
      {"decayed_mean", missing, 3, 0, missing, 2.25, 3.8817864984582604},
      {"period_sum", 0, 6, 0, 0, 9, 116},
      {"period_mean", missing, 6, missing, missing, 3, 4},
      {"period_count", 0, 1, 0, 0, 2, 29},
      {"window_mean", 0, 6, 0, 0, 3, 4},
      {"conflict_share", missing, 100, missing, missing, 200.0 / 3, 50},
      {"saturating", 0, 0.6, 0.6, 0, 0.8213333333333332, 8.411699770655611},
  };
  return table;
}

void expect_level(const std::optional<double>& got, const std::optional<double>& expected, std::string_view edge) {
  ASSERT_EQ(got.has_value(), expected.has_value()) << edge;
  EXPECT_NEAR(got.value_or(0), expected.value_or(0), 1e-12 * (1 + std::abs(expected.value_or(0)))) << edge;
}

TEST(EdgesOfEveryModel, AreAsTheTableSays) {
  const Day day = date("2024-01-15");
  const Impulse act = impulse_on(day, 6, QuadClass::material_conflict);
  Impulse weightless = act;
  weightless.weight = 0;
  const std::vector tied{act, impulse_on(day, 6, QuadClass::material_conflict, 2),
                         impulse_on(day, -3, QuadClass::verbal_cooperation, 3)};
  const Day end = date("2024-02-29");
  std::vector<Impulse> constant;
  for (Day d = end - 59; d <= end; ++d) constant.push_back(impulse_on(d, 4, QuadClass::verbal_conflict));

  for (const Edges& row : edges()) {
    SCOPED_TRACE(row.model);
    const AnyModel model = Catalogue::built_in().make(row.model);
    expect_level(at(model, {}, day), row.nothing, "nothing");
    expect_level(at(model, {act}, day), row.one, "one");
    expect_level(at(model, {act}, day + 1'000'000), row.long_ago, "a million days later");
    expect_level(at(model, {weightless}, day), row.weightless, "a weight of 0");
    expect_level(at(model, tied, day), row.tied, "tied");
    expect_level(at(model, constant, end), row.constant, "constant");
  }
}

TEST(EdgesOfEveryModel, TheTableHasEveryModel) {
  const Catalogue catalogue = Catalogue::built_in();
  for (const ModelEntry& entry : catalogue.entries()) {
    const bool is_there =
        std::any_of(edges().begin(), edges().end(), [&](const Edges& row) { return row.model == entry.name; });
    EXPECT_TRUE(is_there) << "add what " << entry.name << " says at the edges to the table above";
  }
}

TEST(EdgesOfEveryModel, ParametersOutOfRangeAreRefusedByName) {
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
