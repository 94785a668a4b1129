#include "detente/values/status.hpp"

#include <gtest/gtest.h>

namespace detente {
namespace {

TEST(Status, TextReadsBack) {
  for (std::size_t i = 0; i < status_count; ++i) {
    const auto status = static_cast<Status>(i);
    EXPECT_EQ(parse_status(to_text(status)), status);
  }
  EXPECT_EQ(parse_status(""), Status::confirmed);
  EXPECT_EQ(parse_status("Confirmed"), std::nullopt);
  EXPECT_EQ(parse_status("maybe"), std::nullopt);
}

TEST(Claim, TextReadsBack) {
  EXPECT_EQ(parse_claim("contested"), Claim::contested);
  EXPECT_EQ(parse_claim(""), Claim::uncontested);
  EXPECT_EQ(parse_claim(to_text(Claim::uncontested)), Claim::uncontested);
  EXPECT_EQ(parse_claim("denied"), std::nullopt);
}

TEST(StatusWeights, AreTheStatedProbabilities) {
  const StatusWeights weights;
  EXPECT_EQ(weights[Status::confirmed], 1);
  EXPECT_EQ(weights[Status::alleged], 0.7);
  EXPECT_EQ(weights[Status::disputed], 0.5);
  EXPECT_EQ(weights[Status::denied], 0.5);
  EXPECT_EQ(weights[Status::scheduled], 0);
  EXPECT_EQ(weights[Status::cancelled], 0);
}

TEST(StatusWeights, ReadOverTheDefaults) {
  const auto weights = parse_status_weights("disputed=0.4, alleged=0.8");
  ASSERT_TRUE(weights);
  EXPECT_EQ((*weights)[Status::disputed], 0.4);
  EXPECT_EQ((*weights)[Status::alleged], 0.8);
  EXPECT_EQ((*weights)[Status::denied], 0.5);
  EXPECT_EQ(*parse_status_weights(""), StatusWeights());
  EXPECT_EQ(*parse_status_weights(to_text(*weights)), *weights);
}

TEST(StatusWeights, RefuseWhatIsNoProbabilityOfAStatus) {
  for (const char* text : {"alleged", "alleged=", "alleged=1.5", "alleged=-0.1", "alleged=nan", "rumoured=0.5", "=0.5",
                           "alleged=0.5,", ",alleged=0.5", "alleged=0.5;denied=0.4", "alleged=0.5,alleged=0.5"})
    EXPECT_FALSE(parse_status_weights(text)) << text;
  EXPECT_EQ(parse_status_weights("rumoured=0.5").rule(),
            "'rumoured=0.5' is not STATUS=PROBABILITY: one of confirmed, alleged, disputed, denied, scheduled, "
            "cancelled, and 0 to 1");
}

}  // namespace
}  // namespace detente
