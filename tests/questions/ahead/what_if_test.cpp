#include "detente/questions/ahead/what_if.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "detente/contracts/changed_log.hpp"
#include "detente/output/text/what_if_table.hpp"
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

// ---- laws over random chronologies ----

Event any_event() {
  const std::vector<const char*> dates{"2025-01-05",      "2025-02-10", "2025-02~", "[2025-03-01..2025-03-20]",
                                       "2025-01/2025-02", "2025-04-02"};
  const std::vector<const char*> codes{"criticism",    "visit",        "sanction_imposed", "sanction_lifted",
                                       "visa_revoked", "visa_granted", "threat_of_force"};
  Event e = event(*rc::gen::elementOf(dates), *rc::gen::element("USA", "COL"), *rc::gen::elementOf(codes));
  e.status = *rc::gen::element(Status::confirmed, Status::alleged, Status::disputed);
  return e;
}

struct AnyWhatIf {
  EventLog log;
  std::vector<EventChange> changes;
};

AnyWhatIf any_what_if() {
  AnyWhatIf out;
  const int events = *rc::gen::inRange(3, 12);
  for (int i = 0; i < events; ++i) {
    Event e = any_event();
    if (i < 3 || *rc::gen::arbitrary<bool>()) e.id = "E" + std::to_string(i);
    out.log.add(e);
  }
  (void)out.log.arrange();
  if (*rc::gen::arbitrary<bool>()) out.changes.push_back(insertion(any_event()));
  if (*rc::gen::arbitrary<bool>()) out.changes.push_back(removal(out.log, {"E0"}));
  Event other = any_event();
  other.id = "E1";
  out.changes.push_back(alteration(out.log, {"E1"}, other));
  return out;
}

LogChanges as_log_changes(const std::vector<EventChange>& changes) {
  LogChanges out;
  for (const EventChange& c : changes)
    if (c.kind == ChangeKind::insert)
      out.inserted.push_back(c.after);
    else if (c.kind == ChangeKind::remove)
      out.removed.push_back(c.key);
    else
      out.replaced.emplace_back(c.key, c.after);
  return out;
}

bool is_changed(const std::vector<EventChange>& changes, EventKey key) {
  return std::any_of(changes.begin(), changes.end(),
                     [&](const EventChange& c) { return c.kind != ChangeKind::insert && c.key == key; });
}

std::vector<Act> acts_of(const EventLog& log) {
  return code_events(log, usa_col(), usual_scoring().codebook, usual_scoring().rules).acts;
}

std::map<std::uint64_t, Act> by_key(const std::vector<Act>& acts) {
  std::map<std::uint64_t, Act> out;
  for (const Act& act : acts) out.emplace(act.key.value, act);
  return out;
}

/// Whether the act is a vague closing of a measure that a changed act opens or closes: it is never before its opening,
/// so its days may be others.
bool may_move(const Act& act, const std::vector<Act>& changed) {
  return act.standing == Standing::closes && !act.date.is_exact() &&
         std::any_of(changed.begin(), changed.end(), [&](const Act& other) { return other.measure == act.measure; });
}

/// The acts that only one of the histories has, or that are changed.
std::vector<Act> touched(const std::vector<Act>& was, const std::vector<Act>& is,
                         const std::vector<EventChange>& changes) {
  std::vector<Act> out;
  const auto take = [&](const std::vector<Act>& acts, const std::map<std::uint64_t, Act>& others) {
    for (const Act& act : acts)
      if (is_changed(changes, act.key) || !others.contains(act.key.value)) out.push_back(act);
  };
  take(was, by_key(is));
  take(is, by_key(was));
  return out;
}

/// Event by event: whether it occurs, on which day, and with how many points, to the last bit.
RC_GTEST_PROP(WhatIf, DrawsOfUntouchedEventsAreTheSameBitForBit, ()) {
  const AnyWhatIf asked = any_what_if();
  const std::vector<Act> was = acts_of(asked.log);
  const std::vector<Act> is = acts_of(changed_log(asked.log, as_log_changes(asked.changes)));
  const std::vector<Act> changed = touched(was, is, asked.changes);
  const Draws draws(*rc::gen::arbitrary<std::uint64_t>());
  std::size_t compared = 0;
  for (std::uint32_t d = 0; d < 20; ++d) {
    const auto before = by_key(draw_acts(was, draws, d)), after = by_key(draw_acts(is, draws, d));
    for (const Act& act : was) {
      if (is_changed(asked.changes, act.key)) continue;
      const auto a = before.find(act.key.value), b = after.find(act.key.value);
      RC_ASSERT((a == before.end()) == (b == after.end()));
      if (a == before.end()) continue;
      RC_ASSERT(a->second.points == b->second.points);
      if (!may_move(act, changed)) RC_ASSERT(a->second.date == b->second.date);
      ++compared;
    }
  }
  RC_ASSERT(compared > 0 || was.size() <= 2);
}

RC_GTEST_PROP(WhatIf, TogetherIsTheSumOfEachAndTheInteraction, ()) {
  const AnyWhatIf asked = any_what_if();
  const WhatIf found = what_if(asked.log, asked.changes, request());
  double sum = 0, sum_on_largest = 0;
  for (const ChangeEffect& alone : found.alone) {
    sum += *alone.on_last;
    sum_on_largest += *alone.on_largest;
  }
  RC_ASSERT(std::abs(*found.together.on_last - sum - *found.interaction_on_last) < 1e-9);
  RC_ASSERT(std::abs(*found.together.on_largest - sum_on_largest - *found.interaction_on_largest) < 1e-9);
  RC_ASSERT(found.together.most == found.together.on_largest);
  RC_ASSERT(found.together.on_last == found.daily.back().difference);
}

/// The changed log with the changes taken back is the log.
RC_GTEST_PROP(WhatIf, TakenBackItIsTheOppositeDifference, ()) {
  EventLog log;
  for (int i = 0; i < 5; ++i) {
    Event e = any_event();
    e.id = "E" + std::to_string(i);
    log.add(e);
  }
  const std::vector<EventChange> gone{removal(log, {"E2"})};
  WhatIfRequest asked = request();
  asked.from = day("2024-12-01");
  asked.to = day("2025-07-01");
  asked.band = BandOptions{.draws = 20};
  const WhatIf there = what_if(log, gone, asked);
  const std::vector<EventChange> back{insertion(gone[0].before)};
  const WhatIf and_back = what_if(changed_log(log, as_log_changes(gone)), back, asked);
  for (std::size_t i = 0; i < there.daily.size(); ++i) {
    RC_ASSERT(there.daily[i].as_is == and_back.daily[i].what_if);
    RC_ASSERT(*there.daily[i].difference == -*and_back.daily[i].difference);
    RC_ASSERT(std::abs(*there.daily[i].lower + *and_back.daily[i].upper) < 1e-12);
  }
}

// ---- in words ----

TEST(WhatIfTable, SaysWhatItComesTo) {
  const EventLog log = us_colombia();
  Event other = removal(log, {"C025"}).before;
  other.status = Status::alleged;
  const std::vector<EventChange> changes{alteration(log, {"C025"}, other), insertion(visit())};
  const WhatIf found = what_if(log, changes, banded());
  const std::string table = what_if_table(found);
  for (const char* part : {"with 2 changes", "status: confirmed → alleged", "interaction", "together", "2026-02",
                           "With the changes the index on 28 February 2026 would be", " lower (90 % of the draws: "})
    EXPECT_NE(table.find(part), std::string::npos) << part << " is not in\n" << table;
}

}  // namespace
}  // namespace detente
