#include <nlohmann/json.hpp>

#include <string>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

/// A chronology as people write one: capitals, other words, a term that nobody knows, one act without a term.
constexpr const char* as_written =
    "id,date,source,target,event,score,note\n"
    "1,2025-01-02,USA,COL,Ambassador recalled,,\n"
    "2,2025-01-05,USA,COL,Lantern lit,-5,on the pier\n"
    "3,2025-02-05,COL,USA,,-3,A bell was rung\n"
    "4,2025-02-07,COL,USA,Sanctions imposed,,\n"
    "5,2025-02-09,COL,USA,very strong condemning,,\n";

/// The same in the codebook's words; the unknown term is left out.
constexpr const char* as_coded =
    "id,date,source,target,event,score,note\n"
    "1,2025-01-02,USA,COL,envoy_recalled_for_consultations,,\n"
    "2,2025-01-05,USA,COL,Lantern lit,-5,on the pier\n"
    "3,2025-02-05,COL,USA,,-3,A bell was rung\n"
    "4,2025-02-07,COL,USA,sanction_imposed,,\n";

class OwnWords : public testing::Test {
 protected:
  void SetUp() override {
    write_text(written, as_written);
    write_text(coded, as_coded);
  }

  Scratch scratch;
  std::string written = scratch / "written.csv", coded = scratch / "coded.csv";
};

TEST_F(OwnWords, GiveTheIndexOfTheCodebooksWords) {
  const auto index = [](const std::string& file) {
    return run({"index", file, "--dyad", "USA:COL", "--to", "2025-03-01", "--output", "csv"}).out;
  };
  EXPECT_EQ(index(written), index(coded));
}

TEST_F(OwnWords, AreShownWhereAnEventHasItsOwnScore) {
  const std::string explained =
      run({"explain", written, "--dyad", "USA:COL", "--between", "2025-01-01", "2025-03-01"}).out;
  EXPECT_TRUE(contains(explained, "Lantern lit  ")) << explained;
  EXPECT_TRUE(contains(explained, "A bell was rung  ")) << explained;
  EXPECT_TRUE(contains(explained, "envoy recalled for consultations")) << explained;
  const std::string page = scratch / "page.html";
  run({"index", written, "--dyad", "USA:COL", "--page", page});
  EXPECT_TRUE(contains(read_text(page), "<strong><bdi>A bell was rung</bdi></strong>"));
  EXPECT_TRUE(contains(read_text(page), "<strong><bdi>Lantern lit</bdi></strong>"));
}

TEST_F(OwnWords, AreListedByCheckWithWhatTheyWereTakenAs) {
  const std::string text = run({"check", written}).out;
  EXPECT_TRUE(contains(text, "Terms taken in another spelling:")) << text;
  EXPECT_TRUE(contains(text, "Ambassador recalled  envoy_recalled_for_consultations       1")) << text;
  EXPECT_TRUE(contains(text, "condemnation (-3)")) << text;
  EXPECT_TRUE(contains(text, "to add it, write a file mine.csv")) << text;
  const Json audit = Json::parse(run({"check", written, "--output", "json"}).out).at("audit");
  EXPECT_EQ(audit.at("taken").size(), 2U);
  EXPECT_EQ(audit.at("taken")[1].at("written"), "Sanctions imposed");
  EXPECT_EQ(audit.at("taken")[1].at("code"), "sanction_imposed");
  EXPECT_EQ(audit.at("unknown")[0].at("suggestions")[0], "condemnation");
}

/// What the warning says works.
TEST_F(OwnWords, OfAnUnknownTermAreAddedAsTheWarningSays) {
  const Outcome before = run({"index", written, "--dyad", "USA:COL"});
  EXPECT_TRUE(contains(before.err, "near: condemnation (-3)")) << before.err;
  EXPECT_TRUE(contains(before.err, "'# extends: plain', 'code,score' and 'very_strong_condemning,SCORE'"))
      << before.err;
  write_text(scratch / "mine.csv", "# extends: plain\ncode,score\nvery_strong_condemning,-4\n");
  const Outcome after = run({"index", written, "--dyad", "USA:COL", "--codebook", scratch / "mine.csv"});
  EXPECT_EQ(after.code, 0);
  EXPECT_FALSE(contains(after.err, "is not in codebook")) << after.err;
}

}  // namespace
}  // namespace detente::cli_test
