#include "detente/contracts/symbols.hpp"

#include <gtest/gtest.h>

namespace detente {
namespace {

TEST(Symbols, KeepEachTextOnce) {
  Symbols symbols;
  EXPECT_EQ(symbols.intern("USA"), 0U);
  EXPECT_EQ(symbols.intern("COL"), 1U);
  EXPECT_EQ(symbols.intern("USA"), 0U);
  EXPECT_EQ(symbols.size(), 2U);
  EXPECT_EQ(symbols[1], "COL");
  EXPECT_EQ(symbols.find("COL"), 1U);
  EXPECT_EQ(symbols.find("col"), std::nullopt);
  EXPECT_EQ(symbols.intern(""), 2U);
}

/// The views inside must point into the copy: the original may go.
TEST(Symbols, ACopyStandsAlone) {
  Symbols copy;
  {
    Symbols original;
    for (int i = 0; i < 1000; ++i) original.intern("text number " + std::to_string(i));
    copy = original;
    original.intern("later");
  }
  EXPECT_EQ(copy.size(), 1000U);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(copy.find("text number " + std::to_string(i)), static_cast<SymbolId>(i));
  EXPECT_EQ(copy.find("later"), std::nullopt);
}

TEST(Symbols, AMoveKeepsTheTexts) {
  Symbols from;
  from.intern("short");
  const Symbols to = std::move(from);
  EXPECT_EQ(to.find("short"), 0U);
}

}  // namespace
}  // namespace detente
