#include "detente/questions/index/index_report.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "support/dates.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using test::day;
using test::default_scoring;
using test::us_colombia;
using test::us_colombia_article;
using test::usa_col;

IndexRequest request() { return {.selection = usa_col(), .scoring = default_scoring(), .band = std::nullopt}; }

struct Sketched {
  const char* label;
  double index;
};

void expect_sketch(const IndexSeries& series, const std::vector<Sketched>& sketch) {
  std::map<std::string, double> by_label;
  for (const IndexRow& row : series.rows) by_label[row.period.label()] = row.index.value();
  for (const Sketched& s : sketch) {
    ASSERT_TRUE(by_label.contains(s.label)) << s.label;
    EXPECT_NEAR(by_label[s.label], s.index, 1) << s.label;
  }
}

/// docs: a sketch of both histories, made by other means.
TEST(IndexReport, MonthEndsOfThe33EventsAreThoseOfTheSketch) {
  const IndexReport report = index_report(us_colombia(), request());
  EXPECT_EQ(report.series.rows.size(), 14U);
  expect_sketch(report.series, {{"2025-01", 68},
                                {"2025-02", 60},
                                {"2025-03", 54},
                                {"2025-04", 56},
                                {"2025-05", 56},
                                {"2025-06", 53},
                                {"2025-07", 64},
                                {"2025-08", 62},
                                {"2025-09", 76},
                                {"2025-10", 83},
                                {"2025-11", 81},
                                {"2025-12", 80},
                                {"2026-01", 77},
                                {"2026-02", 72}});
}

TEST(IndexReport, MonthEndsOfTheArticleAreThoseOfTheSketch) {
  const IndexReport report = index_report(us_colombia_article(), request());
  expect_sketch(report.series, {{"2025-02", 58},
                                {"2025-03", 60},
                                {"2025-04", 60},
                                {"2025-05", 60},
                                {"2025-06", 60},
                                {"2025-07", 60},
                                {"2025-08", 60},
                                {"2025-09", 78},
                                {"2025-10", 77},
                                {"2025-11", 76},
                                {"2025-12", 76},
                                {"2026-01", 72},
                                {"2026-02", 67}});
}

/// "Warm words, sanctions still on": the relation of February 2026.
TEST(IndexReport, ThreeReadingsTellWarmWordsFromStandingSanctions) {
  const IndexReport report = index_report(us_colombia(), request());
  const IndexRow& last = report.series.rows.back();
  EXPECT_NEAR(last.heat.value(), 47, 1);
  EXPECT_NEAR(last.measures.value(), 46, 1);
  EXPECT_GT(last.forward.value(), 50);
  EXPECT_GT(last.backward.value(), last.index.value());
  EXPECT_LT(last.forward.value(), last.index.value());
}

TEST(IndexReport, RowsAgreeWithTheDailyPaths) {
  IndexRequest r = request();
  r.band = BandOptions{.draws = 40};
  r.alternatives = Catalogue::built_in();
  const IndexReport report = index_report(us_colombia(), r);
  const auto& d = report.daily;
  for (const auto* path : {&d.index, &d.lower, &d.upper, &d.lowest, &d.highest, &d.heat, &d.forward, &d.backward})
    EXPECT_EQ(path->size(), d.days.size());
  ASSERT_EQ(report.series.rows.size(), 14U);
  for (const IndexRow& row : report.series.rows) {
    const auto at = static_cast<std::size_t>(row.period.last_day() - d.days.front());
    EXPECT_EQ(row.index, d.index[at]);
    EXPECT_EQ(row.lower, d.lower[at]);
    EXPECT_EQ(row.upper, d.upper[at]);
    EXPECT_EQ(row.lowest, d.lowest[at]);
    EXPECT_EQ(row.heat, d.heat[at]);
    EXPECT_LE(*row.lower, *row.upper);
    EXPECT_LE(*row.lowest, *row.index);
    EXPECT_NEAR(*row.index, 50 + 50 * *row.level / (std::abs(*row.level) + 10), 1e-9);
  }
}

TEST(IndexReport, EventsOfTheRowsAreTheEventsOfTheDyad) {
  std::size_t events = 0;
  for (const IndexRow& row : index_report(us_colombia(), request()).series.rows) events += row.events;
  EXPECT_EQ(events, 32U);
  std::size_t acts = 0;
  for (const IndexRow& row : index_report(us_colombia_article(), request()).series.rows) acts += row.events;
  EXPECT_EQ(acts, 12U + 12 + 6 + 6 + 6 + 1 + 1 + 1 + 1 + 3 + 1 + 1 + 1 + 1);  // by count; the scheduled meeting is none
}

TEST(IndexReport, OneDirectionShowsThatSideAlone) {
  IndexRequest r = request();
  r.scoring.direction = DirectionChoice::backward;
  const IndexReport backward = index_report(us_colombia(), r), both = index_report(us_colombia(), request());
  EXPECT_EQ(backward.series.dyad, (Dyad{"USA", "COL"}));
  EXPECT_EQ(both.series.dyad, (Dyad{"COL", "USA"}));
  std::size_t events = 0;
  for (std::size_t i = 0; i < both.series.rows.size(); ++i) {
    EXPECT_EQ(backward.series.rows[i].index, both.series.rows[i].backward);
    EXPECT_LE(*backward.series.rows[i].measures, *both.series.rows[i].measures);
    events += backward.series.rows[i].events;
  }
  EXPECT_EQ(events, 20U);  // acts of the United States
}

TEST(IndexReport, AsOfADayIsTheReportOfThatDay) {
  IndexRequest early = request();
  early.selection.as_of = day("2025-10-20");
  const IndexReport then = index_report(us_colombia(), early);
  EventLog known;
  const EventLog all = us_colombia();
  for (const auto& row : all.rows())
    if (reported_day(all.event(row)) <= day("2025-10-20")) known.add(all.event(row));
  IndexRequest of_those = request();
  of_those.to = day("2025-10-21");
  const IndexReport now = index_report(known, of_those);
  EXPECT_EQ(then.daily.index, now.daily.index);
  EXPECT_EQ(then.daily.days, now.daily.days);
  EXPECT_EQ(then.series.provenance.as_of, day("2025-10-20"));
}

TEST(IndexReport, OrderOfArrivalChangesNoBit) {
  const EventLog log = us_colombia();
  EventLog reversed;
  for (auto row = log.rows().rbegin(); row != log.rows().rend(); ++row) reversed.add(log.event(*row));
  IndexRequest r = request();
  r.band = BandOptions{.draws = 40};
  r.alternatives = Catalogue::built_in();
  const IndexReport a = index_report(log, r), b = index_report(reversed, r);
  ASSERT_GT(a.daily.index.size(), 365U);
  EXPECT_EQ(a.daily.index, b.daily.index);
  EXPECT_EQ(a.daily.lower, b.daily.lower);
  EXPECT_EQ(a.daily.highest, b.daily.highest);
}

TEST(IndexReport, MeasuresStandWithTheirLifts) {
  const IndexReport report = index_report(us_colombia(), request());
  std::set<std::string> open;
  for (const MeasureSpell& s : report.measures.spells) {
    if (s.to == end_of_time) open.insert(s.measure);
    if (s.measure == "visa_ban") {
      ASSERT_EQ(s.lifts.size(), 1U);  // the five-day visa
      EXPECT_EQ(s.lifts[0].from, day("2026-02-01"));
      EXPECT_EQ(s.lifts[0].to, day("2026-02-06"));
    }
  }
  EXPECT_EQ(open, (std::set<std::string>{"aid_suspension", "arms_halt", "decertification", "envoy_recall",
                                         "intelligence_halt", "sanction", "visa_ban", "visa_services"}));
  EXPECT_EQ(report.headline.open_measures, report.measures.spells.size());
}

TEST(IndexReport, ThirdPartiesAreShownAndNotCounted) {
  const IndexReport report = index_report(us_colombia(), request());
  EXPECT_EQ(report.events.size(), 33U);
  int third = 0;
  for (const EventMark& mark : report.events) {
    if (!mark.third_party) continue;
    ++third;
    EXPECT_EQ(mark.source.target, "VEN");
    EXPECT_EQ(mark.impact, 0);
    EXPECT_EQ(mark.now, std::nullopt);
  }
  EXPECT_EQ(third, 1);
  for (std::size_t i = 1; i < report.events.size(); ++i) EXPECT_LE(report.events[i - 1].day, report.events[i].day);
}

TEST(IndexReport, HeadlineIsOfTheLastDay) {
  const IndexReport report = index_report(us_colombia(), request());
  const Headline& h = report.headline;
  EXPECT_EQ(h.day, day("2026-02-28"));
  EXPECT_EQ(h.index, report.daily.index.back());
  EXPECT_EQ(h.word, "strained");
  EXPECT_EQ(h.word_to, 75);
  EXPECT_EQ(h.largest_day, day("2025-10-24"));
  EXPECT_EQ(h.largest_label, "sanction on head of state");
  ASSERT_TRUE(h.phase);
  EXPECT_NE(h.phase->kind, PhaseKind::escalation);
}

TEST(IndexReport, CodebooksWithoutMeasuresLeaveThemUnknown) {
  EventLog log;
  log.add({.date = DateSpan::on(day("2025-01-03")), .source = "USA", .target = "COL", .code = "163"});
  IndexRequest r = request();
  r.scoring.codebook = built_in_codebook("gdelt");
  EXPECT_EQ(index_report(log, r).series.rows.front().measures, std::nullopt);
}

TEST(IndexReport, AnEmptyPeriodOfAMeanIsMissing) {
  IndexRequest r = request();
  r.scoring = default_scoring("period_mean");
  const auto rows = index_report(us_colombia(), r).series.rows;
  EXPECT_NE(rows[0].index, std::nullopt);
  EXPECT_EQ(rows[1].index, std::nullopt);  // nothing happened in February 2025
  EXPECT_EQ(rows[1].heat, std::nullopt);
  for (const SampleAt at : {SampleAt::mean, SampleAt::peak}) {
    r.at = at;
    EXPECT_THROW(index_report(us_colombia(), r), std::invalid_argument);
  }
}

TEST(IndexReport, PeriodsOfEveryKindHaveTheirLabels) {
  const std::vector<std::pair<PeriodKind, std::pair<const char*, const char*>>> table{
      {PeriodKind::week, {"2025-W04", "2026-W06"}},
      {PeriodKind::quarter, {"2025-Q1", "2026-Q1"}},
      {PeriodKind::year, {"2025", "2026"}},
      {PeriodKind::day, {"2025-01-26", "2026-02-03"}}};
  for (const auto& [every, labels] : table) {
    IndexRequest r = request();
    r.every = every;
    const auto rows = index_report(us_colombia(), r).series.rows;
    EXPECT_EQ(rows.front().period.label(), labels.first);
    EXPECT_EQ(rows.back().period.label(), labels.second);
  }
}

TEST(IndexReport, APeriodCutByFromOrToKeepsItsLabel) {
  IndexRequest r = request();
  r.from = day("2025-09-10");
  r.to = day("2025-10-20");
  const auto rows = index_report(us_colombia(), r).series.rows;
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].period.label(), "2025-09");
  EXPECT_EQ(rows[0].period.first, day("2025-09-10"));
  EXPECT_EQ(rows[1].period.label(), "2025-10");
  EXPECT_EQ(rows[1].period.last_day(), day("2025-10-19"));
}

TEST(IndexReport, SaysWhatItTookForGranted) {
  const Provenance p = index_report(us_colombia(), request()).series.provenance;
  EXPECT_EQ(p.codebook, "plain");
  EXPECT_EQ(p.codebook_hash, built_in_codebook("plain").hash());
  EXPECT_EQ(p.model,
            "decayed_sum half_life_verbal=14 half_life_material=60 half_life_cooperation=30 omega=0.5 residue=0.25");
  EXPECT_EQ(p.scale, "softsign kappa=10");
  EXPECT_EQ(p.band, "");
  EXPECT_EQ(p.assumptions.size(), 3U);
  EXPECT_EQ(p.assumptions.front(),
            "32 events do not say when they were reported: the last day of their date stands in");
}

TEST(IndexReport, FurtherQuestionsAreAnsweredOnlyWhereAsked) {
  const IndexReport plain = index_report(us_colombia(), request());
  EXPECT_FALSE(plain.shifts || plain.issues || plain.asymmetry);
  EXPECT_TRUE(plain.rivals.empty());
  IndexRequest all = request();
  all.further = true;
  const IndexReport further = index_report(us_colombia(), all);
  ASSERT_TRUE(further.shifts && further.issues && further.asymmetry);
  EXPECT_EQ(further.shifts->periods.size(), further.series.rows.size());
  for (std::size_t i = 0; i < further.series.rows.size(); ++i) {
    const IndexRow &row = further.series.rows[i], &same = plain.series.rows[i];
    EXPECT_EQ(row.index, same.index) << "they change no number";
    EXPECT_EQ(further.issues->levels[i], row.level);
    EXPECT_EQ(further.asymmetry->forward[i], row.forward);
  }
  all.scoring.direction = DirectionChoice::forward;
  EXPECT_FALSE(index_report(us_colombia(), all).asymmetry) << "one direction has no other";
}

}  // namespace
}  // namespace detente
