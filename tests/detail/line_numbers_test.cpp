#include "detente/detail/line_numbers.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

namespace detente {
using namespace detail;
namespace {

TEST(LineNumbers, ALineThatWasNotSetIsNone) {
  LineNumbers lines;
  EXPECT_EQ(lines.find(0), 0U);
  lines.set(2, 7);
  EXPECT_EQ(lines.find(1), 0U);
  EXPECT_EQ(lines.find(2), 7U);
  EXPECT_EQ(lines.find(3), 0U);
}

TEST(LineNumbers, AMillionLinesOfAFileTakeAFewWords) {
  LineNumbers lines;
  for (std::uint32_t event = 0; event < 1'000'000; ++event) lines.set(event, event + 2);
  EXPECT_EQ(lines.find(999'999), 1'000'001U);
  EXPECT_LE(lines.bytes(), 64U);
}

RC_GTEST_PROP(LineNumbers, KeepsWhatAPlainMapKeeps, ()) {
  LineNumbers lines;
  std::map<std::uint32_t, std::uint64_t> plain;
  std::uint32_t event = 0;
  std::uint64_t line = 1;
  const auto steps = *rc::gen::container<std::vector<std::uint8_t>>(rc::gen::inRange<std::uint8_t>(0, 20));
  for (const std::uint8_t step : steps) {
    event += step < 14 ? 1 : step - 12U;               // mostly the next event
    line = step % 7 == 6 ? 1 : line + 1 + step / 16U;  // and the next line; now and then another file
    lines.set(event, line);
    plain[event] = line;
  }
  for (std::uint32_t asked = 0; asked < event + 3; ++asked)
    RC_ASSERT(lines.find(asked) == (plain.count(asked) ? plain[asked] : 0));
}

}  // namespace
}  // namespace detente
