#include "detente/questions/change/vintages.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <set>

#include "detente/codebooks/built_in.hpp"
#include "detente/ground/error.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/questions/index/index_report.hpp"
#include "support/dates.hpp"
#include "support/error_of.hpp"
#include "support/revised_histories.hpp"
#include "support/us_colombia.hpp"

namespace detente {
namespace {

using test::any_revised_events;
using test::day;
using test::log_of_revised;
using test::reported_by;
using test::span;
using test::usa_col;

using Value = std::optional<double>;

bool same_bits(const Value& a, const Value& b) {
  if (!a || !b) return !a && !b;
  return std::bit_cast<std::uint64_t>(*a) == std::bit_cast<std::uint64_t>(*b);
}

Scoring scoring_by(const std::string& model) {
  static const Codebook plain = built_in_codebook("plain");
  Scoring out{.codebook = plain, .model = Catalogue::built_in().make(model)};
  out.scale = Catalogue::built_in().usual_scale(out.model.text());
  return out;
}

const std::vector<std::string> additive{"decayed_sum", "two_speed",   "decayed_mean",
                                        "period_sum",  "period_mean", "latent_level"};

/// Any way of scoring: with coding rules by which one event changes what another counts for.
Scoring any_scoring(const std::vector<std::string>& models) {
  Scoring out = scoring_by(*rc::gen::elementOf(models));
  out.direction = *rc::gen::element(DirectionChoice::both, DirectionChoice::both, DirectionChoice::forward);
  out.rules.one_a_day = *rc::gen::arbitrary<bool>();
  out.rules.mirrors = *rc::gen::element(Mirrors::once, Mirrors::twice);
  out.rules.volume = *rc::gen::element(Volume::none, Volume::none, Volume::log);
  return out;
}

VintageRequest any_request(std::vector<std::string> models = additive) {
  VintageRequest out{.selection = usa_col(), .scoring = any_scoring(models)};
  out.every = out.scoring.model.periodic().value_or(*rc::gen::element(PeriodKind::week, PeriodKind::month));
  return out;
}

/// The value of a period in the last vintage up to a day.
Value value_by(const RevisedPeriod& period, Day by) {
  if (!period.first_as_of || *period.first_as_of > by) return std::nullopt;
  Value out = period.first;
  for (const Revision& revision : period.revisions)
    if (revision.to <= by) out = revision.after;
  return out;
}

/// What `index_report` says of the same periods, as known on a day; nothing where nobody had reported anything.
std::map<Day, Value> index_by(const EventLog& log, const VintageRequest& request, std::optional<Day> as_of, Day from,
                              std::optional<Day> to) {
  IndexRequest plain{.selection = request.selection, .scoring = request.scoring, .every = request.every};
  plain.at = request.at;
  plain.selection.as_of = as_of;
  plain.from = from;
  plain.to = to;
  plain.band.reset();
  std::map<Day, Value> out;
  try {
    for (const IndexRow& row : index_report(log, plain).series.rows) out[row.period.last_day()] = row.index;
  } catch (const InputError&) {
  }
  return out;
}

Value in(const std::map<Day, Value>& values, Day last_day) {
  const auto found = values.find(last_day);
  return found == values.end() ? std::nullopt : found->second;
}

/// The vintages of a history that has any event of the pair.
std::optional<VintageReport> vintages_of(const std::vector<Event>& events, const VintageRequest& request) {
  try {
    return vintages(log_of_revised(events), request);
  } catch (const InputError&) {
    return std::nullopt;  // every one of them is of others now
  }
}

RC_GTEST_PROP(Vintages, TheLastIsThePlainRun, ()) {
  const std::vector<Event> events = *any_revised_events();
  VintageRequest request = any_request({"decayed_sum", "two_speed", "latent_level", "saturating", "period_mean"});
  if (!request.scoring.model.periodic()) request.at = *rc::gen::element(SampleAt::end, SampleAt::mean, SampleAt::peak);
  const auto found = vintages_of(events, request);
  RC_PRE(found.has_value());
  IndexRequest plain{.selection = request.selection, .scoring = request.scoring, .every = request.every};
  plain.at = request.at;
  plain.band.reset();
  const IndexReport report = index_report(log_of_revised(events), plain);
  RC_ASSERT(report.series.rows.size() == found->periods.size());
  for (std::size_t i = 0; i < found->periods.size(); ++i) {
    RC_ASSERT(report.series.rows[i].period == found->periods[i].period);
    RC_ASSERT(same_bits(report.series.rows[i].index, found->periods[i].latest));
    RC_ASSERT(same_bits(value_by(found->periods[i], found->vintages.back()), found->periods[i].latest));
  }
}

/// In every vintage a value is what the index as of that day says, and what it says if later reports do not exist.
RC_GTEST_PROP(Vintages, NoValueUsesALaterReport, ()) {
  const std::vector<Event> events = *any_revised_events();
  VintageRequest request = any_request({"decayed_sum", "two_speed", "latent_level", "saturating", "period_mean"});
  request.scoring.scale.kind =
      *rc::gen::element(request.scoring.scale.kind, request.scoring.scale.kind, ScaleKind::percentile);
  const auto found = vintages_of(events, request);
  RC_PRE(found.has_value());
  const Day vintage = *rc::gen::elementOf(found->vintages);
  const Day first = found->periods.front().period.first, end = found->periods.back().period.end;
  RC_PRE(first <= vintage);
  const std::vector<Event> known = reported_by(events, vintage);
  const Day to = std::min(end, vintage + 1);
  const auto as_of = index_by(log_of_revised(events), request, vintage, first, to);
  const auto alone = index_by(log_of_revised(known), request, std::nullopt, first, to);
  for (const RevisedPeriod& period : found->periods) {
    if (period.period.last_day() > vintage) break;
    RC_ASSERT(same_bits(value_by(period, vintage), in(as_of, period.period.last_day())));
    RC_ASSERT(same_bits(value_by(period, vintage), in(alone, period.period.last_day())));
  }
}

RC_GTEST_PROP(Vintages, RevisionsSumToLastMinusFirst, ()) {
  const auto found = vintages_of(*any_revised_events(), any_request());
  RC_PRE(found.has_value());
  for (const RevisedPeriod& period : found->periods) {
    double sum = 0;
    bool is_whole = period.first.has_value();
    for (const Revision& revision : period.revisions) {
      is_whole = is_whole && revision.size().has_value();
      sum += revision.size().value_or(0);
      RC_ASSERT(revision.from < revision.to);
      RC_ASSERT(!same_bits(revision.before, revision.after));
    }
    if (is_whole) RC_ASSERT(std::abs(sum - *period.revision()) < 1e-9);
  }
}

RC_GTEST_PROP(Vintages, LinesSumToTheirRevision, ()) {
  const VintageRequest request = any_request();
  const auto found = vintages_of(*any_revised_events(), request);
  RC_PRE(found.has_value());
  RC_ASSERT(found->not_shared_out.empty());
  const bool has_prior = request.scoring.model.text().starts_with("latent_level");
  for (const RevisedPeriod& period : found->periods)
    for (const Revision& revision : period.revisions) {
      if (!revision.size()) continue;
      double sum = 0;
      for (const RevisionLine& line : revision.lines) sum += *line.index;
      RC_ASSERT(std::abs(sum + revision.remainder - *revision.size()) < 1e-9);
      if (!has_prior) RC_ASSERT(std::abs(revision.remainder) < 1e-9);
    }
}

/// What was late, corrected or cancelled was reported between the two vintages.
RC_GTEST_PROP(Vintages, NamesWhatWasReportedInBetween, ()) {
  VintageRequest request = any_request({"decayed_sum", "saturating"});
  request.scoring.rules.volume = Volume::none;  // by which news of others changes the weight of what is known
  const auto found = vintages_of(*any_revised_events(), request);
  RC_PRE(found.has_value());
  for (const RevisedPeriod& period : found->periods)
    for (const Revision& revision : period.revisions) {
      std::set<EventKey> keys;
      std::size_t changed = 0;
      for (const RevisionLine& line : revision.lines) {
        RC_ASSERT(keys.insert(line.key).second);
        changed += line.cause != RevisionCause::affected ? 1U : 0U;
        if (line.reported) RC_ASSERT(revision.from < *line.reported && *line.reported <= revision.to);
      }
      RC_ASSERT(changed > 0U);
    }
}

/// A day more among the vintages changes the path between the others, and no value in them.
RC_GTEST_PROP(Vintages, DoNotDependOnEachOther, ()) {
  const std::vector<Event> events = *any_revised_events();
  VintageRequest request = any_request({"decayed_sum"});
  const auto all = vintages_of(events, request);
  RC_PRE(all.has_value());
  request.vintages = {*rc::gen::elementOf(all->vintages), all->vintages.back()};
  const VintageReport few = vintages(log_of_revised(events), request);
  for (std::size_t i = 0; i < few.periods.size(); ++i)
    for (const Day day : few.vintages)
      RC_ASSERT(same_bits(value_by(few.periods[i], day), value_by(all->periods[i], day)));
}

// ---- by hand ----

Event told(std::string id, std::string_view date, std::string_view reported, std::string code = "threat_of_force") {
  return {.id = std::move(id),
          .date = span(date),
          .reported = day(reported),
          .source = "USA",
          .target = "COL",
          .code = std::move(code)};
}

VintageReport by_month(const std::vector<Event>& events, const std::string& model = "decayed_sum") {
  return vintages(log_of_revised(events), {.selection = usa_col(), .scoring = scoring_by(model)});
}

TEST(Vintages, ALateReportRaisesWhatWasPublished) {
  const auto found = by_month({told("1", "2025-01-10", "2025-01-10"), told("2", "2025-01-20", "2025-02-03")});
  ASSERT_EQ(found.periods.size(), 1U);
  EXPECT_EQ(found.vintages, (std::vector{day("2025-01-31"), day("2025-02-28")}));
  const RevisedPeriod& january = found.periods[0];
  ASSERT_EQ(january.revisions.size(), 1U);
  const Revision& revision = january.revisions[0];
  EXPECT_EQ(revision.to, day("2025-02-28"));
  EXPECT_GT(*revision.size(), 1);
  ASSERT_EQ(revision.lines.size(), 1U);
  EXPECT_EQ(revision.lines[0].cause, RevisionCause::late);
  EXPECT_EQ(revision.lines[0].reported, day("2025-02-03"));
  EXPECT_EQ(january.settled_lag, 28);
}

/// Before anything is known of a pair its index is missing; then days before its first event are neutral.
TEST(Vintages, NameTheEventByWhichAPairCameToBeKnown) {
  const std::vector<Event> events{told("1", "2025-01-10", "2025-04-03"), told("2", "2025-02-10", "2025-03-03")};
  const RevisedPeriod january = by_month(events).periods.front();
  EXPECT_FALSE(january.first);
  ASSERT_EQ(january.revisions.size(), 2U);
  EXPECT_EQ(january.revisions[0].after, 50);
  ASSERT_EQ(january.revisions[0].lines.size(), 1U);
  EXPECT_EQ(january.revisions[0].lines[0].day, day("2025-02-10"));
  EXPECT_EQ(january.revisions[0].lines[0].cause, RevisionCause::late);
}

TEST(Vintages, ACorrectionAndAWithdrawalAreNamed) {
  Event withdrawn = told("2", "2025-01-20", "2025-03-01");
  withdrawn.status = Status::cancelled;
  const auto found =
      by_month({told("1", "2025-01-10", "2025-01-10"), told("1", "2025-01-10", "2025-02-02", "criticism"),
                told("2", "2025-01-20", "2025-01-20"), withdrawn});
  const auto& revisions = found.periods.at(0).revisions;
  ASSERT_EQ(revisions.size(), 2U);
  EXPECT_EQ(revisions[0].lines.at(0).cause, RevisionCause::corrected);
  EXPECT_LT(*revisions[0].lines.at(0).index, 0);
  EXPECT_EQ(revisions[1].lines.at(0).cause, RevisionCause::withdrawn);
  EXPECT_LT(*revisions[1].lines.at(0).index, 0);
  EXPECT_DOUBLE_EQ(*found.periods[0].revision(), *revisions[0].size() + *revisions[1].size());
}

/// The ban counts less once its end is known; what the news of the end did is credited to the end.
TEST(Vintages, WhatWasOnlyAffectedIsToldApart) {
  const auto found =
      by_month({told("1", "2025-01-05", "2025-01-05"), told("2", "2025-01-05", "2025-03-05")}, "decayed_mean");
  const auto& lines = found.periods.at(0).revisions.at(0).lines;
  ASSERT_EQ(lines.size(), 2U) << "a mean is another for every act";
  const auto affected = std::find_if(lines.begin(), lines.end(),
                                     [](const RevisionLine& line) { return line.cause == RevisionCause::affected; });
  ASSERT_NE(affected, lines.end());
  EXPECT_FALSE(affected->reported);
}

TEST(Vintages, NothingIsRevisedWhereNothingSaysWhenItWasReported) {
  const VintageReport found =
      vintages(test::us_colombia(), {.selection = usa_col(), .scoring = test::default_scoring()});
  EXPECT_EQ(found.acts, found.assumed_reported);
  for (const RevisedPeriod& period : found.periods) EXPECT_TRUE(period.revisions.empty()) << period.period.label();
  EXPECT_EQ(found.summary->revised, 0);
  EXPECT_EQ(found.summary->settled_ninety, 0);
}

TEST(Vintages, AustraliaAndChinaHaveOneInterceptionThatWasToldLate) {
  const VintageReport found = vintages(test::us_colombia("australia_china_2017_2024.csv"),
                                       {.selection = {.dyad = {"AUS", "CHN"}}, .scoring = test::default_scoring()});
  const RevisedPeriod* may = nullptr;
  for (const RevisedPeriod& period : found.periods)
    if (period.period.label() == "2022-05") may = &period;
  ASSERT_NE(may, nullptr);
  ASSERT_EQ(may->revisions.size(), 1U);
  const RevisionLine& line = may->revisions[0].lines.at(0);
  EXPECT_EQ(line.day, day("2022-05-26"));
  EXPECT_EQ(line.reported, day("2022-06-05"));
  EXPECT_EQ(line.direction, Direction::backward);
  EXPECT_EQ(may->settled_lag, 30);
}

TEST(Vintages, AreSummedUp) {
  const auto found = by_month({told("1", "2025-01-10", "2025-01-10"), told("2", "2025-01-20", "2025-03-03"),
                               told("3", "2025-02-10", "2025-02-10"), told("4", "2025-04-10", "2025-04-10")});
  const RevisionSummary& sum = found.summary.value();
  const double january = *found.periods[0].revision(), february = *found.periods[1].revision();
  EXPECT_EQ(sum.values, 3U) << "April has no later vintage";
  EXPECT_DOUBLE_EQ(sum.revised, 2.0 / 3);
  EXPECT_DOUBLE_EQ(sum.bias, (january + february) / 3);
  EXPECT_DOUBLE_EQ(sum.mean_absolute, (january + february) / 3);
  EXPECT_DOUBLE_EQ(sum.root_mean_square, std::sqrt((january * january + february * february) / 3));
  EXPECT_EQ(sum.largest, january);
  EXPECT_EQ(sum.largest_of.label(), "2025-01");
  EXPECT_EQ(sum.settled_median, 31) << "February is known by the end of March";
  EXPECT_EQ(sum.settled_ninety, 59) << "and so is January";
  ASSERT_GE(sum.by_lag.size(), 2U);
  EXPECT_EQ(sum.by_lag[0].periods, 1);
  EXPECT_EQ(sum.by_lag[0].values, 3U);
  EXPECT_DOUBLE_EQ(sum.by_lag[0].revised, 1.0 / 3) << "only February, within a month";
  EXPECT_EQ(sum.by_lag[1].values, 2U);
  EXPECT_DOUBLE_EQ(sum.by_lag[1].revised, 1);
}

TEST(Vintages, SayWhyPointsAreNotSharedOut) {
  const std::vector<Event> events{told("1", "2025-01-10", "2025-01-10"), told("2", "2025-01-20", "2025-02-03")};
  const auto found = by_month(events, "saturating");
  EXPECT_EQ(found.not_shared_out, "this model has no exact contributions of events");
  const Revision& revision = found.periods[0].revisions.at(0);
  ASSERT_EQ(revision.lines.size(), 1U);
  EXPECT_FALSE(revision.lines[0].index);
  VintageRequest mean{.selection = usa_col(), .scoring = test::default_scoring(), .at = SampleAt::mean};
  EXPECT_NE(vintages(log_of_revised(events), mean).not_shared_out, "");
}

TEST(Vintages, NameAnEventThatWasMovedOutOfThePeriod) {
  const auto found = by_month({told("1", "2025-01-10", "2025-01-10"), told("2", "2025-01-20", "2025-01-20"),
                               told("2", "2025-02-20", "2025-02-20")},
                              "saturating");
  const auto& lines = found.periods.at(0).revisions.at(0).lines;
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].cause, RevisionCause::corrected);
}

TEST(Vintages, RefuseWhatKnowsTheFuture) {
  const EventLog log = log_of_revised({told("1", "2025-01-10", "2025-01-10")});
  VintageRequest request{.selection = usa_col(), .scoring = test::default_scoring()};
  request.scoring.model =
      Catalogue::built_in(Exposure({{day("2025-01-10"), 1.0}})).make("conflict_share denominator=log");
  EXPECT_THROW((void)vintages(log, request), std::invalid_argument);
  request.scoring = test::default_scoring();
  request.scoring.scale = {.kind = ScaleKind::relative, .base = Window{day("2025-01-01"), day("2025-02-01")}};
  EXPECT_THROW((void)vintages(log, request), std::invalid_argument);
  request.scoring = test::default_scoring();
  request.selection.as_of = day("2025-01-15");
  request.vintages = {day("2025-01-20")};
  EXPECT_THROW((void)vintages(log, request), std::invalid_argument);
}

TEST(Vintages, AnAsOfDayIsTheLast) {
  VintageRequest request{.selection = usa_col(), .scoring = test::default_scoring()};
  request.selection.as_of = day("2025-02-10");
  const auto found =
      vintages(log_of_revised({told("1", "2025-01-10", "2025-01-10"), told("2", "2025-01-20", "2025-02-03"),
                               told("3", "2025-02-01", "2025-02-15")}),
               request);
  EXPECT_EQ(found.vintages.back(), day("2025-02-10"));
  EXPECT_EQ(found.periods.back().period.last_day(), day("2025-02-10"));
  EXPECT_EQ(found.periods[0].revisions.size(), 1U);
  EXPECT_EQ(found.acts, 2U);
}

/// Days that are shown after the as-of day have an index, and no vintage.
TEST(Vintages, KnowNothingAfterTheAsOfDay) {
  VintageRequest request{.selection = usa_col(), .scoring = test::default_scoring(), .to = day("2025-05-01")};
  request.selection.as_of = day("2025-02-10");
  const auto found =
      vintages(log_of_revised({told("1", "2025-01-10", "2025-01-10"), told("2", "2025-01-20", "2025-03-03")}), request);
  EXPECT_EQ(found.vintages.back(), day("2025-02-10"));
  EXPECT_EQ(found.periods.size(), 4U);
  EXPECT_TRUE(found.periods[0].revisions.empty());
  EXPECT_FALSE(found.periods[1].first_as_of);
  EXPECT_FALSE(found.periods[3].latest);
}

}  // namespace
}  // namespace detente
