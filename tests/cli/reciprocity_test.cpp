#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

#include "cli/program.hpp"
#include "detente/ground/day.hpp"
#include "detente/processes/hawkes/simulation.hpp"
#include "support/weis_counts.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

/// A chronology in which COL answers every second threat of the USA within days, and the USA none of COL's.
std::string one_sided_history() {
  const HawkesEvents events = simulate({{0.05, 0.15}, {0.2, 0.5, 0, 0.2}, {0.15}}, 2, {{{0, 1500}}});
  std::string out = "date,source,target,event\n";
  for (std::size_t i = 0; i < events.size(); ++i) {
    const bool forward = events.columns().streams[i] == 0;
    const Day day = Day::from_civil(2015, 1, 1) + static_cast<std::int32_t>(std::floor(events.columns().times[i]));
    out += fmt::format("{},{},{},threat_of_force\n", to_text(day), forward ? "COL" : "USA", forward ? "USA" : "COL");
  }
  return out;
}

Outcome ask(const std::string& more) {
  static const std::string history = one_sided_history();
  std::istringstream words("reciprocity - --dyad USA:COL --replicates 0 " + more);
  return run({std::istream_iterator<std::string>(words), {}}, history);
}

TEST(Reciprocity, SaysWhoAnswersWhomAndWhatItCannotKnow) {
  const Outcome outcome = ask("");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  for (const char* part : {"USA–COL: hostile acts USA→COL", "COL answers USA", "USA repeats itself", "under drift",
                           "not tested", "drifting rate", "same day", "gap in the coverage", "seed=1", "plain"})
    EXPECT_TRUE(contains(outcome.out, part)) << part << " is not in " << outcome.out;
}

TEST(Reciprocity, FindsTheOneWhoAnswers) {
  const Outcome outcome = ask("--output json");
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const Json json = Json::parse(outcome.out);
  const Json& usa_answers = json.at("ratios").at(0);
  const Json& col_answers = json.at("ratios").at(1);
  EXPECT_EQ(usa_answers.at("who"), "USA");  // in the order that was asked for
  EXPECT_EQ(col_answers.at("who"), "COL");
  EXPECT_GT(col_answers.at("ratio").get<double>(), 0.3);
  EXPECT_LT(usa_answers.at("ratio").get<double>(), 0.15);
  EXPECT_EQ(json.at("source"), "COL");
  EXPECT_TRUE(json.at("tests").at("answers").is_null());
  EXPECT_EQ(json.at("provenance").at("model"),
            "hawkes ties=jitter draws=20 half_lives=one marks=one replicates=0 seed=1");
}

TEST(Reciprocity, CsvHasTheFourRatiosOfTheJson) {
  const auto lines = lines_of(ask("--output csv").out);
  const Json ratios = Json::parse(ask("--output json").out).at("ratios");
  ASSERT_EQ(lines.size(), 5U);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto fields = fields_of(lines[i + 1]);
    ASSERT_EQ(fields.size(), 12U) << lines[i + 1];
    EXPECT_EQ(fields[0], ratios.at(i).at("who"));
    EXPECT_EQ(std::stod(fields[2]), ratios.at(i).at("ratio").get<double>());
  }
}

TEST(Reciprocity, TheSeedMovesWhatTheDatesLeaveOpen) {
  EXPECT_EQ(ask("--output csv").out, ask("--output csv --seed 1").out);
  EXPECT_NE(ask("--output csv").out, ask("--output csv --seed 2").out);
  EXPECT_EQ(ask("--output csv --ties strict").out, ask("--output csv --ties strict --seed 2").out);
}

TEST(Reciprocity, WindowsAndChangesAreHeard) {
  const Json all = Json::parse(ask("--output json --ties strict").out);
  const Json half =
      Json::parse(ask("--output json --ties strict --observed 2015/2016 --observed 2016-07/2018 --change 2017-03").out);
  EXPECT_EQ(half.at("days"), 365 + 184 + 365);
  EXPECT_LT(half.at("sides").at(0).at("events"), all.at("sides").at(0).at("events"));
  EXPECT_TRUE(contains(half.at("caveats").dump(), "2 windows"));
}

TEST(Reciprocity, TestsWhatItFinds) {
  const Outcome outcome =
      run({"reciprocity", "-", "--dyad", "USA:COL", "--replicates", "19", "--ties", "strict"}, one_sided_history());
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_TRUE(contains(outcome.out, "each side repeats itself, neither answers: p = 0.050 (19 replicates)"))
      << outcome.out;
}

TEST(Reciprocity, RefusesAChronologyOfTurningPoints) {
  const Outcome outcome = run("reciprocity " + news + " --dyad USA:COL");
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(contains(outcome.err, "at least 100")) << outcome.err;
}

TEST(Reciprocity, MisuseNamesTheOption) {
  struct Wrong {
    const char *words, *said;
  };
  for (const Wrong& wrong : {Wrong{"--ties often", "--ties often"}, Wrong{"--ties jiter", "did you mean jitter?"},
                             Wrong{"--marks two", "one, points"}, Wrong{"--half-lives three", "one, two"},
                             Wrong{"--draws 3", "at least 20"}, Wrong{"--draws many", "--draws"},
                             Wrong{"--observed 2015", "FROM/TO"}, Wrong{"--observed 2016/2015", "exclusive"},
                             Wrong{"--change soon", "--change soon"}, Wrong{"--seed -1", "--seed"}}) {
    const Outcome outcome = ask(wrong.words);
    EXPECT_EQ(outcome.code, 2) << wrong.words << ": " << outcome.err;
    EXPECT_TRUE(contains(outcome.err, wrong.said)) << outcome.err;
  }
}

TEST(Reciprocity, ItsProvenanceSaysHowTheCodebookWasTold) {
  const Outcome told =
      run({"reciprocity", "-", "--dyad", "BOS:SRB", "--replicates", "0", "--draws", "20", "--output", "json"},
          test::keds_of(test::weis_of_war()));
  ASSERT_EQ(told.code, 0) << told.err;
  EXPECT_TRUE(contains(told.out, "\"codebook weis: it knows")) << told.out;
}

}  // namespace
}  // namespace detente::cli_test
