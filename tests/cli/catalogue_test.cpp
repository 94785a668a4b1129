#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

TEST(CodebookCommand, ListHasAll) {
  const Outcome outcome = run("codebook list");
  EXPECT_EQ(outcome.code, 0);
  for (const char* name : {"gdelt", "icews", "keds2007", "weis", "plover", "plain", "acled", "ucdp"})
    EXPECT_TRUE(contains(outcome.out, name)) << name;
  EXPECT_EQ(Json::parse(run("codebook list --output json").out).at("codebooks").size(), 8U);
}

TEST(CodebookCommand, ShowsOneCode) {
  EXPECT_TRUE(contains(run("codebook show plain visa_revoked").out, "visa_ban"));
  const Json json = Json::parse(run("codebook show gdelt 138 --output json").out);
  EXPECT_EQ(json.at("codes").size(), 1U);
}

TEST(CodebookCommand, ShowsACodeInAnySpellingThatIsTaken) {
  const Outcome outcome = run({"codebook", "show", "plain", "Recalled ambassador"});
  EXPECT_TRUE(contains(outcome.out, "envoy_recalled_for_consultations"));
  const Outcome unknown = run({"codebook", "show", "plain", "very strongly condemning"});
  EXPECT_EQ(unknown.code, 3);
  EXPECT_TRUE(contains(unknown.err, "near: condemnation (-3)")) << unknown.err;
  EXPECT_TRUE(contains(unknown.err, "'# extends: plain', 'code,score' and 'very_strongly_condemning,SCORE'"))
      << unknown.err;
}

TEST(CodebookCommand, ACsvIsACodebookAgain) {
  for (const char* name : {"gdelt", "icews", "keds2007", "weis", "plover", "plain"}) {
    const Scratch scratch;
    const std::string words = std::string("codebook show ") + name + " --output csv";
    const Outcome outcome = run(words);
    write_text(scratch / "copy.csv", outcome.out);
    EXPECT_EQ(run({"codebook", "show", scratch / "copy.csv", "--output", "csv"}).out, outcome.out) << name;
  }
}

TEST(CodebookCommand, ACopyScoresAsTheOriginal) {
  const Scratch scratch;
  write_text(scratch / "copy.csv", run("codebook show plain --output csv").out);
  EXPECT_EQ(
      run({"index", news, "--dyad", "USA:COL", "--output", "csv", "--draws", "50", "--codebook", scratch / "copy.csv"})
          .out,
      run("index " + news + " --dyad USA:COL --output csv --draws 50").out);
}

TEST(ModelsCommand, ListAndShow) {
  const Outcome list = run("models list");
  for (const char* name : {"decayed_sum", "decayed_mean", "period_sum", "period_mean"})
    EXPECT_TRUE(contains(list.out, name)) << name;
  const Outcome one = run("models show decayed_sum");
  for (const char* part : {"half_life_verbal", "days", "14", "omega", "0.25", "source"})
    EXPECT_TRUE(contains(one.out, part)) << part;
  EXPECT_EQ(Json::parse(run("models show decayed_sum --output json").out).at("parameters").size(), 5U);
  EXPECT_EQ(lines_of(run("models show decayed_sum --output csv").out).size(), 6U);
}

}  // namespace
}  // namespace detente::cli_test
