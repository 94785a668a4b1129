#include "detente/contracts/index_series.hpp"

#include <gtest/gtest.h>

namespace detente {
namespace {

TEST(ChosenDyad, IsThePairAsNamedOrOneDirectionOfIt) {
  const Dyad named{"USA", "COL"};
  EXPECT_EQ(chosen_dyad(named, DirectionChoice::both), named);
  EXPECT_EQ(chosen_dyad(named, DirectionChoice::forward), (Dyad{"COL", "USA"}));
  EXPECT_EQ(chosen_dyad(named, DirectionChoice::backward), (Dyad{"USA", "COL"}));
  EXPECT_EQ(chosen_dyad({"COL", "USA"}, DirectionChoice::backward), (Dyad{"USA", "COL"}));
}

}  // namespace
}  // namespace detente
