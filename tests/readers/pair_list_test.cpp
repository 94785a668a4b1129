#include "detente/readers/pair_list.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/refusal.hpp"

namespace detente {
namespace {

std::vector<Dyad> parsed(const std::string& text) { return parse_pair_list(*bytes_of(text), "pairs.csv"); }

TEST(PairList, NamesEachPairOnceInOrder) {
  EXPECT_EQ(parsed("note,target,source\nx,USA,COL\ny,COL,USA\n, ISR , LBN \n"),
            (std::vector<Dyad>{{"COL", "USA"}, {"ISR", "LBN"}}));
  EXPECT_TRUE(parsed("source,target\n").empty());
}

TEST(PairList, SaysWhichRowIsNoPair) {
  const auto why = [](const char* text) { return test::refusal([&] { parsed(text); }); };
  EXPECT_EQ(why("a,b\n"), "pairs.csv:1: 'a,b': the header needs the columns source and target");
  EXPECT_EQ(why("source,target\nUSA,COL\nUSA,USA\n"), "pairs.csv:3: 'USA,USA': a pair is two different actors");
  EXPECT_EQ(why("source,target\nUSA,\n"), "pairs.csv:2: 'USA,': a pair is two different actors");
  EXPECT_EQ(why("source,target\nUSA\n"), "pairs.csv:2: 'USA': has too few fields");
}

}  // namespace
}  // namespace detente
