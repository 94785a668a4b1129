#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

const std::string year = DETENTE_EXAMPLES_DATA "/us_colombia_2025_2026.csv";

struct WhatIfs {
  Scratch folder;
  std::string changes = folder / "changes.csv";

  explicit WhatIfs(const std::string& rows = "remove,C025,,,,\ninsert,,2026-01-20,USA,COL,visit\n") {
    write_text(changes, "change,id,date,source,target,event\n" + rows);
  }
  Outcome ask(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"what-if", year, "--dyad", "USA:COL", "--change", changes});
    return run(more);
  }
};

TEST(WhatIf, TableShowsBothPathsAndEachChange) {
  const Outcome outcome = WhatIfs().ask();
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const char* part : {"period   as it is  what if  difference", "2026-02", "remove", "C025", "threat of force",
                           "insert", "interaction", "together", "With the changes the index on 28 February 2026"})
    EXPECT_TRUE(contains(outcome.out, part)) << part << " is not in\n" << outcome.out;
}

TEST(WhatIf, CsvIsByDay) {
  const auto lines = lines_of(WhatIfs().ask({"--from", "2026-02-01", "--output", "csv"}).out);
  ASSERT_EQ(lines.size(), 29U);
  EXPECT_EQ(lines[0], "day,as_is,what_if,difference,lower,upper");
  EXPECT_TRUE(lines[28].starts_with("2026-02-28,"));
}

TEST(WhatIf, AsItIsIsWhatIndexSays) {
  const Json what_if = Json::parse(WhatIfs().ask({"--output", "json"}).out);
  const Json index = Json::parse(run({"index", year, "--dyad", "USA:COL", "--output", "json"}).out);
  ASSERT_EQ(what_if.at("periods").size(), index.at("series").size());
  for (std::size_t i = 0; i < index.at("series").size(); ++i)
    EXPECT_EQ(what_if.at("periods")[i].at("as_is"), index.at("series")[i].at("index"));
  EXPECT_EQ(what_if.at("changes").size(), 2U);
}

TEST(WhatIf, IsDrawn) {
  const WhatIfs what_ifs;
  const std::string chart = what_ifs.folder / "a.svg";
  const Outcome drawn = what_ifs.ask({"--chart", chart, "--draws", "20"});
  ASSERT_EQ(drawn.code, 0) << drawn.err;
  EXPECT_EQ(drawn.out, what_ifs.ask({"--draws", "20"}).out);
  for (const char* part : {"1 remove threat of force, ", "2 insert visit, ", "Difference, points"})
    EXPECT_TRUE(contains(read_text(chart), part)) << part;
  EXPECT_EQ(what_ifs.ask({"--chart", what_ifs.changes}).code, 2) << "the file that is read";
}

TEST(WhatIf, JsonLinesAreDays) {
  const auto lines = lines_of(WhatIfs().ask({"--from", "2026-02-27", "--output", "jsonl", "--no-bands"}).out);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(Json::parse(lines[1]).at("day"), "2026-02-28");
  EXPECT_TRUE(Json::parse(lines[1]).at("lower").is_null());
}

TEST(WhatIf, ABadRowIsRejectedInputAndPrintsNoResult) {
  const Outcome outcome = WhatIfs("remove,C025,,,,\nremove,C999,,,,\n").ask();
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(contains(outcome.err, "changes.csv:3:2: 'C999': unknown id")) << outcome.err;
  EXPECT_TRUE(contains(outcome.err, "nothing is changed")) << outcome.err;
}

TEST(WhatIf, NeedsAChangeAndAFileThatIsThere) {
  const Outcome without = run({"what-if", year, "--dyad", "USA:COL"});
  EXPECT_EQ(without.code, 2);
  EXPECT_TRUE(contains(without.err, "--change FILE.csv is needed")) << without.err;
  const Outcome missing = run({"what-if", year, "--dyad", "USA:COL", "--change", "no_such.csv"});
  EXPECT_EQ(missing.code, 4);
  const Outcome twice = run({"what-if", "-", "--dyad", "USA:COL", "--change", "-"});
  EXPECT_EQ(twice.code, 2);
  EXPECT_TRUE(contains(twice.err, "standard input can be read only once")) << twice.err;
  const WhatIfs asked;
  EXPECT_EQ(asked.ask({"--to-file", asked.changes}).code, 2);  // its own input
}

}  // namespace
}  // namespace detente::cli_test
