/// Whose measure is it: measures of different pairs that count on one relation, and negative spill.

#include <gtest/gtest.h>

#include "detente/contracts/measures.hpp"
#include "support/coded.hpp"

namespace detente {
namespace {

using test::day;
using test::event;

Event touching(Event e, double spill) {
  e.affects = Dyad{"COL", "USA"};
  e.spill = spill;
  return e;
}

double in_force(const Coding& coding, std::string_view on, Direction way) {
  const std::vector days{day(on)};
  return points_in_force(impulses_of(coding.acts), way, days).front();
}

TEST(MeasureParties, AMeasureOnOnePairIsNotLiftedByAClosingOnAnother) {
  Selection selection = test::usa_col;
  selection.also = {{{"USA", "CUB"}, 0.3}};
  const EventLog log = test::log_of({event("2025-01-03", "USA", "COL", "sanction_imposed"),
                                     event("2025-01-05", "USA", "CUB", "sanction_imposed"),
                                     event("2025-01-10", "USA", "CUB", "sanction_lifted")});
  const Coding coding = test::code(log, selection);
  EXPECT_NEAR(in_force(coding, "2025-01-07", Direction::backward), 7 + 0.3 * 7, 1e-12);
  EXPECT_EQ(in_force(coding, "2025-01-20", Direction::backward), 7);
  const MeasureHistory history = measure_history(coding.acts);
  ASSERT_EQ(history.spells.size(), 2U);
  EXPECT_EQ(history.spells[0].others, std::nullopt);
  EXPECT_EQ(history.spells[0].to, end_of_time);
  EXPECT_EQ(history.spells[1].others, (Dyad{"USA", "CUB"}));
  EXPECT_EQ(history.spells[1].to, day("2025-01-10"));
}

TEST(MeasureParties, TheSameWithAffects) {
  const EventLog log = test::log_of({event("2025-01-03", "USA", "COL", "sanction_imposed"),
                                     touching(event("2025-01-05", "USA", "CUB", "sanction_imposed"), 0.5),
                                     touching(event("2025-01-10", "USA", "CUB", "sanction_lifted"), 0.5)});
  EXPECT_EQ(in_force(test::code(log), "2025-01-20", Direction::backward), 7);
}

/// Two imposers that count on one side, one target.
TEST(MeasureParties, AnotherImposerLiftsNothing) {
  const EventLog log = test::log_of({touching(event("2025-01-03", "VEN", "COL", "sanction_imposed"), 1),
                                     touching(event("2025-01-10", "CUB", "COL", "sanction_lifted"), 1)});
  const Coding coding = test::code(log);
  EXPECT_EQ(in_force(coding, "2025-01-20", Direction::forward), 7);  // Colombia's side: it takes part
  EXPECT_EQ(measure_history(coding.acts).closings_without_opening.size(), 1U);
}

TEST(MeasureParties, ActorsAreKnownByTheirParents) {
  Selection selection = test::usa_col;
  selection.actors = ActorTable({{.actor = "OFAC", .parent = "USA"}, {.actor = "Treasury", .parent = "USA"}});
  selection.also = {{{"USA", "CUB"}, 1}};
  const EventLog log = test::log_of({event("2025-01-03", "OFAC", "CUB", "sanction_imposed"),
                                     event("2025-01-10", "Treasury", "CUB", "sanction_lifted")});
  EXPECT_EQ(in_force(test::code(log, selection), "2025-01-09", Direction::backward), 7);
  EXPECT_EQ(in_force(test::code(log, selection), "2025-01-10", Direction::backward), 0);
}

TEST(MeasureParties, OthersPairWhicheverWayAffectsIsWritten) {
  Event lifted = event("2025-01-10", "VEN", "CUB", "sanction_lifted");
  lifted.affects = Dyad{"USA", "COL"};
  lifted.spill = 1;
  const EventLog log = test::log_of({touching(event("2025-01-03", "VEN", "CUB", "sanction_imposed"), 1), lifted});
  EXPECT_EQ(in_force(test::code(log), "2025-01-09", Direction::forward), 7);
  EXPECT_EQ(in_force(test::code(log), "2025-01-10", Direction::forward), 0);
}

// ---- spill below 0 ----

TEST(NegativeSpill, AnAgreementWithOthersStrains) {
  const EventLog log = test::log_of({touching(event("2025-01-03", "USA", "VEN", "agreement"), -0.5)});
  const EventLog warm = test::log_of({touching(event("2025-01-03", "USA", "VEN", "agreement"), 0.5)});
  const Act strained = test::code(log).acts.at(0), warmed = test::code(warm).acts.at(0);
  EXPECT_EQ(strained.weight, 0.5);
  EXPECT_GT(strained.points, 0);
  EXPECT_EQ(strained.points, -warmed.points);
  EXPECT_EQ(strained.quad, opposite(warmed.quad));
  EXPECT_FALSE(is_cooperation(strained.quad));
  EXPECT_EQ(strained.sd, -warmed.sd);  // an error of the code turns with its sign
  EXPECT_EQ(strained.others, (Dyad{"USA", "VEN"}));
}

TEST(NegativeSpill, AMeasureOnOthersWarmsWhileItStands) {
  const EventLog log = test::log_of({touching(event("2025-01-03", "USA", "VEN", "sanction_imposed"), -0.5),
                                     touching(event("2025-01-10", "USA", "VEN", "sanction_lifted"), -0.5)});
  const Coding coding = test::code(log);
  EXPECT_EQ(in_force(coding, "2025-01-05", Direction::backward), -3.5);
  EXPECT_EQ(in_force(coding, "2025-01-10", Direction::backward), 0);
}

TEST(NegativeSpill, AnotherPairMayCountAgainst) {
  Selection selection = test::usa_col;
  selection.also = {{{"USA", "VEN"}, -0.5}};
  const EventLog log = test::log_of({event("2025-01-03", "USA", "VEN", "agreement")});
  EXPECT_GT(test::code(log, selection).acts.at(0).points, 0);
  selection.also = {{{"USA", "VEN"}, -1.5}};
  EXPECT_THROW(select(log, selection), std::invalid_argument);
}

}  // namespace
}  // namespace detente
