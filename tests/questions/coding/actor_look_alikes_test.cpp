#include "detente/questions/coding/actor_look_alikes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace detente {
namespace {

TEST(Skeleton, LeavesWhatAReaderSees) {
  for (const char* usa :
       {"USA", "usa", " U S A", "US\u00A0A", "US\u0410", "\uFF35\uFF33\uFF21", "U\u200BSA", "Us\u0301a", "\u0405USA"})
    EXPECT_EQ(skeleton(usa), usa == std::string("\u0405USA") ? "susa" : "usa") << usa;
  EXPECT_EQ(skeleton("Perú"), "peru");
  EXPECT_EQ(skeleton("Peru\u0301"), "peru");
  EXPECT_EQ(skeleton("ŁÓDŹ"), "lodz");
  EXPECT_EQ(skeleton("РОССИЯ"), skeleton("россия"));
  EXPECT_EQ(skeleton("ΑΒΕ"), "abe");
  EXPECT_EQ(skeleton("日本"), "日本");
}

TEST(Skeleton, DifferentNamesStayDifferent) {
  EXPECT_NE(skeleton("COL"), skeleton("COLGOV"));
  EXPECT_NE(skeleton("USA1"), skeleton("USA2"));
  EXPECT_NE(skeleton("日本"), skeleton("中国"));
}

TEST(ActorLookAlikes, ComeInGroups) {
  const std::vector<ActorCount> actors{{"COL", 9}, {"USA", 5}, {"usa", 3}, {"VEN", 2}, {"Col", 1}, {"US\u0410", 1}};
  const auto groups = actor_look_alikes(actors);
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0], (std::vector<ActorCount>{{"COL", 9}, {"Col", 1}}));
  EXPECT_EQ(groups[1], (std::vector<ActorCount>{{"USA", 5}, {"usa", 3}, {"US\u0410", 1}}));
  EXPECT_TRUE(actor_look_alikes({}).empty());
}

RC_GTEST_PROP(Skeleton, OfASkeletonIsItself, (const std::string& name)) {
  RC_ASSERT(skeleton(skeleton(name)) == skeleton(name));
}

}  // namespace
}  // namespace detente
