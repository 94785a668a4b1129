#include "detente/questions/ahead/scenario.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "detente/output/text/scenario_table.hpp"
#include "support/clashes.hpp"
#include "support/dates.hpp"
#include "support/misuse.hpp"
#include "support/refusal.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using test::day;
using test::default_scoring;
using test::misuse;
using test::refusal;
using test::span;
using test::us_colombia;

Event usa(std::string_view date, std::string code) {
  return {.date = span(date), .source = "USA", .target = "COL", .code = std::move(code)};
}

ScheduledEvent meeting(double warm = 0.5, double flat = 0.3, double rupture = 0.2) {
  return {"meeting",
          {{"warm", warm, {usa("2026-02-03", "host_visit")}},
           {"flat", flat, {usa("2026-02-03", "meeting")}},
           {"rupture", rupture, {usa("2026-02-03", "talks_broken_off")}}}};
}
ScheduledEvent vote() { return {"vote", {{"passed", 0.4, {usa("2026-02-10", "sanction_imposed")}}}}; }

const Scoring& usual_scoring() {
  static const Scoring scoring = default_scoring();
  return scoring;
}

ScenarioRequest request(std::vector<ScheduledEvent> scheduled, std::int32_t horizon = 26) {
  Selection selection{.dyad = {"USA", "COL"}, .as_of = day("2026-02-02")};
  return {.selection = selection, .scoring = usual_scoring(), .scheduled = std::move(scheduled), .horizon = horizon};
}

ScenarioForecast forecast_of(std::vector<ScheduledEvent> scheduled, std::int32_t horizon = 26) {
  static const EventLog log = us_colombia();
  return scenario_forecast(log, request(std::move(scheduled), horizon));
}

TEST(Scenario, BeginsAfterTheLastKnownDay) {
  const ScenarioForecast s = forecast_of({meeting()});
  EXPECT_EQ(s.day, day("2026-02-02"));
  EXPECT_EQ(s.last, day("2026-02-28"));
  ASSERT_EQ(s.fan.size(), 26U);
  EXPECT_EQ(s.fan.front().day, day("2026-02-03"));
  EXPECT_EQ(s.outcomes.size(), 3U);
  EXPECT_EQ(s.pasts, 12U);
}

/// Where only the scenario happens, a sure outcome is the index of the history that has it.
TEST(Scenario, ASureOutcomeIsTheHistoryWithIt) {
  const ScenarioForecast s = forecast_of({{"meeting", {{"warm", 1, {usa("2026-02-03", "host_visit")}}}}}, 90);
  EXPECT_EQ(s.pasts, 0U);
  const EventLog all = us_colombia();
  EventLog log;
  for (const EventRow& row : all.rows())
    if (all.reported(row) <= day("2026-02-02")) log.add(all.event(row));
  log.add(usa("2026-02-03", "host_visit"));
  const IndexReport report = index_report(
      log, {.selection = {.dyad = {"USA", "COL"}}, .scoring = default_scoring(), .to = s.last + 1, .band = {}});
  for (const FanDay& d : s.fan) {
    const auto at = std::find(report.daily.days.begin(), report.daily.days.end(), d.day) - report.daily.days.begin();
    const double index = report.daily.index[static_cast<std::size_t>(at)].value();
    EXPECT_NEAR(d.middle, index, 1e-12);
    EXPECT_EQ(d.lowest, d.highest);
  }
  EXPECT_EQ(s.outcomes.at(0).path.back().silent, s.fan.back().middle);
  EXPECT_GT(s.fan.back().silent, s.fan.back().middle);
}

/// With nothing beside it, a day of the mixture is a distribution of as many values as there are outcomes.
TEST(Scenario, QuantilesAreThoseOfTheMixtureAndNotAdded) {
  const ScenarioForecast s = forecast_of({meeting()}, 90);
  for (std::size_t i = 0; i < s.fan.size(); ++i) {
    std::vector<double> ends;
    for (const OutcomePath& o : s.outcomes) ends.push_back(o.path[i].silent);
    ASSERT_LT(ends[0], ends[1]);  // warm, flat, rupture
    ASSERT_LT(ends[1], ends[2]);
    EXPECT_EQ(s.fan[i].lowest, ends[0]);
    EXPECT_EQ(s.fan[i].low, ends[0]);
    EXPECT_EQ(s.fan[i].middle, ends[0]);  // half of the chance is at or below it
    EXPECT_EQ(s.fan[i].high, ends[1]);
    EXPECT_EQ(s.fan[i].highest, ends[2]);
  }
}

TEST(Scenario, WhatIsLeftOfOneIsThatNothingComesOfIt) {
  const ScenarioForecast s = forecast_of({vote()}, 90);
  ASSERT_EQ(s.outcomes.size(), 2U);
  EXPECT_EQ(s.outcomes[1].outcome, "");
  EXPECT_NEAR(s.outcomes[1].probability, 0.6, 1e-12);
  for (std::size_t i = 0; i < s.fan.size(); ++i) EXPECT_EQ(s.outcomes[1].path[i].middle, s.fan[i].silent);
}

TEST(Scenario, ScheduledEventsAreIndependent) {
  const ScenarioForecast s = forecast_of({meeting(), vote()}, 90);
  EXPECT_EQ(s.combinations, 6U);
  // The chance of warm without a vote is .3: the lowest of the six, so the first quartile is still there.
  const ScenarioForecast warm = forecast_of({{"meeting", {{"warm", 1, {usa("2026-02-03", "host_visit")}}}}}, 90);
  EXPECT_EQ(s.fan.back().low, warm.fan.back().middle);
  const ScenarioForecast with_vote = forecast_of({{"m", {{"warm", 1, {usa("2026-02-03", "host_visit")}}}},
                                                  {"v", {{"passed", 1, {usa("2026-02-10", "sanction_imposed")}}}}},
                                                 90);
  EXPECT_EQ(s.outcomes[0].path.back().highest, with_vote.fan.back().middle);
  EXPECT_EQ(s.outcomes[0].path.back().lowest, warm.fan.back().middle);
}

/// Months that are alike: every stretch brings the same, so the fan is one path, the one that comes true.
TEST(Scenario, LaysPastStretchesOverTheComingDays) {
  const ScenarioRequest asked{.selection = test::aaa_bbb,
                              .scoring = test::two_speed_scoring(),
                              .scheduled = {},
                              .horizon = 31,
                              .to = day("2002-12-01")};
  const ScenarioForecast s = scenario_forecast(test::clashes(36), asked);
  EXPECT_EQ(s.pasts, 33U);  // from February 2000, the first whole month, to October 2002
  const IndexReport truth =
      index_report(test::clashes(36), {.selection = test::aaa_bbb, .scoring = test::two_speed_scoring(), .band = {}});
  for (const FanDay& d : s.fan) {
    const auto at = std::find(truth.daily.days.begin(), truth.daily.days.end(), d.day) - truth.daily.days.begin();
    const double index = truth.daily.index[static_cast<std::size_t>(at)].value();
    EXPECT_NEAR(d.middle, index, 1e-9) << to_text(d.day);
  }
  EXPECT_LT(s.fan.back().silent, s.fan.back().middle);
}

TEST(Scenario, WithoutAPastItSaysThatNothingElseHappens) {
  const ScenarioForecast s = forecast_of({meeting()}, 90);
  EXPECT_EQ(s.pasts, 0U);
  EXPECT_EQ(s.whole_pasts, 10U);
  EXPECT_NE(scenario_table(s).find("10 whole past stretches of 90 days are too few (12 needed)"), std::string::npos);
  EXPECT_NE(scenario_table(forecast_of({meeting()})).find("what one of the last 12 stretches of 26 days brought"),
            std::string::npos);
}

/// A model that is scored as a whole gets every day of the history.
TEST(Scenario, TakesEveryModelThatHasAnIndex) {
  for (const char* model : {"latent_level", "two_speed", "saturating", "decayed_mean"}) {
    ScenarioRequest asked = request({meeting()});
    asked.scoring = default_scoring(model);
    const ScenarioForecast s = scenario_forecast(us_colombia(), asked);
    EXPECT_LE(s.outcomes[0].path.back().middle, s.outcomes[2].path.back().middle) << model;
  }
}

TEST(Scenario, RefusesWhatItCannotForecast) {
  const auto why = [](std::vector<ScheduledEvent> scheduled, std::int32_t horizon = 26) {
    return refusal([&] { (void)forecast_of(std::move(scheduled), horizon); });
  };
  const auto one = [](const char* date, const char* code) {
    return std::vector<ScheduledEvent>{{"x", {{"y", 1, {usa(date, code)}}}}};
  };
  EXPECT_NE(why(one("2026-02-02", "visit")).find("'2026-02-02': not after 2026-02-02, the last known day"),
            std::string::npos);
  EXPECT_NE(why(one("2026-03-01", "visit")).find("after 2026-02-28, the last day of the forecast"), std::string::npos);
  EXPECT_NE(why(one("2026-02-03", "visitt")).find("does not know it (near: visit"), std::string::npos);
  std::vector<ScheduledEvent> elsewhere = one("2026-02-03", "visit");
  elsewhere[0].outcomes[0].acts[0].target = "FRA";
  elsewhere[0].outcomes[0].acts[0].line = 7;
  EXPECT_NE(why(elsewhere).find("scenario:7: 'USA:FRA': no act of USA:COL as asked"), std::string::npos);
  const auto misused = [](std::vector<ScheduledEvent> scheduled, std::int32_t horizon = 26) {
    return misuse([&] { (void)forecast_of(std::move(scheduled), horizon); });
  };
  EXPECT_NE(misused({meeting()}, 0).find("is 1 to 366 days"), std::string::npos);
  EXPECT_NE(misused({meeting()}, 367).find("is 1 to 366 days"), std::string::npos);
  EXPECT_NE(misused({meeting(0.5, 0.3, 0.3)}).find("sum to at most 1"), std::string::npos);
  EXPECT_NE(misused({meeting(0, 0.3, 0.3)}).find("above 0 and at most 1"), std::string::npos);
  EXPECT_NE(misused({meeting(), meeting()}).find("is scheduled once"), std::string::npos);
  EXPECT_NE(misused(std::vector<ScheduledEvent>(9, vote())).find("scheduled"), std::string::npos);
  std::vector<ScheduledEvent> many;
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h", "i"}) {
    many.push_back(vote());
    many.back().name = name;
  }
  EXPECT_NE(misused(many).find("at most 256 combinations"), std::string::npos);
  ScenarioRequest looks_back = request({meeting()});
  looks_back.scoring.scale = parse_scale("percentile").value();
  EXPECT_NE(misuse([&] { (void)scenario_forecast(us_colombia(), looks_back); }).find("does not look back"),
            std::string::npos);
}

/// The day before, and what was coded afterwards.
TEST(Scenario, TheWhiteHouseMeetingCameOutWarmerThanTheFan) {
  const ScenarioForecast s = forecast_of({meeting()});
  const IndexReport truth =
      index_report(us_colombia(), {.selection = {.dyad = {"USA", "COL"}}, .scoring = default_scoring(), .band = {}});
  const double coded = truth.series.rows.back().index.value();
  EXPECT_NEAR(coded, 72.1, 0.05);
  EXPECT_LT(coded, s.fan.back().lowest);
  EXPECT_LT(std::abs(coded - s.outcomes[0].path.back().silent), std::abs(coded - s.outcomes[2].path.back().silent));
}

// ---- laws ----

RC_GTEST_PROP(Scenario, TheFanIsOrderedAndWithinItsOutcomes, ()) {
  const double warm = 0.1 * *rc::gen::inRange(1, 5), rupture = 0.1 * *rc::gen::inRange(1, 5);
  const auto horizon = *rc::gen::element(8, 60, 90);
  const ScenarioForecast s = forecast_of({meeting(warm, 0.1, rupture), vote()}, horizon);
  double chance = 0;
  for (const OutcomePath& o : s.outcomes) chance += o.scheduled == "meeting" ? o.probability : 0;
  RC_ASSERT(std::abs(chance - 1) < 1e-9);
  for (std::size_t i = 0; i < s.fan.size(); ++i) {
    const FanDay& d = s.fan[i];
    RC_ASSERT(d.lowest <= d.low && d.low <= d.middle && d.middle <= d.high && d.high <= d.highest);
    double low = 1e9, high = -1e9;
    for (const OutcomePath& o : s.outcomes) {
      if (o.scheduled != "meeting") continue;
      low = std::min(low, o.path[i].middle);
      high = std::max(high, o.path[i].middle);
    }
    RC_ASSERT(low <= d.middle && d.middle <= high);
  }
}

}  // namespace
}  // namespace detente
