#include "questions/ahead/laid_over.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "support/acts.hpp"

namespace detente {
namespace {

using test::day;

/// The stretches of a division of the days bring, together, what there was.
RC_GTEST_PROP(LaidOver, StretchesShareAnAct, ()) {
  Act act = test::act(7, "2025-01-01");
  act.date = {Day{100}, Day{100 + *rc::gen::inRange(0, 40)}, *rc::gen::element(SpanKind::one_day, SpanKind::throughout),
              0};
  act.probability = 0.8;
  double probability = 0, weight = 0;
  for (Day first{90}; first < Day{150}; first = first + 10)
    if (const auto laid = detail::laid_over(act, {first, first + 10}, 1000, Day{200})) {
      RC_ASSERT(laid->date.first >= first + 1000 && laid->date.last < first + 1010);
      RC_ASSERT(laid->key != act.key);
      probability += laid->probability;
      weight += laid->weight;
    }
  if (act.date.kind == SpanKind::one_day)
    RC_ASSERT(std::abs(probability - 0.8) < 1e-12);
  else
    RC_ASSERT(std::abs(weight - 1) < 1e-12);
}

TEST(LaidOver, AMeasureKeepsItsWeightAndItsTerm) {
  const Act term = test::until(test::opens(3, "2025-01-10"), "2025-01-20");
  const auto laid = detail::laid_over(term, {day("2025-01-01"), day("2025-02-01")}, 31, day("2025-03-01"));
  ASSERT_TRUE(laid);
  EXPECT_EQ(laid->date.first, day("2025-02-10"));
  EXPECT_EQ(laid->until, day("2025-02-20"));
  EXPECT_EQ(laid->weight, 1);
  EXPECT_FALSE(detail::laid_over(term, {day("2025-02-01"), day("2025-03-01")}, 31, day("2025-03-01")));
}

}  // namespace
}  // namespace detente
