#include "detente/live/watch/watch.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/error.hpp"
#include "detente/models/decayed_sum.hpp"
#include "support/coded.hpp"
#include "support/store_file.hpp"

namespace detente {
namespace {

using test::day;

WatchOptions options_with(const std::vector<std::string>& alarms) {
  WatchOptions out{.scoring = {.codebook = built_in_codebook("plain"), .model = AnyModel(DecayedSum(), "decayed_sum")}};
  for (const std::string& alarm : alarms) out.alarms.push_back(parse_alarm(alarm).value());
  return out;
}

ReceivedEvent received(std::string id, std::string_view on, std::string code, std::string target = "COL") {
  Event event = test::event(on, "USA", target, code);
  event.id = std::move(id);
  event.reported = day(on);
  return {.event = event, .ids = "mine"};
}

Delivery of(std::vector<ReceivedEvent> events) { return {.name = "test", .events = std::move(events)}; }

std::vector<std::string> rules_of(const WatchNews& news) {
  std::vector<std::string> out;
  for (const WatchAlarm& alarm : news.alarms) out.push_back(alarm.alarm.rule);
  return out;
}
using Rules = std::vector<std::string>;

class WatchTest : public testing::Test {
 protected:
  Watch watching(const std::vector<std::string>& alarms) { return Watch(store, options_with(alarms)); }

  test::StoreFile file;
  Store store = Store::create(file.path(), {});
};

TEST_F(WatchTest, ADeliveryIsCommittedWithItsOffsetAndReadings) {
  Watch watch = watching({});
  Delivery delivery = of({received("a", "2025-01-01", "threat_of_force"), received("b", "2025-01-03", "visit", "VEN")});
  delivery.offset = FeedOffset{"notes", 40, "abc"};
  const WatchNews news = watch.take(delivery);
  EXPECT_EQ(news.receipt.appended, 2U);
  ASSERT_EQ(news.updates.size(), 2U);
  EXPECT_EQ(news.updates[0].reading.pair, (Dyad{"COL", "USA"}));
  EXPECT_EQ(news.updates[0].reading.day, day("2025-01-03"));
  EXPECT_GT(news.updates[0].reading.index.value(), 50);
  EXPECT_LT(news.updates[1].reading.index.value(), 50);
  EXPECT_EQ(store.feed("notes"), delivery.offset);
  EXPECT_EQ(store.readings({"COL", "USA"}), std::vector{news.updates[0].reading});
  EXPECT_EQ(store.log().size(), 2U);
}

TEST_F(WatchTest, WhatComesAgainChangesNothing) {
  Watch watch = watching({"index>55"});
  const Delivery delivery = of({received("a", "2025-01-01", "threat_of_force")});
  EXPECT_EQ(watch.take(delivery).updates.size(), 1U);
  const StoreHead head = store.head();
  Watch again = watching({"index>55"});
  for (Watch* one : {&watch, &again}) {
    const WatchNews news = one->take(delivery);
    EXPECT_TRUE(news.updates.empty());
    EXPECT_TRUE(news.alarms.empty());
    EXPECT_EQ(news.receipt.redelivered, 1U);
    EXPECT_EQ(store.head(), head);
  }
}

TEST_F(WatchTest, EqualRowsWithoutIdsAreKnownByTheirPlaces) {
  ReceivedEvent act = received("", "2025-01-01", "threat_of_force");
  act.origin = {"notes", "hash", 2};
  ReceivedEvent another = act;
  another.origin.position = 3;
  Watch watch = watching({});
  const auto first = watch.take(of({act})).updates.at(0).reading.index;
  const auto both = watch.take(of({act, another})).updates.at(0).reading.index;
  EXPECT_GT(both, first);
  Watch again = watching({});
  EXPECT_TRUE(again.take(of({act, another})).updates.empty());
  EXPECT_EQ(again.pairs().log().size(), 2U);
  another.event.code = "visit";
  EXPECT_THROW((void)again.take(of({another})), InputError);
}

TEST_F(WatchTest, AnAlarmIsRaisedOnceAndAgainOnlyAfterItWasOver) {
  const Rules rule{"index>60"};
  Watch watch = watching(rule);
  const WatchNews first = watch.take(of({received("a", "2025-01-01", "threat_of_force")}));
  ASSERT_EQ(rules_of(first), rule);
  EXPECT_EQ(first.alarms[0].alarm.id, 1U);
  EXPECT_EQ(store.alarms(), std::vector{first.alarms[0].alarm});
  EXPECT_EQ(rules_of(watch.take(of({received("b", "2025-01-02", "threat_of_force")}))), Rules());
  Watch again = watching(rule);
  EXPECT_EQ(rules_of(again.take(of({received("c", "2025-01-03", "threat_of_force")}))), Rules());
  const WatchNews late = again.take(of({received("d", "2030-01-01", "threat_of_force")}));  // all has faded by then
  ASSERT_EQ(rules_of(late), rule);
  EXPECT_EQ(late.alarms[0].alarm.id, 2U);
}

TEST_F(WatchTest, AnIndexThatWaversAboutItsMarkRaisesOneAlarm) {
  Watch watch = watching({"index>60 until 40", "index>60"});
  std::size_t wide = 0, usual = 0;
  for (int year = 2020; year < 2026; ++year) {
    const std::string on = std::to_string(year) + "-01-01";
    for (const std::string& rule : rules_of(watch.take(of({received(on, on, "threat_of_force")}))))
      ++(rule == "index>60" ? usual : wide);
  }
  EXPECT_EQ(wide, 1U);   // the index fades to 50, and not below 40
  EXPECT_EQ(usual, 6U);  // but below 55
}

TEST_F(WatchTest, AnAlarmNamesTheEventsThatDidIt) {
  Watch watch = watching({"rise>5 in 7d"});
  (void)watch.take(of({received("old", "2025-01-01", "visit")}));
  const WatchNews news =
      watch.take(of({received("big", "2025-03-02", "threat_of_force"), received("kind", "2025-03-02", "visit"),
                     received("small", "2025-03-03", "criticism")}));
  ASSERT_EQ(rules_of(news), Rules{"rise>5 in 7d"});
  const WatchAlarm& alarm = news.alarms[0];
  EXPECT_GT(alarm.alarm.value, 5);
  EXPECT_EQ(alarm.alarm.day, day("2025-03-03"));
  ASSERT_EQ(alarm.causes.size(), 2U);  // a visit is no cause of a rise
  EXPECT_EQ(alarm.alarm.events, (std::vector{key_of_id("mine", "big"), key_of_id("mine", "small")}));
  EXPECT_EQ(alarm.causes[0].label, "threat of force");
  EXPECT_EQ(alarm.causes[0].way, (Dyad{"USA", "COL"}));
  EXPECT_GT(alarm.causes[0].index, alarm.causes[1].index);
}

TEST_F(WatchTest, AnAlarmOfAMarkNamesEventsOfLongAgoIfTheLatestDidNothing) {
  Watch watch = watching({"index>55"});
  const WatchNews news = watch.take(of(
      {received("long ago", "2025-01-01", "armed_intervention"), received("elsewhere", "2025-02-20", "visit", "VEN")}));
  ASSERT_EQ(rules_of(news), Rules{"index>55"});
  EXPECT_EQ(news.alarms[0].alarm.events, std::vector{key_of_id("mine", "long ago")});
}

TEST_F(WatchTest, AnAlarmOfAMarkNamesWhatBroughtTheIndexPastIt) {
  Watch watch = watching({"index>60"});
  const WatchNews news = watch.take(
      of({received("past it", "2025-01-01", "armed_intervention"), received("more", "2025-02-05", "criticism")}));
  ASSERT_EQ(rules_of(news), Rules{"index>60"});
  EXPECT_EQ(news.alarms[0].alarm.events, (std::vector{key_of_id("mine", "past it"), key_of_id("mine", "more")}));
}

TEST_F(WatchTest, AThawIsAFallByDeeds) {
  Watch watch = watching({"thaw", "fall>5 in 30d"});
  (void)watch.take(
      of({received("a", "2025-01-01", "threat_of_force"), received("a2", "2025-01-01", "threat_of_force")}));
  EXPECT_EQ(rules_of(watch.take(of({received("b", "2025-01-31", "criticism")}))), Rules{"fall>5 in 30d"})
      << "it fell because so little happened";
  EXPECT_EQ(rules_of(watch.take(of({received("c", "2025-06-01", "threat_of_force")}))), Rules());
  const WatchNews news = watch.take(of({received("d", "2025-06-08", "visit"), received("e", "2025-06-08", "agreement"),
                                        received("f", "2025-06-08", "agreement")}));
  EXPECT_EQ(rules_of(news), Rules()) << "30 days before, nothing had happened";
  const WatchNews later =
      watch.take(of({received("g", "2025-07-01", "visit"), received("h", "2025-07-01", "agreement")}));
  EXPECT_EQ(rules_of(later), (Rules{"thaw", "fall>5 in 30d"}));
  for (const AlarmCause& cause : later.alarms.at(0).causes) EXPECT_LT(cause.index, 0) << cause.label;
}

TEST_F(WatchTest, WhatWasNotSaidIsSaidByTheNext) {
  {
    Watch watch = watching({"index>55"});
    (void)watch.take(of({received("a", "2025-01-01", "threat_of_force")}));
  }
  Watch next = watching({"index>55"});
  ASSERT_EQ(next.unsaid().size(), 1U);
  const WatchAlarm unsaid = next.unsaid().back();
  EXPECT_EQ(unsaid.alarm, store.alarms().back());
  ASSERT_EQ(unsaid.causes.size(), 1U);
  EXPECT_EQ(unsaid.causes[0].label, "threat of force");
  EXPECT_EQ(unsaid.causes[0].way, (Dyad{"USA", "COL"}));
  next.said(unsaid.alarm.id);
  EXPECT_TRUE(next.unsaid().empty());
  next.finish();
  const StoreHead head = store.head();
  Watch last = watching({"index>55"});
  EXPECT_TRUE(last.unsaid().empty());
  last.finish();
  EXPECT_EQ(store.head(), head);
}

TEST_F(WatchTest, OnlyTheNamedPairsArePublished) {
  WatchOptions options = options_with({"index>55"});
  options.pairs = {{"USA", "COL"}};
  Watch watch(store, options);
  const WatchNews news = watch.take(
      of({received("a", "2025-01-01", "threat_of_force"), received("b", "2025-01-01", "threat_of_force", "VEN")}));
  ASSERT_EQ(news.updates.size(), 1U);
  EXPECT_EQ(news.updates[0].reading.pair, (Dyad{"COL", "USA"}));
  EXPECT_EQ(news.alarms.size(), 1U);
}

TEST_F(WatchTest, TheClockIsTheLastReportedDay) {
  Watch watch = watching({});
  EXPECT_EQ(watch.today(), std::nullopt);
  ReceivedEvent planned = received("p", "2031-01-01", "visit");
  planned.event.reported = {};
  planned.event.status = Status::scheduled;
  (void)watch.take(of({received("a", "2025-02-01", "visit"), planned}));
  EXPECT_EQ(watch.today(), day("2025-02-01"));
  const WatchNews late = watch.take(of({received("b", "2025-01-01", "threat_of_force")}));
  EXPECT_EQ(late.updates.at(0).reading.day, day("2025-02-01"));
  EXPECT_EQ(Watch(store, options_with({})).today(), day("2025-02-01"));
}

TEST_F(WatchTest, AScaleThatLooksBackIsThatOfTheWholePath) {
  WatchOptions options = options_with({"index>90 until 10"});
  options.scoring.scale.kind = ScaleKind::percentile;
  Watch watch(store, options);
  (void)watch.take(of({received("a", "2025-01-01", "visit")}));
  const WatchNews news = watch.take(of({received("b", "2025-03-01", "threat_of_force")}));
  EXPECT_EQ(news.updates.at(0).reading.index, 100);
  EXPECT_EQ(rules_of(news), Rules{"index>90 until 10"});
}

}  // namespace
}  // namespace detente
