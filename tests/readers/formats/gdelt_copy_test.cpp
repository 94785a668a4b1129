/// GDELT tables that R, pandas or a spreadsheet wrote again.

#include <gtest/gtest.h>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "readers/formats/lost_zeros.hpp"
#include "readers/gdelt_rows.hpp"
#include "support/nth_event.hpp"

namespace detente {
using namespace detail;
namespace {

using namespace test;

const Fields names{"GLOBALEVENTID", "SQLDATE",       "Actor1CountryCode", "Actor2CountryCode",
                   "EventCode",     "EventBaseCode", "EventRootCode",     "GoldsteinScale",
                   "NumMentions",   "DATEADDED",     "SOURCEURL"};
const Fields good{"17", "20130105", "USA", "COL", "036", "036", "03", "4", "10", "20130203", "https://example.org/1"};

std::string copy_of(const Fields& row, char delimiter = ',') {
  return line_of(names, delimiter) + line_of(row, delimiter);
}

void expect_good(const std::string& text, const std::string& format = "gdelt1") {
  const auto events = events_in_full(text);
  ASSERT_EQ(events.size(), 1U) << text;
  EXPECT_EQ(events[0].id, "17");
  EXPECT_EQ(to_text(events[0].date), "2013-01-05");
  EXPECT_EQ(events[0].source, "USA");
  EXPECT_EQ(events[0].target, "COL");
  EXPECT_EQ(events[0].code, "036");
  EXPECT_EQ(events[0].mentions, 10U);
  EXPECT_EQ(events[0].reported, day("2013-02-03"));
  EXPECT_EQ(events[0].url, "https://example.org/1");
  EXPECT_EQ(format_of(text).name(), format);
}

TEST(GdeltCopy, IsReadByTheNamesOfItsColumns) {
  for (const char delimiter : {',', ';', '\t'}) expect_good(copy_of(good, delimiter));
  Fields order = names, row = good;
  for (std::size_t turn = 0; turn < names.size(); ++turn) {
    std::rotate(order.begin(), order.begin() + 1, order.end());
    std::rotate(row.begin(), row.begin() + 1, row.end());
    expect_good(line_of(order, ',') + line_of(row, ','));
  }
}

TEST(GdeltCopy, NamesMayBeRenamed) {
  const auto renamed = [](std::string (*rename)(std::string)) {
    Fields header;
    for (const std::string& name : names) header.push_back(rename(name));
    return line_of(header, ',') + line_of(good, ',');
  };
  expect_good(renamed([](std::string name) { return lower(name); }));
  expect_good(renamed([](std::string name) { return "\"" + name + "\""; }));
  expect_good(renamed([](std::string name) { return name == "SQLDATE" ? "Day" : name; }));
  expect_good(renamed([](std::string name) { return name.insert(5, "."); }));
  expect_good("\xEF\xBB\xBF" + copy_of(good));
}

TEST(GdeltCopy, ColumnsWithoutANameAreNoTrouble) {
  expect_good("," + line_of(names, ',') + "0," + line_of(good, ','));
  expect_good("Unnamed: 0,Unnamed: 1," + line_of(names, ',') + "0,1," + line_of(good, ','));
}

TEST(GdeltCopy, RowNumbersThatTheHeaderDoesNotCountAreNoTrouble) {
  expect_good(line_of(names, ',') + "\"1\"," + line_of(good, ','));
}

TEST(GdeltCopy, LineEndsAndQuotesOfSpreadsheets) {
  std::string text = copy_of(good, ';');
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.replace(at, 1, "\r\n");
  expect_good(text);
  Fields quoted;
  for (const std::string& field : good) quoted.push_back("\"" + field + "\"");
  expect_good(copy_of(quoted));
}

TEST(GdeltCopy, NumbersMayHaveBecomeFractions) {
  expect_good(copy_of(
      {"17", "20130105.0", "USA", "COL", "36.0", "36.0", "3.0", "4.0", "10.0", "20130203.0", "https://example.org/1"}));
}

TEST(GdeltCopy, DaysMayHaveBecomeDates) {
  expect_good(copy_of({"17", "2013-01-05", "USA", "COL", "036", "036", "03", "4", "10", "2013-02-03 10:00:00",
                       "https://example.org/1"}),
              "gdelt2");
}

TEST(GdeltCopy, TheVersionIsThatOfTheTable) {
  EXPECT_EQ(format_of(copy_of(good)).name(), "gdelt1");
  EXPECT_EQ(format_of(copy_of(with(good, 9, "20130203101500"))).name(), "gdelt2");
  EXPECT_EQ(format_of(copy_of(with(good, 9, "2.01E+13"))).name(), "gdelt2");
  EXPECT_EQ(format_of("ActionGeo_ADM2Code," + line_of(names, ',') + "," + line_of(good, ',')).name(), "gdelt2");
  EXPECT_THROW(read_text(copy_of(good), {.format = "gdelt2"}), InputError);
}

TEST(GdeltCopy, ADestroyedTimeIsAnUnknownDay) {
  const ReadResult read = read_text(copy_of(with(good, 9, "2.02E+13")));
  EXPECT_EQ(read.files[0].kept, 1U);
  EXPECT_EQ(read.log.assumed_reported(), 1U);
  EXPECT_EQ(read.log.reported(read.log.rows()[0]), day("2013-01-05"));
}

TEST(GdeltCopy, MentionsThatAFileLeavesOutAreOne) {
  const ReadResult read = read_text("SQLDATE,Actor1CountryCode,Actor2CountryCode,EventCode\n20130105,USA,COL,036\n");
  EXPECT_EQ(nth_event(read.log, 0).mentions, 1U);
}

// ---- lost zeros ----

TEST(LostZeros, ArePutBackWhereTheRowProvesThem) {
  const auto whole_code = [](std::string_view code, std::string_view base, std::string_view root) {
    std::array<char, 4> buffer{};
    return std::string(with_zeros(code, base, root, buffer));
  };
  // the root tells
  EXPECT_EQ(whole_code("12", "12", "1"), "012");
  EXPECT_EQ(whole_code("36", "36", "3"), "036");
  EXPECT_EQ(whole_code("874", "87", "8"), "0874");
  EXPECT_EQ(whole_code("10", "10", "1"), "010");
  EXPECT_EQ(whole_code("36", "", "03"), "036");
  EXPECT_EQ(whole_code("036", "36", "3"), "036");
  EXPECT_EQ(whole_code("173", "173", "17"), "173");
  EXPECT_EQ(whole_code("1831", "183", "18"), "1831");
  EXPECT_EQ(whole_code("036", "036", "03"), "036");
  // the base code tells
  EXPECT_EQ(whole_code("831", "83", ""), "0831");
  EXPECT_EQ(whole_code("12", "12", ""), "012");
  EXPECT_EQ(whole_code("831", "083", ""), "0831");
  EXPECT_EQ(whole_code("112", "112", ""), "112");
  // nothing tells but the length
  EXPECT_EQ(whole_code("12", "", ""), "");
  EXPECT_EQ(whole_code("831", "", ""), "");
  EXPECT_EQ(whole_code("112", "", ""), "112");
  EXPECT_EQ(whole_code("201", "", ""), "201");
  EXPECT_EQ(whole_code("036", "", ""), "036");
  EXPECT_EQ(whole_code("0831", "", ""), "0831");
  // the row contradicts itself
  EXPECT_EQ(whole_code("12", "12", "4"), "");
  EXPECT_EQ(whole_code("173", "173", "7"), "");
  EXPECT_EQ(whole_code("1831", "", "8"), "");
  EXPECT_EQ(whole_code("36", "", "123"), "");
}

/// Every CAMEO code, written as a number beside its base code and root, is read back.
TEST(LostZeros, EveryCodeIsReadBack) {
  const auto as_number = [](const std::string& digits) { return digits.substr(digits.find_first_not_of('0')); };
  for (int root = 1; root <= 20; ++root)
    for (int leaf = 0; leaf <= 9; ++leaf)
      for (int more = 0; more <= 9; ++more) {
        const std::string r = (root < 10 ? "0" : "") + std::to_string(root), base = r + std::to_string(leaf);
        const std::string code = more == 0 ? base : base + std::to_string(more);
        std::array<char, 4> buffer{};
        EXPECT_EQ(with_zeros(as_number(code), as_number(base), as_number(r), buffer), code);
        EXPECT_EQ(with_zeros(as_number(code), as_number(base), "", buffer), code);
        EXPECT_EQ(with_zeros(code, base, r, buffer), code);
      }
}

// ---- rows that are no events ----

std::string row(std::size_t column, const std::string& text) { return line_of(with(good, column, text), ','); }

const std::vector<RowFate> rejected{
    {"lost_zero", line_of(with(with(with(good, 4, "12"), 5, "NA"), 6, ""), ','), "leading zero lost", 5},
    {"contradiction", row(6, "14"), "leading zero lost", 5},
    {"bad_date", row(1, "2013"), "bad date", 2},
    {"bad_time", row(1, "2013-02-30 10:00"), "bad date", 2},
    {"no_date", row(1, "NA"), "no date", 2},
    {"bad_code", row(4, "3.6"), "bad code", 5},
    {"no_code", row(4, "NaN"), "no code", 5},
    {"bad_country", row(2, "840"), "bad country", 3},
    {"bad_mentions", row(8, "10.5"), "bad mentions", 9},
    {"no_mentions", row(8, "NA"), "bad mentions", 9},
    {"bad_score", row(7, "--"), "bad score", 8},
    {"bad_reported", row(9, "soon"), "bad reported", 10},
    {"bad_id", row(0, "8.8E+08"), "bad id", 1},
    {"too_few", "17,20130105,USA\n", "wrong number of fields", 0},
    {"quote", "\"17,20130105,USA,COL,036,036,03,4,10,20130203,x\n", "quote not closed", 1},
};

class GdeltCopyRejected : public testing::TestWithParam<RowFate> {};
TEST_P(GdeltCopyRejected, IsCountedAndShown) {
  expect_fate(line_of(names, ','), line_of(good, ','), line_of(with(good, 0, "18"), ','), GetParam(), true);
}
INSTANTIATE_TEST_SUITE_P(Table, GdeltCopyRejected, testing::ValuesIn(rejected),
                         [](const auto& r) { return r.param.name; });

const std::vector<RowFate> set_aside{
    {"no_source", row(2, "NA"), "one side has no country"}, {"no_target", row(3, "None"), "one side has no country"},
    {"same_country", row(3, "USA"), "same country"},        {"empty", ",,,,,,,,,,\n", "empty row"},
    {"header", line_of(names, ','), "repeated header"},
};

class GdeltCopySetAside : public testing::TestWithParam<RowFate> {};
TEST_P(GdeltCopySetAside, IsCounted) {
  expect_fate(line_of(names, ','), line_of(good, ','), line_of(with(good, 0, "18"), ','), GetParam(), false);
}
INSTANTIATE_TEST_SUITE_P(Table, GdeltCopySetAside, testing::ValuesIn(set_aside),
                         [](const auto& r) { return r.param.name; });

}  // namespace
}  // namespace detente
