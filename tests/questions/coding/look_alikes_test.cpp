#include "detente/questions/coding/look_alikes.hpp"

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
  const std::vector<CountedName> actors{{"COL", 9}, {"USA", 5}, {"usa", 3}, {"VEN", 2}, {"Col", 1}, {"US\u0410", 1}};
  const auto groups = actor_look_alikes(actors);
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0], (std::vector<CountedName>{{"COL", 9}, {"Col", 1}}));
  EXPECT_EQ(groups[1], (std::vector<CountedName>{{"USA", 5}, {"usa", 3}, {"US\u0410", 1}}));
  EXPECT_TRUE(actor_look_alikes({}).empty());
}

using Groups = std::vector<std::vector<CountedName>>;

TEST(ActorLookAlikes, ACountryByNameAndByCode) {
  const std::vector<CountedName> actors{{"CHN", 9}, {"AUS", 8}, {"China", 2}, {"PRC", 1}, {"Austria", 1}, {"UK", 1}};
  EXPECT_EQ(actor_look_alikes(actors), (Groups{{{"CHN", 9}, {"China", 2}, {"PRC", 1}}}));
}

TEST(ActorLookAlikes, ASlipOfThePen) {
  const std::vector<CountedName> actors{{"Hezbollah", 9}, {"Hezbolah", 1}, {"Hamas", 4}, {"Gambia", 1}, {"Zambia", 1}};
  EXPECT_EQ(actor_look_alikes(actors), (Groups{{{"Hezbollah", 9}, {"Hezbolah", 1}}}));
}

TEST(ActorLookAlikes, CodesAndNumberedNamesAreToldApart) {
  EXPECT_TRUE(actor_look_alikes(std::vector<CountedName>{{"IRNGOV", 1}, {"IRQGOV", 1}}).empty());
  EXPECT_TRUE(actor_look_alikes(std::vector<CountedName>{{"group 1", 1}, {"group 2", 1}, {"group 12", 1}}).empty());
  EXPECT_TRUE(actor_look_alikes(std::vector<CountedName>{{"Mali", 1}, {"Bali", 1}}).empty()) << "too short to say";
  std::vector<CountedName> family;
  for (char c = 'a'; c <= 'l'; ++c) family.emplace_back(std::string("battalion ") + c, 1);
  EXPECT_TRUE(actor_look_alikes(family).empty());
}

TEST(ObjectLookAlikes, ASlipOfThePenAndNoCountries) {
  const std::vector<CountedName> objects{{"barley", 5}, {"wine", 3},  {"barly", 1},
                                         {"Barley", 1}, {"China", 1}, {"CHN", 1}};
  EXPECT_EQ(object_look_alikes(objects), (Groups{{{"barley", 5}, {"barly", 1}, {"Barley", 1}}}));
}

TEST(ObjectLookAlikes, ANameAsLongAsAFileCostsNoMoreThanItself) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += static_cast<char>('a' + i * 7 % 26);
  EXPECT_TRUE(object_look_alikes(std::vector<CountedName>{{text, 1}, {text + "x", 1}}).empty());
}

RC_GTEST_PROP(ObjectLookAlikes, OneSlipInALongWordIsFound, ()) {
  const auto letter = rc::gen::inRange<char>('a', static_cast<char>('z' + 1));
  const std::string word = *rc::gen::container<std::string>(8, letter);
  const auto at = *rc::gen::inRange<std::size_t>(0, word.size());
  std::string slip = word;
  switch (*rc::gen::inRange(0, 4)) {
    case 0: slip.erase(at, 1); break;
    case 1: slip.insert(at, 1, *letter); break;
    case 2: slip[at] = *letter; break;
    default: std::swap(slip[at], slip[at == 0 ? 1 : at - 1]);
  }
  RC_PRE(slip != word);
  RC_ASSERT(object_look_alikes(std::vector<CountedName>{{word, 2}, {slip, 1}}).size() == 1U);
}

RC_GTEST_PROP(Skeleton, OfASkeletonIsItself, (const std::string& name)) {
  RC_ASSERT(skeleton(skeleton(name)) == skeleton(name));
}

}  // namespace
}  // namespace detente
