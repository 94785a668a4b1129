#include "detente/questions/index/panel.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "contracts/plain_pulses.hpp"
#include "detente/codebooks/built_in.hpp"
#include "detente/ground/number.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/output/csv/csv.hpp"
#include "detente/questions/index/index_report.hpp"
#include "support/dates.hpp"
#include "support/us_colombia.hpp"
#include "support/users_models.hpp"

namespace detente {
using namespace detail;
namespace {

const Day start = Day::from_civil(2019, 1, 20);

/// Machine-coded events of four countries over half a year; much of it repeats or mirrors.
EventBatch machine_batch() {
  static const std::vector<std::string> actors{"IND", "PAK", "USA", "CHN"};
  static const std::vector<std::string> codes{"010", "042", "043", "112", "190", "0000"};
  const auto n = *rc::gen::inRange<std::size_t>(1, 120);
  EventBatch batch({"gdelt", IdScope::report}, {.scores = true, .provenance = {}});
  for (std::size_t i = 0; i < n; ++i) {
    const auto source = *rc::gen::inRange<std::size_t>(0, 4), step = *rc::gen::inRange<std::size_t>(1, 4);
    const std::string id = std::to_string(i);
    BriefEvent event{.id = id, .day = start + *rc::gen::inRange(0, 180)};
    event.reported = event.day + *rc::gen::element(0, 0, 0, 7);
    event.source = actors[source];
    event.target = actors[(source + step) % 4];
    const bool within = *rc::gen::inRange(0, 6) == 0;  // of no pair, but of the day's total
    const std::string inside = event.source == "IND" ? "INDGOV" : std::string(event.source) + "MIL";
    if (within) event.target = inside;
    event.code = codes[*rc::gen::inRange<std::size_t>(0, codes.size())];
    event.mentions = *rc::gen::element<std::uint32_t>(1, 4, 300);
    if (*rc::gen::inRange(0, 5) == 0) event.score = *rc::gen::element(-10.0, 0.0, 3.5);
    batch.add(event);
    if (*rc::gen::inRange(0, 8) > 0) continue;
    event.reported = event.day + 20;  // a later version of the same event
    event.mentions = 9;
    batch.add(event);
  }
  return batch;
}

EventLog machine_log() {
  EventLog log;
  log.append(machine_batch());
  log.arrange();
  return log;
}

CodingRules any_rules() {
  CodingRules rules;
  rules.one_a_day = *rc::gen::arbitrary<bool>();
  rules.mirrors = *rc::gen::element(Mirrors::once, Mirrors::twice);
  rules.mentions = *rc::gen::element(Mentions::one, Mentions::log, Mentions::count);
  rules.volume = *rc::gen::element(Volume::none, Volume::dyad, Volume::log);
  return rules;
}

std::string text(const std::optional<double>& value) { return value ? shortest(*value) : "-"; }

/// Everything that a series says; numbers in the form that tells every bit.
std::string whole(const IndexSeries& series) {
  std::string out = index_rows_csv(series);
  for (const IndexRow& row : series.rows) out += text(row.forward) + "," + text(row.backward) + "\n";
  const Provenance& p = series.provenance;
  for (const std::string& part : {p.codebook, p.codebook_version, p.codebook_hash, p.codebook_title, p.model, p.scale,
                                  p.rules, p.status_weights, p.issue, p.band, p.version})
    out += part + ";";
  for (const std::string& assumption : p.assumptions) out += assumption + ";";
  for (const WordBand& band : series.words.bands) out += band.word + ";";
  out += series.words.neutral_word + ";";
  return out + (p.as_of ? to_text(*p.as_of) : "") + "\n";
}

std::string text_of(const DyadRows& pairs, const PanelRequest& request, std::string (*form)(const IndexSeries&),
                    PanelSummary* summary = nullptr) {
  std::string out;
  const PanelSummary made = panel(pairs, request, {form, [&](std::string_view text) { out += text; }});
  if (summary) *summary = made;
  return out;
}

DyadRows pairs_of(const EventLog& log) {
  DyadRows pairs;
  pairs.finish(log);
  return pairs;
}

std::string panel_csv(const EventLog& log, const PanelRequest& request, PanelSummary* summary = nullptr) {
  return text_of(pairs_of(log), request, index_rows_csv, summary);
}

/// Each pair by itself, as `index` does it.
std::string one_by_one(const EventLog& log, const PanelRequest& request) {
  DyadRows pairs;
  pairs.finish(log);
  std::string out;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    IndexRequest one{.selection = {.dyad = pairs.dyad(i), .issue = {}, .as_of = request.as_of},
                     .scoring = request.scoring};
    one.every = request.every;
    one.at = request.at;
    one.band = request.band;
    try {
      out += whole(index_report(log, one).series);
    } catch (const std::runtime_error&) {  // no event with a known code
    }
  }
  return out;
}

RC_GTEST_PROP(Panel, EveryPairIsWhatItIsAlone, ()) {
  const EventLog log = machine_log();
  const auto text =
      *rc::gen::element<std::string>("decayed_sum", "two_speed", "latent_level", "decayed_mean",
                                     "period_sum every=month", "conflict_share every=month", "saturating");
  const AnyModel model = Catalogue::built_in().make(text);
  PanelRequest request{.scoring = {.codebook = built_in_codebook("gdelt"), .model = model, .rules = any_rules()}};
  request.scoring.rules = with_required(request.scoring.rules, model.required_rules());
  request.scoring.own_scores = *rc::gen::arbitrary<bool>();
  request.scoring.direction =
      *rc::gen::element(DirectionChoice::both, DirectionChoice::forward, DirectionChoice::backward);
  if (*rc::gen::arbitrary<bool>()) request.scoring.scale = parse_scale("percentile").value();
  if (!model.periodic()) request.at = *rc::gen::element(SampleAt::end, SampleAt::mean, SampleAt::peak);
  if (*rc::gen::inRange(0, 3) == 0) request.as_of = start + 150;
  if (*rc::gen::inRange(0, 5) == 0) request.scoring.rules.status.probability[0] = 0.75;
  request.threads = *rc::gen::inRange<std::size_t>(1, 5);
  RC_ASSERT(text_of(pairs_of(log), request, whole) == one_by_one(log, request));
}

RC_GTEST_PROP(Panel, RowsOnDiskChangeNothing, ()) {
  const EventBatch first = machine_batch(), second = machine_batch();  // ids of one are in the other
  PanelRequest request{.scoring = {.codebook = built_in_codebook("gdelt"),
                                   .model = Catalogue::built_in().make("decayed_sum"),
                                   .rules = any_rules()}};
  if (*rc::gen::arbitrary<bool>()) request.as_of = start + 100;
  EventLog log, again;
  DyadRows in_memory, spilled;
  log.append(first);
  log.append(second);
  in_memory.finish(std::move(log));
  again.append(first);
  spilled.spill(again);
  again.append(second);
  spilled.finish(std::move(again));
  RC_ASSERT(text_of(in_memory, request, whole) == text_of(spilled, request, whole));
}

RC_GTEST_PROP(PlainPulses, AreTheImpulsesOfTheActs, ()) {
  const EventLog log = machine_log();
  const Codebook codebook = built_in_codebook("gdelt");
  const bool own = *rc::gen::arbitrary<bool>();
  const CodeScores scores(log, codebook, own);
  RC_ASSERT(scores.are_plain());
  CodingRules rules = with_totals(any_rules(), totals_of(log));
  const std::vector<CodedEvent> events = apply_rules(log, select(log, {.dyad = {"IND", "PAK"}}), codebook, rules);
  RC_ASSERT(pulses_of(events, scores) == impulses_of(score_events(log, events, codebook, own).acts));
}

TEST(Panel, AChronologyWithMeasuresAndVagueDates) {
  const EventLog log = test::us_colombia();
  const PanelRequest request{
      .scoring = {.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make("decayed_sum")},
      .band = BandOptions{.draws = 50}};
  const std::string csv = panel_csv(log, request);
  EXPECT_EQ(text_of(pairs_of(log), request, whole), one_by_one(log, request));
  EXPECT_NE(csv.find("COL,USA,2026-02,"), std::string::npos);
}

TEST(Panel, CountsWhatItLeavesOut) {
  EventBatch batch({"gdelt", IdScope::report});
  batch.add({.day = start, .source = "IND", .target = "PAK", .code = "190"});
  batch.add({.day = start, .source = "IND", .target = "USA", .code = "strange"});
  batch.add({.day = start, .source = "USA", .target = "IND", .code = "strange"});
  EventLog log;
  log.append(batch);
  log.arrange();
  PanelSummary summary;
  panel_csv(log,
            {.scoring = {.codebook = built_in_codebook("gdelt"), .model = Catalogue::built_in().make("decayed_sum")}},
            &summary);
  EXPECT_EQ(summary.pairs, 1U);
  EXPECT_EQ(summary.rows, 1U);
  EXPECT_EQ(summary.events, 1U);
  EXPECT_EQ(summary.without_events, 1U);
  ASSERT_EQ(summary.unknown.size(), 1U);
  EXPECT_EQ(summary.unknown[0].code, "strange");
  EXPECT_EQ(summary.unknown[0].events, 2U);
}

/// The closing's row is of another pair and does not name this one, and its author rolls up to the one who imposed it.
TEST(Panel, FindsTheClosingOfAMeasureThatTouchesThePair) {
  const auto event = [](std::string_view date, std::string source, std::string code) {
    return Event{
        .date = DateSpan::on(test::day(date)), .source = std::move(source), .target = "CUB", .code = std::move(code)};
  };
  Event imposed = event("2025-01-05", "OFAC", "sanction_imposed");
  imposed.affects = Dyad{"USA", "COL"};
  imposed.spill = 0.5;
  EventLog log;
  for (const Event& e : {imposed, event("2025-02-10", "Treasury", "sanction_lifted")}) log.add(e);
  log.arrange();
  const ActorTable actors({{.actor = "OFAC", .parent = "USA"}, {.actor = "Treasury", .parent = "USA"}});
  DyadRows pairs(actors);
  pairs.finish(std::move(log));
  const PanelRequest request{
      .scoring = {.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make("decayed_sum")}};
  const std::string measures = text_of(pairs, request, [](const IndexSeries& series) {
    std::string out = to_text(series.dyad) + "\n";
    for (const IndexRow& row : series.rows)
      out += fmt::format("{} {} {}\n", row.period.label(), text(row.measures), row.events);
    return out;
  });
  EXPECT_NE(measures.find("COL:USA\n2025-01 3.5 1\n2025-02 0 0\n"), std::string::npos) << measures;
}

TEST(Panel, TakesAUsersModel) {
  const EventLog log = test::us_colombia();
  const PanelRequest request{.scoring = {.codebook = built_in_codebook("plain"),
                                         .model = AnyModel(users::Follower{0.5}, "follower step=0.5")}};
  const std::string csv = panel_csv(log, request);
  EXPECT_EQ(text_of(pairs_of(log), request, whole), one_by_one(log, request));
  EXPECT_FALSE(csv.empty());
}

TEST(Panel, WhatIsAssumedOfAllPairsComesFirst) {
  PanelRequest request{
      .scoring = {.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make("decayed_sum")}};
  const auto assumed = [](const IndexSeries& series) {
    std::string out;
    for (const std::string& sentence : series.provenance.assumptions) out += sentence + "\n";
    return out;
  };
  const std::string own = text_of(pairs_of(test::us_colombia()), request, assumed);
  EXPECT_NE(own, "");
  request.assumptions = {"codebook plain: as told"};
  const std::string all = text_of(pairs_of(test::us_colombia()), request, assumed);
  EXPECT_EQ(all.find("codebook plain: as told\n" + own.substr(0, own.find('\n'))), 0U) << all;
}

TEST(Panel, WhatASinkThrowsReachesTheCaller) {
  DyadRows pairs;
  pairs.finish(test::us_colombia());
  const PanelRequest request{
      .scoring = {.codebook = built_in_codebook("plain"), .model = Catalogue::built_in().make("decayed_sum")},
      .threads = 3};
  const PanelSink sink{[](const IndexSeries&) { return std::string("x"); },
                       [](std::string_view) { throw std::length_error("full"); }};
  EXPECT_THROW(panel(pairs, request, sink), std::length_error);
}

TEST(Panel, MisuseIsNamed) {
  DyadRows pairs;
  pairs.finish(EventLog());
  PanelRequest request{.scoring = {.codebook = built_in_codebook("gdelt"),
                                   .model = Catalogue::built_in().make("period_sum every=month")}};
  const PanelSink sink{[](const IndexSeries&) { return std::string(); }, [](std::string_view) {}};
  EXPECT_EQ(panel(pairs, request, sink).rows, 0U);
  request.at = SampleAt::mean;
  EXPECT_THROW(panel(pairs, request, sink), std::invalid_argument);
  request.at = SampleAt::end;
  request.from = request.to = start;
  EXPECT_THROW(panel(pairs, request, sink), std::invalid_argument);
}

}  // namespace
}  // namespace detente
