// Laws for every model of the catalogue: what must hold whatever it is a model of. What each says of inputs at the edge
// is in edges_test.cpp.

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>

#include "detente/engines/score.hpp"
#include "detente/models/catalogue.hpp"
#include "support/misuse.hpp"
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

/// As a program does that feeds a state live, by the model's own `advance` within.
TEST_P(EveryModel, RefusesToGoBack) {
  AnyModel::State state = model.start(date("2024-03-01"));
  model.advance(state, date("2024-03-10"));
  model.observe(state, impulse_on(date("2024-03-10"), 5, QuadClass::verbal_conflict));
  const AnyModel::State before = state;
  EXPECT_EQ(test::misuse([&] { model.advance(state, date("2024-03-09")); }),
            "day = 2024-03-09: is not before 2024-03-10, the day that the state has reached; a late event needs a new "
            "run");
  EXPECT_EQ(test::misuse([&] { model.observe(state, impulse_on(date("2024-03-05"), 5, QuadClass::verbal_conflict)); }),
            "impulse = 2024-03-05: is of 2024-03-10, the day that the state has reached");
  EXPECT_TRUE(state == before);
}

TEST_P(EveryModel, RefusesImpulsesAndDaysOutOfOrder) {
  auto impulses = history(1);
  std::vector<Day> backwards{days[9], days[4]};
  EXPECT_TRUE(test::misuse([&] { model.read(impulses, backwards); }).starts_with("days[1] = 2024-01-05"));
  const auto first_after = [&](const Impulse& i) { return i.day > impulses.front().day; };
  std::swap(impulses.front(), *std::find_if(impulses.begin(), impulses.end(), first_after));
  EXPECT_TRUE(test::misuse([&] { model.read(impulses, days); }).starts_with("impulses["));
  EXPECT_TRUE(test::misuse([&] { run(model, impulses, days); }).starts_with("impulses["));
  if (model.is_additive()) {
    EXPECT_TRUE(test::misuse([&] { model.contributions(impulses, days.back()); }).starts_with("impulses["));
  }
}

TEST_P(EveryModel, RefusesAStateThatIsNotItsOwn) {
  AnyModel::State none;
  EXPECT_TRUE(test::misuse([&] { model.advance(none, days[0]); }).starts_with("state"));
  const AnyModel other = Catalogue::built_in().make(GetParam().name == "decayed_sum" ? "saturating" : "decayed_sum");
  AnyModel::State foreign = other.start(days[0]);
  EXPECT_TRUE(test::misuse([&] { model.advance(foreign, days[1]); }).starts_with("state"));
  EXPECT_TRUE(test::misuse([&] { (void)model.level(foreign); }).starts_with("state"));
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

/// What comes in minus what goes out is the difference of the levels, but for a prior mean, which no act has; and what
/// stays is the same in both, unless the model weighs acts against each other.
TEST_P(EveryModel, AnExchangeOfHistoriesIsSharedOut) {
  if (!model.is_additive()) GTEST_SKIP() << "has no exact contributions";
  const auto from = history(9);
  std::vector<Impulse> to = from;
  for (Impulse& i : to)
    if (i.key.value % 5 == 0) i.points = -i.points;
  std::erase_if(to, [](const Impulse& i) { return i.key.value % 7 == 0; });
  for (const Day day : {date("2024-03-31"), date("2024-11-30")}) {
    const Exchange exchange = model.exchange(from, to, day);
    double change = 0;
    for (const Contribution& c : exchange.in) change += c.total();
    for (const Contribution& c : exchange.out) change -= c.total();
    const double prior = GetParam().name == "latent_level" ? 1 : 1e-9;
    EXPECT_NEAR(change, at(model, to, day).value_or(0) - at(model, from, day).value_or(0), prior);
    if (GetParam().name != "two_speed" && GetParam().name != "decayed_sum") continue;
    for (std::size_t f = 0; f < from.size(); ++f)
      for (std::size_t t = 0; t < to.size(); ++t)
        if (from[f] == to[t]) {
          EXPECT_EQ(exchange.out[f].total(), exchange.in[t].total());
        }
  }
}

TEST_P(EveryModel, ItsTextMakesItAgain) {
  const AnyModel again = Catalogue::built_in().make(model.text());
  EXPECT_EQ(again.text(), model.text());
  EXPECT_TRUE(same(at(again, history(6), days.back()), at(model, history(6), days.back())));
}

TEST_P(EveryModel, CanBeMadeWithEveryAlternative) {
  const Catalogue catalogue = Catalogue::built_in();
  const std::vector<Catalogue::Variant> variants = catalogue.variants(model.text());
  EXPECT_EQ(variants.empty(), GetParam().name == "period_sum" || GetParam().name == "period_mean");
  for (const Catalogue::Variant& v : variants) EXPECT_NO_THROW(catalogue.make(v.text)) << v.text;
}

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

}  // namespace
}  // namespace detente
