#include "live/impulse_list.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "support/random_histories.hpp"

namespace detente {
namespace {

using detail::ImpulseList;
using detail::Part;

std::vector<Impulse> any_part() {
  std::vector<Impulse> out;
  for (int n = *rc::gen::inRange(0, 6); n > 0; --n)
    out.push_back(test::impulse_on(Day{*rc::gen::inRange(0, 10)}, *rc::gen::inRange(0, 3), QuadClass::verbal_conflict,
                                   *rc::gen::inRange<std::uint64_t>(0, 4)));
  std::stable_sort(out.begin(), out.end(), comes_before);
  return out;
}

/// All parts in order; parts that the order does not tell apart may stand either way.
std::vector<Impulse> sorted(const std::map<Part, std::vector<Impulse>>& parts) {
  std::vector<Impulse> out;
  for (const auto& [part, impulses] : parts) out.insert(out.end(), impulses.begin(), impulses.end());
  std::stable_sort(out.begin(), out.end(), comes_before);
  return out;
}

std::vector<Impulse> all_of(const ImpulseList& list) {
  std::vector<Impulse> out;
  for (std::size_t i = 0; i < list.size(); ++i) out.push_back(list[i]);
  return out;
}

RC_GTEST_PROP(ImpulseListLaw, IsTheOrderedUnionOfItsParts, ()) {
  ImpulseList list;
  std::map<Part, std::vector<Impulse>> parts;
  for (int n = *rc::gen::inRange(1, 12); n > 0; --n) {
    const Part part = *rc::gen::inRange(0, 4);
    std::vector<Impulse> now = any_part();
    for (Impulse& impulse : now) impulse.key.value += 10 * static_cast<std::uint64_t>(part);  // an event is of one part
    const std::vector<Impulse> before = all_of(list);
    const auto place = list.replace(part, Day{0}, Day{9}, now);
    parts[part] = now;
    const std::vector<Impulse> after = all_of(list);
    RC_ASSERT(after == sorted(parts));
    RC_ASSERT(place.has_value() == (before != after));
    const auto [old, changed] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    if (place) RC_ASSERT(*place == static_cast<std::size_t>(old - before.begin()));
  }
}

RC_GTEST_PROP(ImpulseListLaw, AnImpulseIsWhereItIsSaidToBe, ()) {
  ImpulseList list;
  for (std::uint64_t n = 1; n < 100; ++n) {
    const Day day{*rc::gen::inRange(0, 30)};
    const std::size_t place = list.insert(day.value, test::impulse_on(day, 1, QuadClass::verbal_conflict, n));
    RC_ASSERT(list.size() == n);
    RC_ASSERT(list[place].key == EventKey{n});
  }
}

TEST(ImpulseList, KnowsItsDays) {
  ImpulseList list;
  EXPECT_EQ(list.end_of(Day{5}), 0U);
  for (const int d : {3, 5, 9}) {
    const std::vector<Impulse> two(2, test::impulse_on(Day{d}, 1, QuadClass::verbal_conflict));
    list.replace(d, Day{d}, Day{d}, two);
  }
  EXPECT_EQ(list.end_of(Day{2}), 0U);
  EXPECT_EQ(list.end_of(Day{5}), 4U);
  EXPECT_EQ(list.end_of(Day{8}), 4U);
  EXPECT_EQ(list.end_of(end_of_time), 6U);
  EXPECT_EQ(list.next_day(0), 2U);
  EXPECT_EQ(list.next_day(5), 6U);
}

}  // namespace
}  // namespace detente
