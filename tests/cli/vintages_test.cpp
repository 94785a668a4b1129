#include <nlohmann/json.hpp>
#include <algorithm>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

/// A threat that was told late, an accusation that was corrected, and a visa whose revocation was withdrawn.
struct Revised {
  Scratch folder;
  std::string file = folder / "revised.csv";

  Revised() {
    write_text(file,
               "id,date,source,target,event,status,reported\n"
               "1,2025-01-10,USA,COL,threat_of_force,,2025-02-03\n"
               "2,2025-01-05,COL,USA,accusation,,2025-01-05\n"
               "2,2025-01-05,COL,USA,criticism,,2025-03-04\n"
               "3,2025-02-10,USA,COL,visa_revoked,,2025-02-10\n"
               "3,2025-02-10,USA,COL,visa_revoked,cancelled,2025-04-02\n");
  }
  Outcome ask(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"vintages", file, "--dyad", "USA:COL"});
    return run(more);
  }
};

TEST(VintagesOfTheProgram, TableSaysWhatRevisedAMonth) {
  const Outcome outcome = Revised().ask();
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const char* part : {"COL–USA by month, in 4 vintages from 2025-01-31 to 2025-04-30", "late 2025-02-03",
                           "corrected 2025-03-04", "withdrawn 2025-04-02", "USA→COL", "% were revised"})
    EXPECT_TRUE(contains(outcome.out, part)) << part << " is not in\n" << outcome.out;
  EXPECT_FALSE(contains(outcome.out, "do not say when")) << "all of them do";
}

TEST(VintagesOfTheProgram, CsvHasALineWhereAValueIsNewOrChanged) {
  const auto lines = lines_of(Revised().ask({"--output", "csv"}).out);
  ASSERT_EQ(lines.size(), 7U) << "January is new and revised twice, February also";
  EXPECT_TRUE(lines[0].starts_with("source,target,period,first_day,last_day,as_of,lag_days,index,revision,late,"));
  EXPECT_TRUE(lines[1].starts_with("COL,USA,2025-01,2025-01-01,2025-01-31,2025-01-31,0,")) << lines[1];
  EXPECT_TRUE(lines[2].starts_with("COL,USA,2025-01,2025-01-01,2025-01-31,2025-02-28,28,")) << lines[2];
  EXPECT_TRUE(lines[2].ends_with(",late,2025-01-10,USA,COL,threat_of_force,1,2025-02-03")) << lines[2];
  const auto columns = [](const std::string& line) { return std::count(line.begin(), line.end(), ','); };
  for (const std::string& line : lines) EXPECT_EQ(columns(line), columns(lines[0])) << line;
}

TEST(VintagesOfTheProgram, JsonSumsUp) {
  const Outcome outcome = Revised().ask({"--output", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const Json& period : Json::parse(outcome.out).at("periods")) {
    double sum = 0;
    for (const Json& revision : period.at("revisions")) {
      double lines = revision.at("remainder");
      for (const Json& line : revision.at("lines")) lines += line.at("index").get<double>();
      EXPECT_NEAR(lines, revision.at("revision").get<double>(), 1e-9);
      sum += revision.at("revision").get<double>();
    }
    EXPECT_NEAR(sum, period.at("revision").get<double>(), 1e-9);
  }
  EXPECT_EQ(lines_of(Revised().ask({"--output", "jsonl"}).out).size(), 2U);
}

TEST(VintagesOfTheProgram, TheLatestValueIsThatOfTheIndex) {
  const Revised revised;
  const Json index =
      Json::parse(run({"index", revised.file, "--dyad", "USA:COL", "--no-bands", "--output", "json"}).out);
  const Json vintages = Json::parse(revised.ask({"--output", "json"}).out);
  for (std::size_t i = 0; i < index.at("series").size(); ++i)
    EXPECT_EQ(index.at("series")[i].at("index"), vintages.at("periods").at(i).at("latest"));
  const Json then = Json::parse(
      run({"index", revised.file, "--dyad", "USA:COL", "--no-bands", "--output", "json", "--as-of", "2025-01-31"}).out);
  EXPECT_EQ(then.at("series")[0].at("index"), vintages.at("periods")[0].at("first"));
}

TEST(VintagesOfTheProgram, SayWhereNothingSaysWhenItWasReported) {
  const Outcome table = run("vintages " + news + " --dyad USA:COL");
  EXPECT_EQ(table.code, 0) << table.err;
  EXPECT_TRUE(contains(table.out, "none was revised")) << table.out;
  EXPECT_TRUE(contains(table.out, "None of 32 acts says when it was reported")) << table.out;
  const Outcome csv = run("vintages " + news + " --dyad USA:COL --output csv");
  EXPECT_TRUE(contains(csv.err, "Fill the column 'reported'")) << csv.err;
}

TEST(VintagesOfTheProgram, TakeDaysThatAreGiven) {
  const Outcome outcome = Revised().ask({"--vintage", "2025-01", "--vintage", "2025-02-02", "--output", "json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const Json json = Json::parse(outcome.out);
  EXPECT_EQ(json.at("vintages"), Json({"2025-01-31", "2025-02-02"}));
  EXPECT_TRUE(json.at("periods")[0].at("revisions").empty()) << "the threat was told on 3 February";
}

TEST(VintagesOfTheProgram, RefuseWhatKnowsTheFuture) {
  const Revised revised;
  const Outcome share = revised.ask({"--model", "conflict_share denominator=log"});
  EXPECT_EQ(share.code, 2);
  EXPECT_TRUE(contains(share.err, "denominator=dyad")) << share.err;
  const Outcome relative = revised.ask({"--scale", "relative", "--base", "2025-01/2025-02"});
  EXPECT_EQ(relative.code, 2);
  EXPECT_TRUE(contains(relative.err, "base window")) << relative.err;
  const Outcome later = revised.ask({"--as-of", "2025-02", "--vintage", "2025-03"});
  EXPECT_EQ(later.code, 2);
  EXPECT_TRUE(contains(later.err, "--vintage 2025-03")) << later.err;
  EXPECT_EQ(revised.ask({"--vintage", "soon"}).code, 2);
}

// ---- beside an index ----

TEST(FirstValues, StandBesideTheIndex) {
  const Revised revised;
  const auto ask = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"index", revised.file, "--dyad", "USA:COL", "--no-bands"});
    return run(more);
  };
  const auto table = lines_of(ask({"--vintages"}).out);
  EXPECT_TRUE(contains(table.at(0), "index  first  revised")) << table.at(0);
  const auto with = lines_of(ask({"--vintages", "--output", "csv"}).out);
  const auto without = lines_of(ask({"--output", "csv"}).out);
  ASSERT_EQ(with.size(), without.size());
  EXPECT_EQ(with[0], without[0] + ",first,first_as_of,revision");
  for (std::size_t i = 1; i < with.size(); ++i) EXPECT_TRUE(with[i].starts_with(without[i] + ",")) << with[i];
  EXPECT_TRUE(contains(with[1], ",2025-01-31,")) << with[1];
  const Json json = Json::parse(ask({"--vintages", "--output", "json"}).out);
  ASSERT_EQ(json.at("first_values").size(), json.at("series").size());
  EXPECT_NEAR(
      json.at("first_values")[0].at("first").get<double>() + json.at("first_values")[0].at("revision").get<double>(),
      json.at("series")[0].at("index").get<double>(), 1e-9);
  EXPECT_TRUE(Json::parse(ask({"--output", "json"}).out).at("first_values").is_null());
}

TEST(FirstValues, HaveNoPlaceInTheLinesOfAPanel) {
  const Outcome outcome = run("index " + news + " --dyad USA:COL --vintages --output jsonl");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(contains(outcome.err, "detente vintages")) << outcome.err;
}

}  // namespace
}  // namespace detente::cli_test
