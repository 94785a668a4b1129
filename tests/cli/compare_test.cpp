#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

TEST(Compare, AsksWhose) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"compare", news}, {"compare", news, "--all", "--dyad", "USA:COL"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_TRUE(contains(outcome.err, "--all")) << outcome.err;
    EXPECT_TRUE(contains(outcome.err, "--dyad A:B")) << outcome.err;
  }
}

TEST(Compare, RefusesByTheRule) {
  const auto refusal = [](std::vector<std::string> words) {
    words.insert(words.begin(), {"compare", news, "--dyad", "USA:COL"});
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.code, 2) << outcome.err;
    return outcome.err;
  };
  EXPECT_TRUE(contains(refusal({"--outcome", "sever"}), "severe, escalation, or a file"));
  EXPECT_TRUE(contains(refusal({"--as-of", "2025-09"}), "--as-of"));
  EXPECT_TRUE(contains(refusal({"--models", "decayed_summ"}), "decayed_sum"));
}

TEST(Compare, SaysWhereThereIsTooLittle) {
  const Outcome outcome = run("compare " + news + " --dyad USA:COL --models decayed_sum");
  EXPECT_EQ(outcome.code, 3);
  EXPECT_TRUE(contains(outcome.err, "--burn-in")) << outcome.err;
}

TEST(Compare, SaysWhichIsBetter) {
  const std::string file = std::string(DETENTE_SHARED) + "/data/events/keds_levant_cameo.tsv";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "there is no " << file;
  const std::vector<std::string> words{"compare",  file,        "--dyad",   "ISR:LBN", "--dyad",  "ISR:SYR",
                                       "--models", "two_speed", "--output", "csv",     "--draws", "50"};
  const Outcome outcome = run(words);
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const char* part : {"\ntwo_speed,model,", "\n\"two_speed, its two parts\",model,", "\nown history,baseline,",
                           "\nevents,baseline,", "\nlast twelve resampled,baseline,"})
    EXPECT_TRUE(contains(outcome.out, part)) << part << " is not in " << outcome.out;
  std::vector<std::string> alone = words;
  alone.insert(alone.end(), {"--threads", "1"});
  EXPECT_EQ(run(alone).out, outcome.out);
}

}  // namespace
}  // namespace detente::cli_test
