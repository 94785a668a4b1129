#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

const std::vector<std::string> both{"index", news, "--dyad", "USA:COL", "--dyad", "USA:VEN", "--no-bands"};
const std::vector<std::string> first{"index", news, "--dyad", "USA:COL", "--no-bands"};
const std::vector<std::string> second{"index", news, "--dyad", "USA:VEN", "--no-bands"};

std::string printed(std::vector<std::string> words, const std::string& form) {
  words.insert(words.end(), {"--output", form});
  return run(words).out;
}

/// Each is what it is alone, one after the other.
TEST(SeveralRelations, StandOneAfterAnother) {
  EXPECT_EQ(printed(both, "table"), printed(first, "table") + "\n" + printed(second, "table"));
  EXPECT_EQ(printed(both, "jsonl"), printed(first, "jsonl") + printed(second, "jsonl"));
  const std::string csv = printed(second, "csv");
  EXPECT_EQ(printed(both, "csv"), printed(first, "csv") + csv.substr(csv.find('\n') + 1));
  const Json json = Json::parse(printed(both, "json"));
  ASSERT_EQ(json.size(), 1U);
  EXPECT_EQ(json.at("relations"),
            Json::array({Json::parse(printed(first, "json")), Json::parse(printed(second, "json"))}));
}

TEST(SeveralRelations, AreDrawnInOnePicture) {
  const Scratch scratch;
  auto words = both;
  words.insert(words.end(), {"--chart", scratch / "two.svg", "--page", scratch / "two.html", "--title", "Two of them"});
  const Outcome outcome = run(words);
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const char* said : {"USA–COL 72", "USA–VEN", "Two of them"})
    EXPECT_TRUE(contains(read_text(scratch / "two.svg"), said)) << said;
  EXPECT_TRUE(contains(read_text(scratch / "two.html"), "<h1><bdi>Two of them</bdi></h1>"));
}

TEST(SeveralRelations, RefuseWhatMakesNoSense) {
  const auto refuses = [](std::vector<std::string> words, int code, const std::string& why) {
    words.insert(words.begin(), {"index", news, "--dyad", "USA:COL"});
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.code, code) << why;
    EXPECT_TRUE(contains(outcome.err, why)) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  };
  refuses({"--dyad", "COL:USA"}, 2, "--dyad COL:USA: is asked for twice");
  refuses({"--dyad", "USA"}, 2, "--dyad USA");
  refuses({"--dyad", "USA:VEN", "--also", "COL:VEN=0.5"}, 2, "--also COL:VEN=0.5");
  refuses({"--dyad", "USA:CHN"}, 3, "no event of USA:CHN");
  std::vector<std::string> many{"--chart", "many.svg"};
  for (const char* dyad : {"A:B", "A:C", "A:D", "A:E", "A:F", "A:G"}) many.insert(many.end(), {"--dyad", dyad});
  refuses(many, 2, "--chart many.svg: holds 6 relations at most");
}

}  // namespace
}  // namespace detente::cli_test
