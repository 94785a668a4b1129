#include "detente/contracts/coding_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "detente/codebooks/built_in.hpp"
#include "support/dates.hpp"

namespace detente {
namespace {

using test::day;
using test::span;

const Selection usa_col{.dyad = {"USA", "COL"}};

Event event(std::string_view date, std::string source, std::string target, std::string code) {
  return {.date = span(date), .source = std::move(source), .target = std::move(target), .code = std::move(code)};
}
Event threat(std::string_view date) { return event(date, "USA", "COL", "threat_of_force"); }

EventLog log_of(const std::vector<Event>& events) {
  EventLog log;
  for (const Event& e : events) log.add(e);
  return log;
}

Coding code(const EventLog& log, const Selection& selection = usa_col, const CodingRules& rules = {}) {
  return code_events(log, selection, built_in_codebook("plain"), rules);
}

// ---- select ----

TEST(Select, KeepsBothDirectionsInTheOrderOfDays) {
  const EventLog log = log_of({event("2025-01-09", "COL", "USA", "visit"), event("2025-01-03", "USA", "COL", "visit"),
                               event("2025-01-04", "USA", "VEN", "visit")});
  const auto selected = select(log, usa_col);
  ASSERT_EQ(selected.size(), 2U);
  EXPECT_EQ(selected[0].event, 1U);
  EXPECT_EQ(selected[0].direction, Direction::backward);  // seen from COL, the first of the alphabetical pair
  EXPECT_EQ(selected[1].direction, Direction::forward);
  EXPECT_EQ(select(log, {.dyad = {"COL", "USA"}}).size(), 2U);
}

TEST(Select, KeepsOneIssue) {
  Event about_drugs = threat("2025-01-03");
  about_drugs.issue = "drugs";
  const EventLog log = log_of({about_drugs, threat("2025-01-04")});
  EXPECT_EQ(select(log, {.dyad = usa_col.dyad, .issue = "drugs"}).size(), 1U);
  EXPECT_EQ(select(log, {.dyad = usa_col.dyad, .issue = "trade"}).size(), 0U);
}

Event version(std::string id, Status status, std::string_view reported) {
  Event e = threat("2025-01-03");
  e.id = std::move(id);
  e.status = status;
  e.reported = day(reported);
  return e;
}

/// The status that counts on a day, or "none".
std::string status_on(const EventLog& log, std::optional<Day> as_of) {
  const auto selected = select(log, {.dyad = usa_col.dyad, .as_of = as_of});
  return selected.empty() ? "none" : std::string(to_text(selected.front().status));
}

TEST(Select, TakesTheLatestVersionKnownByTheDay) {
  const EventLog log =
      log_of({version("1", Status::denied, "2025-01-20"), version("1", Status::alleged, "2025-01-04")});
  EXPECT_EQ(status_on(log, day("2025-01-03")), "none");
  EXPECT_EQ(status_on(log, day("2025-01-04")), "alleged");
  EXPECT_EQ(status_on(log, day("2025-01-19")), "alleged");
  EXPECT_EQ(status_on(log, day("2025-01-20")), "denied");
  EXPECT_EQ(status_on(log, {}), "denied");
}

TEST(Select, AScheduledEventCountsOnceItIsConfirmedAndNeverIfCancelled) {
  for (const auto& [end, probability] : {std::pair{Status::confirmed, 1.0}, std::pair{Status::cancelled, 0.0}}) {
    const EventLog log = log_of({version("1", Status::scheduled, "2025-01-01"), version("1", end, "2025-01-03")});
    EXPECT_EQ(code(log, {.dyad = usa_col.dyad, .as_of = day("2025-01-02")}).acts.at(0).probability, 0);
    EXPECT_EQ(code(log).acts.at(0).probability, probability);
    EXPECT_EQ(code(log).acts.size(), 1U);
  }
}

TEST(Select, RollsActorsUpOnTheDayOfTheEvent) {
  Selection selection = usa_col;
  selection.actors = ActorTable({{"Gustavo Petro", "COL", {}, day("2026-08-06")}});
  const EventLog log = log_of({event("2026-08-06", "Gustavo Petro", "USAGOV", "criticism"),
                               event("2026-08-07", "Gustavo Petro", "USAGOV", "criticism")});
  const auto selected = select(log, selection);
  ASSERT_EQ(selected.size(), 1U);
  EXPECT_EQ(selected[0].event, 0U);
  EXPECT_EQ(selected[0].direction, Direction::forward);
}

Event capture(double spill) {
  Event e = event("2026-01-03", "USA", "VEN", "armed_intervention");
  e.affects = Dyad{"USA", "COL"};
  e.spill = spill;
  return e;
}

TEST(Select, ThirdPartiesAreShownAndCountByTheirSpill) {
  const Coding shown = code(log_of({capture(0), threat("2026-01-04")}));
  EXPECT_EQ(shown.acts.size(), 1U);
  EXPECT_EQ(shown.third_parties, std::vector<std::uint32_t>{0});
  EXPECT_EQ(shown.events, 1U);
  const Coding counted = code(log_of({capture(0.25)}));
  ASSERT_EQ(counted.acts.size(), 1U);
  EXPECT_EQ(counted.acts[0].weight, 0.25);
  EXPECT_EQ(counted.acts[0].direction, Direction::backward);  // the United States took part
  EXPECT_EQ(counted.third_parties, std::vector<std::uint32_t>{0});
}

TEST(Select, OtherDyadsMayCountToo) {
  Selection selection = usa_col;
  selection.also = {{{"VEN", "COL"}, 0.5}};
  const EventLog log =
      log_of({event("2025-01-03", "COL", "VEN", "criticism"), event("2025-01-03", "VEN", "COL", "criticism")});
  const auto selected = select(log, selection);
  ASSERT_EQ(selected.size(), 2U);
  for (const CodedEvent& e : selected) {
    EXPECT_EQ(e.weight, 0.5);
    EXPECT_TRUE(e.third_party);
    EXPECT_EQ(e.direction, Direction::forward);  // Colombia took part in both
  }
  selection.also = {{{"VEN", "COL"}, 1.5}};
  EXPECT_THROW(select(log, selection), std::invalid_argument);
}

TEST(Select, AboutNeverReachesPastTheReport) {
  Event e = threat("2025-12-22~");
  e.reported = day("2025-12-23");
  EXPECT_EQ(select(log_of({e}), usa_col).at(0).date, known_by(span("2025-12-22~"), day("2025-12-23")));
  EXPECT_EQ(select(log_of({e}), usa_col).at(0).date.last, day("2025-12-23"));
}

// ---- one a day ----

CodedEvent coded(std::uint64_t key, std::uint32_t mentions = 1, Status status = Status::confirmed) {
  CodedEvent e;
  e.key = {key};
  e.date = DateSpan::on({0});
  e.mentions = mentions;
  e.status = status;
  return e;
}

/// Keys of the survivors, whatever order they come in.
std::vector<std::uint64_t> survivors(std::vector<CodedEvent> events) {
  std::vector<std::uint64_t> keys, keys_reversed;
  for (const CodedEvent& e : one_a_day(events)) keys.push_back(e.key.value);
  std::reverse(events.begin(), events.end());
  for (const CodedEvent& e : one_a_day(events)) keys_reversed.push_back(e.key.value);
  EXPECT_EQ(keys, keys_reversed);
  return keys;
}

using Keys = std::vector<std::uint64_t>;

TEST(OneADay, TheSurvivorHasMostMentionsThenTheFirmestStatusThenTheSmallestKey) {
  EXPECT_EQ(survivors({coded(1, 2), coded(2, 3, Status::denied)}), Keys{2});
  EXPECT_EQ(survivors({coded(1, 2, Status::alleged), coded(2, 2, Status::confirmed)}), Keys{2});
  EXPECT_EQ(survivors({coded(1, 2, Status::disputed), coded(2, 2, Status::alleged)}), Keys{2});
  EXPECT_EQ(survivors({coded(2), coded(1)}), Keys{1});
}

TEST(OneADay, AnotherDayCodeDirectionOrOthersIsAnotherAct) {
  CodedEvent other_day = coded(2), other_code = coded(3), other_direction = coded(4), others = coded(5),
             others_still = coded(6);
  other_day.date = DateSpan::on({1});
  other_code.code = 1;
  other_direction.direction = Direction::backward;
  others.third_party = others_still.third_party = true;
  others.others = 1;
  others_still.others = 2;
  EXPECT_EQ(survivors({coded(1), other_day, other_code, other_direction, others, others_still}),
            (Keys{1, 3, 4, 5, 6, 2}));
}

/// Two acts of the United States on one day toward two others are two, though both touch the dyad.
TEST(OneADay, ThirdPartiesAreToldApartByWhoTheyAre) {
  Event cuba = capture(0.5);
  cuba.target = "CUB";
  const EventLog log = log_of({capture(0.5), cuba, cuba});
  EXPECT_EQ(one_a_day(select(log, usa_col)).size(), 2U);
}

// ---- mirrors ----

Coding once(const std::vector<Event>& events, const char* codebook = "plain") {
  return code_events(log_of(events), usa_col, built_in_codebook(codebook), {.mirrors = Mirrors::once});
}

std::vector<double> weights(const Coding& coding) {
  std::vector<double> out;
  for (const Act& a : coding.acts) out.push_back(a.weight);
  return out;
}

TEST(Mirrors, ACallCodedFromBothSidesCountsOnce) {
  EXPECT_EQ(
      weights(once({event("2025-01-03", "USA", "COL", "phone_call"), event("2025-01-03", "COL", "USA", "phone_call")})),
      (std::vector{0.5, 0.5}));
  EXPECT_EQ(
      weights(once({event("2025-01-03", "USA", "COL", "visit"), event("2025-01-03", "COL", "USA", "host_visit")})),
      (std::vector{0.5, 0.5}));
}

TEST(Mirrors, PairOnlyTwoSidesOfOneDayOfOneCooperativeAct) {
  EXPECT_EQ(
      weights(once({event("2025-01-03", "USA", "COL", "phone_call"), event("2025-01-04", "COL", "USA", "phone_call")})),
      (std::vector{1.0, 1.0}));
  EXPECT_EQ(
      weights(once({event("2025-01-03", "USA", "COL", "phone_call"), event("2025-01-03", "USA", "COL", "phone_call")})),
      (std::vector{1.0, 1.0}));
  EXPECT_EQ(
      weights(once({event("2025-01-03", "USA", "COL", "criticism"), event("2025-01-03", "COL", "USA", "criticism")})),
      (std::vector{1.0, 1.0}));
  EXPECT_EQ(
      weights(once({event("2025-01-03", "USA", "COL", "visit"), event("2025-01-03", "COL", "USA", "phone_call")})),
      (std::vector{1.0, 1.0}));
}

TEST(Mirrors, EachSideIsPairedOnce) {
  const Event there = event("2025-01-03", "USA", "COL", "phone_call"),
              back = event("2025-01-03", "COL", "USA", "phone_call");
  const auto three = weights(once({there, back, back}));
  EXPECT_EQ(std::count(three.begin(), three.end(), 0.5), 2);
  EXPECT_EQ(std::count(three.begin(), three.end(), 1.0), 1);
}

/// 042 and 043 are visits in CAMEO; in WEIS they are two kinds of approval.
TEST(Mirrors, VisitsAreThoseOfCameo) {
  const std::vector<Event> visits{event("2025-01-03", "USA", "COL", "042"), event("2025-01-03", "COL", "USA", "043")};
  EXPECT_EQ(weights(once(visits, "gdelt")), (std::vector{0.5, 0.5}));
  EXPECT_EQ(weights(once(visits, "weis")), (std::vector{1.0, 1.0}));
}

TEST(Mirrors, TwiceLeavesThemAlone) {
  const EventLog log =
      log_of({event("2025-01-03", "USA", "COL", "phone_call"), event("2025-01-03", "COL", "USA", "phone_call")});
  EXPECT_EQ(weights(code(log)), (std::vector{1.0, 1.0}));
}

// ---- weights ----

TEST(Mentions, WeighOneLogOrCount) {
  const auto weight = [](Mentions rule, std::uint32_t n) { return weigh_mentions({coded(1, n)}, rule).at(0).weight; };
  EXPECT_EQ(weight(Mentions::one, 40), 1);
  EXPECT_EQ(weight(Mentions::count, 40), 40);
  EXPECT_DOUBLE_EQ(weight(Mentions::log, 40), std::log(41.0));
  EXPECT_DOUBLE_EQ(weight(Mentions::log, 1), std::log(2.0));
}

TEST(Volume, DividesByTheRelativeVolumeOfTheDay) {
  CodedEvent e = coded(1);
  e.weight = 3;
  e.date = DateSpan::on({1});
  EXPECT_EQ(weigh_volume({e}, Exposure({{{0}, 10}, {{1}, 20}})).at(0).weight, 1.5);
  EXPECT_EQ(weigh_volume({coded(1)}, Exposure({{{0}, 10}, {{1}, 20}})).at(0).weight, 1);  // the first day
}

TEST(Volume, CountsTheLogTheDyadOrTheFile) {
  const EventLog log = log_of({threat("2025-01-03"), threat("2025-01-04"), event("2025-01-04", "USA", "VEN", "visit"),
                               event("2025-01-04", "USA", "CUB", "visit")});
  const auto last = [&](Volume volume) {
    const CodingRules rules{.volume = volume, .exposure = Exposure({{day("2025-01-03"), 2}, {day("2025-01-04"), 20}})};
    return code(log, usa_col, rules).acts.at(1).weight;
  };
  EXPECT_EQ(last(Volume::none), 1);
  EXPECT_DOUBLE_EQ(last(Volume::log), 1.0 / 3);
  EXPECT_EQ(last(Volume::dyad), 1);
  EXPECT_EQ(last(Volume::file), 0.1);
}

/// As of a day, the totals too are those known then: late reports of that day and other versions do not count.
TEST(Volume, OfTheLogIsAsKnownByTheDay) {
  Event late = event("2025-01-04", "USA", "VEN", "visit");
  late.reported = day("2025-06-01");
  Event again = version("1", Status::confirmed, "2025-01-05");
  const EventLog log = log_of({version("1", Status::alleged, "2025-01-03"), threat("2025-01-04"), again, late});
  const CodingRules rules{.volume = Volume::log};
  EXPECT_EQ(code(log, {.dyad = usa_col.dyad, .as_of = day("2025-01-10")}, rules).acts.at(1).weight, 1);
  EXPECT_EQ(code(log, usa_col, rules).acts.at(1).weight, 0.5);
}

TEST(StatusRule, IsAProbabilityAndNoWeight) {
  const CodedEvent e = weigh_status({coded(1, 1, Status::alleged)}, {}).at(0);
  EXPECT_EQ(e.probability, 0.7);
  EXPECT_EQ(e.weight, 1);
}

TEST(Claims, AContestedAccusationKeepsItsWeight) {
  Event accusation = event("2025-01-03", "USA", "COL", "accusation");
  accusation.claim = Claim::contested;
  const Act act = code(log_of({accusation})).acts.at(0);
  EXPECT_EQ(act.weight * act.probability, 1);
}

// ---- scores ----

TEST(CodeEvents, TurnsTheSignOnceAndKeepsTheOrder) {
  const Coding coding = code(log_of({threat("2025-01-09"), event("2025-01-03", "COL", "USA", "agreement")}));
  ASSERT_EQ(coding.acts.size(), 2U);
  EXPECT_EQ(coding.acts[0].points, -3.25);
  EXPECT_EQ(coding.acts[1].points, 6);
  EXPECT_EQ(coding.acts[1].sd, 1.75);
  EXPECT_EQ(coding.acts[1].quad, QuadClass::verbal_conflict);
}

TEST(CodeEvents, UnknownCodesAreCountedAndNeverScored) {
  const Coding coding =
      code(log_of({threat("2025-01-03"), event("2025-01-04", "USA", "COL", "hug"),
                   event("2025-01-05", "USA", "COL", "hug"), event("2025-01-05", "USA", "COL", "frown")}));
  EXPECT_EQ(coding.acts.size(), 1U);
  EXPECT_EQ(coding.events, 4U);
  ASSERT_EQ(coding.unknown.size(), 2U);
  EXPECT_EQ(coding.unknown[0].code, "frown");
  EXPECT_EQ(coding.unknown[1].code, "hug");
  EXPECT_EQ(coding.unknown[1].events, 2U);
}

TEST(CodeEvents, ARowsOwnWordWins) {
  Event own = threat("2025-01-03");
  own.score = -9;
  own.sd = 0.25;
  own.quad = QuadClass::material_conflict;
  const EventLog log = log_of({own, threat("2025-01-04")});
  const Coding coding = code(log);
  EXPECT_EQ(coding.acts[0].points, 9);
  EXPECT_EQ(coding.acts[0].sd, 0.25);
  EXPECT_EQ(coding.acts[0].quad, QuadClass::material_conflict);
  EXPECT_NE(coding.acts[0].code_key, coding.acts[1].code_key);  // its error is its own
  const Coding without = code_events(log, usa_col, built_in_codebook("plain"), {}, false);
  EXPECT_EQ(without.acts[0].points, 6);
  EXPECT_EQ(without.acts[0].sd, 1.75);
  EXPECT_EQ(without.acts[0].code_key, without.acts[1].code_key);
}

TEST(CodeEvents, ARowWithAScoreNeedsNoCode) {
  Event hostile = event("2025-01-03", "USA", "COL", ""), friendly = event("2025-01-04", "USA", "COL", "hug");
  hostile.score = -4;
  friendly.score = 2;
  const Coding coding = code(log_of({hostile, friendly}));
  ASSERT_EQ(coding.acts.size(), 2U);
  EXPECT_EQ(coding.acts[0].points, 4);
  EXPECT_EQ(coding.acts[0].sd, 0.5);
  EXPECT_EQ(coding.acts[0].quad, QuadClass::verbal_conflict);
  EXPECT_EQ(coding.acts[1].quad, QuadClass::verbal_cooperation);
  EXPECT_TRUE(coding.unknown.empty());
}

TEST(CodeEvents, KnowsWhatAnActDoesToAMeasure) {
  Event visa = event("2026-02-01", "USA", "COL", "visa_granted");
  visa.until = day("2026-02-05");
  visa.object = "president";
  const Coding coding = code(log_of({event("2025-09-26", "USA", "COL", "visa_revoked"), visa, threat("2026-03-01")}));
  EXPECT_EQ(coding.acts[0].standing, Standing::opens);
  EXPECT_EQ(coding.acts[0].measure, "visa_ban");
  EXPECT_EQ(coding.acts[1].standing, Standing::closes);
  EXPECT_EQ(coding.acts[1].measure, "visa_ban");
  EXPECT_EQ(coding.acts[1].object, "president");
  EXPECT_EQ(coding.acts[1].until, day("2026-02-05"));
  EXPECT_EQ(coding.acts[2].standing, Standing::none);
}

TEST(CodeEvents, WhatIsNotOverReachesToItsReportUnlessItIsAMeasure) {
  Event criticism = event("2025-09/..", "USA", "COL", "criticism"),
        ban = event("2025-09/..", "USA", "COL", "visa_revoked");
  criticism.reported = ban.reported = day("2025-10-15");
  for (const Act& act : code(log_of({criticism, ban})).acts)
    EXPECT_EQ(act.date.last, act.code == "criticism" ? day("2025-10-15") : end_of_time) << act.code;
}

TEST(CodingRules, AreWrittenInWords) {
  EXPECT_EQ(to_text(CodingRules::chronology()), "one-a-day off, mirrors twice, mentions one, volume none");
  EXPECT_EQ(to_text(CodingRules::machine_coded()), "one-a-day on, mirrors once, mentions one, volume none");
  EXPECT_EQ(parse_mirrors("once"), Mirrors::once);
  EXPECT_EQ(parse_mirrors("thrice"), std::nullopt);
  EXPECT_EQ(parse_mentions("log"), Mentions::log);
  EXPECT_EQ(parse_mentions("two"), std::nullopt);
}

// ---- laws ----

rc::Gen<std::vector<Event>> any_events() {
  return rc::gen::container<std::vector<Event>>(rc::gen::exec([] {
    Event e =
        event("2025-01-01", "USA", "COL",
              *rc::gen::element<std::string>("visit", "threat_of_force", "visa_revoked", "visa_granted", "phone_call"));
    e.date = DateSpan::on(e.date.first + *rc::gen::inRange(0, 20));
    if (*rc::gen::inRange(0, 2) == 0) std::swap(e.source, e.target);
    e.mentions = *rc::gen::inRange(1U, 4U);
    e.status = *rc::gen::element(Status::confirmed, Status::alleged, Status::scheduled);
    e.reported = e.date.last + *rc::gen::inRange(0, 10);
    return e;
  }));
}

bool same_acts(const std::vector<Act>& a, const std::vector<Act>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Act& x, const Act& y) {
    return x.key == y.key && x.date == y.date && x.weight == y.weight && x.probability == y.probability &&
           x.points == y.points && x.direction == y.direction;
  });
}

RC_GTEST_PROP(CodeEvents, OrderOfArrivalChangesNoAct, ()) {
  std::vector<Event> events = *any_events();
  CodingRules rules = *rc::gen::element(CodingRules::chronology(), CodingRules::machine_coded());
  rules.volume = *rc::gen::element(Volume::none, Volume::dyad, Volume::log);
  const auto acts = code(log_of(events), usa_col, rules).acts;
  std::reverse(events.begin(), events.end());
  RC_ASSERT(same_acts(acts, code(log_of(events), usa_col, rules).acts));
}

RC_GTEST_PROP(CodeEvents, AsOfUsesNothingReportedLater, ()) {
  std::vector<Event> events = *any_events();
  CodingRules rules = *rc::gen::element(CodingRules::chronology(), CodingRules::machine_coded());
  rules.volume = *rc::gen::element(Volume::none, Volume::dyad, Volume::log);
  Selection selection = usa_col;
  selection.as_of = day("2025-01-01") + *rc::gen::inRange(0, 30);
  const auto all = code(log_of(events), selection, rules).acts;
  std::erase_if(events, [&](const Event& e) { return *e.reported > *selection.as_of; });
  RC_ASSERT(same_acts(all, code(log_of(events), selection, rules).acts));
}

}  // namespace
}  // namespace detente
