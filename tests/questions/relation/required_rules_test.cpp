// A model names the coding rules it requires, and scoring it under others is an error.

#include <gtest/gtest.h>

#include <cmath>

#include "detente/codebooks/built_in.hpp"
#include "detente/contracts/day_totals.hpp"
#include "detente/models/catalogue.hpp"
#include "detente/questions/change/attribution.hpp"
#include "detente/questions/relation/history.hpp"
#include "support/random_histories.hpp"

namespace detente {
namespace {

using test::date;

EventLog a_log() {
  EventLog log("rules");
  Event e;
  e.date = DateSpan::on(date("2024-01-10"));
  e.source = "AAA";
  e.target = "BBB";
  e.code = "130";
  e.mentions = 3;
  log.add(e);
  e.date = DateSpan::on(date("2024-01-12"));
  std::swap(e.source, e.target);
  e.code = "190";
  log.add(e);
  return log;
}

Selection the_two() {
  Selection selection;
  selection.dyad = {"AAA", "BBB"};
  return selection;
}

Scoring scoring_of(const std::string& model, const CodingRules& rules) {
  return {.codebook = built_in_codebook("gdelt"),
          .model = Catalogue::built_in(totals_of(a_log())).make(model),
          .rules = rules};
}

std::string error_of(const std::string& model, const CodingRules& rules) {
  try {
    prepare(a_log(), the_two(), scoring_of(model, rules), PeriodKind::month);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return {};
}

TEST(RequiredRules, AConflictIsAnErrorThatNamesBoth) {
  EXPECT_EQ(error_of("window_mean", CodingRules::chronology()),
            "mentions = one: window_mean window=14 defines its own weights and needs mentions log");
  EXPECT_NE(error_of("conflict_share denominator=log", {.mentions = Mentions::log}), "");
  EXPECT_NE(error_of("conflict_share denominator=log", {.volume = Volume::dyad}), "");
}

TEST(RequiredRules, WhatAgreesIsTaken) {
  EXPECT_EQ(error_of("window_mean", {.mentions = Mentions::log}), "");
  EXPECT_EQ(error_of("conflict_share denominator=log", CodingRules::chronology()), "");
  for (const Mentions mentions : {Mentions::one, Mentions::log, Mentions::count})
    EXPECT_EQ(error_of("decayed_sum", {.mentions = mentions}), "");
}

TEST(RequiredRules, CanBePutInThePlaceOfTheRules) {
  const Catalogue catalogue = Catalogue::built_in();
  for (const ModelEntry& entry : catalogue.entries()) {
    const AnyModel model = catalogue.make(entry.name);
    EXPECT_EQ(error_of(entry.name, with_required({.mentions = Mentions::count}, model.required_rules())), "");
  }
  EXPECT_EQ(with_required({.mentions = Mentions::count}, {}).mentions, Mentions::count);
}

TEST(RequiredRules, TheWindowWeighsByItsOwnMentions) {
  const Scoring scoring = scoring_of("window_mean", {.mentions = Mentions::log});
  const History history = prepare(a_log(), the_two(), scoring, PeriodKind::month);
  EXPECT_DOUBLE_EQ(history.coding.acts.front().weight, std::log1p(3));
}

/// One run over both directions: whichever side is asked, and exactly in the shares of the events.
TEST(UndirectedModels, AnswerForBothSidesAtOnce) {
  const Scoring scoring = scoring_of("conflict_share", {});
  const History history = prepare(a_log(), the_two(), scoring, PeriodKind::month);
  const std::array days{date("2024-01-11"), date("2024-01-31")};
  const SidedReadings readings = score(scoring.model, history.coding.acts, days);
  for (const auto choice : {DirectionChoice::both, DirectionChoice::forward, DirectionChoice::backward}) {
    EXPECT_DOUBLE_EQ(readings.of(choice, 0).level.value(), 50);
    EXPECT_DOUBLE_EQ(readings.of(choice, 1).level.value(), 75);
    EXPECT_DOUBLE_EQ(readings.of(choice, 1).support.value(), 2);
  }
}

TEST(UndirectedModels, AreAttributedExactly) {
  Scoring scoring = scoring_of("conflict_share", {});
  scoring.scale = parse_scale("linear slope=0.5").value();
  const History history = prepare(a_log(), the_two(), scoring, PeriodKind::month);
  const Attribution all = attribute(history, scoring, date("2024-01-11"), date("2024-01-31"));
  EXPECT_TRUE(all.exact);
  EXPECT_NEAR(all.remainder_level, 0, 1e-12);
  ASSERT_EQ(all.lines.size(), 2U);
  EXPECT_DOUBLE_EQ(all.lines[0].level.acts, 50);     // the attack
  EXPECT_DOUBLE_EQ(all.lines[1].level.fading, -25);  // the threat's share halves
}

TEST(UndirectedModels, SidesApartAreTheMeanOfTwo) {
  const Scoring scoring = scoring_of("conflict_share sides=apart", {});
  const History history = prepare(a_log(), the_two(), scoring, PeriodKind::month);
  const Day end = date("2024-01-31");
  const SidedReadings readings = score(scoring.model, history.coding.acts, std::span(&end, 1));
  EXPECT_DOUBLE_EQ(readings.of(DirectionChoice::forward, 0).level.value(), 50);
  EXPECT_DOUBLE_EQ(readings.of(DirectionChoice::backward, 0).level.value(), 100);
  EXPECT_DOUBLE_EQ(readings.of(DirectionChoice::both, 0).level.value(), 75);
}

}  // namespace
}  // namespace detente
