#include "detente/contracts/codebook.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/error.hpp"
#include "support/codebook_entry.hpp"
#include "support/table.hpp"

namespace detente {
namespace {

using test::entry;

std::vector<CodeEntry> entries_of(std::string_view built_in) {
  const Codebook book = built_in_codebook(built_in);
  return {book.entries().begin(), book.entries().end()};
}

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

}  // namespace
}  // namespace detente
