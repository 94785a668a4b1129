// What reading costs after a change, counted in impulses that the model sees.

#include "live/track.hpp"

#include <gtest/gtest.h>

#include <bit>

#include "support/random_histories.hpp"

namespace detente {
namespace {

using detail::ImpulseList;
using detail::Track;

/// Counts what all of its states have seen.
struct Counting {
  struct State {
    double sum = 0;
    friend bool operator==(const State&, const State&) = default;
  };
  std::size_t* seen;

  State start(Day) const { return {}; }
  void advance(State&, Day) const {}
  void observe(State& state, const Impulse& impulse) const {
    ++*seen;
    state.sum = state.sum / 2 + impulse.points;
  }
  std::optional<double> level(const State& state) const { return state.sum; }
};

std::size_t change(ImpulseList& list, Day day, double points) {
  const Impulse pulse =
      test::impulse_on(day, points, QuadClass::verbal_conflict, static_cast<std::uint64_t>(day.value));
  return list.replace(day.value, day, day, std::span(&pulse, 1)).value();
}

class TrackCost : public ::testing::Test {
 protected:
  /// An impulse a day.
  explicit TrackCost(std::int32_t n = 1000) : last_{n - 1} {
    for (std::int32_t d = 0; d < n; ++d) change(list_, Day{d}, d % 7);
    track_.read(list_, last_, desk_);
  }

  std::size_t cost_of_change(Day day) {
    track_.forget_from(change(list_, day, 100 + points_++));
    seen_ = 0;
    track_.read(list_, last_, desk_);
    return seen_;
  }

  std::size_t seen_ = 0;
  double points_ = 0;
  AnyModel model_{Counting{&seen_}, "counting"};
  ImpulseList list_;
  Track track_{model_, DirectionChoice::both};
  detail::TrackDesk desk_;
  Day last_;
};

TEST_F(TrackCost, ALateEventCostsAtMostTwiceWhatComesAfterIt) {
  for (const int back : {0, 1, 2, 5, 10, 50, 100, 400, 999, 3, 700, 1}) {
    const Day day = last_ - back;
    EXPECT_LE(cost_of_change(day), 2 * static_cast<std::size_t>(last_ - day + 1) + 4) << back;
  }
}

TEST_F(TrackCost, AnEventOfANewDayCostsAHandful) {
  for (int n = 1; n < 3000; ++n) {
    last_ = last_ + 1;
    seen_ = 0;
    track_.forget_from(change(list_, last_, 1));
    track_.read(list_, last_, desk_);
    ASSERT_LE(seen_, 5U);
    ASSERT_LE(track_.states(), 2 * std::bit_width(list_.size()) + 2);
  }
}

TEST_F(TrackCost, ReadingAgainCostsAHandfulAtMost) {
  seen_ = 0;
  track_.read(list_, last_, desk_);
  EXPECT_LE(seen_, 4U);
}

/// Knows when it began.
struct Age {
  struct State {
    Day began, day;
    friend bool operator==(const State&, const State&) = default;
  };
  State start(Day day) const { return {day, day}; }
  void advance(State& state, Day day) const { state.day = day; }
  void observe(State&, const Impulse&) const {}
  std::optional<double> level(const State& state) const { return static_cast<double>(state.day - state.began); }
};

TEST(Track, BeginsWhereARunBegins) {
  const AnyModel model(Age(), "age");
  ImpulseList list;
  change(list, Day{10}, 1);
  change(list, Day{20}, 1);
  Track track(model, DirectionChoice::both);
  detail::TrackDesk desk;
  const auto level = [&](Day day) { return track.read(list, day, desk).level; };
  const auto last = [&](const std::vector<Day>& days) { return track.read(list, days, desk).back().level; };
  EXPECT_EQ(level(Day{30}), 20);
  EXPECT_EQ(level(Day{5}), 0);
  EXPECT_EQ(last({Day{5}, Day{30}}), 25);  // on the first day that is asked about
  EXPECT_EQ(last({Day{10}, Day{30}}), 20);
  EXPECT_EQ(last({Day{15}, Day{30}}), 20);
}

}  // namespace
}  // namespace detente
