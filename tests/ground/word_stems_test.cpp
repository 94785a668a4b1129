#include "ground/word_stems.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace detente::detail {
namespace {

using Words = std::vector<std::string>;

/// Each line is one word in several forms.
TEST(StemOf, IsSharedByTheFormsOfAWord) {
  for (const Words& forms :
       {Words{"condemn", "condemns", "condemned", "condemning", "condemnation", "condemnations"},
        Words{"expel", "expels", "expelled", "expulsion", "expulsions"},
        Words{"withdraw", "withdrew", "withdrawn", "withdrawal"},
        Words{"apology", "apologies", "apologise", "apologised", "apologized", "apologises"},
        Words{"close", "closed", "closes", "closing", "closure"}, Words{"deny", "denies", "denied", "denial"},
        Words{"negotiate", "negotiated", "negotiation", "negotiations", "negotiating"},
        Words{"seize", "seized", "seizure"}, Words{"embassy", "embassies"},
        Words{"normalise", "normalised", "normalized", "normalisation", "normalization"},
        Words{"cancel", "cancelled", "canceled", "cancels"}, Words{"press"}, Words{"gas"}})
    for (const std::string& form : forms) EXPECT_EQ(stem_of(form), stem_of(forms.front())) << form;
}

TEST(StemOf, KeepsWordsOfDifferentMeaningApart) {
  EXPECT_NE(stem_of("treaty"), stem_of("threat"));
  EXPECT_NE(stem_of("condemnation"), stem_of("concession"));
  EXPECT_NE(stem_of("ban"), stem_of("bank"));
  EXPECT_NE(stem_of("meeting"), stem_of("metal"));
}

TEST(StemsOf, LeavesOutWordsThatSayNothingAndCountsEachOnce) {
  EXPECT_EQ(stems_of("The closure of the border, and of the border"), (Words{"border", "clos"}));
  EXPECT_EQ(stems_of(" of the "), Words{});
}

}  // namespace
}  // namespace detente::detail
