#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

TEST(Explain, EventsAddUpToTheChange) {
  const Outcome outcome = run("explain " + news + " --dyad USA:COL --between 2025-08-31 2025-09-30 --output json");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const Json json = Json::parse(outcome.out);
  double sum = 0;
  for (const Json& event : json.at("events")) sum += event.at("index").at("change").get<double>();
  EXPECT_NEAR(sum, json.at("index_to").get<double>() - json.at("index_from").get<double>(), 1e-9);
}

TEST(Explain, AgreesWithTheIndex) {
  const auto index =
      lines_of(run("index " + news + " --dyad USA:COL --output csv --no-bands --from 2025-09 --to 2025-10").out);
  const Json json = Json::parse(run("explain " + news + " --dyad USA:COL --between 2025-08 2025-09 --output json").out);
  EXPECT_NEAR(json.at("index_to").get<double>(), std::stod(fields_of(index.at(1)).at(5)), 1e-9);
}

TEST(Explain, APeriodIsItsLastDay) {
  const std::string words = "explain " + news + " --dyad USA:COL --between ";
  EXPECT_EQ(run(words + "2025-08 2025-Q3").out, run(words + "2025-08-31 2025-09-30").out);
}

TEST(Explain, TheTableNamesTheLargestEvents) {
  const Outcome outcome = run("explain " + news + " --dyad USA:COL --between 2025-09-30 2025-10-31 --top 3");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(outcome.out, "sanction on head of state")) << outcome.out;
  EXPECT_TRUE(contains(outcome.out, "other event")) << outcome.out;
}

TEST(Explain, WhatIsNotShownIsSummed) {
  const std::string words = "explain " + news + " --dyad USA:COL --between 2025-08 2025-10 --output ";
  const Json all = Json::parse(run(words + "json").out);
  const Json top = Json::parse(run(words + "json --top 3").out);
  EXPECT_EQ(top.at("events").size(), 3U);
  EXPECT_EQ(top.at("others").at("events").get<std::size_t>() + 3, all.at("events").size());
  EXPECT_EQ(top.at("by_issue"), all.at("by_issue"));
  double sum = top.at("others").at("index").at("change").get<double>();
  for (const Json& event : top.at("events")) sum += event.at("index").at("change").get<double>();
  EXPECT_NEAR(sum, top.at("index_to").get<double>() - top.at("index_from").get<double>(), 1e-9);
  EXPECT_TRUE(contains(lines_of(run(words + "csv --top 3").out).back(), ",(others),"));
}

TEST(Explain, OneDirectionAlone) {
  const Outcome outcome =
      run("explain " + news + " --dyad USA:COL --direction forward --between 2025-08 2025-09 --output csv");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  ASSERT_TRUE(contains(outcome.out, ",USA,COL,")) << outcome.out;
  for (const std::string& line : lines_of(outcome.out)) EXPECT_FALSE(contains(line, ",COL,USA,")) << line;
}

/// Between fields: those in quotes are part of one.
std::size_t commas(const std::string& line) {
  std::size_t out = 0;
  bool quoted = false;
  for (const char c : line) {
    quoted = quoted != (c == '"');
    out += c == ',' && !quoted ? 1U : 0U;
  }
  return out;
}

TEST(Explain, CsvIsRectangular) {
  const Outcome outcome = run("explain " + article + " --dyad USA:COL --between 2025-08 2025-09 --output csv");
  const auto lines = lines_of(outcome.out);
  ASSERT_GT(lines.size(), 1U) << outcome.err;
  for (const std::string& line : lines) EXPECT_EQ(commas(line), 19) << line;
}

/// Who asks what moved the index wants to read up on the event.
TEST(Explain, SaysWhichEventItWasAndWhereToReadOfIt) {
  const std::string words = "explain " + news + " --dyad USA:COL --between 2025-08 2025-09 --output ";
  const Json event = Json::parse(run(words + "json").out).at("events").at(0);
  EXPECT_FALSE(event.at("id").is_null());
  EXPECT_FALSE(event.at("note").is_null());
  EXPECT_TRUE(event.contains("object") && event.contains("url"));
  const auto lines = lines_of(run(words + "csv").out);
  EXPECT_TRUE(lines.at(0).ends_with(",id,object,note,url")) << lines.at(0);
  EXPECT_TRUE(contains(lines.at(1), "," + event.at("id").get<std::string>() + ",")) << lines.at(1);
}

/// `index` makes a period model's periods those of --every; asked the same way, `explain` speaks of the same levels.
TEST(Explain, APeriodModelHasThePeriodsThatIndexGivesIt) {
  for (const char* every : {"day", "week", "quarter"}) {
    const std::vector<std::string> how{"--model", "period_sum", "--every", every, "--output", "json"};
    std::vector<std::string> index{"index", news, "--dyad", "USA:COL", "--no-bands", "--to", "2025-10-27"};
    std::vector<std::string> explain{"explain", news, "--dyad", "USA:COL", "--between", "2025-09-28", "2025-10-26"};
    index.insert(index.end(), how.begin(), how.end());
    explain.insert(explain.end(), how.begin(), how.end());
    const auto rows = Json::parse(run(index).out).at("series");
    const Outcome explained = run(explain);
    ASSERT_EQ(explained.code, 0) << explained.err;
    EXPECT_EQ(Json::parse(explained.out).at("index_to"), rows.back().at("index")) << every;
  }
  const Outcome refused = run("explain " + news + " --dyad USA:COL --between 2025-09 2025-10 --every day");
  EXPECT_EQ(refused.code, 2);
  EXPECT_TRUE(contains(refused.err, "the model has no periods")) << refused.err;
}

TEST(Explain, ShowsObjectIdNoteAndLinkOfWhatItLists) {
  const std::string rows =
      "id,date,source,target,event,object,note,url\n"
      "e1,2025-01-05,USA,COL,sanction_imposed,coffee,after the refusal,https://example.org/1\n"
      "e2,2025-02-05,USA,COL,criticism,,,\n,2025-02-06,COL,USA,criticism,,,\n";
  const Outcome outcome = run({"explain", "-", "--dyad", "USA:COL", "--between", "2025-01-01", "2025-02-28"}, rows);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(outcome.out, "sanction imposed: coffee")) << outcome.out;
  EXPECT_TRUE(contains(outcome.out, "\n2025-01-05 e1: after the refusal <https://example.org/1>\n")) << outcome.out;
  EXPECT_TRUE(contains(outcome.out, "\n2025-02-05 e2\n")) << outcome.out;
  EXPECT_FALSE(contains(outcome.out, "\n2025-02-06\n")) << outcome.out;
}

}  // namespace
}  // namespace detente::cli_test
