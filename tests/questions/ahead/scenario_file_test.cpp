#include "detente/questions/ahead/scenario_file.hpp"

#include <gtest/gtest.h>

#include "support/refusal.hpp"

namespace detente {
namespace {

using test::refusal;

std::vector<ScheduledEvent> read(const std::string& rows) { return read_scenario(*bytes_of(rows), "s.csv"); }
const std::string header = "scheduled,outcome,probability,date,source,target,event\n";

TEST(ScenarioFile, GathersTheActsOfOutcomes) {
  const auto scheduled = read(header +
                              "talks,good,0.5,2026-02-03,USA,COL,visit\n"
                              "vote,yes,.25,2026-02-10,USA,COL,sanction_imposed\n"
                              "talks,bad,0.5,2026-02-03,USA,COL,talks_broken_off\n"
                              "talks,good,,2026-02-04,COL,USA,agreement\n");
  ASSERT_EQ(scheduled.size(), 2U);
  EXPECT_EQ(scheduled[0].name, "talks");
  ASSERT_EQ(scheduled[0].outcomes.size(), 2U);
  EXPECT_EQ(scheduled[0].outcomes[0].acts.size(), 2U);
  EXPECT_EQ(scheduled[0].outcomes[0].probability, 0.5);
  EXPECT_EQ(scheduled[1].outcomes[0].acts[0].line, 3U);
}

struct Bad {
  const char* rows;
  const char* message;
};

TEST(ScenarioFile, NamesFileLineColumnTextAndRule) {
  for (const auto& [rows, message] : {
           Bad{",good,0.5,2026-02-03,USA,COL,visit\n", "s.csv:2:1: '': no scheduled event"},
           Bad{"talks,,0.5,2026-02-03,USA,COL,visit\n", "s.csv:2:2: '': no outcome"},
           Bad{"talks,good,,2026-02-03,USA,COL,visit\n", "s.csv:2:3: '': no probability"},
           Bad{"talks,good,half,2026-02-03,USA,COL,visit\n", "s.csv:2:3: 'half': bad probability"},
           Bad{"talks,good,0,2026-02-03,USA,COL,visit\n", "s.csv:2:3: '0': bad probability"},
           Bad{"talks,good,1.5,2026-02-03,USA,COL,visit\n", "s.csv:2:3: '1.5': bad probability"},
           Bad{"talks,good,50 %,2026-02-03,USA,COL,visit\n", "s.csv:2:3: '50 %': bad probability"},
           Bad{"talks,good,0.5,2026-02-03,USA,COL,visit\ntalks,good,0.6,2026-02-03,COL,USA,visit\n",
               "s.csv:3:3: '0.6': two probabilities: the outcome 'good' has 0.5 already"},
           Bad{"talks,good,0.5,2026-02-03,USA,COL,visit\ntalks,bad,0.6,2026-02-03,COL,USA,visit\n",
               "s.csv:2:1: 'talks': probabilities above 1: its outcomes exclude each other, and sum to 1.1"},
           Bad{"talks,good,0.5,2026-02-31,USA,COL,visit\n", "s.csv:2:4: '2026-02-31': bad date"},
           Bad{"talks,good,0.5,2026-02-03,USA,USA,visit\n", "s.csv:2:6: 'USA': source is target"},
           Bad{"talks,good,0.5\n", "wrong number of fields"},
       })
    EXPECT_NE(refusal([&, r = rows] { (void)read(header + r); }).find(message), std::string::npos)
        << message << " is not in " << refusal([&, r = rows] { (void)read(header + r); });
  EXPECT_TRUE(
      refusal([&] { (void)read(header + "talks,,1,2026-02-03,USA,COL,visit\n"); }).ends_with("; nothing is forecast"));
}

}  // namespace
}  // namespace detente
