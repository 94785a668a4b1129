#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

class Help : public testing::TestWithParam<const char*> {};

TEST_P(Help, TeachesWithExamples) {
  const Outcome outcome = run(std::string(GetParam()) + " --help");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_TRUE(contains(outcome.out, "Example")) << outcome.out;
  EXPECT_TRUE(contains(outcome.out, "  detente " + std::string(GetParam()).substr(0, 4))) << outcome.out;
  ASSERT_GT(lines_of(outcome.out).size(), 5U);
  for (const std::string& line : lines_of(outcome.out)) EXPECT_LE(line.size(), 125U) << line;
}

INSTANTIATE_TEST_SUITE_P(Commands, Help,
                         testing::Values("index", "panel", "explain", "episodes", "vintages", "check", "diff",
                                         "compare", "new", "reciprocity", "calibrate", "forecast", "what-if",
                                         "codebook", "codebook list", "codebook show", "models", "models list",
                                         "models show", "store", "watch", "help"));

TEST(HelpOfTheProgram, NamesEveryCommandAndTheExitCodes) {
  const Outcome outcome = run("--help");
  EXPECT_EQ(outcome.code, 0);
  for (const char* part :
       {"index", "explain", "episodes", "vintages", "what-if", "check", "diff", "reciprocity", "calibrate", "forecast",
        "new", "codebook", "models", "store", "watch", "help", "Exit codes"})
    EXPECT_TRUE(contains(outcome.out, part)) << part;
}

TEST(HelpOfTheProgram, GivesEveryCommandOneShortLine) {
  const std::string help = run("--help").out;
  const std::size_t begin = help.find("Subcommands:\n") + 13;
  std::size_t commands = 0;
  for (const std::string& line : lines_of(help.substr(begin, help.find("\n\n", begin) - begin))) {
    if (line.empty()) continue;
    ++commands;
    EXPECT_TRUE(line.starts_with("  ") && line.size() > 15 && line[2] != ' ' && line[14] == ' ') << line;
    EXPECT_LE(line.size(), 100U) << line;
  }
  EXPECT_GE(commands, 13U);
}

TEST(HelpOfTheProgram, EveryExampleOfTheStoryRuns) {
  const Scratch scratch;
  std::size_t ran = 0;
  for (const char* command : {"index", "explain", "episodes", "what-if", "check", "diff", "forecast"})
    for (const std::string& line : lines_of(run(std::string(command) + " --help").out)) {
      if (!line.starts_with("  detente ") || !contains(line, "us_colombia")) continue;
      const std::string call = quoted({DETENTE_PROGRAM}) + line.substr(9);
      EXPECT_EQ(exit_code("cp" + quoted({DETENTE_EXAMPLES_DATA}) + "/*.csv" + quoted({scratch / ""}) +
                          " 2>/dev/null; cd" + quoted({scratch / ""}) + " &&" + call + " >/dev/null 2>&1"),
                0)
          << line;
      ++ran;
    }
  EXPECT_GE(ran, 17U);
}

TEST(HelpOfTheProgram, HasAVersion) {
  const Outcome outcome = run("--version");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_TRUE(outcome.out.starts_with("detente 0.")) << outcome.out;
}

}  // namespace
}  // namespace detente::cli_test
