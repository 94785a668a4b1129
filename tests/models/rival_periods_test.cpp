// The period models as the rivals use them: KEDS's monthly sums, GDELT's means by mentions, plain counts.

#include <gtest/gtest.h>

#include "detente/codebooks/built_in.hpp"
#include "detente/contracts/run.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/models/period.hpp"
#include "detente/questions/relation/history.hpp"
#include "support/random_histories.hpp"

namespace detente {
namespace {

using test::date;
using test::impulse_on;

/// GDELT codes with their published scores: consult by telephone 041 (1.0), threaten 130 (−4.4), fight 190 (−10).
EventLog log_of_january() {
  EventLog log("rivals");
  const auto add = [&](std::string_view day, std::string code, std::uint32_t mentions, bool forward = true) {
    Event e;
    e.date = DateSpan::on(date(day));
    e.source = forward ? "AAA" : "BBB";
    e.target = forward ? "BBB" : "AAA";
    e.code = std::move(code);
    e.mentions = mentions;
    log.add(e);
  };
  add("2024-01-03", "041", 10);
  add("2024-01-10", "130", 4);
  add("2024-01-20", "190", 30);
  add("2024-01-25", "041", 5, false);
  return log;
}

/// Level of January of one direction.
double january(const std::string& model, Mentions mentions, DirectionChoice direction = DirectionChoice::forward) {
  Scoring scoring{built_in_codebook("gdelt"), Catalogue::built_in().make(model)};
  scoring.rules.mentions = mentions;
  Selection selection;
  selection.dyad = {"AAA", "BBB"};
  const EventLog log = log_of_january();
  const History history = prepare(log, selection, scoring, PeriodKind::month);
  const Day end = date("2024-01-31");
  const SidedReadings readings = score(scoring.model, history.coding.acts, std::span(&end, 1));
  return readings.of(direction, 0).level.value();
}

TEST(RivalPeriods, KedsSumsTheScoresOfADirectedDyadsMonth) {
  EXPECT_DOUBLE_EQ(-january("period_sum", Mentions::one), 1.0 - 4.4 - 10);
  EXPECT_DOUBLE_EQ(-january("period_sum", Mentions::one, DirectionChoice::backward), 1.0);
}

TEST(RivalPeriods, GdeltsUsersWeighTheMeanScoreByMentions) {
  EXPECT_DOUBLE_EQ(-january("period_mean", Mentions::count), (10 * 1.0 - 4 * 4.4 - 30 * 10.0) / 44);
  EXPECT_DOUBLE_EQ(-january("period_mean", Mentions::one), (1.0 - 4.4 - 10) / 3);
}

TEST(RivalPeriods, CountsCountHostileActsOrAll) {
  EXPECT_EQ(january("period_count", Mentions::one), 2);
  EXPECT_EQ(january("period_count of=all", Mentions::one), 3);
}

TEST(RivalPeriods, AMonthEndsAtItsLastDay) {
  const PeriodCount model;
  const std::vector impulses{impulse_on(date("2024-01-31"), 5, QuadClass::verbal_conflict)};
  const std::array days{date("2024-01-31"), date("2024-02-01")};
  EXPECT_EQ(run(model, impulses, days), (std::vector<std::optional<double>>{1, 0}));
}

}  // namespace
}  // namespace detente
