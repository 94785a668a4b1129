#include "detente/values/impulse.hpp"

#include <gtest/gtest.h>

namespace detente {
namespace {

Impulse impulse(std::int32_t day, std::uint64_t key, ImpulseKind kind, std::uint64_t opening, std::int32_t since) {
  Impulse i;
  i.day = {day};
  i.key = {key};
  i.kind = kind;
  i.opening = {opening};
  i.since = {since};
  return i;
}

/// Each is before the next by one field alone, while every later field says otherwise.
TEST(Impulse, OrderIsDayKeyKindOpeningSince) {
  const Impulse ordered[] = {impulse(1, 9, ImpulseKind::resume, 9, 9),  impulse(2, 1, ImpulseKind::resume, 9, 9),
                             impulse(2, 2, ImpulseKind::pulse, 9, 9),   impulse(2, 2, ImpulseKind::hold, 8, 9),
                             impulse(2, 2, ImpulseKind::release, 1, 9), impulse(2, 2, ImpulseKind::release, 2, 1),
                             impulse(2, 2, ImpulseKind::release, 2, 2)};
  for (std::size_t i = 0; i + 1 < std::size(ordered); ++i) {
    EXPECT_TRUE(comes_before(ordered[i], ordered[i + 1])) << i;
    EXPECT_FALSE(comes_before(ordered[i + 1], ordered[i])) << i;
  }
  EXPECT_FALSE(comes_before(ordered[0], ordered[0]));
}

}  // namespace
}  // namespace detente
