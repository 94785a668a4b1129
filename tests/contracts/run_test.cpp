#include "detente/contracts/run.hpp"

#include <gtest/gtest.h>

#include <string>

#include "support/impulses.hpp"

namespace detente {
namespace {

using test::pulse;

/// Writes down what is asked of it.
struct Diary {
  using State = std::string;
  State start(Day day) const { return "start " + std::to_string(day.value); }
  void advance(State& s, Day day) const { s += ", to " + std::to_string(day.value); }
  void observe(State& s, const Impulse& i) const { s += ", sees " + std::to_string(i.key.value); }
  std::optional<double> level(const State& s) const { return static_cast<double>(s.size()); }
};

std::vector<std::string> diaries(const std::vector<Impulse>& impulses, const std::vector<Day>& days) {
  std::vector<std::string> out;
  run_states(Diary(), impulses, days, [&](std::size_t, const std::string& state) { out.push_back(state); });
  return out;
}

TEST(Run, AdvancesOnEventDaysOnlyAndSamplesACopy) {
  const std::vector<Impulse> impulses{pulse({3}, 1, {}, 7), pulse({3}, 1, {}, 8), pulse({9}, 1, {}, 9)};
  EXPECT_EQ(diaries(impulses, {{2}, {3}, {5}, {9}}),
            (std::vector<std::string>{"start 2, to 2", "start 2, to 3, sees 7, sees 8, to 3",
                                      "start 2, to 3, sees 7, sees 8, to 5",
                                      "start 2, to 3, sees 7, sees 8, to 9, sees 9, to 9"}));
}

TEST(Run, BeginsWithTheFirstImpulseIfThatIsEarlier) {
  EXPECT_EQ(diaries({pulse({1}, 1, {}, 7)}, {{4}}), std::vector<std::string>{"start 1, to 1, sees 7, to 4"});
}

TEST(Run, WhatComesAfterTheLastDayIsNotSeen) {
  EXPECT_EQ(diaries({pulse({5}, 1)}, {{4}}), std::vector<std::string>{"start 4, to 4"});
}

TEST(Run, WithoutDaysThereIsNothing) {
  EXPECT_TRUE(diaries({pulse({5}, 1)}, {}).empty());
  EXPECT_TRUE(run(Diary(), std::vector<Impulse>{}, std::vector<Day>{}).empty());
}

TEST(Run, GoesOnFromAStateAndTakesInWhatComesAfterTheLastDay) {
  const std::vector<Impulse> june{pulse({3}, 1, {}, 7), pulse({9}, 1, {}, 8)}, july{pulse({12}, 1, {}, 9)};
  const std::vector<Day> first{{5}}, second{{11}, {15}};
  const auto part = run(Diary(), june, first, Diary().start({2}));
  EXPECT_EQ(part.state, "start 2, to 3, sees 7, to 9, sees 8");
  const auto rest = run(Diary(), july, second, part.state);
  EXPECT_EQ(rest.state, "start 2, to 3, sees 7, to 9, sees 8, to 12, sees 9");
  EXPECT_EQ(rest.levels.front(), static_cast<double>((part.state + ", to 11").size()));
}

}  // namespace
}  // namespace detente
