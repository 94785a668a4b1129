/// Every question that can take a second tells how far it has come, and ends when it is asked to.

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "detente/questions/ahead/calibration_months.hpp"
#include "detente/questions/change/vintages.hpp"
#include "detente/questions/comparison/comparison.hpp"
#include "detente/questions/comparison/comparison_columns.hpp"
#include "support/clashes.hpp"
#include "support/made_months.hpp"
#include "support/us_colombia.hpp"
#include "support/watched_work.hpp"

namespace detente {
namespace {

using test::expect_watched;

TEST(Stopping, OfABandAndOfTheEnvelope) {
  const EventLog log = test::us_colombia();
  IndexRequest request{.selection = test::usa_col(), .scoring = test::default_scoring()};
  expect_watched(
      [&](const WorkControl& control) {
        request.control = control;
        index_report(log, request);
      },
      "draws");
  request.band.reset();
  request.alternatives = Catalogue::built_in();
  expect_watched(
      [&](const WorkControl& control) {
        request.control = control;
        index_report(log, request);
      },
      "alternatives");
}

TEST(Stopping, OfVintages) {
  const EventLog log = test::us_colombia();
  VintageRequest request{.selection = test::usa_col(), .scoring = test::default_scoring()};
  expect_watched(
      [&](const WorkControl& control) {
        request.control = control;
        vintages(log, request);
      },
      "vintages");
}

/// Pairs that fight in some months.
DyadRows fighting_pairs() {
  EventLog log;
  for (int pair = 0; pair < 9; ++pair)
    for (int month = 0; month < 60; ++month)
      for (int act = 0; act < pair; ++act) {
        if ((month * month + month / 5 + 3 * pair) % 7 < 3) continue;
        const Day day = Day::from_civil(2000 + month / 12, month % 12 + 1, 1 + 3 * act);
        log.add({.date = {day, day}, .source = "AAA", .target = "B" + std::to_string(pair), .code = "190"});
      }
  DyadRows out;
  out.finish(std::move(log));
  return out;
}

TEST(Stopping, OfACalibration) {
  const DyadRows rows = fighting_pairs();
  CalibrationRequest request{.scoring = test::two_speed_scoring()};
  request.least_events = 1;
  for (const char* what : {"pairs", "folds"})
    expect_watched(
        [&](const WorkControl& control) {
          request.control = control;
          calibrate(rows, request);
        },
        what);
}

TEST(Stopping, OfAComparison) {
  ForecastTable table;
  InputColumns input{"input", {{}}};
  Period month = period_of(PeriodKind::month, Day::from_civil(2000, 1, 1));
  for (int t = 0; t < 60; ++t, month = month.next()) table.periods.push_back(month);
  for (int p = 0; p < 6; ++p) table.pairs.push_back({"A", "B" + std::to_string(p)});
  for (int i = 0; i < 360; ++i) {
    table.outcomes.push_back(static_cast<float>(i * i % 5 == 0));
    table.history.push_back(i < 6 ? 0.0F : table.outcomes[static_cast<std::size_t>(i - 6)]);
    input.features[0].push_back(static_cast<float>(std::sin(i)));
  }
  CompareOptions options{.rolling = {.burn_in = 30, .refit = 10}, .draws = 100, .threads = 2};
  for (const char* what : {"inputs", "draws"})
    expect_watched(
        [&](const WorkControl& control) {
          options.control = control;
          EXPECT_FALSE(compare(table, std::vector{input}, options).options.control.progress);
        },
        what);
}

TEST(Stopping, OfTheColumnsOfAComparison) {
  const DyadRows rows = fighting_pairs();
  ComparisonRequest request{.scoring = test::two_speed_scoring()};
  request.least_events = 1;
  request.options.threads = 1;
  expect_watched(
      [&](const WorkControl& control) {
        request.options.control = control;
        comparison_columns(rows, request);
      },
      "pairs");
}

}  // namespace
}  // namespace detente
