#include "distributed/part_router.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/dates.hpp"

namespace detente::detail {
namespace {

bool has(const PartRoute& route, const Dyad& pair) {
  return std::binary_search(route.parts.begin(), route.parts.end(), part_of(pair));
}

/// A folder that one machine began may be gone on with by another.
TEST(PartOf, IsTheSameEverywhereAndBothWays) {
  EXPECT_EQ(part_of({"COL", "USA"}), part_of({"USA", "COL"}));
  EXPECT_EQ(part_of({"COL", "USA"}), 57U);
  EXPECT_EQ(part_of({"IND", "PAK"}), 146U);
}

TEST(PartOf, SpreadsPairsOverAllParts) {
  std::vector<std::size_t> pairs(panel_parts);
  for (int i = 0; i < 256 * 40; ++i) ++pairs.at(part_of({"A" + std::to_string(i), "B" + std::to_string(i % 77)}));
  const auto [least, most] = std::minmax_element(pairs.begin(), pairs.end());
  EXPECT_GT(*least, 15U);
  EXPECT_LT(*most, 75U);
}

TEST(PartRouter, ARowGoesToEveryPairThatItMayBelongTo) {
  const ActorTable actors({{.actor = "PETRO", .parent = "COL", .to = test::day("2026-08-07")}});
  const EventLog none;
  const PartRouter router(actors, none);
  const PartRoute route = router.route("PETRO", "USA");
  EXPECT_TRUE(has(route, {"COL", "USA"}));
  EXPECT_TRUE(has(route, {"PETRO", "USA"}));
  EXPECT_EQ(route.parts.size(), 2U);
  EXPECT_EQ(router.route("USA", "PETRO").parts, route.parts);
  EXPECT_EQ(router.route("USA", "PETRO").home, route.home);
}

/// A row between actors of one side belongs to no pair, and is counted somewhere all the same.
TEST(PartRouter, EveryRowHasOneHome) {
  const ActorTable actors({}, RollUp::cameo);
  const EventLog none;
  const PartRouter router(actors, none);
  for (const Dyad& written : {Dyad{"USA", "COL"}, {"USAGOV", "USAMIL"}, {"USAGOV", "COLMIL"}}) {
    const PartRoute route = router.route(written.source, written.target);
    ASSERT_EQ(route.parts.size(), 1U);
    EXPECT_EQ(route.parts.front(), route.home);
  }
  EXPECT_EQ(router.route("USAGOV", "COLMIL").home, part_of({"COL", "USA"}));
}

/// What the parties of a measure do to each other may end it, whoever of them it is.
TEST(PartRouter, ARowGoesToThePairsThatItsPartiesAffect) {
  const ActorTable actors({{.actor = "OFAC", .parent = "USA"}, {.actor = "TREASURY", .parent = "USA"}});
  Event imposed{.date = DateSpan::on(test::day("2025-01-05")), .source = "OFAC", .target = "CUB", .code = "x"};
  imposed.affects = Dyad{"USA", "COL"};
  EventLog log;
  log.add(imposed);
  const PartRouter router(actors, log);
  for (const char* who : {"OFAC", "TREASURY", "USA"}) {
    EXPECT_TRUE(has(router.route(who, "CUB"), {"COL", "USA"})) << who;
    EXPECT_TRUE(has(router.route("CUB", who), {"COL", "USA"})) << who;
    EXPECT_EQ(router.route(who, "CUB").home, part_of({"CUB", "USA"}));
  }
  EXPECT_FALSE(has(router.route("VEN", "CUB"), {"COL", "USA"}));
}

}  // namespace
}  // namespace detente::detail
