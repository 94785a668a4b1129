/// Whose measure is it: measures of different pairs that count on one relation, and negative spill.

#include <gtest/gtest.h>

#include <vector>

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

// ---- a closing whose own row does not say that it counts here ----

/// The sanction itself is over, so nothing of it is left on the pair that it touched.
TEST(MeasureParties, AClosingWithoutAffectsEndsTheHold) {
  const EventLog log = test::log_of({touching(event("2025-01-05", "USA", "CUB", "sanction_imposed"), 0.5),
                                     event("2025-01-10", "USA", "CUB", "sanction_lifted")});
  const Coding coding = test::code(log);
  EXPECT_EQ(in_force(coding, "2025-01-09", Direction::backward), 3.5);
  EXPECT_EQ(in_force(coding, "2025-01-10", Direction::backward), 0);
  const MeasureHistory history = measure_history(coding.acts);
  ASSERT_EQ(history.spells.size(), 1U);
  EXPECT_EQ(history.spells[0].to, day("2025-01-10"));
  EXPECT_EQ(history.spells[0].closing_event, log.rows()[1].id());
}

TEST(MeasureParties, ItIsShownAndIsNoActOfThePair) {
  const EventLog log = test::log_of({touching(event("2025-01-05", "USA", "CUB", "sanction_imposed"), 0.5),
                                     event("2025-01-10", "USA", "CUB", "sanction_lifted")});
  const Coding coding = test::code(log);
  EXPECT_EQ(coding.events, 1U);
  ASSERT_EQ(coding.third_parties.size(), 2U);
  EXPECT_EQ(coding.third_parties[1], log.rows()[1].id());
  for (const Impulse& i : impulses_of(coding.acts)) EXPECT_NE(i.kind, ImpulseKind::pulse);
  ASSERT_EQ(coding.acts.size(), 2U);
  EXPECT_FALSE(coding.acts[0].ends_only);
  EXPECT_TRUE(coding.acts[1].ends_only);
}

TEST(MeasureParties, AClosingThatIsShownAndNotCountedEndsTheHoldToo) {
  const EventLog log = test::log_of({touching(event("2025-01-05", "USA", "CUB", "sanction_imposed"), 0.5),
                                     touching(event("2025-01-10", "USA", "CUB", "sanction_lifted"), 0)});
  EXPECT_EQ(in_force(test::code(log), "2025-01-10", Direction::backward), 0);
}

TEST(MeasureParties, ALiftWithoutAffectsSuspendsTheHold) {
  Event lift = event("2025-01-10", "USA", "CUB", "sanction_lifted");
  lift.until = day("2025-01-12");
  const Coding coding =
      test::code(test::log_of({touching(event("2025-01-05", "USA", "CUB", "sanction_imposed"), 0.5), lift}));
  EXPECT_EQ(in_force(coding, "2025-01-12", Direction::backward), 0);
  EXPECT_EQ(in_force(coding, "2025-01-13", Direction::backward), 3.5);
}

/// Openings of one sanction touch two pairs; one closing ends both.
TEST(MeasureParties, OneClosingEndsItOnEveryPairThatItTouched) {
  Event other = event("2025-01-05", "USA", "CUB", "sanction_imposed");
  other.affects = Dyad{"CUB", "VEN"};
  other.spill = 1;
  const EventLog log = test::log_of({touching(event("2025-01-05", "USA", "CUB", "sanction_imposed"), 0.5), other,
                                     event("2025-01-10", "USA", "CUB", "sanction_lifted")});
  const Coding cuba_venezuela = test::code(log, {.dyad = {"CUB", "VEN"}});
  EXPECT_EQ(in_force(cuba_venezuela, "2025-01-09", Direction::forward), 7);
  EXPECT_EQ(in_force(cuba_venezuela, "2025-01-10", Direction::forward), 0);
  EXPECT_EQ(in_force(test::code(log), "2025-01-10", Direction::backward), 0);
}

/// Neither another measure, nor another imposer, object or issue; nor what does not end anything.
TEST(MeasureParties, NothingElseOfTheOthersComesAlong) {
  Event about_wine = event("2025-01-10", "USA", "CUB", "sanction_lifted");
  about_wine.object = "wine";
  const EventLog log = test::log_of(
      {touching(event("2025-01-05", "USA", "CUB", "sanction_imposed"), 0.5), about_wine,
       event("2025-01-10", "CUB", "USA", "sanction_lifted"), event("2025-01-10", "USA", "CUB", "tariff_lifted"),
       event("2025-01-10", "USA", "CUB", "sanction_imposed"), event("2025-01-10", "USA", "CUB", "no_such_code")});
  const Coding coding = test::code(log);
  EXPECT_EQ(coding.acts.size(), 1U);
  EXPECT_EQ(coding.third_parties.size(), 1U);
  EXPECT_TRUE(coding.unknown.empty());
  EXPECT_EQ(in_force(coding, "2025-01-20", Direction::backward), 3.5);
}

/// A closing that finds nothing on this pair is listed with its own.
TEST(MeasureParties, AClosingBeforeTheOpeningIsNotMissedHere) {
  const EventLog log = test::log_of({event("2025-01-03", "USA", "CUB", "sanction_lifted"),
                                     touching(event("2025-01-05", "USA", "CUB", "sanction_imposed"), 0.5)});
  const Coding coding = test::code(log);
  EXPECT_EQ(in_force(coding, "2025-01-20", Direction::backward), 3.5);
  EXPECT_TRUE(measure_history(coding.acts).closings_without_opening.empty());
}

/// One-a-day, mirrors and volume see only what counts: another's closing must not halve or replace an act.
TEST(MeasureParties, ItTakesNoPartInTheRules) {
  Event twice = event("2025-01-10", "USA", "CUB", "sanction_lifted");
  twice.mentions = 9;
  const std::vector<Event> counted{touching(event("2025-01-05", "USA", "CUB", "sanction_imposed"), 0.5),
                                   touching(event("2025-01-10", "USA", "CUB", "sanction_lifted"), 0.5)};
  std::vector<Event> with = counted;
  with.push_back(twice);
  with.push_back(event("2025-01-10", "CUB", "USA", "sanction_lifted"));
  CodingRules rules{.one_a_day = true, .mirrors = Mirrors::any};
  const Coding a = test::code(test::log_of(counted), test::usa_col, rules);
  const Coding b = test::code(test::log_of(with), test::usa_col, rules);
  EXPECT_EQ(a.events, b.events);
  for (const char* on : {"2025-01-09", "2025-01-10"})
    EXPECT_EQ(in_force(a, on, Direction::backward), in_force(b, on, Direction::backward)) << on;
  ASSERT_GE(b.acts.size(), 2U);
  EXPECT_EQ(b.acts[1].weight + b.acts.back().weight, 0.5) << "the counted closing keeps its weight";
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
