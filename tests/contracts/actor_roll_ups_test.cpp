#include "detente/contracts/actor_roll_ups.hpp"

#include <gtest/gtest.h>

#include "support/coded.hpp"

namespace detente {
namespace {

using test::event;

const EventLog log =
    test::log_of({event("1993-01-01", "BOSSER", "BOSGOV", "a"), event("1993-01-02", "BOSSER", "SER", "a"),
                  event("1993-01-03", "IGOEEC", "SER", "a")});

TEST(ActorRollUps, ListsWhatTheRuleDidMostEventsFirst) {
  const auto rolled = roll_ups_by_rule(log, ActorTable({}, RollUp::cameo));
  EXPECT_EQ(roll_ups_text(rolled), "BOSSER → BOS (2 events), BOSGOV → BOS (1), IGOEEC → IGO (1)");
  EXPECT_EQ(roll_ups_text(rolled, 1), "BOSSER → BOS (2 events), and 2 more");
}

TEST(ActorRollUps, IsSilentOfWhatATableSaysAndWithoutTheRule) {
  const ActorTable table({{"BOSSER", "BOSSER"}, {"IGOEEC", "EEC"}}, RollUp::cameo);
  EXPECT_EQ(roll_ups_text(roll_ups_by_rule(log, table)), "BOSGOV → BOS (1 event)");
  EXPECT_EQ(roll_ups_text(roll_ups_by_rule(log, ActorTable())), "");
}

}  // namespace
}  // namespace detente
