#include "detente/output/json/json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "detente/ground/text.hpp"
#include "output/sample_report.hpp"

namespace detente {
namespace {

using Parsed = nlohmann::ordered_json;

std::vector<std::string> keys_of(const Parsed& json) {
  std::vector<std::string> out;
  for (const auto& [key, value] : json.items()) out.push_back(key);
  return out;
}

TEST(Json, IndexKeysInTheirOrder) {
  const Parsed json = Parsed::parse(index_json(test::sample_report()));
  EXPECT_EQ(keys_of(json), (std::vector<std::string>{"source", "target", "names", "direction", "at", "headline",
                                                     "series", "phases", "measures", "events", "sensitivity",
                                                     "first_values", "unknown_codes", "provenance"}));
  EXPECT_EQ(json["source"], "COL");
  EXPECT_EQ(json["headline"]["phase"]["kind"], "thaw");
}

TEST(Json, NumbersReadBackAndMissingIsNull) {
  const std::string text = index_json(test::sample_report());
  EXPECT_NE(text.find("\"level\": 1.7647058823529411"), std::string::npos);
  EXPECT_NE(text.find("\"heat\": 0.1,"), std::string::npos);
  const Parsed rows = Parsed::parse(text)["series"];
  EXPECT_EQ(rows.size(), 2U);
  EXPECT_TRUE(rows[1]["index"].is_null());
  EXPECT_EQ(rows[0]["last_day"], "2025-01-31");
  EXPECT_EQ(rows[0]["events"], 3);
}

TEST(Json, HostileTextIsText) {
  const Parsed event = Parsed::parse(index_json(test::sample_report()))["events"][0];
  EXPECT_EQ(event["note"], "<script>alert(\"1\")</script> & 'quoted' \x01 � Bogotá");
}

TEST(Json, IsSafeInATerminalAndReadsBackTheSame) {
  IndexReport report = test::sample_report();
  const std::string hostile = "\u009b31m\x7f\x1b]52;c;\x07\u202Eabc\u2028";
  report.events[0].source.note = hostile;
  const std::string text = index_json(report);
  EXPECT_EQ(printable(text), text);
  EXPECT_EQ(Parsed::parse(text)["events"][0]["note"], hostile);
}

TEST(Json, OpenEndsAndLifts) {
  const Parsed measures = Parsed::parse(index_json(test::sample_report()))["measures"];
  EXPECT_EQ(measures[0]["last_day"], "2025-02-05");
  EXPECT_TRUE(measures[1]["last_day"].is_null());
  EXPECT_EQ(measures[1]["lifted"][0]["first_day"], "2025-01-20");
  EXPECT_EQ(measures[1]["lifted"][0]["last_day"], "2025-01-24");
}

TEST(Json, AnActOfOthersIsTheirs) {
  Attribution a;
  a.lines.resize(1);
  a.lines[0].others = Dyad{"CCC", "AAA"};
  const Parsed line = Parsed::parse(attribution_json(test::sample_log(), a, {"AAA", "BBB"}))["events"][0];
  EXPECT_EQ(line["source"], "CCC");
  EXPECT_EQ(line["target"], "AAA");
  IndexReport report = test::sample_report();
  report.measures.spells[0].others = Dyad{"CCC", "DDD"};
  const Parsed measure = Parsed::parse(index_json(report))["measures"][0];
  EXPECT_EQ(measure["source"], "CCC");
  EXPECT_EQ(measure["target"], "DDD");
}

TEST(Json, ChoicesAtTheLastDay) {
  const Parsed choices = Parsed::parse(index_json(test::sample_report()))["sensitivity"];
  EXPECT_EQ(choices[0]["index"], 71.25);
  EXPECT_TRUE(choices[1]["index"].is_null());
}

TEST(Json, AttributionSumsToTheChange) {
  Attribution a;
  a.from = Day::from_civil(2025, 1, 1), a.to = Day::from_civil(2025, 2, 1);
  a.index_from = 50, a.index_to = 54.5;
  a.lines.push_back(
      {{0}, {}, a.from, Direction::backward, QuadClass::verbal_conflict, "threat", "", {2, 0, 0, 0}, {5, -0.5, 0, 0}});
  const Parsed json = Parsed::parse(attribution_json(test::sample_log(), a, {"USA", "COL"}));
  EXPECT_EQ(json["source"], "COL");
  EXPECT_EQ(json["events"][0]["source"], "USA");
  EXPECT_EQ(json["events"][0]["index"]["change"], 4.5);
  EXPECT_TRUE(json["events"][0]["issue"].is_null());
  EXPECT_EQ(json["events"][0]["id"], "E1");
  EXPECT_EQ(json["events"][0]["note"], "a, b");
  EXPECT_EQ(json["events"][0]["url"], "https://example.org/1");
  EXPECT_TRUE(json["events"][0]["object"].is_null());
  EXPECT_EQ(json["by_direction"].size(), 1U);
}

TEST(Json, AttributionSaysUntilWhenTheModelWarmsUp) {
  Attribution a;
  EXPECT_TRUE(Parsed::parse(attribution_json(test::sample_log(), a, {"USA", "COL"}))["warming_up"].is_null());
  a.warm_from = Day::from_civil(1980, 3, 25);
  const Parsed json = Parsed::parse(attribution_json(test::sample_log(), a, {"USA", "COL"}));
  EXPECT_EQ(json["warm_from"], "1980-03-25");
  EXPECT_EQ(json["warming_up"], "Until 1980-03-25 the sums are still filling: the index reads low.");
}

TEST(Json, CheckAsScriptsReadIt) {
  const std::string text = check_json(std::vector{test::sample_file()});
  const Parsed file = Parsed::parse(text)["files"][0];
  EXPECT_EQ(keys_of(file), (std::vector<std::string>{"name", "format", "rows", "kept", "set_aside", "rejected",
                                                     "examples", "first_day", "last_day", "days_without_reports",
                                                     "unknown_columns", "unknown_names"}));
  EXPECT_EQ(file["unknown_names"].dump(), R"([{"name":"Ruritania","rows":2},{"name":"Atlantis","rows":1}])");
  EXPECT_EQ(file["rows"], 7);
  EXPECT_EQ(file["rejected"]["bad date"], 1);
  EXPECT_EQ(file["examples"][0]["line"], 4);
  EXPECT_EQ(file["examples"][0]["text"], "2025-02-29");
}

TEST(Json, NoFilesAndNoReasonsAreEmptyNotMissing) {
  EXPECT_EQ(check_json({}), "{\n  \"files\": []\n}\n");
  const Parsed file = Parsed::parse(check_json(std::vector{FileReport{}}))["files"][0];
  EXPECT_TRUE(file["set_aside"].is_object());
  EXPECT_TRUE(file["first_day"].is_null());
}

}  // namespace
}  // namespace detente
