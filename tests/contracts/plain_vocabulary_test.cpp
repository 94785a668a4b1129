#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "detente/codebooks/built_in.hpp"
#include "detente/contracts/codebook.hpp"
#include "detente/contracts/term_suggestions.hpp"
#include "detente/ground/spelling.hpp"
#include "detente/ground/text.hpp"
#include "support/table.hpp"

namespace detente {
namespace {

const Codebook& plain() {
  static const Codebook book = built_in_codebook("plain");
  return book;
}

TEST(PlainVocabulary, HasTheOrdinaryTermsOfDiplomaticLife) {
  EXPECT_GE(plain().entries().size(), 150U);
  for (const char* term : {"meeting",
                           "summit",
                           "ambassador_summoned",
                           "protest_note",
                           "condemnation",
                           "apology",
                           "congratulations",
                           "relations_cut",
                           "relations_restored",
                           "embassy_closed",
                           "embassy_reopened",
                           "consulate_closed",
                           "consulate_reopened",
                           "dialogue_suspended",
                           "dialogue_resumed",
                           "treaty_suspended",
                           "treaty_resumed",
                           "treaty_withdrawn_from",
                           "visit_cancelled",
                           "import_ban",
                           "export_ban",
                           "company_listed",
                           "company_delisted",
                           "asset_freeze",
                           "boycott",
                           "court_case_opened",
                           "court_case_dropped",
                           "wto_case_opened",
                           "wto_case_dropped",
                           "travel_warning",
                           "detention",
                           "release",
                           "prisoner_swap",
                           "spying_charge",
                           "journalist_expelled",
                           "death_sentence",
                           "border_closed",
                           "border_reopened",
                           "airspace_closed",
                           "airspace_reopened",
                           "interception",
                           "ship_seized",
                           "ship_released",
                           "military_exercise",
                           "troop_build_up",
                           "troop_withdrawal",
                           "clash",
                           "strike",
                           "incursion",
                           "ceasefire",
                           "ceasefire_breach",
                           "truce",
                           "cyber_attack",
                           "arms_sale",
                           "alliance",
                           "recognition",
                           "recognition_withdrawn",
                           "mediation",
                           "relief_aid",
                           "loan",
                           "envoy_expelled",
                           "envoy_returned"})
    EXPECT_NE(plain().find(term), nullptr) << term;
}

/// The first 49 terms give what they always gave: their hash without synonyms is the codebook's of 2026-11.
TEST(PlainVocabulary, TheFirstTermsAreWhatTheyWere) {
  std::vector<CodeEntry> first(plain().entries().begin(), plain().entries().begin() + 49);
  for (CodeEntry& entry : first) entry.synonyms.clear();
  EXPECT_EQ(Codebook("plain", "2026-11", first).hash(), "ae752d9512ce2833");
}

TEST(PlainVocabulary, NoTwoTermsShareASpelling) {
  std::map<std::string, std::string> codes;
  for (const CodeEntry& e : plain().entries()) {
    std::set<std::string> forms{normal_form(e.code), normal_form(e.label)};
    for (const std::string& synonym : e.synonyms)
      EXPECT_TRUE(forms.insert(normal_form(synonym)).second) << e.code << ": " << synonym << " says nothing new";
    for (const std::string& form : forms)
      EXPECT_TRUE(codes.emplace(form, e.code).second) << form << " is of " << codes[form] << " and " << e.code;
    EXPECT_EQ(e.label, spoken(e.code));
  }
  for (const auto& [form, code] : codes) EXPECT_EQ(plain().find(form)->code, code) << form;
}

TEST(PlainVocabulary, EveryOpeningHasAClosingAndTheReverse) {
  std::set<std::string> opens, closes;
  for (const CodeEntry& e : plain().entries()) {
    if (!e.opens.empty()) opens.insert(e.opens);
    if (!e.closes.empty()) closes.insert(e.closes);
  }
  EXPECT_EQ(opens, closes);
  EXPECT_EQ(opens.size(), 62U);  // as lib/codebooks/README.md says
}

TEST(PlainVocabulary, TheClassHasTheSideOfTheScore) {
  for (const CodeEntry& e : plain().entries()) EXPECT_EQ(is_cooperation(e.quad), e.score >= 0) << e.code;
}

TEST(PlainVocabulary, TheClassFollowsTheRootOfThePointer) {
  const Codebook gdelt = built_in_codebook("gdelt");
  std::set<std::string> others;
  for (const CodeEntry& e : plain().entries())
    if (e.quad != gdelt.find(e.cameo)->quad) others.insert(e.code);
  EXPECT_EQ(others, (std::set<std::string>{"concession", "denial", "investigation_opened", "recertification",
                                           "visa_granted", "visa_services_resumed"}));
}

/// Of the Goldstein family: the mean of GDELT's and ICEWS's scores.
double goldstein(const CodeEntry& term) {
  static const Codebook gdelt = built_in_codebook("gdelt"), icews = built_in_codebook("icews");
  return (gdelt.find(term.cameo)->score + icews.find(term.cameo)->score) / 2;
}

TEST(PlainVocabulary, FiguresFollowTheirBasis) {
  const Codebook plover = built_in_codebook("plover");
  std::size_t means = 0;
  for (const CodeEntry& e : plain().entries()) {
    ASSERT_TRUE(e.basis == "judgement" || e.basis == "mean of Goldstein family and PLOVER") << e.code;
    const double other = e.plover.empty() ? goldstein(e) : plover.find(e.plover)->score;
    if (e.basis != "judgement") {
      EXPECT_NEAR(e.score, (goldstein(e) + other) / 2, 5e-5) << e.code;
    }
    EXPECT_NEAR(e.sd, std::max(0.5, std::abs(goldstein(e) - other) / 2), 5e-5) << e.code;
    EXPECT_LE(std::abs(e.score), 10) << e.code;
    means += e.basis == "judgement" ? 0U : 1U;
  }
  EXPECT_EQ(means, 61U);  // as lib/codebooks/README.md says
}

/// A closing of a measure gives back less than its opening took.
TEST(PlainVocabulary, AnEndWeighsLessThanItsBeginning) {
  std::map<std::string, double> worst;
  for (const CodeEntry& e : plain().entries())
    if (!e.opens.empty()) worst[e.opens] = std::min(worst[e.opens], e.score);
  for (const CodeEntry& e : plain().entries())
    if (!e.closes.empty()) {
      EXPECT_LE(e.score, -worst[e.closes]) << e.code;
    }
}

TEST(PlainVocabulary, CondemnationIsNoConcession) {
  EXPECT_EQ(plain().find("Condemnation")->score, -3);
  EXPECT_EQ(plain().find("Sanction imposed")->code, "sanction_imposed");
}

// ---- terms as people type them, written down before the vocabulary grew ----

constexpr std::size_t blind_terms = 320;

bool is_on_side(double score, const std::string& side) { return (score < 0) == (side == "conflict"); }

TEST(PlainVocabulary, NineInTenTermsTypedBlindAreTakenOnTheirSide) {
  std::size_t taken = 0;
  for (const auto& row : test::read_table(DETENTE_TEST_DATA "/blind_terms.csv", blind_terms)) {
    const CodeEntry* entry = plain().find(row.at("typed"));
    if (!entry) continue;
    ++taken;
    EXPECT_TRUE(is_on_side(entry->score, row.at("side"))) << row.at("typed") << " is taken as " << entry->code;
  }
  EXPECT_GE(10 * taken, 9 * blind_terms);
  RecordProperty("taken", static_cast<int>(taken));
}

TEST(PlainVocabulary, TheOthersGetASuggestionOfTheirSide) {
  for (const auto& row : test::read_table(DETENTE_TEST_DATA "/blind_terms.csv", blind_terms)) {
    if (plain().find(row.at("typed"))) continue;
    const auto near = suggestions(plain(), row.at("typed"));
    const auto fits = [&](const Suggestion& s) { return is_on_side(s.score, row.at("side")); };
    EXPECT_TRUE(std::any_of(near.begin(), near.end(), fits)) << row.at("typed") << ": " << to_text(near);
  }
}

}  // namespace
}  // namespace detente
