#include "detente/contracts/codebook_choice.hpp"

#include <gtest/gtest.h>

#include "detente/codebooks/built_in.hpp"
#include "support/weis_counts.hpp"

namespace detente {
namespace {

using namespace test;

const Codebook gdelt = built_in_codebook("gdelt"), weis = built_in_codebook("weis");

TEST(CodebookFit, CountsEventsAndNotCodes) {
  const CodebookFit fit = fit_of(weis, {{"223", 30}, {"036", 10}});
  EXPECT_EQ(fit.name, "weis");
  EXPECT_EQ(fit.events, 40U);
  EXPECT_EQ(fit.known, 30U);
  EXPECT_DOUBLE_EQ(fit.share(), 0.75);
  EXPECT_EQ(fit_of(weis, {}).share(), 1.0);
}

TEST(CodebookContest, TellsTheFamilies) {
  for (const CodeCounts& codes : {weis_of_war(), weis_of_peace()}) {
    const CodebookContest told = contest(gdelt, weis, codes);
    EXPECT_FALSE(told.is_close());
    EXPECT_EQ(told.likelier().name, "weis") << told.log_odds;
    EXPECT_GT(told.opposed, 0U);
  }
  EXPECT_EQ(contest(gdelt, weis, cameo_of_war()).likelier().name, "gdelt");
  EXPECT_FALSE(contest(gdelt, weis, cameo_of_war()).is_close());
}

/// Codes that only the other family has stand in every set, as errors.
TEST(CodebookContest, BearsErrors) {
  CodeCounts codes = weis_of_war();
  codes["036"] = events_of(codes) / 50;
  EXPECT_EQ(contest(gdelt, weis, codes).likelier().name, "weis");
  codes = cameo_of_war();
  codes["223"] = events_of(codes) / 50;
  EXPECT_EQ(contest(gdelt, weis, codes).likelier().name, "gdelt");
}

TEST(CodebookContest, IsCloseForFewEventsAndForMixtures) {
  EXPECT_TRUE(contest(gdelt, weis, {{"031", 2}, {"102", 2}}).is_close());
  EXPECT_TRUE(contest(gdelt, weis, {}).is_close());
  EXPECT_TRUE(contest(gdelt, weis, {{"036", 67}, {"223", 100}}).is_close());
}

TEST(CodebookContest, IsTheSameTheOtherWayAbout) {
  for (const CodeCounts& codes : {weis_of_war(), weis_of_peace(), cameo_of_war()}) {
    const CodebookContest one = contest(gdelt, weis, codes), other = contest(weis, gdelt, codes);
    EXPECT_DOUBLE_EQ(one.log_odds, -other.log_odds);
    EXPECT_EQ(one.opposed, other.opposed);
    EXPECT_EQ(one.likelier().name, other.likelier().name);
  }
}

}  // namespace
}  // namespace detente
