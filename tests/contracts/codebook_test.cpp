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

std::vector<CodeEntry> entries_of(std::string_view built_in) {
  const Codebook book = built_in_codebook(built_in);
  return {book.entries().begin(), book.entries().end()};
}

Codebook parse(std::string_view text) { return Codebook::parse(*bytes_of(text), "my/own.csv", built_in_codebook); }

// ---- built in ----

struct BuiltIn {
  const char* name;
  const char* version;
  const char* scheme;
  std::size_t codes;
  const char* hash;
  const char* code;
  double score;
};

class BuiltInCodebooks : public testing::TestWithParam<BuiltIn> {};

/// The hash is pinned so that a change of any figure is noticed: results that were published carry it.
TEST_P(BuiltInCodebooks, AreWhatTheyWere) {
  const BuiltIn& expected = GetParam();
  const Codebook book = built_in_codebook(expected.name);
  EXPECT_EQ(book.name(), expected.name);
  EXPECT_EQ(book.version(), expected.version);
  EXPECT_EQ(book.scheme(), expected.scheme);
  EXPECT_EQ(book.entries().size(), expected.codes);
  EXPECT_EQ(book.hash(), expected.hash);
  EXPECT_EQ(entry(book, expected.code).score, expected.score);
  EXPECT_FALSE(book.title().empty() || book.source().empty());
  EXPECT_EQ(book.defines_measures(), book.name() == "plain");
  EXPECT_TRUE(book.defines_severe());
}

INSTANTIATE_TEST_SUITE_P(Table, BuiltInCodebooks,
                         testing::Values(BuiltIn{"gdelt", "2013", "cameo", 311, "aeabb82ae0a7cff0", "164", -7},
                                         BuiltIn{"icews", "2015", "cameo", 312, "be5eacf670b0c057", "164", -6.5},
                                         BuiltIn{"keds2007", "2007", "cameo", 276, "bc401ec204e8ca29", "166", -8},
                                         BuiltIn{"plain", "2026-12", "plain", 286, "619cbc1bd95c8686",
                                                 "threat_of_force", -6},
                                         BuiltIn{"plover", "2024", "plover", 82, "596cb1f91cd78d6b", "ACCUSE", -3},
                                         BuiltIn{"weis", "1992", "weis", 109, "d3c470e5ab1cb88a", "223", -10}),
                         [](const auto& c) { return c.param.name; });

TEST(BuiltInCodebooks, AreKnownByName) {
  const std::vector<std::string_view> names{"acled", "gdelt", "icews", "keds2007", "plain", "plover", "ucdp", "weis"};
  EXPECT_TRUE(
      std::equal(names.begin(), names.end(), built_in_codebook_names().begin(), built_in_codebook_names().end()));
  EXPECT_THROW(built_in_codebook("cameo"), InputError);
  EXPECT_EQ(open_codebook("plain").hash(), built_in_codebook("plain").hash());
}

/// Their types are scored as the CAMEO codes that they point to, which is what their basis says.
TEST(BuiltInCodebooks, TypesOfDeadlyEventsHaveTheScoresOfGdelt) {
  const Codebook gdelt = built_in_codebook("gdelt");
  std::size_t compared = 0;
  for (const char* name : {"acled", "ucdp"})
    for (const Codebook book = built_in_codebook(name); const CodeEntry& e : book.entries()) {
      const CodeEntry& nearest = entry(gdelt, e.cameo);
      EXPECT_EQ(e.score, nearest.score) << e.code;
      EXPECT_EQ(e.sd, nearest.sd) << e.code;
      EXPECT_EQ(e.quad, nearest.quad) << e.code;
      EXPECT_EQ(e.severe, nearest.severe) << e.code;
      ++compared;
    }
  EXPECT_EQ(compared, 25U);
}

TEST(BuiltInCodebooks, ZerosInFrontOfACodeCount) {
  const Codebook gdelt = built_in_codebook("gdelt");
  EXPECT_NE(gdelt.find("01"), nullptr);
  EXPECT_EQ(gdelt.find("1"), nullptr);
  EXPECT_NE(entry(gdelt, "012").label, entry(gdelt, "12").label);
}

/// 01–05 verbal cooperation, 06–09 material cooperation, 10–14 verbal conflict, 15–20 material conflict.
TEST(BuiltInCodebooks, QuadClassesOfCameoFollowTheRoot) {
  for (const char* name : {"gdelt", "icews", "keds2007"})
    for (const CodeEntry& e : entries_of(name)) {
      const int root = std::stoi(e.code.substr(0, 2));
      const QuadClass quad = root <= 5    ? QuadClass::verbal_cooperation
                             : root <= 9  ? QuadClass::material_cooperation
                             : root <= 14 ? QuadClass::verbal_conflict
                                          : QuadClass::material_conflict;
      EXPECT_EQ(e.quad, quad) << name << " " << e.code;
    }
}

double half_distance(double a, double b) { return std::max(0.5, std::abs(a - b) / 2); }

/// Half the distance between the Goldstein family and PLOVER, at least 0.5; 1 without a counterpart.
TEST(BuiltInCodebooks, StandardDeviationsOfCameoFollowTheRule) {
  const Codebook plover = built_in_codebook("plover");
  for (const char* name : {"gdelt", "icews", "keds2007"})
    for (const CodeEntry& e : entries_of(name)) {
      const double sd = e.plover.empty() ? 1 : half_distance(e.score, entry(plover, e.plover).score);
      EXPECT_NEAR(e.sd, sd, 5e-5) << name << " " << e.code;
    }
}

TEST(BuiltInCodebooks, StandardDeviationsOfPloverFollowTheRule) {
  std::map<std::string, std::vector<double>> goldstein;
  for (const CodeEntry& e : entries_of("gdelt"))
    if (!e.plover.empty()) goldstein[e.plover].push_back(e.score);
  for (const CodeEntry& e : entries_of("plover")) {
    const auto& scores = goldstein[e.code];
    const double mean = std::accumulate(scores.begin(), scores.end(), 0.0) / static_cast<double>(scores.size());
    EXPECT_NEAR(e.sd, scores.empty() ? 1 : half_distance(e.score, mean), 5e-5) << e.code;
  }
}

TEST(BuiltInCodebooks, EveryClosingOfPlainHasAnOpening) {
  std::map<std::string, int> opens, closes;
  for (const CodeEntry& e : entries_of("plain")) {
    if (!e.opens.empty()) ++opens[e.opens];
    if (!e.closes.empty()) ++closes[e.closes];
    EXPECT_TRUE(e.opens.empty() || e.score < 0) << e.code;
    EXPECT_TRUE(e.closes.empty() || e.score > 0) << e.code;
  }
  ASSERT_FALSE(closes.empty());
  for (const auto& [measure, n] : closes) EXPECT_TRUE(opens.contains(measure)) << measure;
}

TEST(BuiltInCodebooks, EveryPointerOfPlainLeadsSomewhere) {
  const Codebook gdelt = built_in_codebook("gdelt"), plover = built_in_codebook("plover");
  for (const CodeEntry& e : entries_of("plain")) {
    EXPECT_NE(gdelt.find(e.cameo), nullptr) << e.code;
    EXPECT_TRUE(e.plover.empty() || plover.find(e.plover)) << e.code;
  }
}

/// The figures are those of the published tables.
TEST(BuiltInCodebooks, HoldThePublishedScores) {
  const std::vector<std::array<std::string, 3>> tables{{"gdelt", "cameo_gdelt", "goldstein"},
                                                       {"icews", "cameo_icews", "goldstein"},
                                                       {"keds2007", "cameo_keds_2007", "value"},
                                                       {"weis", "weis_goldstein", "value"}};
  for (const auto& [name, file, column] : tables) {
    const std::string path = DETENTE_SHARED "/data/codebooks/" + file + ".tsv";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "the published tables are not here";
    const Codebook book = built_in_codebook(name);
    for (const auto& row : test::read_table(path, book.entries().size(), '\t'))
      EXPECT_EQ(entry(book, row.at("code")).score, test::number(row, column)) << name << row.at("code");
  }
}

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
