#include "detente/questions/ahead/forecast.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "detente/output/text/forecast_table.hpp"
#include "support/clashes.hpp"
#include "support/dates.hpp"
#include "support/misuse.hpp"
#include "support/refusal.hpp"

namespace detente {
namespace {

using test::aaa_bbb;
using test::clashes;
using test::made_up_calibration;
using test::two_speed_scoring;

ForecastRequest request() {
  return {
      .selection = aaa_bbb, .scoring = two_speed_scoring(), .calibration = made_up_calibration(two_speed_scoring())};
}

TEST(Forecast, IsOfTheCalendarMonthAfterTheLastDay) {
  const Forecast f = forecast(clashes(26), request());
  EXPECT_EQ(f.day, test::day("2002-02-28"));
  EXPECT_EQ(f.last, test::day("2002-03-31"));
  ASSERT_EQ(f.fan.size(), 31U);
  EXPECT_EQ(f.fan.front().day, test::day("2002-03-01"));
  EXPECT_EQ(f.pasts, 25U);  // the first month is not whole
}

/// If every month was alike, the fan is one path, and the one that comes true when the next month is like them.
TEST(Forecast, MonthsThatAreAlikeForetellOneMore) {
  const Forecast f = forecast(clashes(30), request());
  const IndexReport truth =
      index_report(clashes(31), {.selection = aaa_bbb, .scoring = two_speed_scoring(), .band = {}});
  ASSERT_EQ(f.fan.size(), 31U);
  for (const FanDay& d : f.fan) {
    const auto at = std::find(truth.daily.days.begin(), truth.daily.days.end(), d.day) - truth.daily.days.begin();
    const double index = truth.daily.index[static_cast<std::size_t>(at)].value();
    EXPECT_NEAR(d.middle, index, 1e-9) << to_text(d.day);
    EXPECT_NEAR(d.lowest, d.highest, 1e-9);
  }
  EXPECT_LT(f.fan.back().silent, f.fan.back().middle);
}

TEST(Forecast, SilenceIsWhatTheIndexWouldRead) {
  ForecastRequest asked = request();
  const Forecast f = forecast(clashes(24), asked);
  asked.to = test::day("2002-02-01");  // a month without reports has passed
  const Forecast later = forecast(clashes(24), asked);
  EXPECT_EQ(later.day, test::day("2002-01-31"));
  EXPECT_NEAR(later.index.value(), f.fan.back().silent, 1e-9);
}

TEST(Forecast, TheFanIsOrderedAndTakesAtMostSixtyMonths) {
  EventLog log = clashes(80);
  for (const char* date : {"2003-03-03", "2003-03-04", "2005-07-09"})
    log.add({.date = test::span(date), .source = "BBB", .target = "AAA", .code = "195"});
  const Forecast f = forecast(log, request());
  EXPECT_EQ(f.pasts, most_pasts);
  ASSERT_FALSE(f.fan.empty());
  for (const FanDay& d : f.fan) {
    EXPECT_LE(d.lowest, d.low);
    EXPECT_LE(d.low, d.middle);
    EXPECT_LE(d.middle, d.high);
    EXPECT_LE(d.high, d.highest);
  }
}

TEST(Forecast, OwnHistoryCountsWholeMonths) {
  EventLog log = clashes(18);
  log.add({.date = test::span("2001-06-30"), .source = "BBB", .target = "AAA", .code = "195"});
  const Forecast f = forecast(log, request());
  // The first event is on the 5th of the first month, which is so not whole.
  EXPECT_EQ(f.own.months, 17U);
  EXPECT_EQ(f.recent.months, 12U);
  EXPECT_EQ(f.own.share, 1);
  EXPECT_DOUBLE_EQ(f.recent.mean, 13.0 / 12);
}

TEST(Forecast, ShortHistoriesHaveNoFan) {
  const Forecast f = forecast(clashes(8), request());
  EXPECT_TRUE(f.fan.empty());
  EXPECT_TRUE(f.outlook.chance);
  EXPECT_EQ(f.own.months, 7U);
}

TEST(Forecast, BeginsTheDayAfterReportsEndAtTheLatest) {
  const EventLog log = clashes(26);
  ForecastRequest asked = request();
  asked.scoring.covered_to = test::day("2002-03-11");
  EXPECT_EQ(forecast(log, asked).day, test::day("2002-03-10"));
  asked.selection.as_of = test::day("2002-03-10");
  EXPECT_EQ(forecast(log, asked).day, test::day("2002-03-10"));
  asked.selection.as_of = test::day("2002-03-11");
  const std::string why = "no forecast from 2002-03-12: the reports end on 2002-03-10, and it begins on the day after ";
  EXPECT_EQ(
      test::refusal([&] { forecast(log, asked); }),
      why + "at the latest; forecast as of 2002-03-10 or an earlier day, or give later reports; see Selection::as_of");
  asked.selection.as_of = {};
  asked.to = test::day("2002-03-12");
  EXPECT_EQ(test::refusal([&] { forecast(log, asked); }).find(why), 0U);
}

TEST(Forecast, RefusesWhileTheSourceWarmsUp) {
  ForecastRequest asked = request();
  asked.scoring.covered_from = test::day("2000-01-05");
  asked.selection.as_of = test::day("2000-12-29");
  EXPECT_EQ(
      test::refusal([&] { forecast(clashes(26), asked); }),
      "no forecast from 2000-12-30: warming up (the reports begin on 2000-01-05, and the chronic part reads low "
      "until 2000-12-30); forecast as of 2000-12-30 or a later day, or give earlier reports; see Selection::as_of");
  asked.selection.as_of = test::day("2000-12-30");
  EXPECT_TRUE(forecast(clashes(26), asked).outlook.chance);
}

/// The calibration that was fitted on a profile, in its own years.
TEST(Forecast, SaysStandingAndProfile) {
  ForecastRequest asked = request();
  EXPECT_NE(forecast_csv(forecast(clashes(24), asked)).find(",0.4,calibrated\nown,"), std::string::npos);
  asked.scoring.profile = find_profile("cline");
  asked.calibration = made_up_calibration(asked.scoring);
  asked.calibration.last = test::day("2005-12-31");
  const Forecast f = forecast(clashes(24), asked);
  EXPECT_NE(forecast_table(f).find(" on 2001-12-31 by the cline profile (uncalibrated scale)\n"), std::string::npos);
  const std::string csv = forecast_csv(f);
  EXPECT_NE(csv.find(",near_highest,standing\n"), std::string::npos) << csv;
  EXPECT_NE(csv.find(",0.4,in sample\nown,"), std::string::npos) << csv;
  EXPECT_NE(csv.find(",,,,,,\nown_12,"), std::string::npos) << csv;
}

TEST(Forecast, RefusesWithoutACalibrationAndSaysHowToFitOne) {
  ForecastRequest other = request();
  other.scoring.rules.one_a_day = false;
  const std::string why = test::refusal([&] { forecast(clashes(24), other); });
  EXPECT_NE(why.find("not calibrated (the coding is"), std::string::npos) << why;
  EXPECT_NE(why.find("Fit one on events coded like these; see ForecastRequest::calibration"), std::string::npos) << why;
  other = request();
  other.scoring = two_speed_scoring("latent_level");
  EXPECT_NE(test::refusal([&] { forecast(clashes(24), other); }).find("the model is not two_speed"), std::string::npos);
  other = request();
  other.scoring.scale = parse_scale("zscore").value();
  EXPECT_NE(test::misuse([&] { forecast(clashes(24), other); }).find("does not look back"), std::string::npos);
}

}  // namespace
}  // namespace detente
