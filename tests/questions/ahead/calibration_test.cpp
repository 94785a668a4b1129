#include "detente/questions/ahead/calibration.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "detente/ground/error.hpp"
#include "support/refusal.hpp"

namespace detente {
namespace {

Calibration example() {
  Calibration c;
  c.name = "Example 1990–1999";
  c.coding = {.codebook = "gdelt",
              .codebook_hash = "0123456789abcdef",
              .rules = "one-a-day on, mirrors once",
              .scores = "codebook",
              .roll_up = "cameo",
              .profile = "keds",
              .profile_standing = "chosen",
              .rho = 0.25,
              .kappa = 2};
  c.first = Day::from_civil(1990, 1, 1);
  c.last = Day::from_civil(1999, 12, 31);
  c.pairs = 7;
  c.months = 700;
  c.severe_months = 70;
  c.chance = {{-3, 0.5, 1}, {0.1, 0.2, 0.3}};
  c.count = {{-2, 0.1 + 0.2, 1.0 / 3}, {0.3, 0.2, 0.1}};
  c.alpha = 1.25;
  c.bins = {
      {.from = 0, .to = 0.02, .months = 600, .chance = 0.01, .share = 0.0125},
      {.from = 0.9, .to = 1, .months = 100, .chance = 0.95, .share = 0.9, .pairs = 2, .lowest = 0.8, .highest = 1}};
  return c;
}

Calibration parsed(const std::string& text) { return parse_calibration(*bytes_of(text), "mine.csv"); }

TEST(Calibration, IsALogitAndANegativeBinomialsMean) {
  const Calibration c = example();
  EXPECT_DOUBLE_EQ(chance_of_severe(c, 2, 2), 0.5);  // −3 + 0.5 · 2 + 1 · 2
  EXPECT_DOUBLE_EQ(expected_severe(c, 0, 6), 1);     // e^(−2 + 6/3)
  EXPECT_DOUBLE_EQ(expected_severe(c, 0, 1e9), std::exp(8));
  EXPECT_DOUBLE_EQ(expected_severe(c, 0, -1e9), std::exp(-12));
}

TEST(Calibration, KnowsWhatHappenedNearAChance) {
  const Calibration c = example();
  EXPECT_EQ(bin_of(c, 0.019)->months, 600U);
  EXPECT_EQ(bin_of(c, 0.02), nullptr);
  EXPECT_EQ(bin_of(c, 1)->months, 100U);
}

TEST(Calibration, PrintsAndReadsBackWhatItIs) {
  const Calibration c = example();
  EXPECT_EQ(parsed(to_text(c)), c);
  EXPECT_EQ(to_text(parsed(to_text(c))), to_text(c));
}

TEST(Calibration, HashIsOfWhatItSays) {
  const Calibration c = example();
  EXPECT_EQ(hash_of(c).size(), 16U);
  Calibration other = c;
  other.name = "another name";
  EXPECT_EQ(hash_of(other), hash_of(c));
  other.count.at[1] += 1e-15;
  EXPECT_NE(hash_of(other), hash_of(c));
  other = c;
  other.coding.kappa = 3;
  EXPECT_NE(hash_of(other), hash_of(c));
  other = c;
  other.coding.profile = "gdelt";
  EXPECT_NE(hash_of(other), hash_of(c));
  other = c;
  other.coding.profile_standing = "provisional";
  EXPECT_NE(hash_of(other), hash_of(c));
  other = c;
  other.bins[1].lowest = {};
  EXPECT_NE(hash_of(other), hash_of(c));
}

std::string refusal_of(const std::string& text) {
  return test::refusal([&] { parsed(text); });
}

/// The text with one part replaced.
std::string damaged(const std::string& part, const std::string& by) {
  std::string text = to_text(example());
  return text.replace(text.find(part), part.size(), by);
}

TEST(Calibration, SaysWhatIsWrongWithAFile) {
  EXPECT_EQ(refusal_of("date,source\n"),
            "mine.csv: line 1: 'date,source': a calibration is a table that detente calibrate has written");
  EXPECT_EQ(refusal_of("# name: x\n"),
            "mine.csv: the end: '': the table from,to,months,chance,share,pairs,lowest,highest,expected,counted is "
            "missing");
  EXPECT_EQ(refusal_of(damaged("# kappa: 2", "# kappa: 0")), "mine.csv: kappa: '0': is above 0");
  EXPECT_EQ(refusal_of(damaged("# rho: 0.25\n", "")), "mine.csv: rho: '': is missing");
  EXPECT_EQ(refusal_of(damaged("# profile: keds\n", "")), "mine.csv: profile: '': is missing");
  EXPECT_EQ(refusal_of(damaged("# chance: -3 0.5 1", "# chance: -3 0.5")),
            "mine.csv: chance: '-3 0.5': is three numbers");
  EXPECT_EQ(refusal_of(damaged("# pairs: 7", "# pairs: -7")), "mine.csv: pairs: '-7': is a whole number from 0");
  EXPECT_EQ(refusal_of(damaged("# first: 1990-01-01", "# first: soon")),
            "mine.csv: first: 'soon': is a day, as 2011-11-30");
  EXPECT_NE(refusal_of(to_text(example()) + "1,2\n").find("has 10 fields"), std::string::npos);
}

}  // namespace
}  // namespace detente
