#include "detente/values/dyad.hpp"

#include <gtest/gtest.h>

namespace detente {
namespace {

TEST(Dyad, IsWrittenWithAColon) {
  EXPECT_EQ(*parse_dyad("USA:COL"), (Dyad{"USA", "COL"}));
  EXPECT_EQ(*parse_dyad(" USA : Gustavo Petro "), (Dyad{"USA", "Gustavo Petro"}));
  EXPECT_EQ(to_text(Dyad{"USA", "COL"}), "USA:COL");
}

TEST(Dyad, NamesTheRuleThatIsBroken) {
  EXPECT_EQ(parse_dyad("USA").rule(), "a dyad is written SOURCE:TARGET, such as USA:COL");
  EXPECT_EQ(parse_dyad("USA:COL:VEN").rule(), "a dyad is written SOURCE:TARGET, such as USA:COL");
  EXPECT_EQ(parse_dyad("").rule(), "a dyad is written SOURCE:TARGET, such as USA:COL");
  EXPECT_EQ(parse_dyad("USA:").rule(), "a dyad names two actors, such as USA:COL");
  EXPECT_EQ(parse_dyad(" :COL").rule(), "a dyad names two actors, such as USA:COL");
  EXPECT_EQ(parse_dyad("USA:USA").rule(), "the two actors of a dyad differ");
}

TEST(Dyad, CanonicalIsAlphabetical) {
  EXPECT_EQ((Dyad{"USA", "COL"}).canonical(), (Dyad{"COL", "USA"}));
  EXPECT_EQ((Dyad{"COL", "USA"}).canonical(), (Dyad{"COL", "USA"}));
  EXPECT_EQ((Dyad{"USA", "COL"}).reversed(), (Dyad{"COL", "USA"}));
}

TEST(Dyad, DirectionsHaveNames) {
  EXPECT_EQ(to_text(Direction::forward), "forward");
  EXPECT_EQ(to_text(Direction::backward), "backward");
}

}  // namespace
}  // namespace detente
