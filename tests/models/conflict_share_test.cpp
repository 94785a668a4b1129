#include "detente/models/conflict_share.hpp"

#include <gtest/gtest.h>

#include "detente/contracts/run.hpp"
#include "detente/models/catalogue.hpp"
#include "support/random_histories.hpp"

namespace detente {
namespace {

using test::date;
using test::impulse_on;

constexpr auto talk = QuadClass::verbal_cooperation;
constexpr auto threat = QuadClass::verbal_conflict;
constexpr auto attack = QuadClass::material_conflict;

std::optional<double> at(const ConflictShare& model, const std::vector<Impulse>& impulses, Day day) {
  return run(model, impulses, std::span(&day, 1)).front();
}

/// January: three consultations and a threat, then an attack; February: silence, then two threats.
std::vector<Impulse> two_months() {
  const Day january = date("2024-01-01"), february = date("2024-02-01");
  return {impulse_on(january, -1, talk, 1),       impulse_on(january, -1, talk, 2),
          impulse_on(january + 3, -1, talk),      impulse_on(january + 9, 5, threat),
          impulse_on(january + 20, 9, attack),    impulse_on(february + 10, 5, threat, 1),
          impulse_on(february + 10, 5, threat, 2)};
}

TEST(ConflictShare, IsTheShareOfTheTwoStatesOwnActs) {
  const ConflictShare model;
  EXPECT_EQ(at(model, two_months(), date("2023-12-31")), std::nullopt);
  EXPECT_DOUBLE_EQ(at(model, two_months(), date("2024-01-09")).value(), 0);
  EXPECT_DOUBLE_EQ(at(model, two_months(), date("2024-01-10")).value(), 12.5);
  EXPECT_DOUBLE_EQ(at(model, two_months(), date("2024-01-31")).value(), 30);
  EXPECT_EQ(at(model, two_months(), date("2024-02-10")), std::nullopt);
  EXPECT_DOUBLE_EQ(at(model, two_months(), date("2024-02-29")).value(), 50);
}

TEST(ConflictShare, WeighsVerbalConflictByV) {
  EXPECT_DOUBLE_EQ(at(ConflictShare({.verbal = 0}), two_months(), date("2024-01-31")).value(), 20);
  EXPECT_DOUBLE_EQ(at(ConflictShare({.verbal = 1}), two_months(), date("2024-01-31")).value(), 40);
}

/// 40 events a day on all days of January, 10 on those of the first half of February.
Exposure world() {
  std::vector<std::pair<Day, double>> totals;
  for (Day d = date("2024-01-01"); d < date("2024-02-01"); ++d) totals.emplace_back(d, 40);
  for (Day d = date("2024-02-01"); d < date("2024-02-15"); ++d) totals.emplace_back(d, 10);
  return Exposure(totals);
}

TEST(ConflictShare, IsTheShareOfTheWholeLog) {
  const ConflictShare model({.log_totals = world()});
  EXPECT_DOUBLE_EQ(at(model, two_months(), date("2024-01-31")).value(), 100 * 1.5 / (40 * 31));
  EXPECT_DOUBLE_EQ(at(model, two_months(), date("2024-01-15")).value(), 100 * 0.5 / (40 * 15));
  EXPECT_DOUBLE_EQ(at(model, two_months(), date("2024-02-05")).value(), 0);  // others were reported
  EXPECT_DOUBLE_EQ(at(model, two_months(), date("2024-02-29")).value(), 100 * 1.0 / 140);
  EXPECT_EQ(at(model, two_months(), date("2024-03-31")), std::nullopt);  // nothing was, of anybody
}

TEST(ConflictShare, MeasuresOnlyPlainCountsAgainstTheLog) {
  EXPECT_EQ(ConflictShare().required_rules().mentions, std::nullopt);
  EXPECT_EQ(ConflictShare({.log_totals = world()}).required_rules().mentions, Mentions::one);
  EXPECT_EQ(ConflictShare({.log_totals = world()}).required_rules().volume, Volume::none);
}

TEST(ConflictShare, TheCatalogueGivesItTheTotalsItWasMadeWith) {
  const AnyModel model = Catalogue::built_in(world()).make("conflict_share denominator=log");
  const Day day = date("2024-01-31");
  EXPECT_DOUBLE_EQ(model.read(two_months(), std::span(&day, 1)).front().level.value(), 100 * 1.5 / (40 * 31));
  EXPECT_THROW(Catalogue::built_in().make("conflict_share denominator=log"), std::invalid_argument);
}

TEST(ConflictShare, RefusesWrongParameters) {
  EXPECT_THROW(ConflictShare({.verbal = 1.5}), std::invalid_argument);
  EXPECT_THROW(ConflictShare({.log_totals = Exposure()}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
