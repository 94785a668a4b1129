/// \file
/// `--csv-safe`: no field of a CSV is a formula to a spreadsheet, and every number stays a number.

#include "cli/hostile.hpp"
#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

const std::string formulas =
    "date,source,target,event\n2025-01-26,=cmd,COL,criticism\n2025-01-27,+1+1,COL,criticism\n2025-01-28,-1+1,COL,"
    "criticism\n"
    "2025-01-29,@SUM(A1),COL,criticism\n2025-01-30,\"=a,\"\"b\",COL,criticism\n2025-01-31,-5,COL,criticism\n";

/// The field before each comma or line end that begins like a formula and is no number.
std::vector<std::string> formulas_in(const std::string& csv) {
  std::vector<std::string> out;
  for (const std::string& line : lines_of(csv))
    for (std::string cell : fields_of(line)) {
      if (cell.starts_with('"')) cell.erase(0, 1);
      if (cell.empty() || std::string("=+-@").find(cell[0]) == std::string::npos) continue;
      std::size_t read = 0;
      try {
        (void)std::stod(cell, &read);
      } catch (const std::exception&) {
      }
      if (read != cell.size()) out.push_back(cell);
    }
  return out;
}

TEST(CsvSafe, LeavesNoFormula) {
  const Scratch scratch;
  write_text(scratch / "f.csv", formulas);
  const std::vector<std::string> panel{"panel", scratch / "f.csv"};
  EXPECT_FALSE(formulas_in(run(panel).out).empty());  // as other programs want it
  const std::vector<std::string> explain{"explain", scratch / "f.csv", "--dyad",   "=cmd:COL", "--between",
                                         "2025-01", "2025-02",         "--output", "csv"};
  const std::vector<std::string> episodes{"episodes", scratch / "f.csv", "--dyad", "=cmd:COL", "--delta",
                                          "0.1",      "--draws",         "0",      "--output", "csv"};
  for (std::vector<std::string> words : {panel, explain, episodes, {"check", scratch / "f.csv", "--output", "csv"}}) {
    words.emplace_back("--csv-safe");
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(formulas_in(outcome.out), std::vector<std::string>()) << outcome.out;
  }
}

TEST(CsvSafe, LeavesNumbersAlone) {
  const std::string line = "explain us_colombia_2025_2026.csv --dyad USA:COL --between 2026-01 2026-02 --output csv";
  const std::string plain = run(line).out;
  EXPECT_TRUE(contains(plain, ",-"));
  EXPECT_EQ(run(line + " --csv-safe").out, plain);
}

TEST(CsvSafe, GoesIntoFilesToo) {
  const Scratch scratch;
  write_text(scratch / "f.csv", formulas);
  for (const char* command : {"panel", "check"}) {
    EXPECT_EQ(run({command, scratch / "f.csv", "--output", "csv", "--csv-safe", "--to-file", scratch / "out.csv"}).code,
              0);
    EXPECT_EQ(read_text(scratch / "out.csv"), run({command, scratch / "f.csv", "--output", "csv", "--csv-safe"}).out);
  }
  EXPECT_TRUE(contains(read_text(scratch / "out.csv"), "kept"));
}

TEST(CsvSafe, IsForACsv) {
  EXPECT_EQ(run("check us_colombia_article.csv --csv-safe").code, 2);
  EXPECT_EQ(run("index us_colombia_article.csv --dyad USA:COL --csv-safe --output json").code, 2);
  EXPECT_TRUE(contains(run("index --help").out, "--csv-safe"));
}

}  // namespace
}  // namespace detente::cli_test
