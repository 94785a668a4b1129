#include "detente/detail/stored.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/misuse.hpp"

namespace detente::detail {
namespace {

TEST(Stored, IsTheSameOnEveryMachine) {
  const Day day{-2};
  const double sum = 1.5;
  const bool observed = true;
  const std::string bytes = stored("a kind", std::tie(day, sum, observed));
  EXPECT_EQ(bytes.substr(0, 24), std::string("\xfe\xff\xff\xff\xff\xff\xff\xff"
                                             "\0\0\0\0\0\0\xf8\x3f"
                                             "\1\0\0\0\0\0\0\0",
                                             24));
  EXPECT_EQ(bytes.size(), 32U);
}

RC_GTEST_PROP(StoredLaws, AnyBitsComeBack, (std::uint64_t bits, std::int32_t days, bool flag)) {
  const double number = std::bit_cast<double>(bits);
  const Day day{days};
  double number_again = 0;
  Day day_again;
  bool flag_again = !flag;
  restore(stored("k", std::tie(number, day, flag)), "k", std::tie(number_again, day_again, flag_again));
  RC_ASSERT(std::bit_cast<std::uint64_t>(number_again) == bits);
  RC_ASSERT(day_again == day);
  RC_ASSERT(flag_again == flag);
}

TEST(Stored, WhatIsNotAsStoredSetsNothing) {
  const double one = 1, two = 2;
  const std::string bytes = stored("k", std::tie(one, two));
  double a = 7, b = 8;
  for (const std::string& wrong : {bytes.substr(1), bytes + bytes, std::string(), std::string("short"),
                                   stored("k", std::tie(one)), stored("other", std::tie(one, two))})
    EXPECT_EQ(test::misuse([&] { restore(wrong, "k", std::tie(a, b)); }),
              "stored state = " + std::to_string(wrong.size()) + " bytes: is of k and whole, as it was saved");
  EXPECT_EQ(a, 7);
  EXPECT_EQ(b, 8);
}

TEST(Stored, WordsOfTooFewBytesAreNone) {
  std::string_view few("1234567");
  EXPECT_EQ(take_word(few), 0U);
  EXPECT_EQ(few.size(), 7U);
}

}  // namespace
}  // namespace detente::detail
