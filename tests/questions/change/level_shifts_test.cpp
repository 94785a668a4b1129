#include "detente/questions/change/level_shifts.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "detente/models/catalogue.hpp"
#include "detente/questions/change/coding_agreement.hpp"
#include "support/histories.hpp"
#include "support/random_histories.hpp"

namespace detente {
namespace {

using test::act;
using test::day;

/// Two acts a month for four years; from 2022 on they are hostile. Scores vary a little from month to month.
std::vector<Act> a_turn_in_2022() {
  std::vector<Act> acts;
  const Draws draws(7);
  for (std::uint32_t month = 0; month < 48; ++month)
    for (std::uint32_t k = 0; k < 2; ++k) {
      const Day first = Day::from_civil(2020 + static_cast<int>(month / 12), static_cast<int>(month % 12 + 1), 1);
      Act a = act(2 * month + k + 1, to_text(first + static_cast<std::int32_t>(10 * k)),
                  (month < 24 ? -2 : 4) + draws.normal(Purpose::mark, month, k));
      a.code = month < 24 ? "talks" : "threat";
      acts.push_back(a);
    }
  return acts;
}

History history_of(std::vector<Act> acts) {
  return test::history_of_acts(std::move(acts), day("2020-01-01"), day("2024-01-01"));
}

Scoring plain_scoring(DirectionChoice side = DirectionChoice::both) {
  return test::scoring_of(Catalogue::built_in().make("decayed_sum"), side);
}

TEST(LevelShifts, FindTheMonthInWhichTheMeanChanged) {
  const LevelShifts found = level_shifts(history_of(a_turn_in_2022()), plain_scoring());
  ASSERT_EQ(found.shifts.size(), 1U);
  const LevelShift& s = found.shifts[0];
  EXPECT_EQ(s.period.label(), "2022-01");
  EXPECT_NEAR(s.before, -2, 0.5);
  EXPECT_NEAR(s.after, 4, 0.5);
  EXPECT_EQ(s.periods_before, 24U);
  EXPECT_EQ(s.periods_after, 24U);
  ASSERT_EQ(s.causes.size(), 2U);
  EXPECT_EQ(s.causes[0].code, "threat");
  EXPECT_EQ(s.causes[0].before, 0);
}

TEST(LevelShifts, CausesSumToTheSize) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    std::vector<Act> acts = test::any_acts(seed, 200);
    for (std::size_t i = 0; i < acts.size(); ++i) acts[i].code = std::string(1, static_cast<char>('a' + i % 5));
    const History history = test::history_of_acts(acts, day("2024-01-01"), day("2025-06-01"));
    for (const ChangeIn change : {ChangeIn::mean, ChangeIn::rate}) {
      LevelShiftRequest request{.every = PeriodKind::week, .change = {.change_in = change}, .causes = 2};
      request.change.penalty = PenaltyRule::value;
      request.change.penalty_value = 1;
      const LevelShifts found = level_shifts(history, plain_scoring(), request);
      ASSERT_FALSE(found.shifts.empty());
      for (const LevelShift& s : found.shifts) {
        double sum = s.others;
        for (const ShiftCause& cause : s.causes) sum += cause.size();
        EXPECT_NEAR(sum, s.size(), 1e-9);
      }
    }
  }
}

TEST(LevelShifts, APeriodWithoutAnActIsMissingAndNoZero) {
  const History history = history_of({act(1, "2020-01-05", 4), act(2, "2020-03-05", 6), act(3, "2020-03-06", 8)});
  const LevelShifts found = level_shifts(history, plain_scoring());
  ASSERT_GE(found.values.size(), 3U);
  EXPECT_EQ(found.values[0], 4);
  EXPECT_TRUE(std::isnan(found.values[1]));
  EXPECT_EQ(found.values[2], 7);
  const LevelShifts rate = level_shifts(history, plain_scoring(), {.change = {.change_in = ChangeIn::rate}});
  EXPECT_EQ(rate.values[1], 0);
  EXPECT_EQ(rate.values[2], 2);
}

TEST(LevelShifts, APartOfAPeriodHasNoRate) {
  std::vector<Act> acts;
  for (std::uint64_t i = 0; i < 300; ++i)
    acts.push_back(act(i + 1, to_text(day("2018-01-01") + static_cast<std::int32_t>(3 * i))));
  History history = test::history_of_acts(acts, day("2018-01-29"), day("2020-05-05"));
  const LevelShifts found = level_shifts(history, plain_scoring(), {.change = {.change_in = ChangeIn::rate}});
  EXPECT_TRUE(std::isnan(found.values.front()) && std::isnan(found.values.back()));
  EXPECT_TRUE(found.shifts.empty());
}

TEST(LevelShifts, AreOfTheChosenDirection) {
  std::vector<Act> acts = a_turn_in_2022();
  for (Act& a : acts)
    if (a.points > 0) a.direction = Direction::backward;
  EXPECT_TRUE(level_shifts(history_of(acts), plain_scoring(DirectionChoice::forward)).shifts.empty());
}

TEST(LevelShifts, AuxiliaryResidualsSeeTheDayOfAJump) {
  std::vector<Act> acts;
  const Day start = day("2020-01-01");
  const Draws draws(3);
  for (std::uint32_t i = 0; i < 300; ++i)
    acts.push_back(act(i + 1, to_text(start + static_cast<std::int32_t>(2 * i)),
                       (i < 150 ? -6 : 6) + 0.5 * draws.normal(Purpose::mark, i, 1)));
  LevelShiftRequest request;
  request.local.sd_level = 0.3;
  request.local.sd_day = 0.5;
  request.local.sd_event = 0.5;
  const History history = test::history_of_acts(acts, start, day("2021-10-01"));
  const LevelShifts found = level_shifts(history, plain_scoring(), request);
  ASSERT_EQ(found.breaks.size(), 1U);
  EXPECT_EQ(found.breaks[0].day, start + 300);
  EXPECT_GT(found.breaks[0].residual, 3);
  History earlier = history;
  earlier.shown.end = start + 300;
  EXPECT_TRUE(level_shifts(earlier, plain_scoring(), request).breaks.empty());  // it is after what is shown
  request.least_residual = 1000;
  EXPECT_TRUE(level_shifts(history, plain_scoring(), request).breaks.empty());
}

TEST(LevelShifts, RefuseAResidualOfNothing) {
  for (const double least : {0.0, -1.0, std::nan("")})
    EXPECT_THROW(level_shifts(history_of({act(1, "2020-01-05")}), plain_scoring(), {.least_residual = least}),
                 std::invalid_argument);
}

// ---- how firmly the coding holds a phase ----

TEST(CodingAgreement, IsFullForWhatIsCertainAndLessForWhatIsDoubtful) {
  const auto agreement = [](Act a) {
    a.sd = 0;
    const History history = test::history_of_acts({a}, day("2025-01-01"), day("2025-06-01"));
    const std::vector<Phase> found = phases(history, plain_scoring());
    return coding_agreement(history, plain_scoring(), found);
  };
  EXPECT_EQ(agreement(act(1, "2025-01-10", 30)).size(), 2U);
  for (const double share : agreement(act(1, "2025-01-10", 30))) EXPECT_NEAR(share, 1, 1e-12);
  for (const double share : agreement(test::likely(act(1, "2025-01-10", 30), 0.5))) EXPECT_NEAR(share, 0.5, 0.12);
  EXPECT_TRUE(agreement(act(1, "2025-01-10", 1)).empty());
}

TEST(CodingAgreement, NeedsTwentyDraws) {
  const History history = test::history_of_acts({act(1, "2025-01-10", 30)}, day("2025-01-01"), day("2025-06-01"));
  const std::vector<Phase> found = phases(history, plain_scoring());
  EXPECT_THROW(coding_agreement(history, plain_scoring(), found, {}, {.draws = 19}), std::invalid_argument);
}

}  // namespace
}  // namespace detente
