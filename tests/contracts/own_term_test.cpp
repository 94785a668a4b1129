#include "detente/codebooks/own_term.hpp"

#include <gtest/gtest.h>

#include "detente/codebooks/built_in.hpp"

namespace detente {
namespace {

TEST(HowToAdd, SaysTheWholeFile) {
  EXPECT_EQ(how_to_add("plain", "Boat, rammed!"),
            "to add it, write a file mine.csv with the lines '# extends: plain', 'code,score' and 'boat_rammed,SCORE' "
            "(below 0 is conflict), and say --codebook mine.csv");
  EXPECT_NE(how_to_add("plain by gdelt", "x").find("'# extends: gdelt'"), std::string::npos);
  EXPECT_EQ(how_to_add("mine", "boat rammed"),
            "to add it, give codebook mine the line 'boat_rammed,SCORE' (below 0 is conflict)");
}

/// What it says works, for a codebook of terms and for one that only gives them its scores.
TEST(HowToAdd, IsTrue) {
  for (const char* base : {"plain", "gdelt", "plover"}) {
    const std::string file = std::string("# extends: ") + base + "\ncode,score\nlantern_lit,-6\n";
    const Codebook own = for_chronology(Codebook::parse(*bytes_of(file), "mine.csv", built_in_codebook));
    ASSERT_NE(own.find("Lantern lit"), nullptr) << base;
    EXPECT_EQ(own.find("Lantern lit")->score, -6) << base;
    EXPECT_NE(own.find("visa revoked"), nullptr) << base;
  }
}

}  // namespace
}  // namespace detente
