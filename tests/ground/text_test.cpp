#include "detente/ground/text.hpp"
#include "ground/text_pieces.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace detente {
using namespace detail;
namespace {

using Words = std::vector<std::string>;
using Pieces = std::vector<std::string_view>;

TEST(Text, TrimTakesBlanksAndTabs) {
  EXPECT_EQ(trim(" \ta b\t "), "a b");
  EXPECT_EQ(trim(" \t "), "");
  EXPECT_EQ(trim(""), "");
}

TEST(Text, SplitKeepsEmptyPiecesButNotNothing) {
  EXPECT_EQ(split("", ','), Pieces{});
  EXPECT_EQ(split("a", ','), Pieces{"a"});
  EXPECT_EQ(split("a,,b", ','), (Pieces{"a", "", "b"}));
  EXPECT_EQ(split("a,", ','), (Pieces{"a", ""}));
  EXPECT_EQ(split(",", ','), (Pieces{"", ""}));
}

TEST(Text, LowerLeavesOtherBytes) { EXPECT_EQ(lower("AbÉ_1"), "abÉ_1"); }

TEST(Text, SpokenIsWithoutUnderscores) { EXPECT_EQ(spoken("visa_revoked"), "visa revoked"); }

TEST(Text, Utf8) {
  for (const char* good : {"", "a", "é", "€", "😀", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"})
    EXPECT_TRUE(is_utf8(good)) << visible(good);
  for (const char* bad : {"\x80", "\xE9", "a\xC3", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xE2\x82",
                          "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"})
    EXPECT_FALSE(is_utf8(bad)) << visible(bad);
  EXPECT_TRUE(is_utf8(std::string_view("a\0b", 3)));
}

TEST(Text, VisibleShowsWhatCannotBeSeen) {
  EXPECT_EQ(visible("a\tb\r\nc"), "a\\tb\\r\\nc");
  EXPECT_EQ(visible(std::string_view("\0\x1B\x7F", 3)), "\\x00\\x1B\\x7F");
  EXPECT_EQ(visible("Bogot\xE1"), "Bogot\\xE1");
  EXPECT_EQ(visible("Bogotá"), "Bogotá");
  EXPECT_EQ(visible("\xC2\x85"), "\\xC2\\x85");  // a control character of two bytes
}

TEST(Text, VisibleCutsBetweenCharacters) {
  EXPECT_EQ(visible("abcdef", 4), "abcd…");
  EXPECT_EQ(visible("abcd", 4), "abcd");
  EXPECT_EQ(visible("abcé", 4), "abc…");
  EXPECT_EQ(visible("ab\xE9", 4), "ab…");
  EXPECT_EQ(visible(std::string(1'000'000, 'x')).size(), 80 + std::string("…").size());
}

TEST(Text, VisibleIsOneShortLineOfUtf8WhateverTheBytes) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    const std::string shown = visible(bytes);
    RC_ASSERT(is_utf8(shown));
    RC_ASSERT(shown.size() <= 83U);
    RC_ASSERT(shown.find_first_of("\n\r\t") == std::string::npos);
  }));
}

TEST(Text, EditDistanceCountsASwapAsOne) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("abc", "abc"), 0U);
  EXPECT_EQ(edit_distance("abc", ""), 3U);
  EXPECT_EQ(edit_distance("abc", "acb"), 1U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(Text, EditDistanceIsSymmetric) {
  EXPECT_TRUE(rc::check(
      [](const std::string& a, const std::string& b) { RC_ASSERT(edit_distance(a, b) == edit_distance(b, a)); }));
}

TEST(Text, OfALongPathTheEndIsVisible) {
  EXPECT_EQ(visible_path("data/2019.csv"), "data/2019.csv");
  EXPECT_EQ(visible_path("data/2019.csv", 8), "…2019.csv");
  EXPECT_EQ(visible_path("a\x1B[2J.csv"), "a\\x1B[2J.csv");
  EXPECT_EQ(visible_path("\xC3\xA9\xC3\xA9.csv", 5), "….csv") << "no half of a letter";
}

TEST(Text, NearestIsNearestFirst) {
  const Words words{"target", "threat_of_force", "threat_of_sanctions", "visa_revoked"};
  EXPECT_EQ(nearest("tagret", words), Words{"target"});
  EXPECT_EQ(nearest("threat_of_forse", words).front(), "threat_of_force");
  EXPECT_EQ(nearest("visa_denied", words), Words{"visa_revoked"});
  EXPECT_EQ(nearest("qqqqqqqq", words), Words{});
  EXPECT_EQ(nearest("threat", words, 1).size(), 1U);
}

TEST(Text, PrintableIsWhatATerminalMayBeSent) {
  EXPECT_EQ(printable("a\tb\r\nc\n"), "a\tb\r\nc\n");
  EXPECT_EQ(printable("over\rwritten\b"), "over\\rwritten\\x08");
  EXPECT_EQ(printable("\x1b]52;c;\x07"), "\\x1B]52;c;\\x07");
  EXPECT_EQ(printable("\xC2\x9B"), "\\xC2\\x9B");
  EXPECT_EQ(printable("\x9B"), "\\x9B");
  EXPECT_EQ(printable("\u202Eabc\u2066\u2028"), "\\u202Eabc\\u2066\\u2028");
  EXPECT_EQ(printable("Bogotá 日本 \u200F"), "Bogotá 日本 \u200F");
  EXPECT_EQ(printable(std::string(1000, 'x') + "\x1b"), std::string(1000, 'x') + "\\x1B");
}

TEST(Text, PrintableLeavesNothingRawAndNothingPlainChanged) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) {
    const std::string shown = printable(bytes);
    RC_ASSERT(is_utf8(shown));
    RC_ASSERT(printable(shown) == shown);
    for (const char c : shown) RC_ASSERT(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t' || c == '\r');
    RC_ASSERT(shown.find('\x7F') == std::string::npos);
  }));
}

TEST(Text, ListsAreCut) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({"a", "b\n"}), "a, b\\n");
  EXPECT_EQ(listed({"a", "b", "c", "d"}, 2), "a, b and 2 more");
}

}  // namespace
}  // namespace detente
