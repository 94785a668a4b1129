/// `--output jsonl` of every command, and events that come as JSON lines.

#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::ordered_json;

std::vector<Json> objects_of(const Outcome& outcome) {
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  std::vector<Json> out;
  for (const std::string& line : lines_of(outcome.out)) {
    out.push_back(Json::parse(line));
    EXPECT_TRUE(out.back().is_object()) << line;
  }
  return out;
}

TEST(JsonLines, OfAnIndexAreThoseOfThePanel) {
  const std::string words = news + " --output jsonl --bands 0.9 --draws 50";
  const std::vector<Json> index = objects_of(run("index --dyad USA:COL " + words));
  ASSERT_EQ(index.size(), 14U);
  std::vector<Json> panel;
  for (const Json& row : objects_of(run("panel " + words)))
    if (row.at("target") == "USA") panel.push_back(row);
  ASSERT_EQ(panel.size(), index.size());
  for (std::size_t i = 0; i < index.size(); ++i)
    for (const char* same :
         {"source", "target", "period", "first_day", "index", "level", "events", "support", "codebook"})
      EXPECT_EQ(index[i].at(same), panel[i].at(same)) << same;
  EXPECT_EQ(run("panel " + words).out, run("panel " + news + " --output json --bands 0.9 --draws 50").out);
}

TEST(JsonLines, AreTheItemsOfTheJson) {
  struct Case {
    std::string words;
    const char* list;
    std::vector<const char*> context = {};
  };
  std::size_t lines = 0;
  for (const Case& c :
       {Case{"explain " + news + " --dyad USA:COL --between 2025-08 2025-10", "events", {"from", "to"}},
        Case{"episodes " + news + " --dyad USA:COL --draws 20", "phases"},
        Case{"check " + news + " " + article, "files"},
        Case{"diff " + news + " " + article + " --dyad USA:COL", "differences"}, Case{"codebook list", "codebooks"},
        Case{"codebook show plain", "codes"}, Case{"models list", "models"}}) {
    const Json all = Json::parse(run(c.words + " --output json").out);
    const std::vector<Json> found = objects_of(run(c.words + " --output jsonl"));
    ASSERT_EQ(found.size(), all.at(c.list).size()) << c.words;
    for (std::size_t i = 0; i < found.size(); ++i, ++lines) {
      for (const auto& [name, value] : all.at(c.list)[i].items()) EXPECT_EQ(found[i].at(name), value) << c.words;
      for (const char* name : c.context) EXPECT_EQ(found[i].at(name), all.at(name)) << c.words;
      EXPECT_EQ(found[i].size(), all.at(c.list)[i].size() + c.context.size()) << c.words;
    }
  }
  EXPECT_GT(lines, 300U);
}

TEST(JsonLines, OfOneThingAreOneLine) {
  const std::vector<Json> model = objects_of(run("models show two_speed --output jsonl"));
  ASSERT_EQ(model.size(), 1U);
  EXPECT_EQ(model[0], Json::parse(run("models show two_speed --output json").out));
}

TEST(JsonLines, HaveNoPlaceForWhatOnlyTheWholeJsonHas) {
  const Outcome outcome = run("index " + news + " --dyad USA:COL --output jsonl --delta 3");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(contains(outcome.err, "--output jsonl")) << outcome.err;
}

TEST(JsonLines, AreReadFromAPipe) {
  const std::string rows = R"({"date":"2025-01-26","source":"USA","target":"COL","event":"threat of sanctions"})"
                           "\n"
                           R"({"date":"2025-01-30","source":"COL","target":"USA","event":"criticism","score":-3})"
                           "\n";
  const Outcome outcome = run({"index", "-", "--dyad", "USA:COL", "--output", "jsonl", "--no-bands"}, rows);
  const std::vector<Json> found = objects_of(outcome);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].at("events"), 2);
  EXPECT_EQ(found[0].at("codebook"), "plain");
}

}  // namespace
}  // namespace detente::cli_test
