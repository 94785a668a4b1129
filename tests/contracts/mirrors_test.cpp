// The two ways of finding mirrors do the same.

#include "contracts/mirrors.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace detente {
namespace {

CodedEvent any_event() {
  CodedEvent event;
  event.row.code = static_cast<std::uint16_t>(*rc::gen::inRange(0, 4));
  event.date = DateSpan::on(Day{100});
  if (*rc::gen::inRange(0, 5) == 0) event.date = {Day{99}, Day{101}};
  event.direction = *rc::gen::arbitrary<bool>() ? Direction::forward : Direction::backward;
  event.others = *rc::gen::element<std::uint64_t>(0, 0, 0, 2, 3, 8);
  return event;
}

std::vector<double> weights(std::span<const CodedEvent> day) {
  std::vector<double> out;
  for (const CodedEvent& event : day) out.push_back(event.weight);
  return out;
}

/// A code is its own mirror but for 2 and 3, which mirror each other.
bool mirrors(std::uint16_t a, std::uint16_t b) { return a < 2 ? a == b : a + b == 5; }

RC_GTEST_PROP(MirrorsLaw, AreFoundAlikeByComparingAndByDeed, ()) {
  const auto n = *rc::gen::inRange<std::size_t>(0, 80);
  std::vector<CodedEvent> day;
  while (day.size() < n) day.push_back(any_event());
  std::vector<CodedEvent> other = day, either = day;
  detail::halve_by_comparing(day, mirrors);
  detail::halve_by_deed(other, mirrors);
  detail::halve_mirrors(either, mirrors);
  RC_ASSERT(weights(day) == weights(other));
  RC_ASSERT(weights(day) == weights(either));
}

TEST(MirrorsByDeed, TakeTheFirstThatIsFree) {
  CodedEvent there, back;
  there.row.code = back.row.code = 1;
  there.date = back.date = DateSpan::on(Day{100});
  back.direction = Direction::backward;
  std::vector<CodedEvent> day{back, there, there, back, there};
  detail::halve_by_deed(day, mirrors);
  EXPECT_EQ(weights(day), (std::vector{0.5, 0.5, 0.5, 0.5, 1.0}));
}

}  // namespace
}  // namespace detente
