#include "detente/detail/enum_names.hpp"

#include <gtest/gtest.h>

namespace detente::detail {
namespace {

enum class Colour { red = 7, blue = 2 };
constexpr EnumNames<Colour, 2> colours{{{Colour::red, "red"}, {Colour::blue, "deep blue"}}};

static_assert(name_of(colours, Colour::blue) == "deep blue");
static_assert(value_of(colours, "red") == Colour::red);

TEST(EnumNames, WhatIsNoneOfThemHasNoNameAndNoValue) {
  EXPECT_EQ(name_of(colours, static_cast<Colour>(3)), "");
  EXPECT_FALSE(value_of(colours, "Red"));
  EXPECT_FALSE(value_of(colours, ""));
}

TEST(EnumNames, AreListedInTheirOrder) {
  EXPECT_EQ(all_names(colours), (std::array<std::string_view, 2>{"red", "deep blue"}));
}

}  // namespace
}  // namespace detente::detail
