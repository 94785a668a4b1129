/// KEDS sets are coded in CAMEO or in WEIS and do not say which; scored by the other book, signs turn.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <filesystem>
#include <fstream>

#include "cli/program.hpp"
#include "support/weis_counts.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;
using test::keds_of;
using test::weis_of_war;

TEST(CodebookOfKeds, IsToldAndSaidOnStandardErrorAndInTheResult) {
  const std::string war = keds_of(weis_of_war());
  const std::vector<std::string> words{"index", "-", "--dyad", "BOS:SRB", "--no-bands", "--output", "json"};
  const Outcome told = run(words, war);
  EXPECT_EQ(told.code, 0) << told.err;
  EXPECT_NE(told.err.find("assumed: codebook weis: it knows the codes of 100.0 %"), std::string::npos) << told.err;
  EXPECT_NE(told.out.find("\"codebook weis: it knows"), std::string::npos);
  std::vector<std::string> by_name = words;
  by_name.insert(by_name.end(), {"--codebook", "weis"});
  const Outcome named = run(by_name, war);
  EXPECT_EQ(named.err.find("codebook weis"), std::string::npos) << named.err;
  EXPECT_EQ(named.out.substr(0, named.out.find("\"provenance\"")), told.out.substr(0, told.out.find("\"provenance\"")));
  by_name.back() = "gdelt";
  EXPECT_NE(run(by_name, war).err.find("warning: the codes are likely of codebook weis"), std::string::npos);
}

TEST(CodebookOfKeds, IsSaidByEveryLineOfAPanel) {
  const Outcome told = run({"panel", "-", "--output", "json"}, keds_of(weis_of_war()));
  ASSERT_EQ(told.code, 0) << told.err;
  for (const std::string& line : lines_of(told.out)) {
    const Json row = Json::parse(line);
    EXPECT_EQ(row["codebook"], "weis");
    EXPECT_EQ(row["source_profile"], "keds: rho=0.25 kappa=2, chosen");
    ASSERT_FALSE(row["assumptions"].empty());
    EXPECT_TRUE(row["assumptions"][0].get<std::string>().starts_with("codebook weis: it knows")) << line;
  }
}

TEST(CodebookOfKeds, IsAskedForWhereTheCodesDoNotTell) {
  for (const char* command : {"index", "panel", "check"}) {
    std::vector<std::string> words{command, "-"};
    if (words[0] == "index") words.insert(words.end(), {"--dyad", "BOS:SRB"});
    const Outcome open = run(words, keds_of({{"036", 67}, {"223", 100}}));
    EXPECT_EQ(open.code, 2) << command;
    EXPECT_NE(open.err.find("say by --codebook which scores are meant"), std::string::npos) << open.err;
  }
}

TEST(CodebookOfKeds, IsSaidByCheck) {
  const Outcome told = run({"check", "-"}, keds_of(weis_of_war()));
  EXPECT_EQ(told.code, 0) << told.err;
  EXPECT_NE(told.err.find("assumed: codebook weis"), std::string::npos) << told.err;
  EXPECT_EQ(told.out.find("Unknown terms"), std::string::npos) << told.out;
}

}  // namespace
}  // namespace detente::cli_test
