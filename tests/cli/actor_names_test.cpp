/// Names for actors (`label` in `--actors`): people read them, programs keep the codes.

#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

class ActorNames : public testing::Test {
 protected:
  ActorNames() {
    write_text(scratch_ / "a.csv", "actor,parent,label\nCOL,,Colombia\nUSA,,United States\nFRA,,France\n");
  }
  std::string named(const std::string& words) const { return words + " --actors " + (scratch_ / "a.csv"); }
  Scratch scratch_;
  const std::string index_ = "index " + news + " --dyad USA:COL --no-bands";
};

TEST_F(ActorNames, HeadTheHeadlineTheChartAndThePage) {
  const Outcome outcome = run(named(index_ + " --chart " + (scratch_ / "c.svg") + " --page " + (scratch_ / "p.html")));
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(outcome.out, "\nUnited States – Colombia on 28 February 2026: 72")) << outcome.out;
  const std::string chart = read_text(scratch_ / "c.svg"), page = read_text(scratch_ / "p.html");
  EXPECT_TRUE(contains(chart, ">United States → Colombia<"));
  EXPECT_FALSE(contains(chart, "USA"));
  EXPECT_TRUE(contains(page, "<h1><bdi>United States – Colombia: tension</bdi></h1>"));
  EXPECT_TRUE(contains(page, "Colombia → United States</th>")) << "in the table of periods";
}

TEST_F(ActorNames, ChangeNoNumberAndNoCode) {
  EXPECT_EQ(run(named(index_ + " --output csv")).out, run(index_ + " --output csv").out);
  Json with = Json::parse(run(named(index_ + " --output json")).out);
  Json without = Json::parse(run(index_ + " --output json").out);
  EXPECT_EQ(with.at("names"), Json({{"COL", "Colombia"}, {"USA", "United States"}}));
  EXPECT_EQ(without.at("names"), Json::object());
  for (Json* json : {&with, &without}) {
    json->erase("names");
    json->at("headline").erase("text");
  }
  EXPECT_EQ(with, without);
}

TEST_F(ActorNames, AnActorHasOneName) {
  write_text(scratch_ / "a.csv", "actor,parent,label\nCOL,,Colombia\nCOL,,Columbia\n");
  const Outcome outcome = run(named(index_));
  EXPECT_EQ(outcome.code, 3);
  EXPECT_TRUE(contains(outcome.err, "label = COL: has two labels: Colombia and Columbia")) << outcome.err;
}

}  // namespace
}  // namespace detente::cli_test
