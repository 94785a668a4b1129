#include "detente/detail/symbols.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "detente/detail/hash.hpp"

namespace detente {
using namespace detail;
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

/// Of few letters, NUL among them, on both sides of the length up to which a text is its own word.
RC_GTEST_PROP(Symbols, AreThePlacesOfFirstAppearance, ()) {
  const auto letter = rc::gen::element('a', 'b', '\0', '\xff');
  const auto text = rc::gen::mapcat(rc::gen::element<std::size_t>(0, 1, 3, 6, 7, 8, 9, 15, 16, 17, 24),
                                    [&](std::size_t size) { return rc::gen::container<std::string>(size, letter); });
  Symbols symbols;
  std::map<std::string, SymbolId> expected;
  for (const std::string& one : *rc::gen::container<std::vector<std::string>>(text)) {
    const auto next = static_cast<SymbolId>(expected.size());
    RC_ASSERT(symbols.find(one).has_value() == expected.contains(one));
    RC_ASSERT(symbols.intern(one) == expected.try_emplace(one, next).first->second);
  }
  for (const auto& [one, id] : expected) {
    RC_ASSERT(symbols[id] == one);
    RC_ASSERT(symbols.find(one) == id);
    RC_ASSERT(symbols.hash(id) == Hasher().add(one).value());
  }
}

TEST(Symbols, AMoveKeepsTheTexts) {
  Symbols from;
  from.intern("short");
  const Symbols to = std::move(from);
  EXPECT_EQ(to.find("short"), 0U);
}

}  // namespace
}  // namespace detente
