#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

/// Words on the command line, the code the program ends with, and what it says on standard error.
struct Case {
  std::string words;
  int code;
  std::vector<std::string> said;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.words; }

class ExitCode : public testing::TestWithParam<Case> {};

TEST_P(ExitCode, IsAsPromisedAndSaysWhy) {
  const Case& c = GetParam();
  const Outcome outcome = run(c.words);
  EXPECT_EQ(outcome.code, c.code) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  for (const std::string& part : c.said)
    EXPECT_TRUE(contains(outcome.err, part)) << part << " is not in: " << outcome.err;
}

const std::string good = "index us_colombia_2025_2026.csv --dyad USA:COL ";
const std::string episodes = "episodes us_colombia_article.csv --dyad USA:COL ";

INSTANTIATE_TEST_SUITE_P(
    Usage, ExitCode,
    testing::Values(
        Case{"", 2, {"say what to do", "index", "detente --help"}},
        Case{"indx", 2, {"'indx' is none of", "did you mean index?"}},
        Case{"codebook", 2, {"list", "show", "detente codebook --help"}},
        Case{"codebook shw", 2, {"did you mean show?"}},
        Case{"codebook show", 2, {"NAME", "detente codebook show --help"}},
        Case{"index --dyad USA:COL", 2, {"no FILE is named", "see detente index --help"}},
        Case{"index us_colombia_2025_2026.csv", 2, {"--dyad A:B is needed"}},
        Case{good + "--formt auto", 2, {"--formt", "did you mean --format?"}},
        Case{good + "--every monht", 2, {"--every", "did you mean month?"}},
        Case{good + "--output xml", 2, {"--output xml", "table, csv, json"}},
        Case{good + "--direction sideways", 2, {"forward"}}, Case{good + "--mirrors thrice", 2, {"once"}},
        Case{good + "--mentions many", 2, {"count"}}, Case{good + "--scores mine", 2, {"codebook"}},
        Case{good + "--volume loud", 2, {"--volume loud", "dyad"}}, Case{good + "--status confrmed=1", 2, {"--status"}},
        Case{good + "--columns nonsense", 2, {"--columns"}}, Case{good + "--columns wehn=Date", 2, {"wehn"}},
        Case{good + "--model nonsense", 2, {"nonsense", "decayed_sum"}},
        Case{good + "--model decayed_mean=3", 2, {"decayed_mean=3"}},
        Case{good + "--scale nonsense", 2, {"--scale nonsense", "softsign"}},
        Case{good + "--scale relative", 2, {"--base"}}, Case{good + "--scale relative --base 2025-01", 2, {"FROM/TO"}},
        Case{good + "--base 2025-01/2025-03", 2, {"--base", "--scale"}},
        Case{good + "--from 2025-13", 2, {"--from 2025-13"}},
        Case{good + "--from 2025-09 --to 2025-09", 2, {"--from 2025-09", "--to 2025-09", "exclusive"}},
        Case{good + "--as-of yesterday", 2, {"--as-of yesterday"}}, Case{good + "--bands 90", 2, {"--bands 90", "0.9"}},
        Case{good + "--draws 3", 2, {"--draws 3", "20"}}, Case{good + "--draws many", 2, {"--draws"}},
        Case{good + "--draws -5", 2, {"--draws"}},
        Case{good + "--threads 100000", 2, {"--threads", "more than 1024 threads"}},
        Case{good + "--threads -1", 2, {"--threads", "whole number"}},
        Case{good + "--sensitivity --output csv", 2, {"--sensitivity", "--output csv"}},
        Case{good + "--delta 3 --output csv", 2, {"--delta", "--output csv"}},
        Case{good + "--max-rejects -1", 2, {"--max-rejects", "whole number"}}, Case{good + "--seed -1", 2, {"--seed"}},
        Case{"explain us_colombia_article.csv --dyad USA:COL --between 2025-08 2025-09 --top -1", 2, {"--top"}},
        Case{good + "--to 2020", 2, {"to = 2020-01-01", "first day"}},
        Case{good + "--from 2027", 2, {"from = 2027-01-01", "end"}},
        Case{good + "--no-bands --draws 100", 2, {"--draws", "--no-bands"}},
        Case{good + "--no-bands --bands 0.5", 2, {"--bands", "--no-bands"}},
        Case{good + "--no-bands --seed 3", 2, {"--seed", "--no-bands"}}, Case{good + "--delta 0", 2, {"--delta 0"}},
        Case{good + "--also USA:VEN", 2, {"--also USA:VEN", "0.3"}}, Case{good + "--also USA:VEN=2", 2, {"--also"}},
        Case{good + "--model period_sum --at mean", 2, {"--at mean", "--model period_sum"}},
        Case{good + "--at noon", 2, {"--at noon", "peak"}},
        Case{good + "--to-file us_colombia_2025_2026.csv", 2, {"--to-file", "FILE"}},
        Case{good + "--chart ./us_colombia_2025_2026.csv", 2, {"--chart", "FILE"}},
        Case{good + "--chart /tmp/a --page /tmp/a", 2, {"--chart /tmp/a", "--page /tmp/a"}},
        Case{"index - - --dyad USA:COL", 2, {"standard input"}},
        Case{"index us_colombia_article.csv --dyad USA", 2, {"--dyad USA"}},
        Case{"index us_colombia_article.csv --dyad USA:USA", 2, {"--dyad USA:USA"}},
        Case{"explain us_colombia_article.csv --dyad USA:COL", 2, {"--between DAY DAY is needed"}},
        Case{"explain us_colombia_article.csv --dyad USA:COL --between 2025-10 2025-09", 2, {"--between"}},
        Case{"explain us_colombia_article.csv --dyad USA:COL --between 2025-08 2025-09 --scale zscore", 2, {"zscore"}},
        Case{episodes + "--of noon", 2, {"--of noon", "heat or level"}},
        Case{episodes + "--change-in index", 2, {"--change-in index", "variance"}},
        Case{episodes + "--penalty -1", 2, {"--penalty -1", "mbic"}}, Case{episodes + "--penalty huge", 2, {"mbic"}},
        Case{episodes + "--draws 5", 2, {"draws", "at least 20"}}, Case{episodes + "--residual 0", 2, {"residual"}},
        Case{episodes + "--delta 0", 2, {"delta", "above 0"}},
        Case{"diff us_colombia_article.csv --dyad USA:COL", 2, {"two files"}},
        Case{"models show nonsense", 2, {"decayed_sum"}},
        Case{"models show decayed_som", 2, {"did you mean decayed_sum?"}}, Case{"new", 2, {"FILE"}}));

INSTANTIATE_TEST_SUITE_P(
    Input, ExitCode,
    testing::Values(
        Case{"index us_colombia_article.csv --dyad USA:VEN", 3, {"USA:VEN", "COL:USA"}},
        Case{"index us_colombia_article.csv --dyad USA:COL --issue nonsense", 3, {"nonsense", "drugs, migration"}},
        Case{good + "--codebook nonsense", 3, {"nonsense", "plain"}},
        Case{good + "--format nonsense", 3, {"nonsense", "chronology"}},
        Case{good + "--format gdelt2", 3, {"gdelt2", "asked for"}}, Case{good + "--codebook weis", 3, {"weis"}},
        Case{good + "--code-column nonsense", 3, {"nonsense"}},
        Case{"index actors.csv --dyad USA:COL", 3, {"actors.csv", "format"}},
        Case{good + "--codebook actors.csv", 3, {"actors.csv"}},
        Case{good + "--actors us_colombia_article.csv", 3, {"us_colombia_article.csv", "actor,parent"}},
        Case{good + "--volume actors.csv", 3, {"actors.csv"}}, Case{"codebook show nonsense", 3, {"plain"}},
        Case{"codebook show plain threat_of_forse", 3, {"threat_of_force"}}, Case{"check -", 3, {"empty"}}));

INSTANTIATE_TEST_SUITE_P(System, ExitCode,
                         testing::Values(Case{"index nosuch.csv --dyad USA:COL", 4, {"nosuch.csv"}},
                                         Case{"check .", 4, {"."}},
                                         Case{good + "--codebook nosuch.csv", 4, {"nosuch.csv"}},
                                         Case{good + "--actors nosuch.csv", 4, {"nosuch.csv"}},
                                         Case{good + "--volume nosuch.csv", 4, {"nosuch.csv"}},
                                         Case{good + "--to-file /nosuch/a.csv", 4, {"/nosuch/a.csv"}},
                                         Case{good + "--page /nosuch/a.html", 4, {"/nosuch/a.html"}},
                                         Case{"new us_colombia_article.csv", 4, {"us_colombia_article.csv"}},
                                         Case{"new /nosuch/a.csv", 4, {"/nosuch/a.csv"}}));

/// The exit code of the program when its standard output is `place`.
int code_into(const std::string& place) {
  return exit_code("cd" + quoted({DETENTE_EXAMPLES_DATA}) + " &&" +
                   quoted({DETENTE_PROGRAM, "codebook", "show", "gdelt"}) + " " + place);
}

TEST(ExitCode, AFullDiskIsNoticed) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full";
  EXPECT_EQ(code_into(">/dev/full 2>/dev/null"), 4);
}

TEST(ExitCode, AClosedPipeIsQuiet) {
  const Scratch scratch;
  const std::string program = quoted({DETENTE_PROGRAM, "codebook", "show", "gdelt"});
  // The reader is gone before the program begins.
  exit_code("{ sleep 0.3;" + program + " 2>" + quoted({scratch / "err"}) + "; echo $? >" + quoted({scratch / "code"}) +
            "; } | true; sleep 0.7");
  EXPECT_EQ(read_text(scratch / "code"), "4\n");
  EXPECT_EQ(read_text(scratch / "err"), "");
}

}  // namespace
}  // namespace detente::cli_test
