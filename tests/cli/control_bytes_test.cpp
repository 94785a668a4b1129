/// \file
/// Whatever stands in the files and on the command line, no control byte reaches the terminal, and every form of output
/// stays what it is: JSON that parses, CSV with as many fields as its header, well-formed markup.

#include <nlohmann/json.hpp>

#include "cli/hostile.hpp"
#include "cli/program.hpp"
#include "output/well_formed.hpp"
#include "support/packed.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

void expect_clean(const Outcome& outcome, const std::vector<std::string>& words) {
  EXPECT_EQ(raw_control(outcome.out), "") << quoted(words);
  EXPECT_EQ(raw_control(outcome.err), "") << quoted(words) << "\n" << outcome.err.substr(0, 2000);
  EXPECT_NE(outcome.code, 1) << outcome.err;
  EXPECT_LE(outcome.code, 4) << outcome.err;
}

/// How many fields each record has: RFC 4180, so that a line end may stand in quotes. A codebook begins with comments.
std::vector<std::size_t> field_counts(std::string csv) {
  while (csv.starts_with('#')) csv.erase(0, csv.find('\n') + 1);
  std::vector<std::size_t> out;
  std::size_t fields = 1;
  bool in_quotes = false;
  for (const char c : csv) {
    if (c == '"') in_quotes = !in_quotes;
    if (!in_quotes && c == ',') ++fields;
    if (!in_quotes && c == '\n') out.push_back(std::exchange(fields, 1));
  }
  EXPECT_FALSE(in_quotes);
  return out;
}

void expect_rectangle(const std::string& csv) {
  const std::vector<std::size_t> counts = field_counts(csv);
  ASSERT_FALSE(counts.empty());
  for (const std::size_t n : counts) ASSERT_EQ(n, counts.front()) << csv.substr(0, 500);
}

/// JSON as a whole, or a value on each line.
void expect_json(const std::string& text) {
  if (Json::accept(text)) return;
  ASSERT_GT(lines_of(text).size(), 1U);
  for (const std::string& line : lines_of(text)) ASSERT_TRUE(Json::accept(line)) << line;
}

/// What another coder makes of it.
std::string with_other_events(std::string text) {
  const std::string from = "\"criticism\"", to = "\"accusation\"";
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

class Hostile : public testing::Test {
 protected:
  Hostile() : file(scratch / "hostile.csv"), other(scratch / ("o\x1b[31m\u009b" + std::string(".csv"))) {
    const std::string text = hostile_chronology();
    write_text(file, text);
    write_text(other, with_other_events(text));
  }

  static void try_form(int number, std::vector<std::string> words) {
    const std::string form = std::array{"table", "csv", "json"}[static_cast<std::size_t>(number % 3)];
    words.insert(words.end(), {"--output", form});
    const Outcome outcome = run(words);
    expect_clean(outcome, words);
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.out, "");
    if (form == "csv") expect_rectangle(outcome.out);
    if (form == "json") expect_json(outcome.out);
  }
  static void try_all_forms(const std::vector<std::string>& words) {
    for (int form = 0; form < 3; ++form) try_form(form, words);
  }

  Scratch scratch;
  std::string file, other;
};

TEST_F(Hostile, CheckShowsEverythingHarmlessly) {
  try_all_forms({"check", file, other});
  const Outcome outcome = run({"check", file});
  EXPECT_TRUE(contains(outcome.out, "\\x1B[31m")) << outcome.out;
}

TEST_F(Hostile, PanelNamesEveryPairHarmlessly) { try_all_forms({"panel", file, "--every", "year"}); }

TEST_F(Hostile, JsonKeepsTheNamesAsTheyAre) {
  const Json json = Json::parse(run({"check", file, "--output", "json"}).out);
  const std::string text = json.dump();
  for (const std::string_view attack : attacks) {
    const std::string inside = Json(attack).dump();
    EXPECT_NE(text.find(inside.substr(1, inside.size() - 2)), std::string::npos) << inside;
  }
}

/// Every name with every command, in one form or another.
TEST_F(Hostile, EveryPairIsIndexedExplainedAndComparedHarmlessly) {
  int n = 0;
  for (const std::string& name : hostile_names()) {
    const std::string dyad = name + ":COL";
    try_form(++n, {"index", file, "--dyad", dyad, "--draws", "20"});
    try_form(++n, {"explain", file, "--dyad", dyad, "--between", "2025-09", "2026"});
    try_form(++n, {"episodes", file, "--dyad", dyad, "--draws", "20"});
    try_form(n + 1, {"diff", file, other, "--dyad", dyad});
    const std::vector<std::string> few{"reciprocity", file, "--dyad", dyad};
    expect_clean(run(few), few);
  }
}

TEST_F(Hostile, PicturesAndPagesAreWellFormed) {
  int n = 0;
  for (const std::string& name : hostile_names()) {
    const std::string svg = scratch / (std::to_string(++n) + ".svg"), page = scratch / (std::to_string(n) + ".html");
    const std::vector<std::string> words{"index", file,      "--dyad", name + ":COL", "--draws",
                                         "20",    "--chart", svg,      "--page",      page};
    const Outcome outcome = run(words);
    expect_clean(outcome, words);
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(raw_control(read_text(svg)), "") << name;
    EXPECT_EQ(raw_control(read_text(page)), "") << name;
    EXPECT_EQ(test::XmlCheck(read_text(svg)).fault(), "") << name;
    EXPECT_FALSE(contains(read_text(page), "<script>alert")) << name;
  }
}

TEST_F(Hostile, ACodebookOfNothingButAttacks) {
  std::string csv = "code,score,label\n";
  for (const std::string& name : hostile_names()) csv += field("c" + name) + ",1," + field(name) + "\n";
  const std::string book = scratch / "book\x1b[31m.csv";
  write_text(book, csv);
  try_all_forms({"codebook", "show", book});
  for (const std::string_view attack : attacks) {
    const std::vector<std::string> words{"codebook", "show", book, std::string(attack)};
    expect_clean(run(words), words);
  }
}

/// Every option with an attack for its value: a refusal, and a harmless one.
TEST_F(Hostile, WordsOfTheCommandLine) {
  for (const std::string_view attack : attacks)
    for (const char* option :
         {"--format",   "--code-column", "--columns",   "--codebook", "--actors",     "--as-of", "--issue",
          "--scores",   "--status",      "--direction", "--model",    "--scale",      "--base",  "--mirrors",
          "--mentions", "--volume",      "--also",      "--every",    "--at",         "--from",  "--to",
          "--output",   "--bands",       "--draws",     "--threads",  "--max-rejects"}) {
      const std::vector<std::string> words{"index", news, "--dyad", "USA:COL", option, "x" + std::string(attack)};
      const Outcome outcome = run(words);
      expect_clean(outcome, words);
      EXPECT_NE(outcome.code, 0) << quoted(words);
    }
}

TEST_F(Hostile, WordsThatBelongNowhere) {
  for (const std::string_view attack : attacks) {
    const std::string word(attack);
    for (const std::vector<std::string>& words : {std::vector<std::string>{word},
                                                  {"--" + word},
                                                  {"index", "--" + word},
                                                  {"codebook", word},
                                                  {"codebook", "show", word},
                                                  {"models", "show", word},
                                                  {"explain", news, "--dyad", word, "--between", word, word},
                                                  {"index", word + ".csv", "--dyad", "A:B"},
                                                  {"panel", news, "--memory", word}}) {
      const Outcome outcome = run(words);
      expect_clean(outcome, words);
      EXPECT_GE(outcome.code, 2) << quoted(words);
    }
  }
}

TEST_F(Hostile, NamesOfFilesThatAreWritten) {
  for (const std::string_view attack : {escape, link, c1, reversed}) {
    std::string name = std::string(attack) + ".csv";
    for (char& c : name)
      if (c == '/') c = '_';
    const std::string path = scratch / name;
    const std::vector<std::string> words{"panel", news, "--to-file", path};
    const Outcome outcome = run(words);
    expect_clean(outcome, words);
    EXPECT_TRUE(contains(outcome.err, "written: "));
    EXPECT_FALSE(read_text(path).empty());
    expect_clean(run({"new", scratch / ("new" + name)}), words);
  }
}

#if DETENTE_ARCHIVES
TEST_F(Hostile, NamesOfMembersOfAnArchive) {
  const std::string path = scratch / "a.zip";
  test::write_packed(path, "zip", {{"x\x1b[31m.csv", hostile_chronology()}, {"y\x07.csv", "nonsense\n\x1b[31m"}});
  for (const char* command : {"check", "panel"}) {
    const std::vector<std::string> words{command, path};
    expect_clean(run(words), words);
  }
}
#endif

}  // namespace
}  // namespace detente::cli_test
