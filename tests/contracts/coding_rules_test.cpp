#include "detente/contracts/coding_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/coded.hpp"

namespace detente {
namespace {

using namespace test;

// ---- one a day ----

CodedEvent coded(std::uint64_t key, std::uint32_t mentions = 1, Status status = Status::confirmed) {
  CodedEvent e;
  e.row.key = {key};
  e.date = DateSpan::on({0});
  e.mentions = mentions;
  e.row.status = status;
  return e;
}

/// Keys of the survivors, whatever order they come in.
std::vector<std::uint64_t> survivors(std::vector<CodedEvent> events) {
  std::vector<std::uint64_t> keys, keys_reversed;
  for (const CodedEvent& e : one_a_day(events)) keys.push_back(e.key().value);
  std::reverse(events.begin(), events.end());
  for (const CodedEvent& e : one_a_day(events)) keys_reversed.push_back(e.key().value);
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
  other_code.row.code = 1;
  other_direction.direction = Direction::backward;
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
/// Two of others are a mirror when each does to the other what the other does to it, whichever side they count on.
TEST(Mirrors, OthersArePairedWithTheirOwnReverse) {
  const auto halved = [](Dyad one, Dyad other) {
    const EventLog log = log_of({event("2025-01-03", one.source, one.target, "phone_call"),
                                 event("2025-01-03", other.source, other.target, "phone_call")});
    Selection selection = usa_col;
    selection.also = {{{"USA", "VEN"}, 1}, {{"COL", "CUB"}, 1}};
    const Coding coding = code_events(log, selection, built_in_codebook("plain"), {.mirrors = Mirrors::once});
    return coding.acts.at(0).weight == 0.5 && coding.acts.at(1).weight == 0.5;
  };
  EXPECT_TRUE(halved({"USA", "VEN"}, {"VEN", "USA"}));   // both on the side of the United States
  EXPECT_FALSE(halved({"USA", "VEN"}, {"COL", "CUB"}));  // one on each side
  EXPECT_FALSE(halved({"USA", "VEN"}, {"COL", "USA"}));
  EXPECT_TRUE(halved({"USA", "COL"}, {"COL", "USA"}));
}

TEST(Mirrors, VisitsAreThoseOfCameo) {
  const std::vector<Event> visits{event("2025-01-03", "USA", "COL", "042"), event("2025-01-03", "COL", "USA", "043")};
  EXPECT_EQ(weights(once(visits, "gdelt")), (std::vector{0.5, 0.5}));
  EXPECT_EQ(weights(once(visits, "weis")), (std::vector{1.0, 1.0}));
}

TEST(Mirrors, AnyHalvesFightingTooButNoTwoCodes) {
  const auto any = [](const char* there, const char* back) {
    const EventLog log = log_of({event("2025-01-03", "USA", "COL", there), event("2025-01-03", "COL", "USA", back)});
    return weights(code_events(log, usa_col, built_in_codebook("plain"), {.mirrors = Mirrors::any}));
  };
  EXPECT_EQ(any("criticism", "criticism"), (std::vector{0.5, 0.5}));
  EXPECT_EQ(any("phone_call", "phone_call"), (std::vector{0.5, 0.5}));
  EXPECT_EQ(any("visit", "host_visit"), (std::vector{1.0, 1.0}));
  EXPECT_EQ(to_text(CodingRules{.mirrors = Mirrors::any}), "one-a-day off, mirrors any, mentions one, volume none");
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

TEST(CodingRules, AreWrittenInWords) {
  EXPECT_EQ(to_text(CodingRules::chronology()), "one-a-day off, mirrors twice, mentions one, volume none");
  EXPECT_EQ(to_text(CodingRules::machine_coded()), "one-a-day on, mirrors once, mentions one, volume none");
  EXPECT_EQ(parse_mirrors("once"), Mirrors::once);
  EXPECT_EQ(parse_mirrors("thrice"), std::nullopt);
  EXPECT_EQ(parse_mentions("log"), Mentions::log);
  EXPECT_EQ(parse_mentions("two"), std::nullopt);
}

}  // namespace
}  // namespace detente
