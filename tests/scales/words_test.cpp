#include "detente/scales/words.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace detente {
namespace {

Scale scale(const char* text) { return parse_scale(text).value(); }

using Table = std::vector<std::pair<double, const char*>>;

TEST(WordOf, ASumOnSoftsign) {
  const Table table{{0, "close"},      {19.9, "close"},    {20, "friendly"}, {40, "neutral"},
                    {59.9, "neutral"}, {60, "strained"},   {75, "tense"},    {84.9, "tense"},
                    {85, "hostile"},   {100.5, "hostile"}, {-3, "close"}};
  for (const auto& [index, word] : table)
    EXPECT_EQ(word_of(index, "decayed_sum", scale("softsign kappa=10")), word) << index;
}

TEST(WordOf, StrainHasAWordBelowNeutral) {
  const Table table{{-20, "cooperative"}, {49.9, "cooperative"}, {50, "neutral"}, {59.9, "neutral"}, {60, "strained"},
                    {75, "tense"},        {84.9, "tense"},       {85, "hostile"}, {130, "hostile"}};
  for (const auto& [index, word] : table)
    EXPECT_EQ(word_of(index, "two_speed rho=0.25 kappa=2", scale("linear slope=6")), word) << index;
}

TEST(WordOf, ToneHasWordsOfItsOwn) {
  const Table table{{44, "warm"}, {45, "friendly"}, {50, "mixed"}, {51, "harsh"}, {57, "bitter"}};
  for (const auto& [index, word] : table)
    EXPECT_EQ(word_of(index, "latent_level", scale("linear slope=5")), word) << index;
}

TEST(WordOf, ThereIsNoneOnAScaleThatIsNotTheModels) {
  EXPECT_EQ(word_of(67, "two_speed", scale("linear slope=5")), "");
  EXPECT_EQ(word_of(67, "two_speed", scale("softsign kappa=10")), "");
  EXPECT_EQ(word_of(48, "two_speed half_life_chronic=30 weight_acute=3", scale("linear slope=6")), "");
  EXPECT_EQ(word_of(50, 0.4, "two_speed lambda=0", scale("linear slope=6")), "");
  EXPECT_EQ(word_of(67, "two_speed rho=0.85 lambda=0.25", scale("linear slope=6")), "strained");
  EXPECT_EQ(word_of(67, "latent_level", scale("linear slope=6")), "");
  EXPECT_EQ(word_of(1.5, "decayed_sum", scale("zscore")), "");
}

TEST(WordOf, SilenceIsNotNeutral) {
  EXPECT_EQ(word_of(50, 0.4, "two_speed", scale("linear slope=6")), "no recent reports");
  EXPECT_EQ(word_of(50, 0.5, "two_speed", scale("linear slope=6")), "neutral");
  EXPECT_EQ(word_of(50, std::nullopt, "two_speed", scale("linear slope=6")), "neutral");
  EXPECT_EQ(word_of(50, 0.0, "decayed_sum", scale("softsign kappa=10")), "neutral");
}

// ---- what a reader needs to know of a scale ----

TEST(ScaleWords, BeginAndEndWhereTheScaleDoes) {
  const ScaleWords sum = scale_words("decayed_sum", scale("softsign kappa=10"));
  ASSERT_EQ(sum.bands.size(), 6U);
  EXPECT_EQ(sum.bands.front().from, 0);
  EXPECT_EQ(sum.bands.front().to, 20);
  EXPECT_EQ(sum.bands.back().to, 100);
  EXPECT_TRUE(sum.bounded());
  EXPECT_FALSE(scale_words("two_speed", scale("linear slope=6")).bounded());
}

TEST(ScaleWords, HaveTheWordOfTheNeutralValue) {
  EXPECT_EQ(scale_words("latent_level", scale("linear slope=5")).neutral_word, "mixed");
  EXPECT_EQ(scale_words("two_speed", scale("linear slope=5")).neutral_word, "neutral");
  EXPECT_EQ(scale_words("decayed_sum", {.kind = ScaleKind::relative}).neutral, 100);
  EXPECT_EQ(scale_words("decayed_sum", scale("zscore")).neutral_word, "own mean");
  EXPECT_EQ(scale_words("decayed_sum", scale("zscore")).digits, 1);
  EXPECT_EQ(scale_words("decayed_sum", scale("percentile")).neutral_word, "own median");
  EXPECT_EQ(scale_words("decayed_sum", scale("percentile")).most, 100);
}

}  // namespace
}  // namespace detente
