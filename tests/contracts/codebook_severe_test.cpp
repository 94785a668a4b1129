// Which codes are severe, and how a codebook of one's own inherits it.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "support/codebook_entry.hpp"

namespace detente {
namespace {

using test::entry;

Codebook parse(std::string_view text) { return Codebook::parse(*bytes_of(text), "my/own.csv", built_in_codebook); }

std::vector<std::string> severe_codes(const Codebook& book) {
  std::vector<std::string> out;
  for (const CodeEntry& e : book.entries())
    if (e.severe) out.push_back(e.code);
  return out;
}

TEST(Codebook, SevereIsForceAndNothingElse) {
  for (const char* name : {"gdelt", "icews", "keds2007"}) {
    const Codebook book = built_in_codebook(name);
    for (const CodeEntry& e : book.entries()) {
      const std::string root = e.code.substr(0, 2);
      EXPECT_EQ(e.severe, root == "18" || root == "19" || root == "20") << name << ' ' << e.code;
    }
  }
  const Codebook plover = built_in_codebook("plover");
  for (const CodeEntry& e : plover.entries()) EXPECT_EQ(e.severe, e.code.starts_with("ASSAULT")) << e.code;
  EXPECT_EQ(severe_codes(built_in_codebook("weis")),
            (std::vector<std::string>{"213", "220", "221", "222", "223", "225", "226"}));
  EXPECT_EQ(severe_codes(built_in_codebook("plain")), (std::vector<std::string>{"military_strike",
                                                                                "armed_intervention",
                                                                                "hostage_taking",
                                                                                "blockade",
                                                                                "clash",
                                                                                "shelling",
                                                                                "attack",
                                                                                "incursion",
                                                                                "occupation",
                                                                                "annexation",
                                                                                "aircraft_shot_down",
                                                                                "ship_sunk",
                                                                                "citizen_killed",
                                                                                "terrorist_attack",
                                                                                "assassination",
                                                                                "assassination_attempt",
                                                                                "massacre",
                                                                                "mass_expulsion",
                                                                                "chemical_attack",
                                                                                "nuclear_attack",
                                                                                "ceasefire_breach"}));
}

TEST(Codebook, ExtendingOneInheritsWhatIsSevere) {
  const Codebook milder = parse("# extends: plain\ncode,score\nmilitary_strike,-7\nraid,-8\n");
  EXPECT_TRUE(entry(milder, "military_strike").severe);
  EXPECT_FALSE(entry(milder, "raid").severe);
  const Codebook other = parse("# extends: plain\ncode,score,severe\nmilitary_strike,-7,no\nraid,-8,Yes\ninsult,-1,\n");
  EXPECT_FALSE(entry(other, "military_strike").severe);
  EXPECT_TRUE(entry(other, "raid").severe);
  EXPECT_FALSE(entry(other, "insult").severe);
  EXPECT_FALSE(parse("code,score\na,-10\n").defines_severe());  // never by the score
  EXPECT_TRUE(entry(for_chronology(built_in_codebook("gdelt")), "military_strike").severe);
}

}  // namespace
}  // namespace detente
