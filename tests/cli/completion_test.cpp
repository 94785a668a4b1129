#include <algorithm>

#include "cli/program.hpp"

namespace detente::cli_test {
namespace {

bool is_there(const std::string& program) { return exit_code("command -v " + program + " >/dev/null 2>&1") == 0; }

/// A folder with files of several endings, in which a shell completes.
class Shell {
 public:
  explicit Shell(const std::string& name) : name_(name) {
    write_text(script(), run("help --completion " + name).out);
    for (const char* file : {"a.csv", "b.db", "c d.csv", "e.txt"}) write_text(scratch_ / file, "");
  }
  std::string script() const { return scratch_ / "script"; }

  /// What the shell prints when it runs a command here.
  std::vector<std::string> prints(const std::string& command) const {
    const std::string line = "cd" + quoted({scratch_ / ""}) + " && " + name_ + " " +
                             (name_ == "bash" ? "--norc -c" : "-c") + quoted({command}) + " >" +
                             quoted({scratch_ / "out"}) + " 2>" + quoted({scratch_ / "err"});
    EXPECT_EQ(exit_code(line), 0) << command << read_text(scratch_ / "err");
    std::vector<std::string> out = lines_of(read_text(scratch_ / "out"));
    std::erase_if(out, [](const std::string& text) { return text == "out" || text == "err" || text == "script"; });
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::string name_;
  Scratch scratch_;
};

using Words = std::vector<std::string>;

/// What bash offers for the last of these words.
Words bash_offers(const Words& words) {
  static const Shell bash("bash");
  return bash.prints("source ./script; COMP_WORDS=(" + quoted(words) +
                     "); COMP_CWORD=" + std::to_string(words.size() - 1) +
                     "; _detente; if [ ${#COMPREPLY[@]} -gt 0 ]; then printf '%s\\n' \"${COMPREPLY[@]}\"; fi");
}

bool has(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

TEST(BashCompletion, OffersCommands) {
  const Words commands = bash_offers({"detente", ""});
  for (const char* command : {"index", "panel", "what-if", "store", "help"})
    EXPECT_TRUE(has(commands, command)) << command;
  EXPECT_EQ(bash_offers({"detente", "exp"}), (Words{"explain"}));
  EXPECT_EQ(bash_offers({"detente", "codebook", ""}), (Words{"list", "show"}));
}

TEST(BashCompletion, OffersOptionsOfTheCommand) {
  EXPECT_EQ(bash_offers({"detente", "index", "--st"}), (Words{"--status", "--store"}));
  EXPECT_EQ(bash_offers({"detente", "explain", "a.csv", "--between", "2025-01", "2025-02", "--to"}),
            (Words{"--to-file", "--top"}));
  EXPECT_EQ(bash_offers({"detente", "--v"}), (Words{"--version"}));
}

TEST(BashCompletion, OffersTheWordsOfAnOption) {
  EXPECT_EQ(bash_offers({"detente", "index", "--every", ""}), (Words{"day", "month", "quarter", "week", "year"}));
  EXPECT_EQ(bash_offers({"detente", "index", "--every", "=", "w"}), (Words{"week"}));
  EXPECT_EQ(bash_offers({"detente", "index", "--every", "="}), (Words{"day", "month", "quarter", "week", "year"}));
  EXPECT_EQ(bash_offers({"detente", "index", "--output", "j"}), (Words{"json", "jsonl"}));
  EXPECT_EQ(bash_offers({"detente", "watch", "--output", ""}), (Words{"jsonl", "text"}));
  EXPECT_EQ(bash_offers({"detente", "models", "show", "dec"}), (Words{"decayed_mean", "decayed_sum"}));
}

TEST(BashCompletion, OffersFilesByTheirEnding) {
  EXPECT_EQ(bash_offers({"detente", "store", "check", ""}), (Words{"b.db"}));
  EXPECT_EQ(bash_offers({"detente", "index", "--actors", ""}), (Words{"a.csv", "c d.csv"}));
  EXPECT_EQ(bash_offers({"detente", "index", "--volume", ""}), (Words{"a.csv", "c d.csv", "dyad", "log", "none"}));
  EXPECT_EQ(bash_offers({"detente", "index", ""}), (Words{"a.csv", "b.db", "c d.csv", "e.txt"}));
}

TEST(BashCompletion, OffersNothingWhereNobodyCanKnow) {
  EXPECT_EQ(bash_offers({"detente", "index", "--dyad", ""}), Words{});
  EXPECT_EQ(bash_offers({"detente", "index", "--from", ""}), Words{});
}

TEST(BashCompletion, OffersEveryOptionOfEveryCommand) {
  std::size_t options = 0;
  for (const char* command : {"index", "panel", "explain", "compare", "watch", "codebook show", "help"}) {
    Words words{"detente"};
    for (std::istringstream stream(command); stream >> words.emplace_back();) {
    }
    words.back() = "--";
    const Words offered = bash_offers(words);
    for (const std::string& line : lines_of(run(std::string(command) + " --help").out)) {
      const std::size_t at = line.find("--");
      if (!line.starts_with("  ") || at > 5) continue;
      EXPECT_TRUE(has(offered, line.substr(at, line.find_first_of(" ,", at) - at))) << command << ": " << line;
      ++options;
    }
  }
  EXPECT_GE(options, 100U);
}

/// A word that is offered is a word that is taken: the refusal of another names the same ones.
TEST(BashCompletion, OffersTheWordsThatTheProgramTakes) {
  for (const char* option :
       {"--every", "--at", "--mirrors", "--mentions", "--direction", "--scores", "--dates", "--output"}) {
    const std::string refusal = run("index " + news + " --dyad USA:COL " + option + " zzz").err;
    Words offered = bash_offers({"detente", "index", option, ""});
    EXPECT_GE(offered.size(), 2U) << option;
    for (const std::string& word : offered)
      EXPECT_TRUE(contains(refusal, word)) << option << " " << word << ": " << refusal;
  }
}

TEST(FishCompletion, OffersCommandsOptionsAndWords) {
  if (!is_there("fish")) GTEST_SKIP() << "skipped: fish was not found";
  const Shell fish("fish");
  const auto offers = [&](const std::string& line) {
    return fish.prints("set -x HOME (pwd); source ./script; complete -C '" + line + "' | cut -f 1");
  };
  EXPECT_TRUE(has(offers("detente "), "index"));
  EXPECT_EQ(offers("detente index --every "), (Words{"day", "month", "quarter", "week", "year"}));
  EXPECT_EQ(offers("detente index --st"), (Words{"--status", "--store"}));
  EXPECT_EQ(offers("detente codebook "), (Words{"list", "show"}));
  EXPECT_TRUE(has(offers("detente store check "), "b.db"));
  EXPECT_FALSE(has(offers("detente store check "), "rebuild"));
}

TEST(ZshCompletion, OffersCommandsOptionsAndWords) {
  if (!is_there("zsh") || !is_there("timeout")) GTEST_SKIP() << "skipped: zsh or timeout was not found";
  const Scratch folder;
  write_text(folder / "_detente", run("help --completion zsh").out);
  write_text(folder / "b.db", "");
  const auto offers = [&](const std::string& line, const std::string& word) {
    return exit_code("timeout 60 zsh -f" + quoted({DETENTE_TEST_CLI "/offers.zsh", folder / "", line, word}) +
                     " >/dev/null 2>&1") == 0;
  };
  EXPECT_TRUE(offers("detente ", "reciprocity"));
  EXPECT_TRUE(offers("detente store ", "rebuild"));
  EXPECT_TRUE(offers("detente index --every ", "quarter"));
  EXPECT_TRUE(offers("detente index --sc", "--scores"));
  EXPECT_TRUE(offers("detente store check ", "b.db"));
}

}  // namespace
}  // namespace detente::cli_test
