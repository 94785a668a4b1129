#include "detente/live/live_pairs.hpp"

#include <gtest/gtest.h>

#include "detente/codebooks/built_in.hpp"
#include "detente/contracts/settlement.hpp"
#include "detente/models/decayed_sum.hpp"
#include "detente/models/two_speed.hpp"
#include "detente/models/window_mean.hpp"
#include "support/coded.hpp"
#include "support/users_models.hpp"

namespace detente {
namespace {

using test::day;
using test::event;

LiveScoring plain_scoring() {
  return {.model = AnyModel(DecayedSum(), "decayed_sum"), .codebook = built_in_codebook("plain")};
}

Event with_id(Event event, std::string id, std::string_view reported = {}) {
  event.id = std::move(id);
  if (!reported.empty()) event.reported = day(reported);
  return event;
}

std::vector<Dyad> touched(const LivePairs& live, const Arrival& arrival) {
  std::vector<Dyad> out;
  for (const std::uint32_t pair : arrival.pairs) out.push_back(live.pair(pair));
  return out;
}

const Dyad col_usa{"COL", "USA"}, usa_ven{"USA", "VEN"};

std::optional<double> level(LivePairs& live, const Dyad& pair, std::string_view on) {
  return live.reading(live.find(pair).value(), day(on)).level;
}

TEST(LivePairs, ALateEventCountsAsIfItHadComeInTime) {
  LivePairs in_time(plain_scoring()), late(plain_scoring());
  const Event threat = event("2025-01-03", "USA", "COL", "threat_of_force");
  const Event visit = event("2025-02-01", "COL", "USA", "visit");
  in_time.add(threat);
  in_time.add(visit);
  late.add(visit);
  const auto without = level(late, col_usa, "2025-03-01");
  late.add(threat);
  EXPECT_EQ(level(late, col_usa, "2025-03-01"), level(in_time, col_usa, "2025-03-01"));
  EXPECT_NE(level(late, col_usa, "2025-03-01"), without);
}

TEST(LivePairs, APairIsFoundInEitherOrderAfterItsFirstEvent) {
  LivePairs live(plain_scoring());
  EXPECT_EQ(live.find(col_usa), std::nullopt);
  live.add(event("2025-01-03", "USA", "COL", "visit"));
  EXPECT_EQ(live.find({"USA", "COL"}), 0U);
  EXPECT_EQ(live.find(col_usa), 0U);
  EXPECT_EQ(live.pair(0), col_usa);
  EXPECT_EQ(live.size(), 1U);
  EXPECT_THROW(live.reading(1, day("2025-01-03")), std::out_of_range);
}

TEST(LivePairs, AVersionTouchesThePairsOfBoth) {
  LivePairs live(plain_scoring(), "notes");
  const Event first = with_id(event("2025-01-03", "USA", "COL", "threat_of_force"), "7", "2025-01-04");
  Event corrected = with_id(event("2025-01-03", "USA", "VEN", "threat_of_force"), "7", "2025-01-09");
  EXPECT_EQ(touched(live, live.add(first)), std::vector{col_usa});
  const Arrival arrival = live.add(corrected);
  EXPECT_EQ(touched(live, arrival), (std::vector{col_usa, usa_ven}));
  EXPECT_EQ(arrival.what, Arrived::version);
  EXPECT_EQ(arrival.other, EventId{0});
  EXPECT_EQ(level(live, col_usa, "2025-02-01"), 0);
  EXPECT_GT(level(live, usa_ven, "2025-02-01"), 0);
}

TEST(LivePairs, WhatIsOverruledOrToldTwiceTouchesNothing) {
  LivePairs live(plain_scoring(), "notes");
  const Event later = with_id(event("2025-01-03", "USA", "COL", "visit"), "7", "2025-01-09");
  const Event earlier = with_id(event("2025-01-03", "USA", "VEN", "visit"), "7", "2025-01-04");
  live.add(later);
  EXPECT_EQ(live.add(earlier).what, Arrived::superseded);
  EXPECT_EQ(live.add(later).what, Arrived::redelivered);
  EXPECT_TRUE(live.add(later).pairs.empty());
  Event rival = later;
  rival.code = "criticism";
  EXPECT_TRUE(live.add(rival).conflicts);
  EXPECT_EQ(live.size(), 1U);
  const ArrivalCounts& counts = live.arrivals();
  EXPECT_EQ(counts.events, 1U);
  EXPECT_EQ(counts.redelivered, 2U);
  EXPECT_EQ(counts.versions + counts.superseded, 2U);
  EXPECT_EQ(counts.conflicting, 1U);
}

TEST(LivePairs, EqualEventsWithoutIdsAreTwoEvents) {
  LivePairs live(plain_scoring());
  const Event threat = event("2025-01-03", "USA", "COL", "threat_of_force");
  live.add(threat);
  const double one = *level(live, col_usa, "2025-01-03");
  live.add(threat);
  EXPECT_EQ(level(live, col_usa, "2025-01-03"), 2 * one);
}

TEST(LivePairs, AnActOfOthersTouchesThePairThatItAffects) {
  LivePairs live(plain_scoring());
  EXPECT_EQ(touched(live, live.add(test::capture(0.5))), (std::vector{usa_ven, col_usa}));
  EXPECT_GT(level(live, col_usa, "2026-01-04"), 0);
}

/// A closing need not repeat `affects`.
TEST(LivePairs, WhoLiftsAMeasureLiftsItWhereverItCounts) {
  LivePairs live(plain_scoring());
  Event ban = event("2025-01-03", "USA", "VEN", "visa_revoked");
  ban.affects = Dyad{"USA", "COL"};
  ban.spill = 0.5;
  live.add(ban);
  const auto pair = live.find(col_usa).value();
  const Direction by_usa = Direction::backward;
  EXPECT_GT(live.points_in_force(pair, day("2025-03-01"), by_usa), 0);
  EXPECT_EQ(touched(live, live.add(event("2025-01-20", "USA", "VEN", "visit"))), std::vector{usa_ven});
  const Arrival lifted = live.add(event("2025-02-01", "USA", "VEN", "visa_granted"));
  EXPECT_EQ(touched(live, lifted), (std::vector{usa_ven, col_usa}));
  EXPECT_EQ(live.points_in_force(pair, day("2025-03-01"), by_usa), 0);
  EXPECT_GT(live.points_in_force(pair, day("2025-01-31"), by_usa), 0);
}

/// A closing of no weight is set aside once it has something to end, so that it stands no longer for another of its
/// day.
TEST(LivePairs, WhatOthersOpenDecidesWhichOfTheirClosingsIsAnAct) {
  const auto by_others = [](std::string code, double spill, std::uint32_t mentions, std::string_view on) {
    Event e = event(on, "USA", "VEN", std::move(code));
    e.affects = Dyad{"USA", "COL"};
    e.spill = spill;
    e.mentions = mentions;
    return e;
  };
  const std::vector<Event> events{by_others("visa_granted", 0, 9, "2025-02-01"),
                                  by_others("visa_granted", 0.5, 1, "2025-02-01"),
                                  by_others("visa_revoked", 0.5, 1, "2025-01-01")};
  LiveScoring scoring = plain_scoring();
  scoring.rules.one_a_day = true;
  LivePairs live(scoring);
  for (const Event& e : events) {
    live.add(e);
    live.reading(live.find(col_usa).value(), day("2025-03-01"));
  }
  const Day asked = day("2025-03-01");
  const Coding batch = code_events(test::log_of(events), test::usa_col, scoring.codebook, scoring.rules);
  EXPECT_EQ(live.reading(live.find(col_usa).value(), asked).level,
            score(scoring.model, batch.acts, std::span(&asked, 1)).of(DirectionChoice::both, 0).level);
}

TEST(LivePairs, OnlyTheIssueAskedFor) {
  LiveScoring scoring = plain_scoring();
  scoring.issue = "trade";
  LivePairs live(scoring);
  Event threat = event("2025-01-03", "USA", "COL", "threat_of_force");
  EXPECT_TRUE(live.add(threat).pairs.empty());
  threat.issue = "trade";
  EXPECT_EQ(live.add(threat).pairs.size(), 1U);
}

TEST(LivePairs, AModelWithoutASecondReadingHasNoHeat) {
  LivePairs one({.model = AnyModel(users::Follower(), "follower"), .codebook = built_in_codebook("plain")});
  LivePairs two({.model = AnyModel(TwoSpeed(), "two_speed"), .codebook = built_in_codebook("plain")});
  for (LivePairs* live : {&one, &two}) live->add(event("2025-01-03", "USA", "COL", "threat_of_force"));
  EXPECT_EQ(one.heat(0, day("2025-01-03")).level, std::nullopt);
  EXPECT_GT(two.heat(0, day("2025-01-03")).level, 0);
}

TEST(LivePairs, ACodingIsThatOfTheLog) {
  LivePairs live(plain_scoring());
  live.add(event("2025-01-03", "USA", "COL", "threat_of_force"));
  live.add(event("2025-01-05", "USA", "COL", "no such code"));
  const Coding coding = live.coding(0);
  ASSERT_EQ(coding.acts.size(), 1U);
  EXPECT_EQ(live.log().event(coding.acts[0].event).code, "threat_of_force");
  EXPECT_EQ(coding.unknown.at(0).code, "no such code");
}

// ---- batches ----

EventBatch batch_of(const IdSource& ids, std::initializer_list<std::pair<const char*, const char*>> id_and_code) {
  EventBatch batch(ids);
  for (const auto& [id, code] : id_and_code)
    batch.add({.id = id, .day = day("2025-01-03"), .source = "USA", .target = "COL", .code = code});
  return batch;
}

TEST(LivePairs, ABatchTouchesEachPairOnce) {
  LivePairs live(plain_scoring());
  EventBatch batch = batch_of({"gdelt", IdScope::report}, {{"1", "visit"}, {"2", "criticism"}});
  batch.add({.id = "3", .day = day("2025-01-04"), .source = "VEN", .target = "USA", .code = "visit"});
  const auto pairs = live.add(batch);
  EXPECT_EQ((std::vector<std::uint32_t>(pairs.begin(), pairs.end())), (std::vector<std::uint32_t>{0, 1}));
  EXPECT_TRUE(live.add(batch).empty());  // delivered again
  EXPECT_EQ(live.arrivals().redelivered, 3U);
}

// ---- refusals ----

TEST(LivePairs, RefuseWhatCannotBeLive) {
  LiveScoring by_log = plain_scoring();
  by_log.rules.volume = Volume::log;
  EXPECT_THROW(LivePairs{by_log}, std::invalid_argument);
  const LiveScoring by_other_rules{.model = AnyModel(WindowMean(), "window_mean"),
                                   .codebook = built_in_codebook("plain"),
                                   .rules = {.mentions = Mentions::one}};
  EXPECT_THROW(LivePairs{by_other_rules}, std::invalid_argument);
  EXPECT_THROW(LivePairs(plain_scoring()).add(event("2025-01-03", "USA", "USA", "visit")), std::invalid_argument);
}

TEST(LivePairs, RefuseTwoEventsOfOneIdAndAddNothing) {
  LivePairs live(plain_scoring());
  live.add(with_id(event("2025-01-03", "USA", "COL", "visit"), "1"));
  EXPECT_NO_THROW(live.add(with_id(event("2025-01-03", "USA", "COL", "visit"), "1")));  // told twice
  const std::size_t size = live.log().size();
  EXPECT_THROW(live.add(with_id(event("2024-06-01", "USA", "VEN", "criticism"), "1")), RepeatedIds);
  EXPECT_THROW(live.add(batch_of({}, {{"2", "visit"}, {"2", "criticism"}})), RepeatedIds);
  EXPECT_THROW(live.add(batch_of({}, {{"3", "visit"}, {"1", "criticism"}})), RepeatedIds);
  EXPECT_EQ(live.log().size(), size);
  EXPECT_EQ(live.size(), 1U);
  EXPECT_NO_THROW(live.add(with_id(event("2024-06-01", "USA", "VEN", "criticism"), "1", "2025-02-01")));  // a version
}

}  // namespace
}  // namespace detente
