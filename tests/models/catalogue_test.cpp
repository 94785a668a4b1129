#include "detente/models/catalogue.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "detente/models/decayed_mean.hpp"
#include "support/impulses.hpp"

namespace detente {
namespace {

using test::pulse;

constexpr auto full_text =
    "decayed_sum half_life_verbal=14 half_life_material=60 half_life_cooperation=30 omega=1 residue=0.25";

std::string refusal(const char* text) {
  try {
    Catalogue::built_in().make(text);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Catalogue, TextNamesEveryParameterAndReadsBack) {
  const Catalogue catalogue = Catalogue::built_in();
  EXPECT_EQ(catalogue.make("decayed_sum omega=1").text(), full_text);
  EXPECT_EQ(catalogue.make("  decayed_sum   omega=1 ").text(), full_text);
  for (const ModelEntry& entry : catalogue.entries()) {
    const std::string text = catalogue.make(entry.name).text();
    EXPECT_EQ(catalogue.make(text).text(), text);
    EXPECT_EQ(text.substr(0, text.find(' ')), entry.name);
  }
}

TEST(Catalogue, HasItsModels) {
  std::vector<std::string> names;
  const Catalogue catalogue = Catalogue::built_in();
  for (const ModelEntry& entry : catalogue.entries()) names.push_back(entry.name);
  EXPECT_EQ(names,
            (std::vector<std::string>{"decayed_sum", "two_speed", "latent_level", "decayed_mean", "period_sum",
                                      "period_mean", "period_count", "window_mean", "conflict_share", "saturating"}));
}

/// Each parameter reaches the model: a reading that only its value explains.
TEST(Catalogue, ParametersReachTheModel) {
  const Catalogue catalogue = Catalogue::built_in();
  const auto reading = [&](const char* text, const Impulse& impulse, int day) {
    return *catalogue.make(text).read(std::vector{impulse}, std::vector{Day{day}}).front().level;
  };
  Impulse hold = pulse({0}, 8, QuadClass::material_conflict);
  hold.kind = ImpulseKind::hold;
  EXPECT_EQ(reading("decayed_sum half_life_verbal=21", pulse({0}, 6), 21), 3);
  EXPECT_EQ(reading("decayed_sum half_life_material=9", pulse({0}, 6, QuadClass::material_conflict), 9), 3);
  EXPECT_EQ(reading("decayed_sum half_life_cooperation=8 omega=1", pulse({0}, -6, QuadClass::verbal_cooperation), 8),
            -3);
  EXPECT_EQ(reading("decayed_sum residue=0.5", hold, 100000), 4);
  EXPECT_EQ(reading("two_speed rho=8", pulse({0}, 8), 0), 0);
  EXPECT_NEAR(reading("two_speed rho=0 kappa=8 weight_acute=1 weight_chronic=3", pulse({0}, 8), 0), 4 * std::log(2),
              1e-12);
  EXPECT_NEAR(reading("two_speed rho=0 kappa=4 weight_chronic=0 weight_acute=1 half_life_acute=7", pulse({0}, 8), 7),
              std::log(2), 1e-12);
  EXPECT_NEAR(reading("two_speed kappa=4 weight_acute=0 weight_chronic=1 half_life_chronic=7 lambda=1",
                      pulse({0}, -8, QuadClass::verbal_cooperation), 7),
              -std::log(2), 1e-12);
  EXPECT_EQ(reading("decayed_mean prior=3", pulse({0}, 8), 0), 2);
  EXPECT_EQ(reading("decayed_mean half_life=7 prior=0.5", pulse({0}, 8), 7), 4);
  EXPECT_EQ(reading("period_sum every=week", pulse({0}, 8), 3), 8);  // Thursday to Sunday
  EXPECT_EQ(reading("period_sum every=week", pulse({0}, 8), 4), 0);
}

TEST(Catalogue, RefusalsNameWhatIsKnown) {
  const std::string all =
      "decayed_sum, two_speed, latent_level, decayed_mean, period_sum, period_mean, period_count, window_mean, "
      "conflict_share, "
      "saturating";
  EXPECT_EQ(refusal("no_model"), "model = no_model: is not known; known are " + all);
  EXPECT_EQ(refusal(""), "model = : is not known; known are " + all);
  EXPECT_EQ(refusal("decayed_mean omega=1"), "decayed_mean = omega: is not a parameter; it has half_life, prior");
  EXPECT_EQ(refusal("decayed_mean half_life"), "decayed_mean = half_life: parameters are written name=value");
  EXPECT_EQ(refusal("decayed_mean half_life=soon"), "half_life = soon: is a number");
  EXPECT_EQ(refusal("decayed_mean half_life="), "half_life = : is a number");
  EXPECT_EQ(refusal("decayed_mean half_life=3 half_life=4"), "decayed_mean = half_life: is given twice");
  EXPECT_EQ(refusal("decayed_mean half_life=0"), "half_life = 0: is above 0 days");
  EXPECT_EQ(refusal("decayed_sum half_life_verbal=0"), "half_life_verbal = 0: is above 0 days");
  EXPECT_EQ(refusal("decayed_sum omega=2"), "omega = 2: must be within 0 to 1");
  EXPECT_EQ(refusal("period_sum every=fortnight"), "every = fortnight: is one of day, week, month, quarter, year");
}

std::vector<std::string> changes(const Catalogue& catalogue, std::string_view text) {
  std::vector<std::string> out;
  for (const auto& variant : catalogue.variants(text)) out.push_back(variant.change);
  return out;
}

TEST(Catalogue, VariantsDifferInOneChoice) {
  const Catalogue catalogue = Catalogue::built_in();
  EXPECT_EQ(changes(catalogue, catalogue.make("decayed_sum").text()),
            (std::vector<std::string>{"half-lives x 0.5", "half-lives x 2", "omega=0.25", "omega=1", "residue=0.1",
                                      "residue=0.5"}));
  EXPECT_EQ(changes(catalogue, "decayed_sum omega=1").size(), 5U);  // 1 is what it has
  EXPECT_EQ(changes(catalogue, "decayed_mean"),
            (std::vector<std::string>{"half-lives x 0.5", "half-lives x 2", "prior=0.25", "prior=4"}));
  EXPECT_TRUE(changes(catalogue, "period_sum").empty());
  EXPECT_TRUE(changes(catalogue, "mine rate=2").empty());
  const auto doubled = catalogue.variants("decayed_sum omega=1")[1];
  EXPECT_EQ(doubled.text,
            "decayed_sum half_life_verbal=28 half_life_material=120 half_life_cooperation=60 omega=1 residue=0.25");
}

TEST(Catalogue, IsAValueThatTakesOtherModels) {
  Catalogue mine = Catalogue::built_in();
  mine.add({.name = "mine",
            .summary = "",
            .formula = "",
            .source = "",
            .parameters = {{"rate", "days", "3", "> 0", ""}},
            .make = [](const ModelParameters& p, std::string text) {
              return AnyModel(DecayedMean({.half_life = p.number("rate")}), std::move(text));
            }});
  EXPECT_EQ(mine.make("mine").text(), "mine rate=3");
  EXPECT_EQ(Catalogue::built_in().find("mine"), nullptr);
  mine.add(*mine.find("mine"));
  const Catalogue built_in = Catalogue::built_in();
  EXPECT_EQ(mine.entries().size(), built_in.entries().size() + 1);
}

/// Sums need a bounded scale; means and latent levels lie within the scores' own range.
TEST(Catalogue, EveryModelIsReadOnTheScaleOfItsKind) {
  const std::map<std::string, std::string> scales{
      {"decayed_sum", "softsign kappa=10"}, {"latent_level", "linear slope=5"},     {"two_speed", "linear slope=6"},
      {"decayed_mean", "linear slope=5"},   {"period_sum", "softsign kappa=10"},    {"period_mean", "linear slope=5"},
      {"saturating", "linear slope=5"},     {"conflict_share", "linear slope=0.5"}, {"window_mean", "linear slope=12"},
      {"period_count", "softsign kappa=10"}};
  const Catalogue catalogue = Catalogue::built_in();
  for (const ModelEntry& entry : catalogue.entries())
    EXPECT_EQ(to_text(catalogue.usual_scale(catalogue.make(entry.name).text())), scales.at(entry.name)) << entry.name;
  EXPECT_EQ(to_text(catalogue.usual_scale("one of my own")), "softsign kappa=10");
}

}  // namespace
}  // namespace detente
