/// GDELT's own files: what a good row gives, and what becomes of every other one.

#include "readers/formats/gdelt.hpp"

#include <gtest/gtest.h>

#include "detente/ground/error.hpp"
#include "readers/gdelt_rows.hpp"
#include "support/nth_event.hpp"
#include "values/keys.hpp"

namespace detente {
using namespace detail;
namespace {

using namespace test;

void expect_good(const Event& event) {
  EXPECT_EQ(event.id, "881990832");
  EXPECT_EQ(to_text(event.date), "2019-10-23");
  EXPECT_EQ(event.reported, day("2019-10-24"));
  EXPECT_EQ(event.source, "USA");
  EXPECT_EQ(event.target, "COL");
  EXPECT_EQ(event.code, "0871");
  EXPECT_EQ(event.mentions, 300U);
  EXPECT_EQ(event.score, 9.0);
  EXPECT_EQ(event.line, 1U);
}

TEST(Gdelt, ARowOfEachWidthIsReadByItsColumns) {
  for (const std::size_t width : {61U, 58U, 57U}) {
    const auto events = events_in_full(line_of(gdelt_row(width)));
    ASSERT_EQ(events.size(), 1U) << width;
    expect_good(events[0]);
    EXPECT_EQ(events[0].url, width == 57 ? "" : "https://example.org/a?b=\"c\"");
  }
}

TEST(Gdelt, AFileCoversFromItsFirstReportNotFromAnEventThatIsDatedBack) {
  const std::string today = line_of(gdelt_row()), other = line_of(another_gdelt_row());
  const std::string back = line_of(with(with(gdelt_row(), gdelt_id, "3"), gdelt_date, "20181024"));
  for (const std::string& text : {today + other + back, back + other + today}) {
    const FileReport report = read_text(text).files[0];
    EXPECT_EQ(report.first_day, day("2018-10-24"));
    EXPECT_EQ(report.first_reported, day("2019-10-24"));
  }
}

TEST(Gdelt, AFileThatWasEnteredAfterwardsCoversTheDaysOfItsEvents) {
  const FileReport report = read_text(line_of(with(gdelt_row(57), gdelt_date, "19790101"))).files[0];
  EXPECT_EQ(report.first_day, day("1979-01-01"));
  EXPECT_FALSE(report.first_reported);
}

TEST(Gdelt, TheWidthTellsTheVersion) {
  for (const std::size_t width : {61U, 58U, 57U})
    EXPECT_EQ(read_text(line_of(gdelt_row(width))).files[0].format, width == 61 ? "gdelt2" : "gdelt1");
}

TEST(Gdelt, RowsOf57And58ColumnsMix) {
  const std::string with_url = line_of(gdelt_row(58)), without = line_of(another_gdelt_row(57));
  const std::string third = line_of(with(gdelt_row(58), gdelt_id, "3"));
  for (const std::string& text : {with_url + without, without + with_url + third, third + without + with_url}) {
    const ReadResult read = read_text(text);
    EXPECT_EQ(read.files[0].kept, read.files[0].rows) << report_text(read.files[0]);
    EXPECT_EQ(read.files[0].format, "gdelt1");
  }
}

TEST(Gdelt, TheIdIsGdeltsInWhateverFileItStands) {
  const ReadResult two = read_text(line_of(gdelt_row(61)), {}, "a.CSV");
  const ReadResult one = read_text(line_of(gdelt_row(58)), {}, "b.csv");
  const Event event = nth_event(two.log, 0);
  EXPECT_EQ(two.log.rows()[0].key, key_of_report(key_of_id("gdelt", "881990832"), Hasher().add(event.source).value(),
                                                 Hasher().add(event.target).value(), event.date.first));
  EXPECT_EQ(one.log.rows()[0].key, two.log.rows()[0].key);
}

TEST(Gdelt, AnEventOfOverlappingFilesIsOne) {
  const ReadResult read = read_text(line_of(gdelt_row()) + line_of(another_gdelt_row()) + line_of(gdelt_row()));
  EXPECT_EQ(read.log.size(), 2U);
  EXPECT_EQ(read.files[0].set_aside, (Counts{{"redelivery", 1}}));
}

TEST(Gdelt, RegionsAreActors) {
  const auto events = events_in_full(line_of(with(with(gdelt_row(), gdelt_country_1, "EUR"), gdelt_country_2, "AFR")));
  EXPECT_EQ(events.at(0).source, "EUR");
  EXPECT_EQ(events.at(0).target, "AFR");
}

TEST(Gdelt, LeadingBlanksAreTrimmed) {
  const auto events =
      events_in_full(line_of(with(with(gdelt_row(58), gdelt_country_1, " USA"), gdelt_country_2, "COL ")));
  EXPECT_EQ(events.at(0).source, "USA");
  EXPECT_EQ(events.at(0).target, "COL");
}

TEST(Gdelt, AQuoteIsACharacter) {
  const std::string stray = line_of(with(gdelt_row(), 6, "\"WASHINGTON"));
  EXPECT_EQ(read_text(stray + line_of(another_gdelt_row())).files[0].kept, 2U);
}

TEST(Gdelt, AReturnAtTheEndIsNoPartOfTheAddress) {
  std::string line = line_of(with(gdelt_row(), 60, "https://example.org/1"));
  line.insert(line.size() - 1, "\r");
  EXPECT_EQ(events_in_full(line).at(0).url, "https://example.org/1");
}

TEST(Gdelt, WhatIsMissingIsNotZero) {
  Fields row = with(gdelt_row(), gdelt_score, "");
  row[59] = "";
  const std::string good = line_of(gdelt_row());
  const auto events = events_in_full(good + line_of(row));
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[1].score, std::nullopt);
  EXPECT_EQ(events[1].reported, std::nullopt);
}

TEST(Gdelt, AnAddressInLatin1IsReadable) {
  const auto events = events_in_full(line_of(with(gdelt_row(), 60, "https://example.org/Bogot\xE1")));
  EXPECT_EQ(events.at(0).url, "https://example.org/Bogotá");
}

// ---- rows that are no events ----

std::string row(std::size_t column, const std::string& text) { return line_of(with(gdelt_row(), column, text)); }

const std::vector<RowFate> rejected{
    {"date_of_words", row(gdelt_date, "yesterday"), "bad date", 2},
    {"date_with_dashes", row(gdelt_date, "2019-10-23"), "bad date", 2},
    {"no_leap_day", row(gdelt_date, "20190229"), "bad date", 2},
    {"day_0", row(gdelt_date, "20191000"), "bad date", 2},
    {"thirteenth_month", row(gdelt_date, "20191301"), "bad date", 2},
    {"date_of_7_digits", row(gdelt_date, "2019102"), "bad date", 2},
    {"no_date", row(gdelt_date, ""), "no date", 2},
    {"no_code", row(gdelt_code, ""), "no code", 27},
    {"code_of_dashes", row(gdelt_code, "---"), "bad code", 27},
    {"code_of_two_dashes", row(gdelt_code, "--"), "bad code", 27},
    {"code_with_a_letter", row(gdelt_code, "13y"), "bad code", 27},
    {"code_of_1_digit", row(gdelt_code, "1"), "bad code", 27},
    {"code_of_5_digits", row(gdelt_code, "08711"), "bad code", 27},
    {"no_mentions", row(gdelt_mentions, ""), "bad mentions", 32},
    {"mentions_0", row(gdelt_mentions, "0"), "bad mentions", 32},
    {"mentions_negative", row(gdelt_mentions, "-1"), "bad mentions", 32},
    {"mentions_past_32_bits", row(gdelt_mentions, "4294967296"), "bad mentions", 32},
    {"score_of_words", row(gdelt_score, "high"), "bad score", 31},
    {"score_with_a_comma", row(gdelt_score, "-7,5"), "bad score", 31},
    {"score_past_all_scales", row(gdelt_score, "1000001"), "bad score", 31},
    {"source_of_two_letters", row(gdelt_country_1, "US"), "bad country", 8},
    {"source_with_a_role", row(gdelt_country_1, "USAGOV"), "bad country", 8},
    {"target_in_small_letters", row(gdelt_country_2, "col"), "bad country", 18},
    {"target_of_digits", row(gdelt_country_2, "170"), "bad country", 18},
    {"reported_no_day", row(59, "20191332000000"), "bad reported", 60},
    {"reported_of_words", row(59, "2019102414300x"), "bad reported", 60},
    {"reported_cut", row(59, "201910241430"), "bad reported", 60},
    {"id_of_letters", row(gdelt_id, "8.8E+08"), "bad id", 1},
    {"field_too_few", line_of(Fields(60, "1")), "wrong number of fields", 0},
    {"field_too_many", line_of(Fields(62, "1")), "wrong number of fields", 0},
    {"width_of_version_1", line_of(gdelt_row(58)), "wrong number of fields", 0},
    {"prose", "see above\n", "wrong number of fields", 0},
};

class GdeltRejected : public testing::TestWithParam<RowFate> {};
TEST_P(GdeltRejected, IsCountedAndShown) {
  expect_fate("", line_of(gdelt_row()), line_of(another_gdelt_row()), GetParam(), true);
}
INSTANTIATE_TEST_SUITE_P(Table, GdeltRejected, testing::ValuesIn(rejected), [](const auto& r) { return r.param.name; });

const std::vector<RowFate> set_aside{
    {"no_source", row(gdelt_country_1, ""), "one side has no country"},
    {"no_target", row(gdelt_country_2, ""), "one side has no country"},
    {"blank_target", row(gdelt_country_2, "  "), "one side has no country"},
    {"no_source_and_no_date", line_of(with(with(gdelt_row(), gdelt_country_1, ""), gdelt_date, "")),
     "one side has no country"},
    {"same_country", row(gdelt_country_2, "USA"), "same country"},
    {"nothing_but_tabs", std::string(60, '\t') + "\n", "empty row"},
    {"few_tabs", "\t\t\n", "empty row"},
};

class GdeltSetAside : public testing::TestWithParam<RowFate> {};
TEST_P(GdeltSetAside, IsCounted) {
  expect_fate("", line_of(gdelt_row()), line_of(another_gdelt_row()), GetParam(), false);
}
INSTANTIATE_TEST_SUITE_P(Table, GdeltSetAside, testing::ValuesIn(set_aside),
                         [](const auto& r) { return r.param.name; });

TEST(Gdelt, AWrongWidthSaysWhatWasFound) {
  const ReadResult read = read_text(line_of(gdelt_row(58)) + line_of(gdelt_row(58)) + line_of(gdelt_row(61)));
  EXPECT_EQ(read.files[0].examples.at(0).rule, "a row has 57 or 58 fields, this one 61");
}

TEST(Gdelt, ColumnsAreNamedInTheReport) {
  const ReadResult read = read_text(line_of(gdelt_row()) + line_of(gdelt_row()) + row(59, "x"));
  EXPECT_EQ(read.files[0].examples.at(0).column_name, "DATEADDED");
}

TEST(Gdelt, ADamagedFirstRowHidesNothing) {
  const std::string good = line_of(gdelt_row());
  EXPECT_EQ(read_text("what is this\n" + good + line_of(another_gdelt_row())).files[0].kept, 2U);
}

}  // namespace
}  // namespace detente
