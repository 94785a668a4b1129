#include "detente/contracts/source_profile.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "detente/models/two_speed.hpp"
#include "support/misuse.hpp"

namespace detente {
namespace {

TEST(SourceProfile, SaysHowItStands) {
  EXPECT_EQ(to_text(*find_profile("keds")), "keds: rho=0.25 kappa=2, chosen");
  EXPECT_EQ(to_text(*find_profile("gdelt")), "gdelt: rho=0.85 kappa=25, provisional (uncalibrated scale)");
  EXPECT_EQ(caution_of(*find_profile("keds")), "");
  EXPECT_EQ(caution_of(*find_profile("gdelt")), "uncalibrated scale");
  EXPECT_FALSE(find_profile("reuters"));
  for (const SourceProfile& p : source_profiles()) {
    EXPECT_FALSE(p.basis.empty()) << p.name;
    EXPECT_EQ(p.standing == ProfileStanding::chosen, p.name == "keds") << p.name;
  }
}

TEST(SourceProfile, GivesAModelWhatItDoesNotSay) {
  const SourceProfile gdelt = *find_profile("gdelt");
  EXPECT_EQ(with_profile("two_speed", gdelt), "two_speed rho=0.85 kappa=25");
  EXPECT_EQ(with_profile("two_speed lambda=0 kappa=3", gdelt), "two_speed lambda=0 kappa=3 rho=0.85");
  EXPECT_EQ(with_profile("decayed_sum", gdelt), "decayed_sum");
}

TEST(SourceProfile, IsTheUsersWhereTheUserSaysIt) {
  const SourceProfile gdelt = *find_profile("gdelt");
  EXPECT_EQ(profile_of_model("two_speed lambda=0", gdelt)->name, "gdelt");
  const SourceProfile own = *profile_of_model("two_speed kappa=3", gdelt);
  EXPECT_EQ(to_text(own), "own for gdelt: rho=0.85 kappa=3, the user's");
  EXPECT_EQ(caution_of(own), "own profile");
  EXPECT_EQ(own.source(), "gdelt");
  EXPECT_EQ(profile_of_model("two_speed rho=1", own)->source(), "gdelt") << "also if it was the user's before";
  EXPECT_EQ(gdelt.source(), "gdelt");
  EXPECT_FALSE(profile_of_model("latent_level", gdelt));
  EXPECT_EQ(test::misuse([&] { (void)profile_of_model("two_speed rho=much", gdelt); }), "rho = much: is a number");
}

TEST(SourceProfile, OtherParametersThanTheSourcesAreAnotherScale) {
  const SourceProfile keds = *find_profile("keds");
  for (const char* other :
       {"lambda=0", "half_life_acute=7", "half_life_chronic=30", "weight_acute=3", "weight_chronic=1"}) {
    const SourceProfile own = *profile_of_model(std::string("two_speed ") + other, keds);
    EXPECT_EQ(to_text(own), "keds: rho=0.25 kappa=2, chosen (own scale)") << other;
    EXPECT_EQ(caution_of(own), "own scale") << other;
  }
  EXPECT_EQ(caution_of(*profile_of_model("two_speed lambda=0", *find_profile("gdelt"))), "own scale");
  EXPECT_EQ(to_text(*profile_of_model("two_speed kappa=3 lambda=0", keds)),
            "own for keds: rho=0.25 kappa=3, the user's (own scale)");
  EXPECT_FALSE(has_own_scale("decayed_sum lambda=0"));
}

TEST(SourceProfile, KnowsTheScaleThatTheModelComesWith) {
  const TwoSpeedOptions o;
  EXPECT_FALSE(has_own_scale(fmt::format(
      "two_speed lambda={} half_life_acute={} half_life_chronic={} weight_acute={} weight_chronic={} rho=9 kappa=9",
      o.lambda, o.half_life_acute, o.half_life_chronic, o.weight_acute, o.weight_chronic)));
}

}  // namespace
}  // namespace detente
