#include "ground/bytes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "detente/ground/error.hpp"

namespace detente::detail {
namespace {

TEST(Bytes, ComeBackAsTheyWerePut) {
  const std::vector<std::uint64_t> numbers{0, 1, 127, 128, 16'383, 16'384, std::uint64_t{1} << 63, ~std::uint64_t{0}};
  const std::vector<std::int64_t> whole{
      0, -1, 1, -64, 64, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
  const std::vector<double> decimals{0.0, -0.0, 0.1, -1e300, std::numeric_limits<double>::infinity()};
  std::string bytes;
  for (const std::uint64_t n : numbers) put_number(bytes, n);
  for (const std::int64_t n : whole) put_signed(bytes, n);
  for (const double d : decimals) put_double(bytes, d);
  put_text(bytes, std::string("a\0b", 3));
  bytes += "xyxy";
  ByteReader from(bytes);
  for (const std::uint64_t n : numbers) EXPECT_EQ(from.number(), n);
  for (const std::int64_t n : whole) EXPECT_EQ(from.signed_number(), n);
  for (const double d : decimals) {
    const double back = from.decimal();
    EXPECT_EQ(back, d);
    EXPECT_EQ(std::signbit(back), std::signbit(d));
  }
  EXPECT_EQ(from.text(), std::string("a\0b", 3));
  EXPECT_EQ(from.raw(2, 2), "xyxy");
  EXPECT_TRUE(from.empty());
}

TEST(Bytes, ANumberTakesSevenBitsAByte) {
  std::string bytes;
  put_number(bytes, 300);
  EXPECT_EQ(bytes, "\xAC\x02");
  put_signed(bytes, -2);
  EXPECT_EQ(bytes, "\xAC\x02\x03");
}

TEST(Bytes, WhatEndsEarlyIsDamaged) {
  for (const char* bytes : {"", "\x80", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"})
    EXPECT_THROW(ByteReader(bytes).number(), InputError);
  EXPECT_THROW(ByteReader("1234567").decimal(), InputError);
  EXPECT_THROW(ByteReader("\x04"
                          "abc")
                   .text(),
               InputError);
  EXPECT_THROW(ByteReader("\x04"
                          "abc")
                   .count(),
               InputError);
  EXPECT_THROW(ByteReader("abcde").raw(3, 2), InputError);
  EXPECT_THROW(ByteReader("abcde").raw(~std::uint64_t{0}, 24), InputError);  // the product would fit
}

}  // namespace
}  // namespace detente::detail
