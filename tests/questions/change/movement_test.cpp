#include "detente/questions/change/movement.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "detente/models/catalogue.hpp"
#include "detente/models/decayed_sum.hpp"
#include "detente/models/two_speed.hpp"
#include "detente/questions/change/attribution.hpp"
#include "support/histories.hpp"
#include "support/impulses.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using test::any_acts;
using test::history_of_acts;
using test::scoring_of;

const std::vector<AnyModel> models{AnyModel(DecayedSum(), "sum"), AnyModel(TwoSpeed(), "two_speed")};

double sum_of(const Movement& m) {
  double sum = m.silence + m.others;
  for (const Mover& mover : m.movers) sum += mover.index;
  return sum;
}

RC_GTEST_PROP(Movement, SumsToTheChangeHoweverManyAreListed, ()) {
  const History history = history_of_acts(*any_acts(), Day{20000}, Day{21200});
  const Scoring scoring = scoring_of(*rc::gen::elementOf(models), DirectionChoice::both, Scale{});
  const Period period = period_of(PeriodKind::month, Day{*rc::gen::inRange(20050, 21000)});
  const auto most = *rc::gen::inRange<std::size_t>(0, 8);
  const auto movement = movement_over(history, scoring, period, most);
  RC_ASSERT(movement.has_value());
  RC_ASSERT(std::abs(sum_of(*movement) - movement->change()) < 1e-9);
  RC_ASSERT(movement->movers.size() <= most);
  RC_ASSERT(movement->more == 0 || movement->movers.size() == most);
}

/// Whether one of the days on which the act can have happened is in the period.
bool may_fall_into(const History& history, EventId event, const Period& period) {
  return std::any_of(history.coding.acts.begin(), history.coding.acts.end(), [&](const Act& act) {
    return act.event == event && act.date.first < period.end && act.date.last >= period.first;
  });
}

/// What a headline says and what `explain` says of the same days are one thing.
RC_GTEST_PROP(Movement, AgreesWithTheAttributionOfItsDays, ()) {
  const History history = history_of_acts(*any_acts(), Day{20000}, Day{21200});
  const Scoring scoring = scoring_of(*rc::gen::elementOf(models), DirectionChoice::both, Scale{});
  const Period period = period_of(PeriodKind::month, Day{*rc::gen::inRange(20050, 21000)});
  const auto movement = movement_over(history, scoring, period, 1000);
  const Attribution attribution = attribute(history, scoring, period.first - 1, period.last_day());
  RC_ASSERT(movement.has_value());
  double fading = 0;
  std::map<EventId, Change> changes;
  for (const AttributionLine& line : attribution.lines) {
    fading += line.index.fading;
    changes[line.event] += line.index;
  }
  RC_ASSERT(std::abs(movement->silence - fading) < 1e-9);
  RC_ASSERT(movement->to == attribution.index_to);
  for (const Mover& mover : movement->movers) {
    const Change& change = changes.at(mover.event);
    RC_ASSERT(may_fall_into(history, mover.event, period) || change.releases != 0 || change.measures != 0);
  }
}

Selection usa_col() { return {.dyad = {"USA", "COL"}}; }
Scoring plain_scoring(const char* model) {
  return {.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make(model)};
}

TEST(Movement, OfTheMonthOfTheWhiteHouseMeeting) {
  const Scoring scoring = plain_scoring("decayed_sum");
  const History history = prepare(test::us_colombia(), usa_col(), scoring, PeriodKind::month);
  const Period february = period_of(PeriodKind::month, Day::from_civil(2026, 2, 1));
  const auto movement = movement_over(history, scoring, february, 2);
  ASSERT_TRUE(movement);
  EXPECT_LT(movement->silence, movement->movers.at(0).index);
  EXPECT_EQ(movement->movers.at(0).label, "host visit");
  EXPECT_EQ(movement->movers.size(), 2U);
}

TEST(Movement, IsSilentWhereNothingCanBeSharedOut) {
  const Period february = period_of(PeriodKind::month, Day::from_civil(2026, 2, 1));
  Scoring scoring = plain_scoring("decayed_sum");
  const History history = prepare(test::us_colombia(), usa_col(), scoring, PeriodKind::month);
  scoring.scale.kind = ScaleKind::zscore;
  EXPECT_FALSE(movement_over(history, scoring, february)) << "the scale looks back";
  EXPECT_FALSE(movement_over(history, plain_scoring("saturating"), february)) << "no exact contributions";
  EXPECT_FALSE(movement_over(history, plain_scoring("decayed_mean"), period_of(PeriodKind::month, Day{0})))
      << "no level before the first act";
}

}  // namespace
}  // namespace detente
