/// \file
/// A command line that means something else than it says is refused, or said, in words that help.

#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

const std::vector<std::string> good{"index", news, "--dyad", "USA:COL", "--no-bands"};

Outcome with(std::vector<std::string> more) {
  std::vector<std::string> words = good;
  words.insert(words.end(), more.begin(), more.end());
  return run(words);
}

void expect_said(const Outcome& outcome, int code, const std::vector<std::string>& parts) {
  EXPECT_EQ(outcome.code, code) << outcome.err;
  for (const std::string& part : parts)
    EXPECT_TRUE(contains(outcome.err, part)) << part << " is not in: " << outcome.err;
}

TEST(Refusals, AModelThatIsNotQuotedIsNotAFile) {
  expect_said(with({"--model", "decayed_mean", "half_life=60"}), 2, {"quote", "--model 'decayed_mean half_life=60'"});
  expect_said(with({"--scale", "softsign", "kappa=20"}), 2, {"quote", "--scale 'softsign kappa=20'"});
  expect_said(run({"panel", news, "--model", "decayed_mean", "half_life=60"}), 2, {"quote"});
  const Scratch scratch;
  write_text(scratch / "a=b.csv", "date,source,target,event\n2025-01-26,USA,COL,criticism\n");
  EXPECT_EQ(run({"panel", scratch / "a=b.csv", "--model", "decayed_mean"}).code, 0);
  expect_said(run("panel no=such.csv"), 4, {"No such file"});
}

TEST(Refusals, AnOptionOfAnotherCommandIsNamedAsThat) {
  const Outcome outcome = run("explain us_colombia_article.csv --dyad USA:COL --from 2025");
  expect_said(outcome, 2, {"--from is no option of detente explain", "one of index, panel"});
  EXPECT_FALSE(contains(outcome.err, "did you mean")) << outcome.err;
  expect_said(run("panel us_colombia_article.csv --dyad USA:COL"), 2,
              {"--dyad is no option of detente panel", "explain"});
}

TEST(Refusals, OnlyASlipIsPutRight) {
  expect_said(with({"--formt", "auto"}), 2, {"did you mean --format?"});
  expect_said(with({"--every", "monht"}), 2, {"did you mean month?"});
  for (const std::string& far : {std::string("--from=2025"), std::string("--frob"), std::string("--page-size")}) {
    const Outcome outcome = run({"check", news, far});
    EXPECT_EQ(outcome.code, 2);
    EXPECT_FALSE(contains(outcome.err, "did you mean")) << outcome.err;
  }
  EXPECT_FALSE(contains(with({"--every", "decade"}).err, "did you mean"));
}

TEST(Refusals, AlsoIsAnotherPairThatIsThere) {
  expect_said(with({"--also", "COL:USA=0.5"}), 2, {"--also COL:USA=0.5", "--dyad USA:COL", "counts already"});
  expect_said(with({"--also", "USA:VEN=0.5", "--also", "VEN:USA=0.2"}), 2, {"one pair"});
  expect_said(with({"--also", "USA:NOSUCH=0.5"}), 0, {"warning: --also USA:NOSUCH: no event"});
  const Scratch scratch;
  write_text(scratch / "a.csv",
             "date,source,target,event\n2025-01-26,USA,COL,criticism\n2025-01-26,VEN,USA,criticism\n2025-01-27,v,COL,"
             "criticism\n");
  write_text(scratch / "actors.csv", "actor,parent\nv,VENEZUELA\n");
  const std::vector<std::string> words{"index", scratch / "a.csv", "--dyad", "USA:COL", "--no-bands", "--also"};
  const auto also = [&](const std::vector<std::string>& more) {
    std::vector<std::string> all = words;
    all.insert(all.end(), more.begin(), more.end());
    return run(all).err;
  };
  EXPECT_FALSE(contains(also({"USA:VEN=0.5"}), "warning: --also"));
  EXPECT_TRUE(contains(also({"COL:VENEZUELA=0.5"}), "warning: --also"));
  EXPECT_FALSE(contains(also({"COL:VENEZUELA=0.5", "--actors", scratch / "actors.csv"}), "warning: --also"));
}

TEST(Refusals, AnExposureFileThatCoversNoDayOfTheEvents) {
  const Scratch scratch;
  write_text(scratch / "far.csv", "date,total\n1990-01-01,5\n1990-01-02,6\n");
  write_text(scratch / "near.csv", "date,total\n2025-03-01,5\n2025-03-02,6\n");
  expect_said(with({"--volume", scratch / "far.csv"}), 0, {"warning: --volume", "no total of a day on which"});
  EXPECT_FALSE(contains(with({"--volume", scratch / "near.csv"}).err, "--volume"));
  expect_said(run({"panel", news, "--volume", scratch / "far.csv"}), 0, {"warning: --volume"});
  expect_said(
      run({"explain", news, "--dyad", "USA:COL", "--between", "2025-08", "2025-09", "--volume", scratch / "far.csv"}),
      0, {"warning: --volume"});
}

TEST(Refusals, AnActorHasOneParentAtATime) {
  const Scratch scratch;
  const auto check = [&](const std::string& rows) {
    write_text(scratch / "actors.csv", "actor,parent,from,to\n" + rows);
    return run({"check", news, "--actors", scratch / "actors.csv"});
  };
  expect_said(check("Petro,COL,,2026-08-07\nPetro,VEN,2026-08-07,\n"), 3,
              {"Petro", "two parents at a time", "COL to 2026-08-07", "VEN from 2026-08-07"});
  expect_said(check("Petro,COL,,\nPetro,VEN,,\n"), 3, {"two parents"});
  EXPECT_EQ(check("Petro,COL,,2026-08-07\nPetro,VEN,2026-08-08,\n").code, 0);
  EXPECT_EQ(check("Petro,COL,,\nPetro,COL,,\n").code, 0);
}

TEST(Refusals, NothingIsSaidTwice) {
  expect_said(with({"--model", "decayed_mean half_life=3 half_life=4"}), 2, {"half_life", "given twice"});
  expect_said(with({"--status", "alleged=0.5,alleged=0.6"}), 2, {"alleged", "given twice"});
  expect_said(with({"--columns", "date=a,date=b"}), 2, {"named twice"});
  expect_said(with({"--model", "decayed_mean", "--model", "decayed_sum"}), 2, {"--model"});
}

TEST(Refusals, LongListsAreCut) {
  std::string csv = "date,source,target,event,issue";
  for (int i = 0; i < 500; ++i) csv += ",column" + std::to_string(i);
  csv += "\n";
  for (int i = 0; i < 900; ++i)
    csv += "2025-01-26,USA,COL,code" + std::to_string(i) + ",issue" + std::to_string(i) + std::string(500, ',') + "\n";
  const Scratch scratch;
  write_text(scratch / "long.csv", csv);
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"index", scratch / "long.csv", "--dyad", "USA:COL"},
        {"index", scratch / "long.csv", "--dyad", "USA:COL", "--issue", "none"},
        {"index", scratch / "long.csv", "--dyad", "USA:VEN"},
        {"panel", scratch / "long.csv"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.code, 3);
    EXPECT_LT(outcome.err.size(), 2500U) << outcome.err;
    EXPECT_TRUE(contains(outcome.err, "more")) << outcome.err;
  }
}

TEST(Refusals, TheTablesOfCheckAreCutAndJsonIsNot) {
  std::string csv = "date,source,target,event\n";
  for (int i = 0; i < 500; ++i) csv += "2025-01-26,USA,COL,code" + std::to_string(i) + "\n";
  const Outcome outcome = run({"check", "-"}, csv);
  EXPECT_TRUE(contains(outcome.out, "and 460 more; JSON has them all")) << outcome.out;
  EXPECT_LT(lines_of(outcome.out).size(), 130U);
  const auto json = nlohmann::json::parse(run({"check", "-", "--output", "json"}, csv).out);
  EXPECT_EQ(json.at("audit").at("unknown").size(), 500U);
}

TEST(Refusals, AnotherCodebookIsAnOptionHere) {
  expect_said(run({"index", news, "--dyad", "USA:COL", "--codebook", "weis"}), 3,
              {"by weis knows none of the 25 codes", "see detente codebook list, and --codebook"});
}

TEST(LookAlikes, AreListedByCheck) {
  const Scratch scratch;
  write_text(scratch / "a.csv",
             "date,source,target,event\n2025-01-26,USA,COL,criticism\n2025-01-27,usa,COL,criticism\n"
             "2025-01-28,US\u00a0A,COL,criticism\n2025-01-29,US\u0410,COL,criticism\n2025-01-30,VEN,COL,criticism\n");
  const Outcome table = run({"check", scratch / "a.csv"});
  EXPECT_TRUE(contains(table.out, "Actors that look alike")) << table.out;
  EXPECT_TRUE(contains(table.out, "U+0410")) << table.out;
  EXPECT_TRUE(contains(table.out, "U+00A0")) << table.out;
  const auto json = nlohmann::json::parse(run({"check", scratch / "a.csv", "--output", "json"}).out);
  const auto& groups = json.at("audit").at("look_alikes");
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups.at(0).size(), 4U);
  write_text(scratch / "actors.csv", "actor,parent\nusa,USA\nUS\u00a0A,USA\nUS\u0410,USA\n");
  EXPECT_FALSE(
      contains(run({"check", scratch / "a.csv", "--actors", scratch / "actors.csv"}).out, "Actors that look alike"));
  EXPECT_FALSE(contains(run({"check", news}).out, "Actors that look alike"));
}

}  // namespace
}  // namespace detente::cli_test
