#include "detente/questions/relation/history.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "detente/ground/error.hpp"
#include "detente/models/decayed_mean.hpp"
#include "questions/relation/periods.hpp"
#include "support/histories.hpp"
#include "support/us_colombia.hpp"

namespace detente {
using namespace detail;
namespace {

using test::day;
using test::default_scoring;
using test::us_colombia;
using test::usa_col;

std::string refusal(const EventLog& log, const Selection& selection, std::optional<Day> from = {},
                    std::optional<Day> to = {}) {
  try {
    prepare(log, selection, default_scoring(), PeriodKind::month, from, to);
  } catch (const std::exception& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Prepare, ShowsThePeriodsOfTheFirstAndTheLastAct) {
  const History history = prepare(us_colombia(), usa_col(), default_scoring(), PeriodKind::month);
  EXPECT_EQ(history.coding.acts.size(), 32U);  // 33 events, one of them of third parties
  EXPECT_EQ(history.shown.first, day("2025-01-01"));
  EXPECT_EQ(history.shown.end, day("2026-03-01"));
  EXPECT_EQ(history.days.front(), day("2025-01-01"));
  EXPECT_EQ(history.days.back(), day("2026-02-28"));
}

TEST(Prepare, WidensOrNarrowsWhatIsShownAndKeepsThePast) {
  const History wide =
      prepare(us_colombia(), usa_col(), default_scoring(), PeriodKind::month, day("2024-06-01"), day("2026-07-01"));
  EXPECT_EQ(wide.days.front(), day("2024-06-01"));
  EXPECT_EQ(wide.days.back(), day("2026-06-30"));
  const History narrow =
      prepare(us_colombia(), usa_col(), default_scoring(), PeriodKind::month, day("2025-09-01"), day("2025-10-01"));
  EXPECT_EQ(narrow.shown.first, day("2025-09-01"));
  EXPECT_EQ(narrow.days.front(), day("2025-01-26"));  // what came before still counts
  EXPECT_EQ(narrow.days.back(), day("2025-09-30"));
}

TEST(Prepare, EndsWithTheAsOfDay) {
  const Selection known{.dyad = {"USA", "COL"}, .as_of = day("2025-10-20")};
  EXPECT_EQ(prepare(us_colombia(), known, default_scoring(), PeriodKind::month).days.back(), day("2025-10-20"));
}

TEST(Prepare, RefusalsNameWhatThereIs) {
  EXPECT_EQ(refusal(us_colombia(), {.dyad = {"USA", "CUB"}}),
            "no event of USA:CUB; the input has COL:USA (32 events), USA:VEN (1 event)");
  EXPECT_EQ(refusal(EventLog(), usa_col()), "no event of USA:COL; the input holds no events");
  EXPECT_EQ(refusal(us_colombia(), {.dyad = {"USA", "COL"}, .issue = "fish"}).substr(0, 37),
            "no event of USA:COL on issue 'fish'; ");
  EXPECT_EQ(refusal(us_colombia(), {.dyad = {"USA", "COL"}, .as_of = day("2024-01-01")}).substr(0, 43),
            "no event of USA:COL reported by 2024-01-01;");
  EXPECT_EQ(refusal(us_colombia(), usa_col(), day("2025-05-01"), day("2025-05-01")), "to = 2025-05-01: is after from");
  EXPECT_NE(refusal(us_colombia(), usa_col(), day("2030-05-01")), "accepted");
  EXPECT_NE(refusal(us_colombia(), usa_col(), {}, day("2024-05-01")), "accepted");
}

TEST(Prepare, WithoutAKnownCodeItNamesTheNearest) {
  EventLog log;
  log.add({.date = DateSpan::on({20000}), .source = "USA", .target = "COL", .code = "visa_revokd"});
  const std::string message = refusal(log, usa_col());
  EXPECT_NE(
      message.find(
          "codebook plain knows none of the 1 codes of this dyad, such as 'visa_revokd' (near: visa_revoked (-5)"),
      std::string::npos)
      << message;
  EXPECT_NE(message.find("; to add it, write a file mine.csv"), std::string::npos) << message;
}

TEST(IndexPath, IsTheLevelOnTheScale) {
  const History history = test::history_of_acts({test::act(1, "2025-01-03", 10)}, day("2025-01-02"), day("2025-01-05"));
  const Scoring scoring = test::scoring_of(Catalogue::built_in().make("decayed_sum"), DirectionChoice::forward);
  const IndexPath path = index_path(score(scoring.model, history.coding.acts, history.days), history.days, scoring);
  EXPECT_EQ(path.levels[0], 0);
  EXPECT_EQ(path.index[0], 50);
  EXPECT_EQ(path.levels[1], 10);
  EXPECT_EQ(path.index[1], 75);
}

TEST(IndexPath, AMissingLevelIsAMissingIndex) {
  const History history = test::history_of_acts({test::act(1, "2025-01-03", 10)}, day("2025-01-02"), day("2025-01-05"));
  const Scoring scoring = test::scoring_of(AnyModel(DecayedMean(), "mean"));
  const IndexPath path = index_path(score(scoring.model, history.coding.acts, history.days), history.days, scoring);
  EXPECT_EQ(path.index[0], std::nullopt);
  EXPECT_NE(path.index[1], std::nullopt);
}

// ---- periods ----

using Values = std::vector<std::optional<double>>;

Values sampled(SampleAt at, const char* from, const Values& values) {
  const Day first = day(from);
  const auto days = every_day(first, first + static_cast<std::int32_t>(values.size()));
  return sample_periods(periods_between(PeriodKind::week, days.front(), days.back() + 1), at, days, values);
}

/// Two weeks from a Monday.
const Values two_weeks{1, 2, 3, 9, 5, 6, 7, {}, {}, 4, {}, 2, 3, {}};

TEST(SamplePeriods, TakeTheLastDayTheMeanOrThePeak) {
  EXPECT_EQ(sampled(SampleAt::end, "2025-09-01", two_weeks), (Values{7, {}}));
  EXPECT_EQ(sampled(SampleAt::mean, "2025-09-01", two_weeks), (Values{33.0 / 7, 3}));
  EXPECT_EQ(sampled(SampleAt::peak, "2025-09-01", two_weeks), (Values{9, 4}));
}

TEST(SamplePeriods, AreMissingWhereNoDayHasAValue) {
  const Values nothing(7);
  for (const SampleAt at : {SampleAt::end, SampleAt::mean, SampleAt::peak})
    EXPECT_EQ(sampled(at, "2025-09-01", nothing), (Values{{}}));
}

TEST(SamplePeriods, APeakBelowZeroIsAPeak) {
  EXPECT_EQ(sampled(SampleAt::peak, "2025-09-01", {-5, -2, -9, {}, {}, {}, {}}), (Values{-2}));
}

}  // namespace
}  // namespace detente
