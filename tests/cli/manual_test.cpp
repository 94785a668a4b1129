#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

bool is_there(const std::string& program) { return exit_code("command -v " + program + " >/dev/null 2>&1") == 0; }

/// The names of the pages that the program's own page leads to, without "detente-": "index".
std::vector<std::string> commands() {
  std::vector<std::string> out;
  const std::string help = run("--help").out;
  const std::size_t begin = help.find("Subcommands:\n") + 13;
  for (const std::string& line : lines_of(help.substr(begin, help.find("\n\n", begin) - begin)))
    out.push_back(line.substr(2, line.find(' ', 2) - 2));
  return out;
}

/// All that `help --write-to` writes.
class Share {
 public:
  Share() { EXPECT_EQ(run(std::vector<std::string>{"help", "--write-to", folder()}).code, 0); }
  std::string folder() const { return scratch_ / "share"; }
  std::string page(const std::string& command) const {
    return folder() + "/man/man1/detente" + (command.empty() ? "" : "-" + command) + ".1";
  }

 private:
  Scratch scratch_;
};

TEST(Manual, HasAPageForEveryCommand) {
  const Share share;
  const std::string program = read_text(share.page(""));
  ASSERT_GE(commands().size(), 17U);
  for (const std::string& command : commands()) {
    EXPECT_EQ(read_text(share.page(command)), run("help " + command + " --man").out) << command;
    EXPECT_TRUE(contains(program, "\\fBdetente\\-" + (command == "what-if" ? "what\\-if" : command) + "\\fR(1)"))
        << command;
  }
}

TEST(Manual, HasEveryOptionOfTheHelp) {
  const Share share;
  std::size_t options = 0;
  for (const std::string& command : commands()) {
    std::string page = read_text(share.page(command));
    std::erase(page, '\\');
    for (const std::string& line : lines_of(run(command + " --help").out)) {
      const std::size_t at = line.find("--");
      if (!line.starts_with("  ") || at > 5) continue;
      const std::string option = line.substr(at, line.find_first_of(" ,", at) - at);
      EXPECT_TRUE(contains(page, option + "fR")) << command << ": " << line;
      ++options;
    }
  }
  EXPECT_GE(options, 300U);
}

TEST(Manual, IsSoundForMandoc) {
  if (!is_there("mandoc")) GTEST_SKIP() << "skipped: mandoc was not found";
  const Share share;
  for (std::string command : commands()) {
    // Pages have no date: the same version has the same bytes.
    const int said = exit_code("mandoc -T lint -W warning" + quoted({share.page(command)}) +
                               " 2>&1 | grep -v 'missing date' >" + quoted({share.folder() + "/said"}));
    EXPECT_EQ(said, 1) << read_text(share.folder() + "/said");
  }
}

TEST(Manual, IsSoundForGroff) {
  if (!is_there("groff") || !is_there("preconv")) GTEST_SKIP() << "skipped: groff was not found";
  const Share share;
  for (const std::string& command : commands()) {
    EXPECT_EQ(exit_code("preconv -e utf8" + quoted({share.page(command)}) + " | groff -ww -man -Tutf8 -P-cbou >" +
                        quoted({share.folder() + "/page"}) + " 2>" + quoted({share.folder() + "/said"})),
              0);
    EXPECT_EQ(read_text(share.folder() + "/said"), "") << command;
    EXPECT_TRUE(contains(read_text(share.folder() + "/page"), "SYNOPSIS")) << command;
  }
}

TEST(HelpCommand, SaysWhatTheOptionSays) {
  EXPECT_EQ(run("help").out, run("--help").out);
  for (const std::string& command : commands())
    EXPECT_EQ(run("help " + command).out, run(command + " --help").out) << command;
  EXPECT_EQ(run("help codebook show").out, run("codebook show --help").out);
}

TEST(HelpCommand, RefusesWhatIsNoCommand) {
  const Outcome outcome = run("help indx");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(contains(outcome.err, "did you mean index?")) << outcome.err;
  EXPECT_EQ(run("help index show").code, 2);
  EXPECT_EQ(run("help index --completion bash").code, 2);
  EXPECT_EQ(run("help --man --completion bash").code, 2);
  EXPECT_TRUE(contains(run("help --completion tcsh").err, "is none of bash, zsh, fish"));
}

}  // namespace
}  // namespace detente::cli_test
