#include "detente/output/text/ranking_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "output/ranking_sample.hpp"

namespace detente {
namespace {

Ranking tame_ranking() {
  Ranking out = test::sample_ranking();
  out.pairs[0].dyad = {"COL", "USA"};
  out.pairs[0].movement->movers[0].label = "threat";
  return out;
}

TEST(RankingTable, SaysWhoHowTenseAndWhy) {
  EXPECT_EQ(ranking_table(tame_ranking()),
            "The 2 tensest of 11,175 pairs on 31 October 2025\n"
            "Changes are those since 25 October 2025, that day included.\n\n"
            "rank  pair     index  word               change  silence  acts                         support\n"
            "   1  COL–USA   91.3  hostile              +3.3     −1.0  COL: threat +4.0 and 3 more      3.5\n"
            "   2  CHN–IND   61.0  strained              0.0                                            3.5\n"
            "----  -------  -----  -----------------  ------  -------  ---------------------------  -------\n"
            "      FRA–USA   58.0  no recent reports       –                                            0.1\n\n"
            "8,000 pairs have no rank: next to nothing was reported of them lately, and silence is not calm.\n");
}

TEST(RankingTable, TakesPlainCharacters) {
  const std::string text = ranking_table(tame_ranking(), Script::ascii);
  EXPECT_TRUE(std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; }))
      << text;
  EXPECT_NE(text.find("COL-USA"), std::string::npos);
}

TEST(RankingTable, TitlesByWhatIsRanked) {
  Ranking ranking = tame_ranking();
  const auto first_line = [&] { return ranking_table(ranking).substr(0, ranking_table(ranking).find('\n')); };
  ranking.by = RankBy::change;
  EXPECT_EQ(first_line(), "The 2 pairs that moved most of 11,175 pairs on 31 October 2025");
  EXPECT_NE(ranking_table(ranking).find("a first report would pass for a move"), std::string::npos);
  ranking.by = RankBy::risk;
  EXPECT_EQ(first_line(), "The 2 pairs where a severe act is likeliest of 11,175 pairs on 31 October 2025");
  ranking.by = RankBy::index;
  ranking.pairs.erase(ranking.pairs.begin());
  EXPECT_EQ(first_line(), "The tensest of 11,175 pairs on 31 October 2025");
  ranking.pairs.erase(ranking.pairs.begin());
  ranking.with_index = 1;
  EXPECT_EQ(first_line(), "No pair of 1 pair has a rank on 31 October 2025");
}

TEST(RankingTable, SaysWhatAChanceIs) {
  Ranking ranking = tame_ranking();
  ranking.calibration = "KEDS";
  ranking.calibrated = CalibrationCheck{CalibrationStanding::in_sample, ""};
  ranking.pairs[0].chance = 0.34;
  EXPECT_NE(ranking_table(ranking).find("in sample: fitted on KEDS"), std::string::npos);
  EXPECT_NE(ranking_table(ranking).find("34 %"), std::string::npos);
  ranking.calibrated = CalibrationCheck{CalibrationStanding::not_calibrated, "the model differs"};
  EXPECT_NE(ranking_table(ranking).find("No chances of a severe act: the model differs."), std::string::npos);
}

/// Fields of one line of CSV, quoted ones too.
std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> out{""};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    if (c == ',' && !quoted)
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

TEST(RankingCsv, HasTheSameFieldsInEveryLine) {
  std::istringstream lines(ranking_csv(test::sample_ranking()));
  std::string header, line;
  std::getline(lines, header);
  const std::vector<std::string> names = fields(header);
  std::vector<std::vector<std::string>> rows;
  while (std::getline(lines, line)) rows.push_back(fields(line));
  ASSERT_EQ(rows.size(), 3U);
  const auto value = [&](std::size_t row, const std::string& name) {
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? "no " + name : rows[row].at(static_cast<std::size_t>(at - names.begin()));
  };
  for (const auto& row : rows) EXPECT_EQ(row.size(), names.size());
  EXPECT_EQ(value(0, "rank"), "1");
  EXPECT_EQ(value(0, "target"), "\"B, \"\"C\"\"\"");
  EXPECT_EQ(value(0, "silence"), "-1");
  EXPECT_EQ(value(0, "act_1_source"), "<b>A");
  EXPECT_EQ(value(0, "act_2"), "call");
  EXPECT_EQ(value(0, "act_3"), "");
  EXPECT_EQ(value(0, "more"), "2");
  EXPECT_EQ(value(2, "rank"), "");
  EXPECT_EQ(value(2, "doubt"), "no recent reports");
  EXPECT_EQ(value(2, "change"), "") << "missing is not zero";
  EXPECT_EQ(value(2, "events"), "12");
}

}  // namespace
}  // namespace detente
