#include "detente/questions/comparison/outcomes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "detente/ground/error.hpp"
#include "support/levant_table.hpp"

namespace detente {
namespace {

TEST(Escalation, IsThreeAndTwiceTheYearsMean) {
  const std::vector<double> severe{0, 0, 3, 0, 9, 0, 0, 0};
  const std::vector<float> got = escalations(severe);
  EXPECT_EQ(got[0], 1);             // 3 ≥ 3 + 2·0
  EXPECT_EQ(got[1], 1);             // 9
  EXPECT_TRUE(std::isnan(got[2]));  // it is there already: 3 ≥ 3
  EXPECT_EQ(got[3], 1);             // 9 ≥ 3 + 2·0.75
  EXPECT_TRUE(std::isnan(got[4]));
  EXPECT_TRUE(std::isnan(got[5]));  // two months are left, three are needed
}

TEST(Escalation, AgreesWithTheReference) {
  if (!std::filesystem::exists(test::levant_months_file)) GTEST_SKIP() << "there is no " << test::levant_months_file;
  const test::LevantTable months;
  const ForecastTable table = months.escalation();
  const std::size_t pairs = table.pairs.size();
  std::size_t compared = 0, known = 0;
  for (std::size_t p = 0; p < pairs; ++p) {
    std::vector<double> severe;
    for (std::size_t t = 0; t < table.periods.size(); ++t) severe.push_back(table.history[t * pairs + p]);
    const std::vector<float> got = escalations(severe), next = severe_next(severe);
    for (std::size_t t = 0; t < got.size(); ++t) {
      const float expected = table.outcomes[t * pairs + p];
      ++compared;
      ASSERT_EQ(std::isnan(got[t]), std::isnan(expected)) << to_text(table.pairs[p]) << " " << t;
      if (!std::isnan(expected)) {
        ASSERT_EQ(got[t], expected) << to_text(table.pairs[p]) << " " << t;
        ++known;
      }
      if (t + 1 < got.size()) {
        ASSERT_EQ(next[t], severe[t + 1]);
      }
    }
  }
  EXPECT_EQ(compared, test::levant_rows);
  EXPECT_EQ(known, 17800U);
}

class OutcomeFiles : public ::testing::Test {
 protected:
  OutcomeFile read(const std::string& text) const {
    std::ofstream(path_) << text;
    return read_outcomes(path_);
  }
  std::string refusal(const std::string& text) const {
    try {
      (void)read(text);
    } catch (const InputError& error) {
      return error.what();
    }
    return "nothing was refused";
  }
  void TearDown() override { std::filesystem::remove(path_); }
  const std::string path_ = ::testing::TempDir() + "detente_outcomes_test.csv";
};

TEST_F(OutcomeFiles, SayWhatIsAhead) {
  const OutcomeFile file = read("pair,period,outcome\nLBN:ISR,2006-07,1\nISR:LBN,2006-08,0\n");
  EXPECT_EQ(file.kind, OutcomeKind::event);
  const auto months = periods_between(PeriodKind::month, Day::from_civil(2006, 5, 1), Day::from_civil(2006, 9, 1));
  const std::vector<float> ahead = next_of(file, {"ISR", "LBN"}, months), past = past_of(file, {"ISR", "LBN"}, months);
  EXPECT_TRUE(std::isnan(ahead[0]));
  EXPECT_EQ(ahead[1], 1);  // at the end of June
  EXPECT_EQ(ahead[2], 0);
  EXPECT_EQ(past[2], 1);
  EXPECT_TRUE(std::isnan(next_of(file, {"ISR", "SYR"}, months)[1]));
  EXPECT_EQ(read("pair,period,outcome\nA:B,2006-07,3\n").kind, OutcomeKind::count);
}

TEST_F(OutcomeFiles, AreRefusedByLineAndRule) {
  EXPECT_NE(refusal("a,b,c\n").find("pair,period,outcome"), std::string::npos);
  EXPECT_NE(refusal("pair,period,outcome\n").find("no outcome"), std::string::npos);
  EXPECT_NE(refusal("pair,period,outcome\nA,2006-07,1\n").find("line 2"), std::string::npos);
  EXPECT_NE(refusal("pair,period,outcome\nA:B,yes,1\n").find("no period"), std::string::npos);
  EXPECT_NE(refusal("pair,period,outcome\nA:B,2006-07,-1\n").find("no outcome"), std::string::npos);
  EXPECT_NE(refusal("pair,period,outcome\nA:B,2006-07,1\nB:A,2006-07,0\n").find("already"), std::string::npos);
  EXPECT_NE(refusal("pair,period,outcome\nA:B,2006-07,1\nA:B,2006,0\n").find("one kind"), std::string::npos);
}

}  // namespace
}  // namespace detente
