#include "detente/contracts/codebook.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/error.hpp"
#include "support/table.hpp"

namespace detente {
namespace {

const CodeEntry& entry(const Codebook& book, std::string_view code) {
  const CodeEntry* found = book.find(code);
  if (!found) throw std::runtime_error(book.name() + " has no " + std::string(code));
  return *found;
}

Codebook parse(std::string_view text) { return Codebook::parse(*bytes_of(text), "my/own.csv", built_in_codebook); }

// ---- scoring terms by other weights ----

TEST(RescoredBy, GivesTermsTheScoresTheyPointTo) {
  const Codebook plain = built_in_codebook("plain");
  const auto score = [&](const char* weights, const char* term) {
    return entry(plain.rescored_by(built_in_codebook(weights)), term).score;
  };
  EXPECT_EQ(score("gdelt", "visa_revoked"), -4);      // 160
  EXPECT_EQ(score("gdelt", "sanction_imposed"), -8);  // 163
  EXPECT_EQ(score("icews", "denial"), -5);            // 016
  EXPECT_EQ(score("plover", "visa_revoked"), -6);     // SANCTION:Withdraw
  EXPECT_EQ(score("plover", "threat_of_force"), entry(built_in_codebook("plover"), "THREATEN:Violence").score);
}

/// CAMEO 0.5 numbers some acts otherwise than CAMEO 1.1, to which the terms point.
TEST(RescoredBy, Keds2007GoesByTheMeaningOfANumber) {
  const Codebook keds = built_in_codebook("keds2007"), rescored = built_in_codebook("plain").rescored_by(keds);
  EXPECT_EQ(entry(rescored, "sanction_imposed").score, -8);  // 163 is an embargo: 166 there
  EXPECT_EQ(entry(rescored, "sanction_imposed").basis, "keds2007 166");
  EXPECT_EQ(entry(rescored, "denial").score, -5);  // 016 is a denial: 127 there, and 016 sympathy
  EXPECT_EQ(entry(rescored, "denial").basis, "keds2007 127");
  EXPECT_EQ(entry(rescored, "sanction_relief_promised").basis, "keds2007 0355");  // 0354
  EXPECT_EQ(entry(rescored, "163").score, -6.5);                                  // its own codes keep their meaning
}

TEST(RescoredBy, BetweenTwoNumberingsOfCameoACodeKeepsItsMeaning) {
  const Codebook rescored = built_in_codebook("gdelt").rescored_by(built_in_codebook("keds2007"));
  EXPECT_EQ(entry(rescored, "163").score, -8);
  EXPECT_EQ(entry(rescored, "164").score, -6.5);
  EXPECT_EQ(entry(rescored, "016").score, -5);
  EXPECT_EQ(entry(rescored, "195").score, entry(built_in_codebook("keds2007"), "195").score);
}

TEST(RescoredBy, KeepsMeasuresAndLeavesOutWhatPointsNowhere) {
  const Codebook rescored = built_in_codebook("plain").rescored_by(built_in_codebook("plover"));
  EXPECT_EQ(entry(rescored, "visa_revoked").opens, "visa_ban");
  EXPECT_EQ(rescored.find("statement"), nullptr);  // PLOVER has no mere statements
  EXPECT_NE(rescored.find("ACCUSE:Allege"), nullptr);
  EXPECT_EQ(rescored.name(), "plain by plover");
  EXPECT_TRUE(rescored.defines_measures());
}

TEST(ForChronology, LeavesCodebooksAloneThatKnowPlainTerms) {
  EXPECT_EQ(for_chronology(built_in_codebook("plain")).name(), "plain");
  EXPECT_EQ(for_chronology(parse("# extends: plain\ncode,score\nhug,1\n")).name(), "own");
  EXPECT_EQ(for_chronology(built_in_codebook("gdelt")).name(), "plain by gdelt");
}

// ---- a user's own ----

TEST(Codebook, ReadsTheColumnsItHasAndFillsTheOthers) {
  const Codebook book = parse("# name: mine\n# version: 3\nscore,code\n-2,cold_shoulder\n2,hug\n");
  EXPECT_EQ(book.name(), "mine");
  EXPECT_EQ(book.version(), "3");
  EXPECT_EQ(entry(book, "cold_shoulder").label, "cold shoulder");
  EXPECT_EQ(entry(book, "cold_shoulder").quad, QuadClass::verbal_conflict);
  EXPECT_EQ(entry(book, "hug").quad, QuadClass::verbal_cooperation);
  EXPECT_EQ(entry(book, "hug").sd, 0.5);
  EXPECT_EQ(parse("code,score\nhug,2\n").name(), "own");  // from the file's name
}

TEST(Codebook, MayExtendAnotherAndWins) {
  const Codebook book =
      parse("# extends: plain\ncode,score,sd,quad,opens\nhug,2,0.5,,\nvisa_revoked,-9,1,material_conflict,\n");
  EXPECT_EQ(entry(book, "hug").score, 2);
  EXPECT_EQ(entry(book, "visa_revoked").score, -9);
  EXPECT_EQ(entry(book, "visa_revoked").opens, "");
  EXPECT_EQ(entry(book, "threat_of_force").score, -6);
  EXPECT_EQ(book.entries().size(), built_in_codebook("plain").entries().size() + 1);
  EXPECT_EQ(book.scheme(), "plain");
  EXPECT_EQ(book.name(), "own");
  EXPECT_THROW(parse("# extends: nothing\ncode,score\n"), InputError);
}

TEST(Codebook, HashIsOfWhatIsScored) {
  const std::string base = parse("code,score,basis\na,1,x\n").hash();
  EXPECT_EQ(base.size(), 16U);
  EXPECT_EQ(parse("# name: other\nbasis,code,score\ny,a,1.0\n").hash(), base);
  EXPECT_NE(parse("code,score\na,2\n").hash(), base);
  EXPECT_NE(parse("code,score\nb,1\n").hash(), base);
  EXPECT_NE(parse("code,score,sd\na,1,0.6\n").hash(), base);
  EXPECT_NE(parse("code,score,quad\na,1,material_cooperation\n").hash(), base);
  EXPECT_NE(parse("code,score,severe\na,1,yes\n").hash(), base);
  EXPECT_EQ(parse("code,score,severe\na,1,no\n").hash(), base);
  EXPECT_NE(parse("code,score,opens\na,1,m\n").hash(), base);
  EXPECT_NE(parse("code,score,closes\na,1,m\n").hash(), base);
  EXPECT_NE(parse("code,score,cameo\na,1,010\n").hash(), base);
  EXPECT_NE(parse("code,score,plover\na,1,AID\n").hash(), base);
}

TEST(Codebook, TensionTurnsTheSignAndKnowsNoMinusZero) {
  EXPECT_EQ(tension(-6), 6);
  EXPECT_EQ(tension(2.5), -2.5);
  EXPECT_FALSE(std::signbit(tension(0)));
}

struct Bad {
  const char* text;
  const char* message;
};

class BadCodebooks : public testing::TestWithParam<Bad> {};

TEST_P(BadCodebooks, AreRefusedWithPathLineColumnAndText) {
  try {
    parse(GetParam().text);
    FAIL() << "accepted";
  } catch (const InputError& error) {
    EXPECT_STREQ(error.what(), GetParam().message);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadCodebooks,
    testing::Values(
        Bad{"", "my/own.csv has no header: a codebook begins with code,score"},
        Bad{"# name: x\n", "my/own.csv has no header: a codebook begins with code,score"},
        Bad{"code\na\n", "my/own.csv has no column 'score'"}, Bad{"score\n1\n", "my/own.csv has no column 'code'"},
        Bad{"code,score,colour\n",
            "my/own.csv:1: column 3: 'colour': is not a column of a codebook: basis, cameo, closes, code, label, "
            "opens, plover, quad, score, sd, severe, synonyms"},
        Bad{"code,score,severe\na,1,maybe\n", "my/own.csv:2: column 3: 'maybe': severe is yes or no"},
        Bad{"code,score,code\n", "my/own.csv:1: column 3: 'code': stands twice in the header"},
        Bad{"# name: x\ncode,score\na,-2\nb,much\n",
            "my/own.csv:4: column 2: 'much': score is a number from -1000000 to 1000000"},
        Bad{"code,score\na,\n", "my/own.csv:2: column 2: '': score is a number from -1000000 to 1000000"},
        Bad{"code,score\na,nan\n", "my/own.csv:2: column 2: 'nan': score is a number from -1000000 to 1000000"},
        Bad{"code,score\n\"a\n1\",1,2\n", "my/own.csv:2: column 3: '\"a\n1\",1,2': the header has 2 columns"},
        Bad{"code,sd,score\na,-1,2\n", "my/own.csv:2: column 2: '-1': sd is a number from 0 to 1000000"},
        Bad{"code,score\n,2\n", "my/own.csv:2: column 1: '': a code is not empty"},
        Bad{"code,score\na\n", "my/own.csv:2: column 1: 'a': the header has 2 columns"},
        Bad{"code,score,quad\na,1,warm\n",
            "my/own.csv:2: column 3: 'warm': a quad class is verbal_cooperation, material_cooperation, verbal_conflict "
            "or "
            "material_conflict"},
        Bad{"code,score,opens,closes\na,1,m,m\n",
            "my/own.csv:2: column 4: 'm': a code opens a measure or closes one, not both"},
        Bad{"# name: x\ncode,score\na,1\na,2\n", "codebook x: code 'a' stands twice"},
        Bad{"code,score\n\"a,1\n", "my/own.csv:2: column 1: '\"a,1': quote not closed"}));

}  // namespace
}  // namespace detente
