#include "detente/contracts/severe_counts.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "detente/codebooks/built_in.hpp"
#include "detente/contracts/coding.hpp"
#include "detente/readers/read_events.hpp"
#include "support/coded.hpp"
#include "support/golden.hpp"

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
  const test::Golden golden(shared.string() + "/", "golden/validation/levant_dyad_months.csv.gz");
  MonthCounts out;
  for (std::size_t i = 0; i < golden.size(); ++i)
    out[{golden.text("dyad", i), golden.text("month", i)}] = golden("sev", i);
  return out;
}

/// The same by our rules, for the pairs of the reference.
MonthCounts our_counts(const EventLog& log, const MonthCounts& golden) {
  const Codebook codebook = built_in_codebook("gdelt");
  const SevereCodes codes(log, codebook);
  const std::vector<Period> periods = months("1979-04-01", "2011-12-01");
  MonthCounts out;
  std::string last;
  for (const auto& [at, count] : golden) {
    if (at.first == last) continue;
    last = at.first;
    const Selection pair{
        .dyad = {last.substr(0, 3), last.substr(4)},
        .actors = ActorTable({{.actor = "PSE", .parent = "PAL"}, {.actor = "USR", .parent = "RUS"}}, RollUp::cameo)};
    const auto events = apply_rules(log, select(log, pair), codebook, CodingRules::machine_coded());
    const auto acts = severe_acts(events, codes);
    EXPECT_EQ(acts, severe_acts(score_events(log, events, codebook, false, pair.actors).acts, codebook)) << last;
    const std::vector<double> counts = severe_counts(acts, periods);
    for (std::size_t i = 0; i < periods.size(); ++i) out[{last, periods[i].label()}] = counts[i];
  }
  return out;
}

/// The reference halves any code that both sides have on one day; our rule halves cooperative codes only. So ours
/// counts a day's mutual fighting twice, theirs once, and nothing else may differ.
TEST(SevereCounts, AreTheReferencesWhereNobodyIsMirrored) {
  const std::filesystem::path events = shared / "data/events/keds_levant_cameo.tsv";
  if (!std::filesystem::exists(events)) GTEST_SKIP() << "there is no " << events;
  const MonthCounts golden = golden_counts();
  const MonthCounts ours = our_counts(read_events(events, {.brief = true}).log, golden);
  ASSERT_EQ(ours.size(), golden.size());
  std::size_t equal = 0;
  double theirs_in_all = 0, ours_in_all = 0;
  for (const auto& [at, count] : golden) {
    const double here = ours.at(at);
    EXPECT_GE(here, count - 1e-9) << at.first << ' ' << at.second;
    EXPECT_LE(here, 2 * count + 1e-9) << at.first << ' ' << at.second;
    equal += std::abs(here - count) < 1e-9 ? 1 : 0;
    theirs_in_all += count;
    ours_in_all += here;
  }
  RecordProperty("months", static_cast<int>(golden.size()));
  RecordProperty("equal", static_cast<int>(equal));
  RecordProperty("ours", std::to_string(ours_in_all));
  RecordProperty("theirs", std::to_string(theirs_in_all));
  std::cout << equal << " of " << golden.size() << " equal; ours " << ours_in_all << ", theirs " << theirs_in_all
            << '\n';
}

}  // namespace
}  // namespace detente
