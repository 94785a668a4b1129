#include "detente/output/text/table.hpp"

#include <gtest/gtest.h>

#include "detente/output/text/catalogue_table.hpp"
#include "detente/output/text/check_table.hpp"
#include "detente/output/text/explain_table.hpp"
#include "detente/output/text/text_table.hpp"
#include "output/sample_report.hpp"
#include "output/well_formed.hpp"

namespace detente {
namespace {

TEST(TextTable, CountsLettersNotBytes) {
  EXPECT_EQ(display_width("COL→USA"), 7U);
  EXPECT_EQ(display_width("Bogotá"), 6U);
  EXPECT_EQ(display_width("Bogota\u0301"), 6U);
  EXPECT_EQ(display_width("北京"), 4U);
  EXPECT_EQ(display_width("\xff\xfe"), 2U);
}

TEST(TextTable, LinesUp) {
  TextTable table({{"name"}, {"n", Align::right}, {"note"}});
  table.add({"Bogotá", "1", "x"});
  table.add({"Lima", "22"});
  table.add_rule();
  table.add({"all", "23"});
  EXPECT_EQ(table.text(),
            "name     n  note\n"
            "Bogotá   1  x\n"
            "Lima    22\n"
            "------  --  ----\n"
            "all     23\n");
}

TEST(TextTable, LeavesOutColumnsThatNobodyFills) {
  TextTable table({{"a"}, {"empty"}, {"b"}});
  table.add({"1", "", "2"});
  EXPECT_EQ(table.text(), "a  b\n1  2\n");
  EXPECT_THROW(table.add({"1", "2", "3", "4"}), std::invalid_argument);
}

TEST(TextTable, NeverMovesTheCursor) {
  TextTable table({{"note"}});
  table.add({"a\x1b[2Jb\nc"});
  EXPECT_EQ(table.text(), "note\na\\x1B[2Jb\\nc\n");
}

TEST(TextTable, CutsByCells) {
  EXPECT_EQ(shortened("sanction", 8), "sanction");
  EXPECT_EQ(shortened("sanctions", 8), "sanctio…");
  EXPECT_EQ(shortened("北京北京", 6), "北京…");
  EXPECT_EQ(shortened("a long one", 7), "a long…");
}

TEST(SeriesTable, DrawsTheIndexFromNeutral) {
  EXPECT_EQ(
      index_table(test::sample_report(), {.chart_width = 21}),
      "period   index   band  envelope  level  heat  measures  COL→USA  USA→COL  events  support  0        50    "
      "   100\n"
      "2025-01   57.5  54–60     50–66    1.8     0       5.0       52       62       3      2.5            ┃━●\n"
      "2025-02      –      –         –      –     –         –        –        –       0        –            ┃\n"
      "\n"
      "COL–USA on 28 February 2025: 64, strained. One measure stands (5 points). Heat 54, cooling since 12 January "
      "2025, mostly by acts. Largest: threat of force, 5 January 2025.\n");
}

TEST(IndexTable, SaysOnceUntilWhenItWarmsUp) {
  IndexReport report = test::sample_report();
  report.series.warm_from = Day::from_civil(2025, 2, 10);
  const std::string sentence = "\nUntil 2025-02-10 the sums are still filling: the index reads low.\n\n";
  EXPECT_EQ(test::occurrences(index_table(report), sentence), 0U);
  report.series.rows[0].warming_up = report.series.rows[1].warming_up = true;
  EXPECT_EQ(test::occurrences(index_table(report), sentence), 1U) << index_table(report);
}

TEST(SeriesTable, AsciiIsAscii) {
  const std::string text = index_table(test::sample_report(), {.script = Script::ascii});
  EXPECT_TRUE(std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; }));
  EXPECT_NE(text.find("|=o"), std::string::npos) << text;
}

TEST(SeriesTable, LeavesOutBandsThatWereNotComputed) {
  IndexSeries s = test::sample_report().series;
  for (IndexRow& r : s.rows) r.lower = r.upper = r.lowest = r.highest = r.measures = std::nullopt;
  const std::string text = series_table(s, {.chart_width = 0});
  EXPECT_TRUE(text.starts_with("period   index  level  heat  COL→USA")) << text;
}

TEST(SeriesTable, AnUnboundedScaleTakesItsRangeFromTheData) {
  IndexSeries s = test::sample_report().series;
  s.words = scale_words(s.provenance.model, {.kind = ScaleKind::zscore});
  s.rows[0].index = -2.25, s.rows[0].lower = -4, s.rows[0].upper = -1;
  const std::string text = series_table(s);
  EXPECT_NE(text.find("-2.25  -4.0 to -1.0"), std::string::npos) << text;
}

TEST(SeriesTable, SurvivesInfiniteValues) {
  IndexSeries s = test::sample_report().series;
  s.rows[0].index = std::numeric_limits<double>::infinity();
  EXPECT_NE(series_table(s), "");
}

Attribution sample_attribution() {
  Attribution a;
  a.from = Day::from_civil(2025, 1, 1), a.to = Day::from_civil(2025, 1, 31);
  a.index_from = 50, a.index_to = 57.5, a.level_from = 0, a.level_to = 1.765;
  const auto line = [&](int day, Direction d, QuadClass q, std::string code, Change index) {
    a.lines.push_back({{0}, {}, Day::from_civil(2025, 1, day), d, q, std::move(code), "security", index, index});
  };
  line(5, Direction::backward, QuadClass::verbal_conflict, "threat_of_force", {10, -3, 0, 0});
  line(12, Direction::backward, QuadClass::material_conflict, "visa_revoked", {0, 0, 2.5, -1});
  line(9, Direction::forward, QuadClass::verbal_cooperation, "phone_call", {-1, 0, 0, 0});
  return a;
}

/// The line with its blanks run together.
std::string squeezed(std::string_view line) {
  std::string out;
  for (const char c : line)
    if (c != ' ' || !out.ends_with(' ')) out += c;
  return out;
}

TEST(ExplainTable, AddsUpToTheChange) {
  const std::string text = squeezed(explain_table(sample_attribution(), {"COL", "USA"}, {.top = 1}));
  EXPECT_NE(text.find("index 50.0 → 57.5, a change of +7.50"), std::string::npos) << text;
  EXPECT_NE(text.find("2 other events"), std::string::npos);
  EXPECT_EQ(test::occurrences(text, "change of the index +7.50 +9.00 −3.00 +2.50 −1.00"), 4U) << text;
}

TEST(ExplainTable, SaysUntilWhenTheModelWarmsUp) {
  Attribution a = sample_attribution();
  EXPECT_EQ(explain_table(a, {"COL", "USA"}).find("filling"), std::string::npos);
  a.warm_from = Day::from_civil(1980, 3, 25);
  EXPECT_NE(
      explain_table(a, {"COL", "USA"}).find("Until 1980-03-25 the sums are still filling: the index reads low.\n"),
      std::string::npos);
}

TEST(ExplainTable, TakesLabelsFromTheCodebook) {
  const Codebook plain = built_in_codebook("plain");
  EXPECT_EQ(label_of("threat_of_force", &plain), "threat of force");
  EXPECT_EQ(label_of("no_such_code", &plain), "no such code");
  EXPECT_EQ(label_of("", &plain), "act without a term");
}

TEST(ExplainTable, SaysWhatIsNotExact) {
  Attribution a = sample_attribution();
  a.exact = false;
  a.remainder_index = 0.5;
  const std::string text = explain_table(a, {"COL", "USA"}, {.script = Script::ascii});
  EXPECT_NE(text.find("remainder"), std::string::npos);
  EXPECT_NE(text.find("+8.00"), std::string::npos) << text;
  EXPECT_EQ(text.find("→"), std::string::npos);
}

TEST(CatalogueTable, ShowsScoresAndParameters) {
  const Codebook plain = built_in_codebook("plain");
  EXPECT_NE(codebook_table(plain).find("threat_of_force"), std::string::npos);
  EXPECT_NE(codebook_list(std::vector{plain}).find(plain.hash()), std::string::npos);
  EXPECT_NE(code_text(*plain.find("visa_granted")).find("closes"), std::string::npos);
  EXPECT_NE(code_text(*plain.find("truce")).find("also written  truce agreed; temporary truce"), std::string::npos);
  const Catalogue models = Catalogue::built_in();
  EXPECT_NE(model_text(*models.find("decayed_sum")).find("half_life_verbal"), std::string::npos);
  EXPECT_NE(model_list(models).find("period_mean"), std::string::npos);
}

TEST(CheckTable, ListsWhatAnAuditFinds) {
  Audit a;
  a.day = Day::from_civil(2025, 3, 1);
  a.events = 4;
  const EventRef ref{{2}, 5, "E2", Day::from_civil(2025, 1, 12), {"USA", "COL"}, "visa_revoked"};
  a.open_measures.add({ref, "visa_ban", "head of state", 5, 48});
  a.codebook = "plain";
  a.unknown = {{"visa_revokd", 2, ref, {{"visa_revoked", -5}}}};
  a.taken = {{"Visa revoked", "visa_revoked", 3}};
  a.codes = {{"visa_revoked", 3}, {"", 1}};
  EventRef without_code = ref;
  without_code.code.clear();
  without_code.words = "A lantern was lit";
  a.reported_before.add(without_code);
  const std::string text = check_table(std::vector{test::sample_file()}, a);
  EXPECT_NE(text.find("sample.csv  chronology     7     4          1         2  2025-01-05  2025-01-25"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("'2025-02-29': bad date: 2025-02 has days 01 to 28"), std::string::npos);
  EXPECT_NE(text.find("sample.csv: unknown names: Ruritania 2, Atlantis 1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("visa_revokd       2              5  visa_revoked (-5)\nto add it, "), std::string::npos) << text;
  EXPECT_NE(text.find("Visa revoked  visa_revoked       3\n"), std::string::npos) << text;
  EXPECT_NE(text.find("codes: visa_revoked 3, (no term) 1\n"), std::string::npos) << text;
  EXPECT_NE(text.find("USA→COL    A lantern was lit\n"), std::string::npos) << text;
  EXPECT_NE(text.find("head of state     5.0         48"), std::string::npos) << text;
  EXPECT_EQ(text.find("Likely duplicates"), std::string::npos);
}

TEST(CheckTable, SaysWhenJsonDoesNotHaveThemAllEither) {
  Audit a;
  a.day = Day::from_civil(2025, 3, 1);
  for (int i = 0; i < 10'003; ++i) a.idle_until.add({});
  EXPECT_NE(check_table({}, a).find("and 9963 more; JSON has the first 10000\n"), std::string::npos);
}

/// A machine-coded event keeps no line, and an archive may hold thousands of files.
TEST(CheckTable, CutsLongListsAndNamesNoLineZero) {
  Audit a;
  a.day = Day::from_civil(2025, 3, 1);
  for (int i = 0; i < 52; ++i) a.unknown.push_back({"code" + std::to_string(i), 1, {}, {}});
  std::vector<FileReport> files(45, test::sample_file());
  files.front().unknown_columns.assign(30, "column");
  const std::string text = check_table(files, a);
  EXPECT_NE(text.find("\ncode39"), std::string::npos) << text;
  EXPECT_EQ(text.find("\ncode40"), std::string::npos);
  EXPECT_NE(text.find("and 12 more; JSON has them all\n"), std::string::npos) << text;
  EXPECT_NE(text.find("and 5 more; JSON has them all\n"), std::string::npos) << text;
  EXPECT_NE(text.find("and 5 more files with such rows\n"), std::string::npos) << text;
  EXPECT_NE(text.find("column, and 20 more\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("first on line"), std::string::npos) << text;
}

}  // namespace
}  // namespace detente
