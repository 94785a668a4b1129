/// Malformed chronologies, each with what must become of it. Every bad row stands between two good ones, which survive.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "readers/chronologies.hpp"
#include "readers/malformed_rows.hpp"

namespace detente {
using namespace detail;
namespace {

using namespace std::string_literals;

// ---- one bad row among good ones ----

const std::string after = "A,2025-01-31,,COL,USA,threat,,,,,,,,,,,,,\"good, too\"\n";

struct BadRow {
  std::string name;
  std::string row;  // with its line end
  std::string reason;
  std::size_t column;
  std::string column_name;
  std::string text;
  std::string rule;  // part of it
};

void PrintTo(const BadRow& bad, std::ostream* out) { *out << bad.name; }

/// A row that is good but for one field.
std::string row(const std::string& field, const std::string& text) {
  std::string out;
  for (const std::string_view name : split(std::string_view(header).substr(0, header.size() - 1), ',')) {
    std::string value;
    if (name == "id") value = "X";
    if (name == "date") value = "2025-01-15";
    if (name == "source") value = "USA";
    if (name == "target") value = "COL";
    if (name == "event") value = "threat";
    if (name == field) value = text;
    out += (name == "id" ? "" : ",") + value;
  }
  return out + "\n";
}

const std::vector<BadRow> bad_rows{
    // dates
    {"no_date", row("date", ""), "no date", 2, "date", "", "has a date"},
    {"date_of_words", row("date", "last week"), "bad date", 2, "date", "last week", "written yyyy-mm-dd"},
    {"date_the_american_way", row("date", "01/26/2025"), "bad date", 2, "date", "01/26/2025", "written yyyy-mm-dd"},
    {"date_without_dashes", row("date", "20250126"), "bad date", 2, "date", "20250126", "written yyyy-mm-dd"},
    {"date_with_a_word_for_the_time", row("date", "2025-01-26Tnoon"), "bad date", 2, "date", "2025-01-26Tnoon",
     "written"},
    {"no_leap_day", row("date", "2025-02-29"), "bad date", 2, "date", "2025-02-29", "2025-02 has days 01 to 28"},
    {"no_leap_year_in_1900", row("date", "1900-02-29"), "bad date", 2, "date", "1900-02-29", "has days 01 to 28"},
    {"thirteenth_month", row("date", "2025-13-01"), "bad date", 2, "date", "2025-13-01", "month"},
    {"day_0", row("date", "2025-01-00"), "bad date", 2, "date", "2025-01-00", "days 01 to 31"},
    {"year_of_the_romans", row("date", "0476-09-04"), "bad date", 2, "date", "0476-09-04", "1400 to 9999"},
    {"year_of_two_digits", row("date", "25-01-26"), "bad date", 2, "date", "25-01-26", "written"},
    {"about_the_first_year", row("date", "1400~"), "bad date", 2, "date", "1400~", "outside the calendar"},
    {"range_without_an_end", row("date", "[2025-01-01..]"), "bad date", 2, "date", "[2025-01-01..]", "both ends"},
    {"bracket_not_closed", row("date", "[2025-01-01..2025-01-03"), "bad date", 2, "date", "[2025-01-01..2025-01-03",
     "written"},
    {"interval_without_a_beginning", row("date", "../2025-01"), "bad date", 2, "date", "../2025-01", "written"},
    {"range_reversed", row("date", "[2025-01-09..2025-01-03]"), "range reversed", 2, "date", "[2025-01-09..2025-01-03]",
     "ends before it begins"},
    {"interval_reversed", row("date", "2026-01/2025-02"), "range reversed", 2, "date", "2026-01/2025-02", "ends"},
    {"until_no_day", row("until", "2025-03"), "bad until", 3, "until", "2025-03", "yyyy-mm-dd"},
    {"until_leap_day", row("until", "2025-02-29"), "bad until", 3, "until", "2025-02-29", "days 01 to 28"},
    {"until_before_date", row("until", "2025-01-14"), "until before date", 3, "until", "2025-01-14", "not before"},
    {"reported_no_day", row("reported", "2025-01"), "bad reported", 15, "reported", "2025-01", "yyyy-mm-dd"},
    {"reported_of_words", row("reported", "yesterday"), "bad reported", 15, "reported", "yesterday", "yyyy-mm-dd"},
    // actors and codes
    {"no_source", row("source", ""), "no source", 4, "source", "", "has a source"},
    {"blank_source", row("source", "  \t"), "no source", 4, "source", "  \\t", "has a source"},
    {"no_target", row("target", ""), "no target", 5, "target", "", "has a target"},
    {"source_is_target", row("target", "USA"), "source is target", 5, "target", "USA", "differ"},
    {"source_is_target_but_for_blanks", row("target", " USA "), "source is target", 5, "target", " USA ", "differ"},
    {"no_code", row("event", ""), "no code", 6, "event", "", "a code or its own score"},
    {"affects_one_actor", row("affects", "COL"), "bad affects", 12, "affects", "COL", "SOURCE:TARGET"},
    {"affects_three_actors", row("affects", "A:B:C"), "bad affects", 12, "affects", "A:B:C", "SOURCE:TARGET"},
    {"affects_nobody", row("affects", ":"), "bad affects", 12, "affects", ":", "two actors"},
    {"affects_itself", row("affects", "COL:COL"), "bad affects", 12, "affects", "COL:COL", "differ"},
    // words
    {"unknown_status", row("status", "rumoured"), "unknown status", 10, "status", "rumoured", "confirmed, alleged"},
    {"status_true", row("status", "1"), "unknown status", 10, "status", "1", "confirmed, alleged"},
    {"unknown_claim", row("claim", "denied"), "unknown claim", 11, "claim", "denied", "contested"},
    {"unknown_quad", row("quad", "4"), "unknown quad", 18, "quad", "4", "verbal_cooperation"},
    // numbers
    {"count_0", row("count", "0"), "bad count", 8, "count", "0", "from 1"},
    {"count_negative", row("count", "-1"), "bad count", 8, "count", "-1", "from 1"},
    {"count_broken", row("count", "1.5"), "bad count", 8, "count", "1.5", "whole"},
    {"count_of_words", row("count", "abc"), "bad count", 8, "count", "abc", "whole"},
    {"count_of_billions", row("count", "4000000000"), "bad count", 8, "count", "4000000000", "1000000"},
    {"count_past_all_numbers", row("count", "99999999999999999999"), "bad count", 8, "count", "99999999999999999999",
     "whole"},
    {"mentions_0", row("mentions", "0"), "bad mentions", 14, "mentions", "0", "from 1"},
    {"mentions_past_32_bits", row("mentions", "4294967296"), "bad mentions", 14, "mentions", "4294967296", "whole"},
    {"mentions_two_signs", row("mentions", "+-3"), "bad mentions", 14, "mentions", "+-3", "whole"},
    {"score_with_a_comma", row("score", "\"1,5\""), "bad score", 16, "score", "1,5", "decimal point"},
    {"score_of_words", row("score", "high"), "bad score", 16, "score", "high", "number"},
    {"score_nan", row("score", "nan"), "bad score", 16, "score", "nan", "number"},
    {"score_inf", row("score", "-inf"), "bad score", 16, "score", "-inf", "number"},
    {"score_huge", row("score", "1e7"), "bad score", 16, "score", "1e7", "1000000"},
    {"score_past_all_numbers", row("score", "1e999"), "bad score", 16, "score", "1e999", "number"},
    {"score_with_a_minus_of_print", row("score", "−5"), "bad score", 16, "score", "−5", "number"},
    {"score_half", row("score", "1e"), "bad score", 16, "score", "1e", "number"},
    {"sd_negative", row("sd", "-0.5"), "bad sd", 17, "sd", "-0.5", "0 to"},
    {"spill_2", row("spill", "2"), "bad spill", 13, "spill", "2", "-1 to 1"},
    {"spill_too_negative", row("spill", "-1.1"), "bad spill", 13, "spill", "-1.1", "-1 to 1"},
    {"spill_for_no_dyad", row("spill", "0.5"), "spill without affects", 13, "spill", "0.5", "'affects'"},
    // bytes
    {"nul_byte", row("note", "a\0b"s), "NUL byte", 19, "note", "a\\x00b", "NUL"},
    {"nul_in_the_date", row("date", "2025-01-\0"s + "15"), "NUL byte", 2, "date", "2025-01-\\x0015", "NUL"},
    {"latin_1", row("note", "Bogot\xE1"), "not UTF-8", 19, "note", "Bogot\\xE1", "UTF-8"},
    {"half_a_character", row("object", "\xE2\x82"), "not UTF-8", 7, "object", "\\xE2\\x82", "UTF-8"},
    {"surrogate", row("note", "\xED\xA0\x80"), "not UTF-8", 19, "note", "\\xED\\xA0\\x80", "UTF-8"},
    // records
    {"field_too_few", "X,2025-01-15,,USA,COL,threat\n", "wrong number of fields", 0, "", "X,2025-01-15,,USA,COL,threat",
     "the header has 19, this row 6"},
    {"field_too_many", "X,2025-01-15,,USA,COL,threat,,,,,,,,,,,,,Trump answers, angrily\n", "wrong number of fields", 0,
     "", "X,2025-01-15,,USA,COL,threat,,,,,,,,,,,,,Trump answers, angrily", "the header has 19, this row 20"},
    {"one_word", "see above\n", "wrong number of fields", 0, "", "see above", "this row 1"},
    {"quote_not_closed", "X,2025-01-15,,USA,COL,threat,,,,,,,,,,,,,\"never closed\n", "quote not closed", 19, "note",
     "X,2025-01-15,,USA,COL,threat,,,,,,,,,,,,,\"never closed", "cut into fields"},
    {"text_after_a_quote", "X,2025-01-15,,\"USA\" ,COL,threat,,,,,,,,,,,,,\n", "text after a closing quote", 4,
     "source", "X,2025-01-15,,\"USA\" ,COL,threat,,,,,,,,,,,,,", "cut into fields"},
};

class MalformedRow : public testing::TestWithParam<BadRow> {};

TEST_P(MalformedRow, IsCountedAndShownAndTheGoodOnesSurvive) {
  const BadRow& bad = GetParam();
  for (const std::size_t chunk : {std::size_t{1}, std::size_t{13}, std::size_t{1} << 16}) {
    const ReadResult read = read_text(header + before + bad.row + after, {.chunk = chunk});
    EXPECT_EQ(ids_of(read.log), (std::vector<std::string>{"B", "A"}));
    const FileReport& report = read.files.at(0);
    EXPECT_EQ(report.rows, 3U);
    EXPECT_EQ(report.kept, 2U);
    EXPECT_EQ(report.rejected, (std::map<std::string, std::size_t>{{bad.reason, 1}}));
    ASSERT_EQ(report.examples.size(), 1U);
    const DamageExample& example = report.examples[0];
    EXPECT_EQ(example.line, 3U);
    EXPECT_EQ(example.column, bad.column);
    EXPECT_EQ(example.column_name, bad.column_name);
    EXPECT_EQ(example.reason, bad.reason);
    EXPECT_NE(example.rule.find(bad.rule), std::string::npos) << example.rule;
    EXPECT_EQ(example.text, visible(bad.text)) << example.text;
  }
}

INSTANTIATE_TEST_SUITE_P(Chronology, MalformedRow, testing::ValuesIn(bad_rows),
                         [](const auto& row) { return row.param.name; });

TEST(Malformed, TheTableIsLongEnough) { EXPECT_GE(bad_rows.size(), 45U); }

TEST(Malformed, ATenMegabyteLineIsOneRow) {
  for (const std::string& big :
       {row("note", std::string(10'000'000, 'x')), "\"" + row("note", std::string(10'000'000, 'x')),
        std::string(10'000'000, ',') + "\n"}) {
    const ReadResult read = read_text(header + before + big + after);
    EXPECT_EQ(ids_of(read.log), (std::vector<std::string>{"B", "A"}));
    EXPECT_EQ(read.files[0].rejected, (std::map<std::string, std::size_t>{{"line too long", 1}}));
    EXPECT_EQ(read.files[0].examples.at(0).line, 3U);
    EXPECT_LE(read.files[0].examples[0].text.size(), 83U);
  }
}

TEST(Malformed, ManyBadRowsAreCountedAndThreeOfEachReasonShown) {
  std::string text = header;
  for (int i = 0; i < 1000; ++i) text += row("date", "never") + row("status", "?") + row("id", std::to_string(i));
  const ReadResult read = read_text(text);
  const FileReport& report = read.files[0];
  EXPECT_EQ(report.rows, 3000U);
  EXPECT_EQ(report.kept, 1000U);
  EXPECT_EQ(report.rejected, (std::map<std::string, std::size_t>{{"bad date", 1000}, {"unknown status", 1000}}));
  EXPECT_EQ(report.examples.size(), 6U);
}

TEST(Malformed, ManyStrayQuotesCostARowEach) {
  std::string text = header + before;
  for (int i = 0; i < 50; ++i)
    text += row("note", "\"stray") + row("id", "g" + std::to_string(i)) + row("note", "\"good, quoted\"");
  const ReadResult read = read_text(text + after);
  EXPECT_EQ(read.files[0].rejected.at("quote not closed"), 50U);
  EXPECT_EQ(read.files[0].rows, 152U);
}

TEST(Malformed, EveryRowOfAFileMayBeBad) {
  const ReadResult read = read_text(header + row("date", "?") + row("date", "!"));
  EXPECT_TRUE(read.log.empty());
  EXPECT_EQ(read.files[0].rows, 2U);
  EXPECT_EQ(read.files[0].first_day, std::nullopt);
}

TEST(Malformed, WhatLooksOddAndIsGood) {
  for (const std::string& good : std::vector<std::string>{
           row("event", "no_codebook_has_this"), row("status", " Confirmed "), row("claim", "CONTESTED"),
           row("until", "2025-01-15"), row("mentions", "+3"), row("score", "+1.5"), row("score", "-0"),
           row("reported", "2020-01-01"), row("date", "2024-02-29"), row("note", "\"two\nlines\""), row("sd", "0"),
           row("date", " 2025-01-15 "), row("count", "1000000"), row("spill", "0"), row("note", "\"\"\"\""),
           row("id", ""), "B,2025-01-01,,USA,COL,threat,,,,,,,,,2025-01-02,,,,a later version\n"}) {
    const ReadResult read = read_text(header + before + good + after);
    EXPECT_EQ(read.files[0].kept, 3U) << good << report_text(read.files[0]);
  }
}

TEST(Malformed, WhatIsNoRowIsSetAside) {
  const ReadResult read =
      read_text(header + before + std::string(18, ',') + "\n\n,,\n \n\r\n" + header + after + "\n\n");
  EXPECT_EQ(read.files[0].kept, 2U);
  EXPECT_EQ(read.files[0].rows, 6U);
  EXPECT_EQ(read.files[0].set_aside, (std::map<std::string, std::size_t>{{"empty row", 3}, {"repeated header", 1}}));
}

}  // namespace
}  // namespace detente
