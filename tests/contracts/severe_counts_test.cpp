#include "detente/contracts/severe_counts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/contracts/coding.hpp"
#include "detente/readers/read_events.hpp"
#include "support/coded.hpp"
#include "support/levant_file.hpp"

namespace detente {
namespace {

using test::code;
using test::event;
using test::log_of;

std::vector<Period> months(const char* first, const char* end) {
  return periods_between(PeriodKind::month, test::day(first), test::day(end));
}

std::vector<double> counts_of(const std::vector<Event>& events, const CodingRules& rules = {},
                              const Selection& selection = test::usa_col) {
  const EventLog log = log_of(events);
  const Codebook plain = built_in_codebook("plain");
  return severe_counts(severe_acts(code(log, selection, rules).acts, plain), months("2025-01-01", "2025-04-01"));
}

TEST(SevereCounts, CountForceByMonthFromBothSides) {
  EXPECT_EQ(counts_of({event("2025-01-31", "USA", "COL", "military_strike"),
                       event("2025-02-01", "COL", "USA", "armed_intervention"), test::threat("2025-02-02"),
                       event("2025-02-28", "USA", "COL", "military_strike"),
                       event("2025-04-01", "USA", "COL", "military_strike")}),
            (std::vector<double>{1, 2, 0}));
}

TEST(SevereCounts, WeighAsTheRulesDo) {
  Event alleged = event("2025-01-05", "USA", "COL", "military_strike");
  alleged.status = Status::alleged;
  Event scheduled = event("2025-02-05", "USA", "COL", "military_strike");
  scheduled.status = Status::scheduled;
  EXPECT_EQ(counts_of({alleged, scheduled}), (std::vector<double>{0.7, 0, 0}));
  CodingRules daily;
  daily.one_a_day = true;
  EXPECT_EQ(counts_of({event("2025-03-05", "USA", "COL", "military_strike"),
                       event("2025-03-05", "USA", "COL", "military_strike")},
                      daily),
            (std::vector<double>{0, 0, 1}));
}

TEST(SevereCounts, AnActThroughoutIsOneADayItStandsFor) {
  Event raids = event("2025-01/2025-03", "USA", "COL", "military_strike");
  raids.count = 3;
  EXPECT_EQ(counts_of({raids}), (std::vector<double>{1, 1, 1}));
}

TEST(SevereCounts, ThirdPartiesAreNoActsOfThePair) {
  Event capture = event("2025-01-03", "USA", "VEN", "armed_intervention");
  capture.affects = Dyad{"USA", "COL"};
  capture.spill = 0.5;
  EXPECT_EQ(counts_of({capture, test::threat("2025-01-04")}), (std::vector<double>{0, 0, 0}));
}

// ---- KEDS Levant ----

const std::filesystem::path shared = DETENTE_SHARED;

/// "EGY:ISR" and "1985-10", and the severe acts of the month.
using MonthCounts = std::map<std::pair<std::string, std::string>, double>;

MonthCounts golden_counts() {
  const test::Golden golden = test::levant_months();
  MonthCounts out;
  for (std::size_t i = 0; i < golden.size(); ++i)
    out[{golden.text("dyad", i), golden.text("month", i)}] = golden("sev", i);
  EXPECT_EQ(out.size(), test::levant_rows) << "a month stands twice";
  return out;
}

/// Which events of a log count how much.
using Rule = std::vector<CodedEvent> (*)(const EventLog& log, std::vector<CodedEvent> events, const Codebook& codebook);

std::vector<CodedEvent> by_our_rules(const EventLog& log, std::vector<CodedEvent> events, const Codebook& codebook) {
  return apply_rules(log, std::move(events), codebook, CodingRules::machine_coded());
}
/// Any code that both sides have on one day counts half on each.
std::vector<CodedEvent> by_the_references(const EventLog& log, std::vector<CodedEvent> events,
                                          const Codebook& codebook) {
  CodingRules rules = CodingRules::machine_coded();
  rules.mirrors = Mirrors::any;
  return apply_rules(log, std::move(events), codebook, rules);
}

/// The counts of one pair by month.
std::vector<double> counts_of_pair(const EventLog& log, const std::string& pair, std::span<const Period> periods,
                                   Rule rule) {
  static const Codebook codebook = built_in_codebook("gdelt");
  const Selection selection{
      .dyad = {pair.substr(0, 3), pair.substr(4)},
      .actors = ActorTable({{.actor = "PSE", .parent = "PAL"}, {.actor = "USR", .parent = "RUS"}}, RollUp::cameo)};
  const auto events = rule(log, select(log, selection), codebook);
  const auto acts = severe_acts(events, SevereCodes(log, codebook));
  EXPECT_EQ(acts, severe_acts(score_events(log, events, codebook, false, selection.actors).acts, codebook)) << pair;
  return severe_counts(acts, periods);
}

MonthCounts our_counts(const EventLog& log, const MonthCounts& golden, Rule rule) {
  const std::vector<Period> periods = months("1979-04-01", "2011-12-01");
  std::set<std::string> pairs;
  for (const auto& [at, count] : golden) pairs.insert(at.first);
  MonthCounts out;
  for (const std::string& pair : pairs) {
    const std::vector<double> counts = counts_of_pair(log, pair, periods, rule);
    for (std::size_t i = 0; i < periods.size(); ++i) out[{pair, periods[i].label()}] = counts[i];
  }
  return out;
}

class LevantSevere : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(events) || !std::filesystem::exists(test::levant_months_file))
      GTEST_SKIP() << "there is no " << events << ", or no reference beside it";
  }
  const std::filesystem::path events = shared / "data/events/keds_levant_cameo.tsv";
};

TEST_F(LevantSevere, CountsAreTheReferencesByItsMirrorRule) {
  const MonthCounts golden = golden_counts();
  const MonthCounts counts = our_counts(read_events(events, {.brief = true}).log, golden, by_the_references);
  ASSERT_EQ(counts.size(), golden.size());
  for (const auto& [at, count] : golden) EXPECT_NEAR(counts.at(at), count, 1e-9) << at.first << ' ' << at.second;
}

/// Our rule halves cooperative codes only, so a day's mutual fighting counts as both sides' acts: never fewer, at most
/// twice as many. 459 of 18,032 months differ, 168 of them of Israel and the Palestinians, 104 of Israel and Lebanon
/// and 54 of Lebanon and the Palestinians; 9,289 severe acts in all for the reference's 8,347.
TEST_F(LevantSevere, OurMirrorRuleCountsMutualFightingTwice) {
  const MonthCounts golden = golden_counts();
  const MonthCounts counts = our_counts(read_events(events, {.brief = true}).log, golden, by_our_rules);
  std::map<std::string, std::size_t> differing;
  std::size_t in_all = 0;
  double ours = 0, theirs = 0;
  for (const auto& [at, count] : golden) {
    const double here = counts.at(at);
    EXPECT_GE(here, count - 1e-9) << at.first << ' ' << at.second;
    EXPECT_LE(here, 2 * count + 1e-9) << at.first << ' ' << at.second;
    if (here > count + 1e-9) ++in_all, ++differing[at.first];
    ours += here;
    theirs += count;
  }
  EXPECT_EQ(in_all, 459U);
  EXPECT_EQ(differing["ISR:PAL"], 168U);
  EXPECT_NEAR(ours, 9289, 1);
  EXPECT_NEAR(theirs, 8347, 1);
}

}  // namespace
}  // namespace detente
