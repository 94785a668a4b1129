#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "detente/live/store/store.hpp"
#include "support/received_events.hpp"
#include "support/refusal.hpp"
#include "support/store_file.hpp"

namespace detente {
namespace {

using test::refusal;
using test::StoreFile;

// ---- what comes with events ----

TEST(Store, commits_offsets_alarms_and_readings_with_their_events) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  const FeedOffset offset{"a.csv", 120, "beef"};
  const RaisedAlarm alarm{
      .rule = "index>75", .pair = {"COL", "USA"}, .day = Day{20000}, .value = 76.5, .events = {{7}}};
  const PublishedReading reading{.pair = {"USA", "COL"}, .day = Day{20000}, .index = 76.5, .heat = -0.0};
  const Receipt first = store.append({{test::event_called("a")}, {offset}, {alarm, alarm}, {reading}});
  EXPECT_EQ(first.first_alarm, 1U);
  EXPECT_EQ(store.append({.alarms = {alarm}}).first_alarm, 3U);
  EXPECT_EQ(store.feed("a.csv"), offset);
  EXPECT_EQ(store.feed("b.csv"), std::nullopt);
  ASSERT_EQ(store.alarms().size(), 3U);
  EXPECT_EQ(store.alarms(2).front().id, 3U);
  EXPECT_EQ(store.alarms(2).front().events, alarm.events);
  ASSERT_EQ(store.readings({"COL", "USA"}).size(), 1U);
  EXPECT_TRUE(test::same_bits(store.readings({"COL", "USA"})[0].heat, -0.0));
  EXPECT_EQ(store.readings({"COL", "USA"})[0], reading);
  EXPECT_TRUE(store.readings({"COL", "VEN"}).empty());
}

TEST(Store, moves_an_offset_by_a_batch_without_new_events) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  store.append({.events = {test::event_called("a")}, .feeds = {{"f", 10, "x"}}});
  EXPECT_EQ(store.append({.events = {test::event_called("a")}, .feeds = {{"f", 20, "y"}}}).sequence, 2U);
  EXPECT_EQ(store.feeds(), (std::vector<FeedOffset>{{"f", 20, "y"}}));
  EXPECT_EQ(store.append({.feeds = {{"f", 20, "y"}}}).sequence, 2U);
}

// ---- choices and checkpoints ----

TEST(Store, holds_on_to_what_was_chosen_when_it_was_created) {
  const StoreFile file;
  { (void)Store::create(file.path(), {{"codebook", "weis"}, {"model", "two_speed"}}); }
  const Store store = Store::open_read_only(file.path());
  EXPECT_EQ(store.choices(), (StoreChoices{{"codebook", "weis"}, {"model", "two_speed"}}));
  EXPECT_EQ(refusal([&] { store.require({{"codebook", "weis"}}); }), "taken");
  EXPECT_EQ(refusal([&] {
              store.require({{"model", "two_speed"}, {"codebook", "gdelt"}});
            }),
            file.path().string() + ": codebook: the store was created with weis, and gdelt is asked for");
  EXPECT_EQ(refusal([&] {
              store.require({{"scale", "linear"}});
            }),
            file.path().string() + ": scale: the store was created without one, and linear is asked for");
}

TEST(Store, gives_checkpoints_back_on_the_basis_that_they_were_made_on) {
  const StoreFile file;
  Store store = Store::create(file.path(), {});
  const std::vector<StoreCheckpoint> states{{"COL:USA", 3, std::string("\0a", 2)}, {"COL:USA", 9, "b"}};
  store.keep("model a", states);
  store.keep("model a", std::vector<StoreCheckpoint>{{"COL:VEN", 1, "c"}});
  EXPECT_EQ(store.checkpoints("model a", "COL:USA"), states);
  EXPECT_TRUE(store.checkpoints("model b", "COL:USA").empty());
  store.keep("model b", std::vector<StoreCheckpoint>{{"COL:USA", 3, "new"}});
  EXPECT_EQ(store.checkpoints("model a", "COL:USA"), (std::vector<StoreCheckpoint>{states[1]}));
  store.rebuild();
  EXPECT_TRUE(store.checkpoints("model a", "COL:USA").empty());
}

}  // namespace
}  // namespace detente
