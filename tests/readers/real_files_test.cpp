/// The real files, each with an account of every row. The counts were also made by pandas, independently of the reader;
/// pandas_test.cpp compares what the events say. Nothing of these files is in the tree.

#include <gtest/gtest.h>

#include <set>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/byte_source.hpp"
#include "detente/ground/delimited.hpp"
#include "detente/ground/number.hpp"
#include "detente/readers/formats/format_info.hpp"
#include "readers/machine_files.hpp"

namespace detente {
namespace {

struct Account {
  const char* file;
  const char* format;
  std::size_t rows;
  std::size_t kept;
  Counts set_aside;
  const char* first_day;
  const char* last_day;
  /// Events whose reported day the file does not say.
  std::size_t assumed_reported;
  /// Codes that the usual codebook of the format lacks.
  std::set<std::string> unknown_codes = {};
};
void PrintTo(const Account& account, std::ostream* out) { *out << account.file; }

const std::vector<Account> accounts{
    // 40 rows of the backfile without an address and 60 with one. Twenty rows have a field with a leading blank, none
    // of them
    // that of a country.
    {"gdelt1_57_and_58_columns.tsv",
     "gdelt1",
     100,
     20,
     {{"one side has no country", 75}, {"same country", 5}},
     "1979-12-31",
     "2019-07-03",
     0},
    // 201 rows of 57 columns, 509 of 58.
    {"gdelt1_mixed_710_rows.tsv",
     "gdelt1",
     710,
     139,
     {{"one side has no country", 514}, {"same country", 57}},
     "1982-01-02",
     "2016-07-28",
     0},
    // "NA" for nothing, and text in quotes, which saved the zeros of the codes.
    {"gdelt1_rewritten_by_r.csv",
     "gdelt1",
     1255,
     137,
     {{"one side has no country", 1068}, {"same country", 50}},
     "2012-08-01",
     "2012-08-31",
     0},
    // 72 % of the rows lack a country on one side, 22 % are between two.
    {"gdelt2_20191024143000.export.CSV",
     "gdelt2",
     2111,
     469,
     {{"one side has no country", 1521}, {"same country", 121}},
     "2018-10-24",
     "2019-10-24",
     0},
    // Every leading zero is lost and every root code proves it; every DATEADDED is "2.02E+13".
    {"gdelt2_damaged_by_spreadsheet.csv",
     "gdelt2",
     1629,
     318,
     {{"one side has no country", 1207}, {"same country", 104}},
     "2018-12-22",
     "2019-01-21",
     318},
    // One day. More than a third of the rows are within one country. No name of a country is unknown.
    {"icews_2018_1500_rows.tab",
     "icews",
     1500,
     813,
     {{"one side has no country", 163}, {"same country", 524}},
     "2018-06-01",
     "2018-06-01",
     813},
    // Actors stay as they are written, so nothing is within one actor. 0330 is no code of CAMEO, and for 1213 GDELT has
    // no
    // score; they are events that the audit names.
    {"keds_levant_cameo.tsv", "keds", 145709, 145709, {}, "1979-04-15", "2011-11-30", 145709, {"0330", "1213"}},
};

class RealEvents : public testing::TestWithParam<Account> {};

TEST_P(RealEvents, HasAnAccountOfEveryRow) {
  const Account& account = GetParam();
  const auto path = std::filesystem::path(DETENTE_SHARED) / "data" / "events" / account.file;
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the shared data are not here";
  const ReadResult read = read_events(path);
  const FileReport& report = read.files.at(0);
  EXPECT_EQ(report.format, account.format);
  EXPECT_EQ(report.rows, account.rows);
  EXPECT_EQ(report.kept, account.kept);
  EXPECT_EQ(report.set_aside, account.set_aside);
  EXPECT_EQ(report.rejected, Counts{}) << report_text(report);
  EXPECT_EQ(report.rows, report.kept + set_aside_rows(report) + rejected_rows(report));
  EXPECT_EQ(to_text(*report.first_day), account.first_day);
  EXPECT_EQ(to_text(*report.last_day), account.last_day);
  EXPECT_EQ(read.log.assumed_reported(), account.assumed_reported);
  EXPECT_EQ(read.log.size(), account.kept);
}

/// A zero that is lost, or put back where none was, makes a code that no codebook has.
TEST_P(RealEvents, HasCodesOfItsCodebook) {
  const Account& account = GetParam();
  const auto path = std::filesystem::path(DETENTE_SHARED) / "data" / "events" / account.file;
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the shared data are not here";
  const ReadResult read = read_events(path);
  const Codebook codebook = built_in_codebook(std::string(find_format(account.format)->codebook));
  std::set<std::string> unknown;
  for (SymbolId i = 0; i < read.log.codes().size(); ++i)
    if (!codebook.find(read.log.codes()[i])) unknown.insert(read.log.codes()[i]);
  EXPECT_EQ(unknown, account.unknown_codes);
}

INSTANTIATE_TEST_SUITE_P(Shared, RealEvents, testing::ValuesIn(accounts), [](const auto& account) {
  std::string name = account.param.file;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '.'; }, '_');
  return name;
});

TEST(RealFiles, OfOneProjectFillOneLog) {
  const auto folder = std::filesystem::path(DETENTE_SHARED) / "data" / "events";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the shared data are not here";
  const std::vector<std::filesystem::path> paths{
      folder / "gdelt1_mixed_710_rows.tsv", folder / "gdelt2_20191024143000.export.CSV",
      std::filesystem::path(DETENTE_EXAMPLES_DATA) / "us_colombia_2025_2026.csv"};
  const ReadResult read = read_events(paths);
  EXPECT_EQ(read.log.size(), 139U + 469U + 33U);
}

/// Every article mentions its event, so that mentions are the larger of the two and articles need not be kept: what
/// `window_mean` weighs by.
TEST(RealFiles, OfGdeltCountNoMoreArticlesThanMentions) {
  constexpr std::size_t mentions = 31, articles = 33;
  for (const char* file :
       {"gdelt1_57_and_58_columns.tsv", "gdelt1_mixed_710_rows.tsv", "gdelt2_20191024143000.export.CSV"}) {
    const auto path = std::filesystem::path(DETENTE_SHARED) / "data" / "events" / file;
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "the shared data are not here";
    const auto bytes = open_bytes(path);
    DelimitedReader reader(*bytes, {.delimiter = '\t', .quoted = false});
    std::size_t rows = 0;
    for (Record record; reader.next(record); ++rows)
      EXPECT_LE(parse_whole(record.fields.at(articles)).value(), parse_whole(record.fields.at(mentions)).value())
          << file << ":" << record.line;
    EXPECT_GE(rows, 100U) << file;
  }
}

}  // namespace
}  // namespace detente
