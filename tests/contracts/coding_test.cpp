#include "detente/contracts/coding.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "support/coded.hpp"

namespace detente {
namespace {

using namespace test;

TEST(CodeEvents, TurnsTheSignOnceAndKeepsTheOrder) {
  const Coding coding = code(log_of({threat("2025-01-09"), event("2025-01-03", "COL", "USA", "agreement")}));
  ASSERT_EQ(coding.acts.size(), 2U);
  EXPECT_EQ(coding.acts[0].points, -3.25);
  EXPECT_EQ(coding.acts[1].points, 6);
  EXPECT_EQ(coding.acts[1].sd, 1.75);
  EXPECT_EQ(coding.acts[1].quad, QuadClass::verbal_conflict);
}

TEST(CodeEvents, UnknownCodesAreCountedAndNeverScored) {
  const Coding coding =
      code(log_of({threat("2025-01-03"), event("2025-01-04", "USA", "COL", "hug"),
                   event("2025-01-05", "USA", "COL", "hug"), event("2025-01-05", "USA", "COL", "frown")}));
  EXPECT_EQ(coding.acts.size(), 1U);
  EXPECT_EQ(coding.events, 4U);
  ASSERT_EQ(coding.unknown.size(), 2U);
  EXPECT_EQ(coding.unknown[0].code, "frown");
  EXPECT_EQ(coding.unknown[1].code, "hug");
  EXPECT_EQ(coding.unknown[1].events, 2U);
}

TEST(CodeEvents, ARowsOwnWordWins) {
  Event own = threat("2025-01-03");
  own.score = -9;
  own.sd = 0.25;
  own.quad = QuadClass::material_conflict;
  const EventLog log = log_of({own, threat("2025-01-04")});
  const Coding coding = code(log);
  EXPECT_EQ(coding.acts[0].points, 9);
  EXPECT_EQ(coding.acts[0].sd, 0.25);
  EXPECT_EQ(coding.acts[0].quad, QuadClass::material_conflict);
  EXPECT_NE(coding.acts[0].code_key, coding.acts[1].code_key);  // its error is its own
  const Coding without = code_events(log, usa_col, built_in_codebook("plain"), {}, false);
  EXPECT_EQ(without.acts[0].points, 6);
  EXPECT_EQ(without.acts[0].sd, 1.75);
  EXPECT_EQ(without.acts[0].code_key, without.acts[1].code_key);
}

TEST(CodeEvents, ARowWithAScoreNeedsNoCode) {
  Event hostile = event("2025-01-03", "USA", "COL", ""), friendly = event("2025-01-04", "USA", "COL", "hug");
  hostile.score = -4;
  friendly.score = 2;
  const Coding coding = code(log_of({hostile, friendly}));
  ASSERT_EQ(coding.acts.size(), 2U);
  EXPECT_EQ(coding.acts[0].points, 4);
  EXPECT_EQ(coding.acts[0].sd, 0.5);
  EXPECT_EQ(coding.acts[0].quad, QuadClass::verbal_conflict);
  EXPECT_EQ(coding.acts[1].quad, QuadClass::verbal_cooperation);
  EXPECT_TRUE(coding.unknown.empty());
}

TEST(CodeEvents, KnowsWhatAnActDoesToAMeasure) {
  Event visa = event("2026-02-01", "USA", "COL", "visa_granted");
  visa.until = day("2026-02-05");
  visa.object = "president";
  const Coding coding = code(log_of({event("2025-09-26", "USA", "COL", "visa_revoked"), visa, threat("2026-03-01")}));
  EXPECT_EQ(coding.acts[0].standing, Standing::opens);
  EXPECT_EQ(coding.acts[0].measure, "visa_ban");
  EXPECT_EQ(coding.acts[1].standing, Standing::closes);
  EXPECT_EQ(coding.acts[1].measure, "visa_ban");
  EXPECT_EQ(coding.acts[1].object, "president");
  EXPECT_EQ(coding.acts[1].until, day("2026-02-05"));
  EXPECT_EQ(coding.acts[2].standing, Standing::none);
}

TEST(CodeEvents, WhatIsNotOverReachesToItsReportUnlessItIsAMeasure) {
  Event criticism = event("2025-09/..", "USA", "COL", "criticism"),
        ban = event("2025-09/..", "USA", "COL", "visa_revoked");
  criticism.reported = ban.reported = day("2025-10-15");
  const std::vector<Act> acts = code(log_of({criticism, ban})).acts;
  ASSERT_EQ(acts.size(), 2U);
  for (const Act& act : acts)
    EXPECT_EQ(act.date.last, act.code == "criticism" ? day("2025-10-15") : end_of_time) << act.code;
}

TEST(Claims, AContestedAccusationKeepsItsWeight) {
  Event accusation = event("2025-01-03", "USA", "COL", "accusation");
  accusation.claim = Claim::contested;
  const Act act = code(log_of({accusation})).acts.at(0);
  EXPECT_EQ(act.weight * act.probability, 1);
}

// ---- laws ----

rc::Gen<std::vector<Event>> any_events() {
  return rc::gen::container<std::vector<Event>>(rc::gen::exec([] {
    Event e =
        event("2025-01-01", "USA", "COL",
              *rc::gen::element<std::string>("visit", "threat_of_force", "visa_revoked", "visa_granted", "phone_call"));
    e.date = DateSpan::on(e.date.first + *rc::gen::inRange(0, 20));
    if (*rc::gen::inRange(0, 2) == 0) std::swap(e.source, e.target);
    e.mentions = *rc::gen::inRange(1U, 4U);
    e.status = *rc::gen::element(Status::confirmed, Status::alleged, Status::scheduled);
    e.reported = e.date.last + *rc::gen::inRange(0, 10);
    return e;
  }));
}

bool same_acts(const std::vector<Act>& a, const std::vector<Act>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Act& x, const Act& y) {
    return x.key == y.key && x.date == y.date && x.weight == y.weight && x.probability == y.probability &&
           x.points == y.points && x.direction == y.direction;
  });
}

RC_GTEST_PROP(CodeEvents, OrderOfArrivalChangesNoAct, ()) {
  std::vector<Event> events = *any_events();
  CodingRules rules = *rc::gen::element(CodingRules::chronology(), CodingRules::machine_coded());
  rules.volume = *rc::gen::element(Volume::none, Volume::dyad, Volume::log);
  const auto acts = code(log_of(events), usa_col, rules).acts;
  std::reverse(events.begin(), events.end());
  RC_ASSERT(same_acts(acts, code(log_of(events), usa_col, rules).acts));
}

RC_GTEST_PROP(CodeEvents, AsOfUsesNothingReportedLater, ()) {
  std::vector<Event> events = *any_events();
  CodingRules rules = *rc::gen::element(CodingRules::chronology(), CodingRules::machine_coded());
  rules.volume = *rc::gen::element(Volume::none, Volume::dyad, Volume::log);
  Selection selection = usa_col;
  selection.as_of = day("2025-01-01") + *rc::gen::inRange(0, 30);
  const auto all = code(log_of(events), selection, rules).acts;
  std::erase_if(events, [&](const Event& e) { return *e.reported > *selection.as_of; });
  RC_ASSERT(same_acts(all, code(log_of(events), selection, rules).acts));
}

}  // namespace
}  // namespace detente
