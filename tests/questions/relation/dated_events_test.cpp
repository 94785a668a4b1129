// From days to times: where events land, and who is left out.
#include "detente/questions/relation/dated_events.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace detente {
namespace {

const Day monday{20000};

Act hostile(std::uint64_t key, DateSpan date, Direction direction = Direction::forward) {
  Act act;
  act.key = {key};
  act.date = date;
  act.direction = direction;
  act.points = 4;
  return act;
}

const Observation ten_days = observation_of(std::vector<DayWindow>{{monday, monday + 9}});

HawkesEvents placed(const std::vector<DatedEvent>& events, TiePolicy policy, std::uint32_t draw = 0) {
  return place(events, 2, ten_days, monday, policy, Draws(1), draw);
}

TEST(DatedEvents, OnlyHostileActsCountAndEachSideIsAStream) {
  std::vector<Act> acts{hostile(1, DateSpan::on(monday)), hostile(2, DateSpan::on(monday), Direction::backward)};
  acts.push_back(hostile(3, DateSpan::on(monday)));
  acts.back().points = -4;
  acts.push_back(hostile(4, DateSpan::on(monday)));
  acts.back().weight = 0;
  acts.push_back(hostile(5, DateSpan::on(monday)));
  acts.back().probability = 0;
  const auto events = hostile_events(acts);
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].stream, 0);
  EXPECT_EQ(events[1].stream, 1);
}

TEST(DatedEvents, ActsThroughoutAnIntervalAreSpreadOverIt) {
  Act act = hostile(1, {monday, monday + 9, SpanKind::throughout});
  act.count = 5;
  const auto events = hostile_events(std::vector{act});
  ASSERT_EQ(events.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(events[i].first, monday + static_cast<std::int32_t>(2 * i + 1));
    EXPECT_EQ(events[i].last, events[i].first);
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(events[i].key, events[j].key);
  }
  act.date.last = end_of_time;
  EXPECT_EQ(hostile_events(std::vector{act}).size(), 1u);
}

TEST(DatedEvents, MarksArePointsOverTheirMean) {
  std::vector<Act> acts{hostile(1, DateSpan::on(monday)), hostile(2, DateSpan::on(monday))};
  acts[1].points = 8;
  EXPECT_EQ(hostile_events(acts)[1].mark, 1);
  EXPECT_NEAR(hostile_events(acts, true)[0].mark, 4.0 / 6, 1e-15);
  EXPECT_NEAR(hostile_events(acts, true)[1].mark, 8.0 / 6, 1e-15);
}

TEST(DatedEvents, JitterStaysWithinTheDaysAndFillsThem) {
  std::vector<DatedEvent> events;
  for (std::uint64_t key = 0; key < 1000; ++key) events.push_back({monday + 2, monday + 4, 0, 1, 1, key});
  const HawkesEvents at = placed(events, TiePolicy::jitter);
  ASSERT_EQ(at.size(), 1000u);
  EXPECT_FALSE(at.has_ties());
  double mean = 0;
  for (const double t : at.columns().times) mean += t / 1000;
  EXPECT_GE(at.columns().times.front(), 2);
  EXPECT_LT(at.columns().times.back(), 5);
  EXPECT_NEAR(mean, 3.5, 0.1);
}

TEST(DatedEvents, AnEventMoreMovesNoOtherAndADrawCanBeMadeAgain) {
  std::vector<DatedEvent> events{{monday, monday + 9, 0, 1, 1, 1}};
  const double alone = placed(events, TiePolicy::jitter, 3).columns().times[0];
  events.push_back({monday, monday + 9, 1, 1, 1, 2});
  const EventColumns both = placed(events, TiePolicy::jitter, 3).columns();
  EXPECT_EQ(both.times[both.streams[0] == 0 ? 0 : 1], alone);
  EXPECT_NE(placed(events, TiePolicy::jitter, 4).columns().times, both.times);
}

TEST(DatedEvents, DoubtfulActsOccurInTheirShareOfDraws) {
  const std::vector<DatedEvent> events{{monday, monday, 0, 1, 0.7, 1}, {monday, monday, 0, 1, 0.4, 2}};
  int first = 0;
  for (std::uint32_t draw = 0; draw < 1000; ++draw) {
    const std::vector<DatedEvent> one{events[0]};
    first += placed(one, TiePolicy::jitter, draw).size() == 1 ? 1 : 0;
  }
  EXPECT_NEAR(first, 700, 60);
  EXPECT_EQ(placed(events, TiePolicy::strict).size(), 1u);
}

TEST(DatedEvents, WholeDaysAreTiesInTheOrderOfKeys) {
  const std::vector<DatedEvent> events{{monday, monday + 4, 1, 1, 1, 9}, {monday + 2, monday + 2, 0, 1, 1, 3}};
  const HawkesEvents at = placed(events, TiePolicy::strict);
  EXPECT_TRUE(at.has_ties());
  EXPECT_EQ(at.columns().times, (std::vector<double>{2.5, 2.5}));
  EXPECT_EQ(at.columns().streams, (std::vector<std::uint8_t>{0, 1}));
}

TEST(DatedEvents, WhatIsNotObservedIsLeftOut) {
  const std::vector<DayWindow> windows{{monday, monday + 1}, {monday + 5, monday + 6}};
  const Observation observation = observation_of(windows, std::vector{monday + 6});
  EXPECT_EQ(observation.windows, (std::vector<ObservedWindow>{{0, 2}, {5, 7}}));
  EXPECT_EQ(observation.changes, std::vector<double>{6});
  std::vector<DatedEvent> events;
  for (std::int32_t d = 0; d < 9; ++d)
    events.push_back({monday + d, monday + d, 0, 1, 1, static_cast<std::uint64_t>(d)});
  EXPECT_EQ(place(events, 1, observation, monday, TiePolicy::jitter, Draws(1)).size(), 4u);
}

TEST(DatedEvents, ShareOfEventsAfterAnotherOnTheSameDay) {
  const auto on = [](std::int32_t d) { return DatedEvent{monday + d, monday + d}; };
  EXPECT_EQ(same_day_share(std::vector<DatedEvent>{}), 0);
  EXPECT_EQ(same_day_share(std::vector{on(0), on(1), on(2)}), 0);
  EXPECT_EQ(same_day_share(std::vector{on(0), on(0), on(1), on(1)}), 0.5);
}

}  // namespace
}  // namespace detente
