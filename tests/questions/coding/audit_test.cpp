#include "detente/questions/coding/audit.hpp"

#include <gtest/gtest.h>

#include "detente/codebooks/built_in.hpp"
#include "support/dates.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using test::day;
using test::span;

Event event(std::string id, std::string_view date, std::string code, std::string source = "USA",
            std::string target = "COL") {
  Event e;
  e.id = std::move(id);
  e.date = span(date);
  e.code = std::move(code);
  e.source = std::move(source);
  e.target = std::move(target);
  return e;
}

Audit audit_of(const std::vector<Event>& events, std::optional<Day> as_of = {}) {
  EventLog log("test");
  for (const Event& e : events) log.add(e);
  return audit(log, built_in_codebook("plain"), {}, as_of);
}

std::vector<std::string> ids(const Findings<EventRef>& refs) {
  std::vector<std::string> out;
  for (const EventRef& r : refs) out.push_back(r.id);
  return out;
}
using Ids = std::vector<std::string>;

TEST(Audit, NamesTheNearestKnownTermsOfAnUnknownOne) {
  const Audit a = audit_of({event("1", "2025-01-01", "visa_revokd"), event("2", "2025-01-02", "visa_revokd"),
                            event("3", "2025-01-02", "zzz")});
  ASSERT_EQ(a.unknown.size(), 2U);
  EXPECT_EQ(a.unknown[0].code, "visa_revokd");
  EXPECT_EQ(a.unknown[0].events, 2U);
  EXPECT_EQ(a.unknown[0].first.id, "1");
  ASSERT_FALSE(a.unknown[0].suggestions.empty());
  EXPECT_EQ(a.unknown[0].suggestions[0].code, "visa_revoked");
  EXPECT_TRUE(a.unknown[1].suggestions.empty());
}

TEST(Audit, AnUnknownTermWithItsOwnScoreIsKnownEnough) {
  Event e = event("1", "2025-01-01", "snub");
  e.score = -1;
  EXPECT_TRUE(audit_of({e}).unknown.empty());
}

TEST(Audit, SaysOncePerSpellingWhatATermWasTakenAs) {
  const Audit a = audit_of({event("1", "2025-01-01", "Sanction imposed"), event("2", "2025-01-02", "sanction_imposed"),
                            event("3", "2025-01-03", "Summit meeting"), event("4", "2025-01-04", "Sanction imposed")});
  ASSERT_EQ(a.taken.size(), 2U);
  EXPECT_EQ(a.taken[0].written, "Sanction imposed");
  EXPECT_EQ(a.taken[0].code, "sanction_imposed");
  EXPECT_EQ(a.taken[0].events, 2U);
  EXPECT_EQ(a.taken[1].written, "Summit meeting");
  EXPECT_EQ(a.codes[0], (std::pair<std::string, std::size_t>("sanction_imposed", 3)));
  ASSERT_EQ(a.open_measures.size(), 1U);  // of one measure
  EXPECT_EQ(a.open_measures.list()[0].opening.code, "sanction_imposed");
  EXPECT_TRUE(a.unknown.empty());
}

TEST(Audit, TwoSpellingsOfOneActAreTwins) {
  const Audit a = audit_of({event("1", "2025-01-01", "Summit"), event("2", "2025-01-01", "summit meeting"),
                            event("3", "2025-01-01", "visit")});
  EXPECT_EQ(a.likely_duplicates.size(), 1U);
  EXPECT_EQ(a.repeats, 1U);
}

/// They used to be twins of each other, whatever their notes said, and to have no name.
TEST(Audit, AnEventWithoutATermIsKnownByItsNote) {
  const auto noted = [](std::string id, std::string note) {
    Event e = event(std::move(id), "2025-01-01", "");
    e.score = -1;
    e.note = std::move(note);
    return e;
  };
  const Audit a =
      audit_of({noted("1", "A lantern was lit"), noted("2", "A bell was rung"), noted("3", "A bell was rung")});
  ASSERT_EQ(a.likely_duplicates.size(), 1U);
  EXPECT_EQ(a.likely_duplicates.list()[0].first.words, "A bell was rung");
  EXPECT_EQ(a.likely_duplicates.list()[0].first.code, "");
}

TEST(Audit, SeesOfMeasuresWhatAnIndexSees) {
  const auto with = [](Event e, Status status) {
    e.status = status;
    return e;
  };
  const Audit a = audit_of({
      with(event("cancelled", "2025-01-01", "sanction_imposed"), Status::cancelled),
      with(event("scheduled", "2025-01-02", "tariff_imposed"), Status::scheduled),
      with(event("alleged", "2025-01-03", "aid_suspended"), Status::alleged),
      event("ban", "2025-01-04", "visa_revoked"),
      with(event("not lifted", "2025-02-01", "visa_granted"), Status::cancelled),
      with(event("no closing at all", "2025-02-02", "sanction_lifted"), Status::cancelled),
      event("a closing of nothing", "2025-02-03", "sanction_lifted"),
  });
  Ids open;
  for (const OpenMeasure& m : a.open_measures) open.push_back(m.opening.id);
  EXPECT_EQ(open, (Ids{"alleged", "ban"}));
  EXPECT_EQ(ids(a.closings_without_opening), Ids{"a closing of nothing"});
}

TEST(Audit, WeighsStatusAsItIsTold) {
  EventLog log("test");
  Event alleged = event("1", "2025-01-03", "aid_suspended");
  alleged.status = Status::alleged;
  log.add(alleged);
  StatusWeights status;
  EXPECT_EQ(audit(log, built_in_codebook("plain"), {}, {}, status).open_measures.size(), 1U);
  status.probability[static_cast<std::size_t>(Status::alleged)] = 0.2;
  EXPECT_TRUE(audit(log, built_in_codebook("plain"), {}, {}, status).open_measures.empty());
}

/// A measure of others that touches a pair stands in the list once, as theirs.
TEST(Audit, ListsAMeasureOfOthersOnce) {
  Event e = event("1", "2025-01-03", "sanction_imposed", "USA", "VEN");
  e.affects = Dyad{"USA", "COL"};
  e.spill = 0.5;
  const Audit a = audit_of({e, event("2", "2025-01-04", "criticism")});
  ASSERT_EQ(a.open_measures.size(), 1U);
  EXPECT_EQ(a.open_measures[0].opening.dyad, (Dyad{"USA", "VEN"}));
}

TEST(Audit, GivesOpenMeasuresTheirAgeOldestFirst) {
  const Audit a = audit_of({event("new", "2025-03-01", "aid_suspended"), event("old", "2025-01-01", "visa_revoked"),
                            event("shut", "2025-01-05", "tariff_imposed"), event("end", "2025-02-01", "tariff_lifted"),
                            event("last", "2025-03-31", "criticism")});
  ASSERT_EQ(a.open_measures.size(), 2U);
  EXPECT_EQ(a.day, day("2025-03-31"));
  EXPECT_EQ(a.open_measures[0].opening.id, "old");
  EXPECT_EQ(a.open_measures[0].age, 89);
  EXPECT_EQ(a.open_measures[1].opening.id, "new");
  EXPECT_EQ(a.open_measures[1].points, 6.3);
}

TEST(Audit, ListsClosingsOfNothing) {
  EXPECT_EQ(ids(audit_of({event("1", "2025-01-01", "sanction_lifted")}).closings_without_opening), Ids{"1"});
}

TEST(Audit, ScheduledEventsPastTheirDayHaveNoOutcome) {
  Event planned = event("plan", "2025-02-03", "host_visit");
  planned.status = Status::scheduled;
  planned.reported = day("2025-01-10");
  const Event later = event("later", "2025-03-01", "criticism");
  EXPECT_EQ(ids(audit_of({planned, later}).outcome_not_coded), Ids{"plan"});
  EXPECT_TRUE(audit_of({planned, later}, day("2025-02-03")).outcome_not_coded.empty());  // still the same day
  Event happened = event("plan", "2025-02-03", "host_visit");
  happened.reported = day("2025-02-04");
  const Audit known = audit_of({planned, later, happened});
  EXPECT_TRUE(known.outcome_not_coded.empty());
  EXPECT_EQ(known.older_versions, 1U);
  EXPECT_EQ(known.events, 2U);
}

TEST(Audit, FindsLikelyDuplicatesAndKeepsThem) {
  const Audit a = audit_of({event("1", "2025-01-01", "criticism"), event("2", "2025-01-01", "criticism"),
                            event("3", "2025-01-02", "criticism")});
  ASSERT_EQ(a.likely_duplicates.size(), 1U);
  EXPECT_EQ(a.likely_duplicates[0].first.id, "1");
  EXPECT_EQ(a.likely_duplicates[0].second.id, "2");
  EXPECT_EQ(a.repeats, 1U);
  EXPECT_EQ(a.events, 3U);
}

/// A file can break one rule in every row, and what is kept of that must not grow with it.
TEST(Audit, KeepsTenThousandFindingsAndCountsTheRest) {
  EventLog log("test");
  for (int i = 0; i < 10'005; ++i) log.add(event("", "2025-01-01", "criticism"));
  const Audit a = audit(log, built_in_codebook("plain"));
  EXPECT_EQ(a.likely_duplicates.size(), 10'000U);
  EXPECT_EQ(a.likely_duplicates.beyond(), 4U);
  EXPECT_EQ(a.likely_duplicates.all(), 10'004U);
}

TEST(Audit, CountsMirroredPairs) {
  const Audit a =
      audit_of({event("1", "2025-01-01", "phone_call"), event("2", "2025-01-01", "phone_call", "COL", "USA"),
                event("3", "2025-01-02", "criticism"), event("4", "2025-01-02", "criticism", "COL", "USA")});
  EXPECT_EQ(a.mirrored_pairs, 1U);  // two insults are two insults
}

TEST(Audit, FindsAnUntilThatSaysNothingAndAReportBeforeTheFact) {
  Event idle = event("idle", "2025-01-01", "criticism");
  idle.until = day("2025-01-05");
  Event early = event("early", "2025-01-10", "criticism");
  early.reported = day("2025-01-09");
  const Audit a = audit_of({idle, early});
  EXPECT_EQ(ids(a.idle_until), Ids{"idle"});
  EXPECT_EQ(ids(a.reported_before), Ids{"early"});
}

TEST(Audit, OfTheThirtyThreeEvents) {
  const Audit a = audit(test::us_colombia(), built_in_codebook("plain"));
  EXPECT_EQ(a.events, 33U);
  EXPECT_EQ(a.open_measures.size(), 9U);
  EXPECT_EQ(ids(a.third_parties), Ids{"C024"});
  EXPECT_TRUE(a.unknown.empty());
  EXPECT_TRUE(a.closings_without_opening.empty());
  ASSERT_FALSE(a.dyads.empty());
  EXPECT_EQ(a.dyads[0], (std::pair<std::string, std::size_t>{"COL:USA", 32}));
}

/// What a panel would not count is not said to be kept by a pair.
TEST(Audit, EventsWithinOneActorAreInNoPair) {
  EventLog log;
  for (const auto& [source, target] :
       {std::pair("BOSSER", "BOSGOV"), std::pair("BOS", "BOSSER"), std::pair("BOS", "SER")})
    log.add({.date = DateSpan::on(Day::from_civil(1993, 1, 5)), .source = source, .target = target, .code = "190"});
  const Audit cut = audit(log, built_in_codebook("gdelt"), ActorTable({}, RollUp::cameo));
  EXPECT_EQ(cut.within_one_actor, 2U);
  ASSERT_EQ(cut.dyads.size(), 1U);
  EXPECT_EQ(cut.dyads[0].first, "BOS:SER");
  ASSERT_EQ(cut.rolled_up.size(), 2U);
  EXPECT_EQ(cut.rolled_up[0].actor, "BOSSER");
  const Audit whole = audit(log, built_in_codebook("gdelt"), ActorTable());
  EXPECT_EQ(whole.within_one_actor, 0U);
  EXPECT_EQ(whole.dyads.size(), 3U);
  EXPECT_TRUE(whole.rolled_up.empty());
}

}  // namespace
}  // namespace detente
