#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

TEST(New, WhatItWritesReadsWithoutDamage) {
  const Scratch scratch;
  ASSERT_EQ(run({"new", scratch / "notes.csv"}).code, 0);
  const Json json = Json::parse(run({"check", scratch / "notes.csv", "--output", "json"}).out);
  const Json& file = json.at("files").at(0);
  EXPECT_EQ(file.at("rows"), file.at("kept"));
  EXPECT_TRUE(file.at("unknown_columns").empty());
  EXPECT_TRUE(json.at("audit").at("unknown").empty());
  EXPECT_TRUE(json.at("audit").at("closings_without_opening").empty());
}

TEST(New, WhatItWritesHasAnIndexWithoutWarnings) {
  const Scratch scratch;
  ASSERT_EQ(run({"new", scratch / "notes.csv"}).code, 0);
  const Outcome outcome = run({"index", scratch / "notes.csv", "--dyad", "ARD:BEL"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_FALSE(contains(outcome.err, "warning")) << outcome.err;
}

TEST(New, ExplainsEveryColumnThatItWrites) {
  const Scratch scratch;
  const Outcome outcome = run({"new", scratch / "notes.csv"});
  const auto columns = fields_of(lines_of(read_text(scratch / "notes.csv")).front());
  EXPECT_EQ(columns.size(), 21U);
  for (const std::string& column : columns) EXPECT_TRUE(contains(outcome.out, "\n" + column + " ")) << column;
}

TEST(New, UsesEveryColumnThatItWrites) {
  const auto lines = lines_of(run("new -").out);
  std::vector<bool> used(fields_of(lines.front()).size());
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string before_the_note = lines[i].substr(0, lines[i].find('"'));
    const auto fields = fields_of(before_the_note);
    for (std::size_t c = 0; c < fields.size(); ++c) used[c] = used[c] || !fields[c].empty();
  }
  for (std::size_t c = 0; c + 2 < used.size(); ++c) EXPECT_TRUE(used[c]) << fields_of(lines.front())[c];
}

TEST(New, NeverWritesOverAFile) {
  const Scratch scratch;
  write_text(scratch / "notes.csv", "mine");
  const Outcome outcome = run({"new", scratch / "notes.csv"});
  EXPECT_EQ(outcome.code, 4);
  EXPECT_EQ(read_text(scratch / "notes.csv"), "mine");
  EXPECT_TRUE(contains(outcome.err, "notes.csv is left as it is")) << outcome.err;
}

}  // namespace
}  // namespace detente::cli_test
