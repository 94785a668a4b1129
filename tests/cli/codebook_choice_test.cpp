/// KEDS sets are coded in CAMEO or in WEIS and do not say which; scored by the other book, signs turn.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "cli/program.hpp"
#include "support/weis_counts.hpp"

namespace detente::cli_test {
namespace {

using test::weis_of_war;

/// A KEDS set of these codes, spread over 1993.
std::string keds_of(const CodeCounts& codes) {
  std::string text;
  int event = 0;
  for (const auto& [code, n] : codes)
    for (std::size_t i = 0; i < n; ++i, ++event) {
      const int month = 1 + event % 12, day = 1 + event / 12 % 28;
      text += "1993-" + std::string(month < 10 ? "0" : "") + std::to_string(month) + "-" +
              std::string(day < 10 ? "0" : "") + std::to_string(day) +
              (event % 2 == 0 ? "\tSRB\tBOS\t" : "\tBOS\tSRB\t") + code + "\n";
    }
  return text;
}

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
