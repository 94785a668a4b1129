#include "readers/formats/machine_field.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "detente/ground/number.hpp"
#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"
#include "readers/formats/coded_rows.hpp"
#include "readers/formats/row_sample.hpp"
#include "readers/rows/kept_text.hpp"

namespace detente {
using namespace detail;
namespace {

// ---- days ----

/// Day after day, through every month and leap day of the calendar, without a gap.
TEST(MachineField, DaysAreThoseOfTheCalendar) {
  Day expected = Day::from_civil(1400, 1, 1);
  for (unsigned year = 1400; year <= 9999; ++year)
    for (unsigned month = 1; month <= 12; ++month) {
      const auto last = static_cast<unsigned>(days_in_month(static_cast<int>(year), static_cast<int>(month)));
      for (unsigned day = 1; day <= last; ++day, ++expected) ASSERT_EQ(civil_day(year, month, day), expected);
      ASSERT_EQ(civil_day(year, month, last + 1), std::nullopt);
      ASSERT_EQ(civil_day(year, month, 0), std::nullopt);
    }
  EXPECT_EQ(expected, Day::from_civil(9999, 12, 31) + 1);
  EXPECT_EQ(civil_day(2025, 13, 1), std::nullopt);
  EXPECT_EQ(civil_day(1399, 12, 31), std::nullopt);
}

TEST(MachineField, DaysAreReadExactly) {
  EXPECT_EQ(compact_day("20250926"), parse_day("2025-09-26").value());
  EXPECT_EQ(dashed_day("2025-09-26"), parse_day("2025-09-26").value());
  EXPECT_EQ(either_day("20250926"), either_day("2025-09-26"));
  for (const char* bad : {"", "2025092", "202509260", "2025o926", "20250931", "2025/9/6", "+2025926"})
    EXPECT_EQ(compact_day(bad), std::nullopt) << bad;
  for (const char* bad : {"", "2025-9-26", "2025/09/26", "2025-09-2x", "2025-02-29"})
    EXPECT_EQ(dashed_day(bad), std::nullopt) << bad;
}

// ---- numbers ----

TEST(MachineField, ADecimalIsTheDoubleThatParseNumberGives) {
  EXPECT_TRUE(rc::check([] {
    const auto whole = *rc::gen::inRange<std::int64_t>(0, 99'999'999);
    const auto places = *rc::gen::inRange<std::size_t>(0, 7);
    std::string digits = std::to_string(whole);
    if (places > 0 && places < digits.size()) digits.insert(digits.size() - places, ".");
    const std::string text = (*rc::gen::arbitrary<bool>() ? "-" : "") + digits;
    RC_ASSERT(decimal(text) == parse_number(text));
  }));
  for (const char* text : {"", "-", ".", "-.5", "5.", "1.2.3", "1e3", "-0.0", "+1.5", "1,5", "nan", "0", "-10.0", "2.8",
                           "123456789012345", "0.33333333333333333", "--1", "1-1"})
    EXPECT_EQ(decimal(text), parse_number(text)) << text;
  EXPECT_TRUE(std::signbit(*decimal("-0.0")));
}

TEST(MachineField, AWholeNumberHasDigitsOnly) {
  EXPECT_EQ(whole("0"), 0U);
  EXPECT_EQ(whole("4294967295"), 4294967295U);
  for (const char* bad : {"", "4294967296", "99999999999", "+1", "-1", "1.0", " 1"})
    EXPECT_EQ(whole(bad), std::nullopt) << bad;
}

// ---- codes and missing text ----

TEST(MachineField, CodesHaveTwoToFourDigits) {
  for (const char* code : {"01", "036", "0871", "1952"}) EXPECT_TRUE(is_act_code(code)) << code;
  for (const char* code : {"", "1", "08711", "13y", "---", "0841]"}) EXPECT_FALSE(is_act_code(code)) << code;
  EXPECT_TRUE(is_country_code("USA"));
  for (const char* code : {"", "US", "usa", "USAGOV", "U1A"}) EXPECT_FALSE(is_country_code(code)) << code;
}

TEST(MachineField, NothingIsWrittenInManyWays) {
  for (const char* text : {"", "NA", "NaN", "nan", "NULL", "None", "<NA>"}) EXPECT_TRUE(is_missing(text)) << text;
  for (const char* text : {"0", "NAM", "---", "Nauru", "none at all"}) EXPECT_FALSE(is_missing(text)) << text;
}

// ---- steps ----

TEST(CodedRows, AScoreIsANumberOrNothing) {
  BriefEvent event;
  EXPECT_EQ(take_score("-7.5", event), nullptr);
  EXPECT_EQ(event.score, -7.5);
  BriefEvent other;
  EXPECT_EQ(take_score("", other), nullptr);
  EXPECT_EQ(other.score, std::nullopt);
  ASSERT_NE(take_score("-1000001", other), nullptr);
  EXPECT_EQ(take_score("x", other)->reason, "bad score");
}

// ---- kept text ----

TEST(KeptText, IsUtf8WithoutControlCharacters) {
  std::string buffer;
  EXPECT_EQ(kept_text("https://example.org", buffer), "https://example.org");
  EXPECT_EQ(kept_text("Bogotá", buffer), "Bogotá");
  EXPECT_EQ(kept_text("Bogot\xE1", buffer), "Bogotá");
  EXPECT_EQ(kept_text("\x93quoted\x94 \x80 \x81", buffer), "“quoted” €  ");
  EXPECT_EQ(kept_text(std::string_view("a\0b\tc\x7F", 6), buffer), "a b c ");
  EXPECT_EQ(kept_text("", buffer), "");
}

/// Long text is looked at eight bytes at a time.
TEST(KeptText, EveryByteIsSeenWhereverItStands) {
  for (int byte = 0; byte < 256; ++byte)
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, '~');
      text[at] = static_cast<char>(byte);
      std::string buffer;
      EXPECT_EQ(kept_text(text, buffer) == text, byte >= 0x20 && byte < 0x7F) << byte << " at " << at;
    }
}

TEST(KeptText, WhateverTheBytes) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    std::string buffer;
    const std::string_view text = kept_text(bytes, buffer);
    RC_ASSERT(is_utf8(text));
    RC_ASSERT(std::none_of(text.begin(), text.end(), [](char c) { return c >= '\0' && c < ' '; }));
  }));
}

// ---- samples ----

TEST(RowSample, TheRowThatTheHeadCutsIsLeftOut) {
  EXPECT_EQ(sample_rows("a,b\nc,d", {}).size(), 2U);
  std::string head(std::size_t{1} << 16, 'x');
  head.replace(head.size() / 2, 1, "\n");
  EXPECT_EQ(sample_rows(head, {}).size(), 1U);
}

TEST(RowSample, TheMajorityDecides) {
  const std::vector<SampleRow> rows{{"a"}, {"a", "b"}, {"c", "d"}};
  EXPECT_EQ(usual_width(rows), 2U);
  EXPECT_TRUE(most_rows(rows, [](const SampleRow& row) { return row.size() == 2; }));
  EXPECT_FALSE(most_rows(rows, [](const SampleRow& row) { return row.size() == 1; }));
  EXPECT_FALSE(most_rows({}, [](const SampleRow&) { return true; }));
}

}  // namespace
}  // namespace detente
