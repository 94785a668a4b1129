#include "live/store/known_keys.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

namespace detente::detail {
namespace {

TEST(FingerprintSet, holds_what_a_set_holds) {
  std::mt19937_64 random(1);
  FingerprintSet ours;
  std::set<Fingerprint> theirs;
  EXPECT_FALSE(ours.contains({1, 1}));
  for (int i = 0; i < 3000; ++i) {
    const Fingerprint print{random() % 800, 1 + random() % 3};  // many in the same place
    EXPECT_EQ(ours.contains(print), theirs.contains(print));
    ours.add(print);
    theirs.insert(print);
  }
  EXPECT_EQ(ours.size(), theirs.size());
}

TEST(Fingerprint, is_of_every_part_of_the_key) {
  const ReceivedKey key{7, Day{20000}, 0, "0123456789abcdef", true};
  std::set<Fingerprint> seen{fingerprint(key)};
  ReceivedKey other = key;
  other.identity = 8;
  seen.insert(fingerprint(other));
  other = key;
  other.reported = Day{20001};
  seen.insert(fingerprint(other));
  other = key;
  other.revision = 1;
  seen.insert(fingerprint(other));
  for (const std::size_t at : {0U, 7U, 9U, 15U}) {
    other = key;
    other.content[at] = 'x';
    seen.insert(fingerprint(other));
  }
  EXPECT_EQ(seen.size(), 8U);
}

}  // namespace
}  // namespace detente::detail
