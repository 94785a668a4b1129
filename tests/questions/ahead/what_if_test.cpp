#include "detente/questions/ahead/what_if.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

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
using test::usa_col;

Event event(std::string_view date, std::string source, std::string code) {
  const std::string target = source == "USA" ? "COL" : "USA";
  return {.date = span(date), .source = std::move(source), .target = target, .code = std::move(code)};
}
Event visit() { return event("2026-01-20", "USA", "visit"); }

const Scoring& usual_scoring() {
  static const Scoring scoring = default_scoring();
  return scoring;
}
WhatIfRequest request() { return {.selection = usa_col(), .scoring = usual_scoring(), .band = {}}; }
WhatIfRequest request(const char* model) {
  return {.selection = usa_col(), .scoring = default_scoring(model), .band = {}};
}
WhatIfRequest banded() {
  WhatIfRequest out = request();
  out.band = BandOptions{.draws = 60};
  return out;
}

std::vector<std::optional<double>> index_of(const EventLog& log, const WhatIf& over, const char* model) {
  const IndexReport report = index_report(log, {.selection = usa_col(),
                                                .scoring = default_scoring(model),
                                                .from = over.days.front(),
                                                .to = over.days.back() + 1,
                                                .band = {}});
  const auto first = std::find(report.daily.days.begin(), report.daily.days.end(), over.days.front());
  return {report.daily.index.begin() + (first - report.daily.days.begin()), report.daily.index.end()};
}

/// The events of the year, in a log that was made without one of them.
EventLog without(const char* id) {
  const EventLog all = us_colombia();
  EventLog out;
  for (const EventRow& row : all.rows())
    if (const Event e = all.event(row); e.id != id) out.add(e);
  return out;
}

TEST(WhatIf, IsTheIndexOfAHistoryWithoutTheEvent) {
  const EventLog log = us_colombia();
  for (const char* model : {"decayed_sum", "two_speed", "latent_level"}) {
    const std::vector<EventChange> changes{removal(log, {"C025"})};
    const WhatIf found = what_if(log, changes, request(model));
    const auto was = index_of(log, found, model), would = index_of(without("C025"), found, model);
    ASSERT_EQ(found.daily.size(), was.size());
    for (std::size_t i = 0; i < was.size(); ++i) {
      EXPECT_EQ(found.daily[i].as_is, was[i]);
      EXPECT_EQ(found.daily[i].what_if, would[i]);
    }
  }
}

TEST(WhatIf, AlteringIsRemovingAndInserting) {
  const EventLog log = us_colombia();
  const EventChange gone = removal(log, {"C025"});
  Event other = gone.before;
  other.code = "visit";
  const std::vector<EventChange> one{alteration(log, {"C025"}, other)};
  other.id.clear();
  const std::vector<EventChange> two{gone, insertion(other)};
  const WhatIf a = what_if(log, one, request()), b = what_if(log, two, request());
  for (std::size_t i = 0; i < a.daily.size(); ++i) EXPECT_NEAR(*a.daily[i].what_if, *b.daily[i].what_if, 1e-12);
  EXPECT_TRUE(a.interaction_on_last && std::abs(*a.interaction_on_last) < 1e-12);
}

TEST(WhatIf, OneChangeAloneIsAllTogether) {
  const EventLog log = us_colombia();
  const std::vector<EventChange> changes{insertion(visit())};
  const WhatIf found = what_if(log, changes, request());
  ASSERT_EQ(found.alone.size(), 1U);
  EXPECT_EQ(found.alone[0].most, found.together.most);
  EXPECT_EQ(found.alone[0].most_day, found.together.most_day);
  EXPECT_EQ(found.interaction_on_largest, 0.0);
  EXPECT_LT(found.together.on_last.value(), 0);
}

/// A closing and the opening that it closes: without the opening the closing is a mere act.
TEST(WhatIf, InteractionIsWhatIsLeftOfTheSum) {
  const EventLog log = us_colombia();
  const std::vector<EventChange> changes{insertion(event("2026-01-10", "USA", "sanction_imposed")),
                                         insertion(event("2026-02-01", "USA", "sanction_lifted"))};
  const WhatIf found = what_if(log, changes, request());
  const double sum = *found.alone[0].on_last + *found.alone[1].on_last;
  EXPECT_NEAR(*found.together.on_last, sum + *found.interaction_on_last, 1e-12);
  EXPECT_GT(std::abs(*found.interaction_on_last), 0.1);
}

TEST(WhatIf, NothingDiffersBeforeTheFirstChangedDay) {
  const EventLog log = us_colombia();
  const std::vector<EventChange> changes{insertion(visit())};
  const WhatIf found = what_if(log, changes, banded());
  bool has_moved = false;
  for (std::size_t i = 0; i < found.days.size(); ++i) {
    const Compared& c = found.daily[i];
    if (found.days[i] < day("2026-01-20")) {
      EXPECT_EQ(c.difference, 0.0);
      EXPECT_EQ(c.lower, 0.0);
      EXPECT_EQ(c.upper, 0.0);
    } else {
      has_moved |= *c.upper < 0 && *c.lower < *c.difference && *c.difference < *c.upper;
    }
  }
  EXPECT_TRUE(has_moved);
}

/// A vague and alleged act that is altered in what is not scored is drawn as before, under its own key.
TEST(WhatIf, AnAlteredEventKeepsItsDraws) {
  const EventLog log = us_colombia();
  for (const char* id : {"C025", "C032"}) {
    Event other = removal(log, {id}).before;
    other.note = "told otherwise";
    const std::vector<EventChange> changes{alteration(log, {id}, other)};
    const WhatIf found = what_if(log, changes, banded());
    for (const Compared& c : found.daily) {
      EXPECT_EQ(c.lower, 0.0);
      EXPECT_EQ(c.upper, 0.0);
    }
  }
}

/// The doubt about what both have is no doubt about the difference.
TEST(WhatIf, ThePairedBandIsNarrowerThanTheIndexsOwn) {
  const EventLog log = us_colombia();
  const std::vector<EventChange> changes{insertion(visit())};
  const WhatIf found = what_if(log, changes, banded());
  const IndexReport report =
      index_report(log, {.selection = usa_col(), .scoring = default_scoring(), .band = BandOptions{.draws = 60}});
  const IndexRow& own = report.series.rows.back();
  const Compared& last = found.by_period.back();
  EXPECT_LT(*last.upper - *last.lower, 0.5 * (*own.upper - *own.lower));
}

TEST(WhatIf, PeriodsAreSampledFromTheDays) {
  const EventLog log = us_colombia();
  const std::vector<EventChange> changes{insertion(visit())};
  const WhatIf found = what_if(log, changes, banded());
  ASSERT_EQ(found.periods.size(), found.by_period.size());
  EXPECT_EQ(found.by_period.back().difference, found.daily.back().difference);
  EXPECT_EQ(found.by_period.back().lower, found.daily.back().lower);
}

TEST(WhatIf, ShowsTheDaysOfBothHistories) {
  const EventLog log = us_colombia();
  const std::vector<EventChange> changes{insertion(event("2024-06-03", "USA", "visit")),
                                         insertion(event("2026-05-03", "USA", "visit"))};
  const WhatIf found = what_if(log, changes, request());
  EXPECT_EQ(found.days.front(), day("2024-06-01"));
  EXPECT_EQ(found.days.back(), day("2026-05-31"));
}

TEST(WhatIf, AHistoryMayLoseItsOnlyEvent) {
  EventLog log;
  Event only = event("2025-03-03", "USA", "criticism");
  only.id = "1";
  log.add(only);
  const std::vector<EventChange> changes{removal(log, {"1"})};
  const WhatIf found = what_if(log, changes, request());
  EXPECT_EQ(found.daily.back().what_if, 50.0);
  EXPECT_LT(*found.daily.back().difference, 0);
}

TEST(WhatIf, VersionsCountByTheAsOfDay) {
  EventLog log("mine");
  Event first = event("2025-03-03", "USA", "threat_of_force");
  first.id = "1";
  first.reported = day("2025-03-03");
  log.add(first);
  Event later = first;
  later.status = Status::cancelled;
  later.reported = day("2025-03-20");
  log.add(later);
  EXPECT_EQ(removal(log, {"1"}, day("2025-03-10")).before.status, Status::confirmed);
  EXPECT_EQ(removal(log, {"1"}).before.status, Status::cancelled);
  EXPECT_NE(refusal([&] { (void)removal(log, {"1"}, day("2025-03-02")); }).find("reported on 2025-03-03"),
            std::string::npos);
  WhatIfRequest asked = request();
  asked.selection.as_of = day("2025-03-10");
  const std::vector<EventChange> changes{removal(log, {"1"}, asked.selection.as_of)};
  EXPECT_EQ(what_if(log, changes, asked).daily.back().what_if, 50.0);
}

TEST(WhatIf, RefusesWhatNamesNoEventOfTheRelation) {
  const EventLog log = us_colombia();
  EXPECT_NE(refusal([&] { (void)removal(log, {"C25"}); }).find("nearest are 'C025'"), std::string::npos);
  Event far = visit();
  far.target = "FRA";
  const std::vector<EventChange> elsewhere{insertion(far)};
  EXPECT_NE(refusal([&] { (void)what_if(log, elsewhere, request()); }).find("changes nothing of USA:COL"),
            std::string::npos);
  const EventChange gone = removal(log, {"C025"});
  const std::vector<EventChange> twice{gone, gone};
  EXPECT_NE(misuse([&] { (void)what_if(log, twice, request()); }).find("changed once"), std::string::npos);
  EXPECT_NE(misuse([&] { (void)what_if(log, {}, request()); }).find("at least one"), std::string::npos);
  Event unsound = visit();
  unsound.mentions = 0;
  EXPECT_NE(misuse([&] { (void)insertion(unsound); }), "taken");
}

TEST(WhatIf, SaysWhoseIdIsMeant) {
  EventLog log;
  for (const char* source : {"anna", "ben"}) {
    Event e = event("2025-03-03", "USA", source == std::string_view("anna") ? "criticism" : "visit");
    e.id = "1";
    e.source_name = source;
    log.add(e);
  }
  EXPECT_NE(refusal([&] { (void)removal(log, {"1"}); }).find("2 events have this id"), std::string::npos);
  EXPECT_EQ(removal(log, {"1", "ben"}).before.code, "visit");
}

}  // namespace
}  // namespace detente
