#include "detente/questions/forecast.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

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

TEST(Forecast, RefusesWithoutACalibrationAndSaysHowToFitOne) {
  ForecastRequest other = request();
  other.scoring.rules.one_a_day = false;
  const std::string why = test::refusal([&] { forecast(clashes(24), other); });
  EXPECT_NE(why.find("not calibrated (the coding is"), std::string::npos) << why;
  EXPECT_NE(why.find("detente calibrate FILES --to-file mine.csv"), std::string::npos) << why;
  other = request();
  other.scoring = two_speed_scoring("latent_level");
  EXPECT_NE(test::refusal([&] { forecast(clashes(24), other); }).find("the model is not two_speed"), std::string::npos);
  other = request();
  other.scoring.scale = parse_scale("zscore").value();
  EXPECT_NE(test::misuse([&] { forecast(clashes(24), other); }).find("does not look back"), std::string::npos);
}

}  // namespace
}  // namespace detente
