#include "detente/ground/number.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>

namespace detente {
namespace {

TEST(Number, ReadsTheWholeTextOrNothing) {
  EXPECT_EQ(parse_number("-2.5"), -2.5);
  EXPECT_EQ(parse_number("+3"), 3.0);
  EXPECT_EQ(parse_number("1e3"), 1000.0);
  EXPECT_EQ(parse_number(".5"), 0.5);
  for (const char* text :
       {"", "+", "-", "1e", "1,5", "nan", "inf", "-inf", "1e999", " 1", "1 ", "0x10", "1.2.3", "+-1", "--1", "1d"})
    EXPECT_EQ(parse_number(text), std::nullopt) << text;
}

TEST(Number, WholeNumbersAreWhole) {
  EXPECT_EQ(parse_whole("-12"), -12);
  EXPECT_EQ(parse_whole("9223372036854775807"), std::numeric_limits<std::int64_t>::max());
  for (const char* text : {"", "1.0", "1e3", "9223372036854775808", "12a"}) EXPECT_EQ(parse_whole(text), std::nullopt);
}

TEST(Number, DigitsHaveNoSignAndAtMostNinePlaces) {
  EXPECT_EQ(parse_digits("007"), 7);
  EXPECT_EQ(parse_digits("999999999"), 999999999);
  for (const char* text : {"", "-1", "+1", "1234567890", "1a"}) EXPECT_EQ(parse_digits(text), std::nullopt) << text;
}

TEST(Number, WritesTheShortestForm) {
  EXPECT_EQ(shortest(0.1), "0.1");
  EXPECT_EQ(shortest(3.0), "3");
  EXPECT_EQ(shortest(-0.0), "0");
  EXPECT_EQ(shortest(std::optional<double>()), "");
  EXPECT_EQ(shortest(std::optional(0.0)), "0");
}

RC_GTEST_PROP(Number, ReadsBackToTheSameBits, ()) {
  const double value = std::bit_cast<double>(*rc::gen::arbitrary<std::uint64_t>());
  RC_PRE(std::isfinite(value) && value != 0);
  RC_ASSERT(std::bit_cast<std::uint64_t>(parse_number(shortest(value)).value()) == std::bit_cast<std::uint64_t>(value));
}

}  // namespace
}  // namespace detente
