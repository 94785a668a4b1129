// The list by which a model's constructor checks and its catalogue entry shows and reads.

#include "models/parameters.hpp"

#include <gtest/gtest.h>

#include "detente/models/decayed_sum.hpp"
#include "detente/models/latent_level.hpp"
#include "support/misuse.hpp"

namespace detente::detail {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

std::string refusal(const Range& range, double value) {
  return test::misuse([&] { range.check("x", value); });
}

TEST(Range, EndsAreInUnlessTheyAreSaidToBeOut) {
  EXPECT_EQ(refusal(zero_to_one, 0), "taken");
  EXPECT_EQ(refusal(zero_to_one, 1), "taken");
  EXPECT_EQ(refusal(zero_to_one, 1.5), "x = 1.5: must be within 0 to 1");
  EXPECT_EQ(refusal(days_above_0, 0), "x = 0: is above 0 days");
  EXPECT_EQ(refusal(days_above_0, infinite), "taken");  // never fades
  EXPECT_EQ(refusal({.high = 5, .unit = "points"}, 6), "x = 6: must be within 0 to 5 points");
}

TEST(Range, HoldsNothingThatIsNoNumber) {
  EXPECT_NE(refusal(zero_to_one, not_a_number), "taken");
  EXPECT_NE(refusal(days_above_0, not_a_number), "taken");
}

struct Options {
  double rate = 2.5;
  bool fast = false;
  PeriodKind every = PeriodKind::week;
};

const Parameters<Options>& parameters() {
  static const Parameters<Options> all{number(&Options::rate, "rate", "days", days_above_0, "how fast"),
                                       either(&Options::fast, "pace", "", "fast", "slow", "which pace"),
                                       period(&Options::every)};
  return all;
}

TEST(Parameters, DefaultsAreThoseOfTheOptions) {
  EXPECT_EQ(parameters()[0].info.standard, "2.5");
  EXPECT_EQ(parameters()[1].info.standard, "slow");
  EXPECT_EQ(parameters()[2].info.standard, "week");
  EXPECT_EQ(parameters()[1].info.range, "fast or slow");
}

TEST(Parameters, AreReadAndChecked) {
  Options options;
  const ModelParameters texts({{"rate", "-1"}, {"pace", "fast"}, {"every", "year"}});
  for (const auto& each : parameters()) each.read(options, texts);
  EXPECT_EQ(options.rate, -1);
  EXPECT_TRUE(options.fast);
  EXPECT_EQ(options.every, PeriodKind::year);
  EXPECT_EQ(test::misuse([&] { (void)checked(options, parameters()); }), "rate = -1: is above 0 days");
}

TEST(Parameters, OfTheCatalogueMakeTheModelThatOptionsMake) {
  const Catalogue catalogue = Catalogue::built_in();
  EXPECT_EQ(catalogue.make("latent_level").as<LatentLevel>()->options(), LatentLevelOptions());
  const AnyModel sum = catalogue.make("decayed_sum half_life_material=9");
  EXPECT_EQ(sum.as<DecayedSum>()->options().half_life_material, 9);
  EXPECT_EQ(sum.as<DecayedSum>()->options().half_life_verbal, DecayedSumOptions().half_life_verbal);
}

}  // namespace
}  // namespace detente::detail
