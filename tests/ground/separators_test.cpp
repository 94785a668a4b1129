#include "ground/separators.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace detente {
using namespace detail;
namespace {

using Numbers = std::vector<std::uint32_t>;

/// What a loop over the bytes finds.
struct Naive {
  Numbers places, line_ends;
  Naive(std::string_view text, char delimiter) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') line_ends.push_back(static_cast<std::uint32_t>(places.size()));
      if (text[i] == '\n' || text[i] == delimiter) places.push_back(static_cast<std::uint32_t>(i));
    }
  }
};

Numbers numbers(std::span<const std::uint32_t> found) { return {found.begin(), found.end()}; }

TEST(Separators, AreThePlacesOfTheExample) {
  Separators found;
  found.find("a,bc\nd\n", ',');
  EXPECT_EQ(numbers(found.places()), (Numbers{1, 4, 6}));
  EXPECT_EQ(numbers(found.line_ends()), (Numbers{1, 2}));
}

TEST(Separators, EveryInstructionSetFindsWhatALoopFinds) {
  for (const SeparatorFinder& finder : separator_finders()) {
    Separators found(finder.find);
    EXPECT_TRUE(rc::check(finder.name, [&] {
      const char delimiter = *rc::gen::element('\t', ',', ';', '\0', '\x80', '\xFF');
      const auto byte = rc::gen::weightedOneOf<char>({{3, rc::gen::arbitrary<char>()},
                                                      {1, rc::gen::just(delimiter)},
                                                      {1, rc::gen::element('\n', '\x0B', '\r', '\t')}});
      const auto text = *rc::gen::scale(4, rc::gen::container<std::string>(byte));
      const Naive wanted(text, delimiter);
      found.find(text, delimiter);
      RC_ASSERT(numbers(found.places()) == wanted.places);
      RC_ASSERT(numbers(found.line_ends()) == wanted.line_ends);
      RC_ASSERT(count_lines(text) == wanted.line_ends.size());
    })) << finder.name;
  }
}

TEST(Separators, NothingAndNothingButSeparatorsAreFoundAtAnyLength) {
  for (const SeparatorFinder& finder : separator_finders())
    for (std::size_t size = 0; size < 200; ++size) {
      Separators found(finder.find);
      found.find(std::string(size, 'x'), ',');
      EXPECT_TRUE(found.places().empty());
      const std::string full(size, '\n');
      found.find(full, ',');
      EXPECT_EQ(numbers(found.places()), Naive(full, ',').places) << finder.name << " " << size;
      EXPECT_EQ(found.line_ends().size(), size);
    }
}

TEST(Separators, LinesAreCountedPastTheByte) {
  for (const std::size_t size : {0U, 1U, 15U, 16U, 255U, 4079U, 4080U, 4096U, 10'000U}) {
    EXPECT_EQ(count_lines(std::string(size, '\n')), size);
    EXPECT_EQ(count_lines(std::string(size, '\r')), 0U);
  }
}

TEST(Separators, PortableFindersAreAlwaysThere) { EXPECT_EQ(separator_finders().back().name, "portable"); }

}  // namespace
}  // namespace detente
