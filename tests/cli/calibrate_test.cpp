#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "detente/ground/day.hpp"

namespace detente::cli_test {
namespace {

using Json = nlohmann::json;

/// KEDS events of eight pairs over six years; the n-th pair fights n times in two months of three, by a code that WEIS
/// does not have.
std::string events() {
  std::string out = "date\tsource\ttarget\tcode\n";
  for (int month = 0; month < 72; ++month)
    for (int pair = 1; pair <= 8; ++pair) {
      const auto line = [&](int day, const char* source, const char* code) {
        out += to_text(Day::from_civil(2001 + month / 12, month % 12 + 1, day)) + "\t" + source + "\tBB" +
               static_cast<char>('A' + pair) + "\t" + code + "\n";
      };
      line(2, "AAA", "042");
      for (int act = 0; act < pair && (month + pair) % 3 != 0; ++act) line(4 + 3 * act, "AAA", "1831");
    }
  return out;
}

/// A GDELT 2 row of 61 columns: AAA fights BBB.
std::string gdelt_row(int n) {
  std::vector<std::string> fields(61);
  const std::string day = to_text(Day::from_civil(2019, 1, 1) + 30 * n);
  fields[0] = std::to_string(880000000 + n);
  fields[1] = day.substr(0, 4) + day.substr(5, 2) + day.substr(8, 2);
  fields[7] = "AAA";
  fields[17] = "BBB";
  fields[25] = "1";
  fields[26] = fields[27] = "190";
  fields[28] = "19";
  fields[29] = "4";
  fields[30] = "-10.0";
  fields[31] = fields[32] = fields[33] = "4";
  fields[59] = fields[1] + "120000";
  std::string out;
  for (const std::string& field : fields) out += field + '\t';
  out.back() = '\n';
  return out;
}

struct Files {
  Scratch scratch;
  std::string keds = scratch / "keds.tsv", mine = scratch / "mine.csv";
  Files() { write_text(keds, events()); }
};

TEST(Calibrate, FitsWhatForecastAndIndexThenUse) {
  const Files files;
  const Outcome fit = run({"calibrate", files.keds, "--least-events", "50", "--name", "Mine", "--to-file", files.mine});
  ASSERT_EQ(fit.code, 0) << fit.err;
  EXPECT_TRUE(contains(read_text(files.mine), "# name: Mine\n"));
  EXPECT_TRUE(contains(read_text(files.mine), "# profile: keds\n# profile_standing: chosen\n"));
  const Outcome ahead =
      run({"forecast", files.keds, "--dyad", "AAA:BBF", "--as-of", "2006-06", "--calibration", files.mine});
  ASSERT_EQ(ahead.code, 0) << ahead.err;
  for (const char* part : {"a severe act within the next month:", "in sample: fitted on Mine", "own history",
                           "own last year", "silent", "near that chance: "})
    EXPECT_TRUE(contains(ahead.out, part)) << part << " is not in " << ahead.out;
  const Outcome index = run({"index", files.keds, "--dyad", "AAA:BBF", "--model", "two_speed", "--no-bands", "--as-of",
                             "2006-06", "--calibration", files.mine, "--output", "json"});
  ASSERT_EQ(index.code, 0) << index.err;
  const Json outlook = Json::parse(index.out)["headline"]["outlook"];
  EXPECT_EQ(outlook["standing"], "in sample");
  EXPECT_GT(outlook["chance"], 0);
  EXPECT_TRUE(contains(Json::parse(index.out)["headline"]["text"], "A severe act within the next month:"));
}

TEST(Calibrate, ComesInThreeForms) {
  const Files files;
  const auto form = [&](const char* name) {
    return run({"calibrate", files.keds, "--least-events", "50", "--output", name});
  };
  EXPECT_TRUE(contains(form("table").out, "standard errors, clustered by pair"));
  const Json json = Json::parse(form("json").out);
  EXPECT_EQ(json["pairs"], 8);
  EXPECT_EQ(json["coding"]["roll_up"], "cameo");
  EXPECT_TRUE(contains(form("csv").out, "from,to,months,chance,share,pairs,lowest,highest,expected,counted\n"));
}

TEST(Calibrate, RefusesTooLittleByTheNameOfTheRule) {
  const Files files;
  const Outcome few = run({"calibrate", files.keds, "--least-events", "1", "--as-of", "2002-03"});
  EXPECT_EQ(few.code, 3);
  EXPECT_TRUE(contains(few.err, "at least 30 months")) << few.err;
  const Outcome pairs = run({"calibrate", files.keds, "--least-events", "330"});
  EXPECT_EQ(pairs.code, 3);
  EXPECT_TRUE(contains(pairs.err, "at least 5 pairs")) << pairs.err;
  EXPECT_EQ(run({"calibrate", files.keds, "--model", "latent_level"}).code, 2);
  EXPECT_EQ(run({"calibrate", files.keds, "--issue", "x"}).code, 2);
  EXPECT_EQ(run({"calibrate", files.keds, "--direction", "forward"}).code, 2);
}

TEST(Forecast, RefusesWithoutACalibrationAndSaysHowToFitOne) {
  const Files files;
  const Outcome other = run({"forecast", files.keds, "--dyad", "AAA:BBF", "--mirrors", "twice"});
  EXPECT_EQ(other.code, 3);
  EXPECT_TRUE(contains(other.err, "detente calibrate FILES --to-file mine.csv")) << other.err;
  EXPECT_TRUE(contains(other.err, "the coding is")) << other.err;
}

/// The same codebook, roll-up, rho and kappa, and yet another source.
TEST(Calibrate, TheBuiltInOneIsNotForGdeltWithTheNumbersOfKeds) {
  std::string rows;
  for (int n = 0; n < 20; ++n) rows += gdelt_row(n);
  const Outcome index = run({"index", "-", "--dyad", "AAA:BBB", "--model", "two_speed rho=0.25 kappa=2", "--roll-up",
                             "cameo", "--no-bands", "--output", "json"},
                            rows);
  ASSERT_EQ(index.code, 0) << index.err;
  const Json outlook = Json::parse(index.out)["headline"]["outlook"];
  EXPECT_EQ(outlook["standing"], "not calibrated");
  EXPECT_EQ(outlook["why"], "the profile is own for gdelt here and keds there");
}

/// What was said on standard error of how the files were taken stands in the result too.
TEST(Forecast, SaysHowTheCodebookWasTold) {
  const Files files;
  const Outcome found = run({"forecast", files.keds, "--dyad", "AAA:BBF", "--as-of", "2006-06", "--output", "json"});
  ASSERT_EQ(found.code, 0) << found.err;
  const Json assumptions = Json::parse(found.out)["provenance"]["assumptions"];
  ASSERT_FALSE(assumptions.empty());
  EXPECT_TRUE(assumptions[0].get<std::string>().starts_with("codebook gdelt: ")) << assumptions;
  EXPECT_TRUE(contains(found.err, "assumed: " + assumptions[0].get<std::string>())) << found.err;
}

/// A profile of the user's own goes with the source that it was written for.
TEST(Calibrate, AnOwnProfileIsForOneSource) {
  const Files files;
  const Outcome index =
      run({"index", files.keds, "--dyad", "AAA:BBF", "--model", "two_speed rho=0.9", "--no-bands", "--output", "json"});
  ASSERT_EQ(index.code, 0) << index.err;
  const Json profile = Json::parse(index.out)["provenance"]["profile"];
  EXPECT_EQ(profile["name"], "own");
  EXPECT_EQ(profile["source"], "keds");
  EXPECT_EQ(profile["rho"], 0.9);
  EXPECT_EQ(profile["kappa"], 2);
  const Outcome fit =
      run({"calibrate", files.keds, "--model", "two_speed rho=0.9", "--least-events", "50", "--to-file", files.mine});
  ASSERT_EQ(fit.code, 0) << fit.err;
  EXPECT_TRUE(contains(read_text(files.mine), "# profile: own for keds\n# profile_standing: the user's\n"));
  const Outcome panel = run({"panel", files.keds, "--model", "two_speed rho=0.9", "--output", "json"});
  EXPECT_EQ(Json::parse(panel.out.substr(0, panel.out.find('\n')))["source_profile"],
            "own for keds: rho=0.9 kappa=2, the user's");
}

TEST(Forecast, SaysHowToFitACalibration) {
  const Outcome without = run({"forecast", DETENTE_EXAMPLES_DATA "/us_colombia_2025_2026.csv", "--dyad", "USA:COL"});
  EXPECT_EQ(without.code, 3);
  EXPECT_TRUE(contains(without.err, "coded like these: detente calibrate FILES --to-file mine.csv")) << without.err;
}

TEST(Forecast, RefusesToBeginBeyondReportsOrBeforeTheSourceIsWarm) {
  const Files files;
  const auto as_of = [&](const char* day) {
    return run({"forecast", files.keds, "--dyad", "AAA:BBF", "--as-of", day});
  };
  const Outcome beyond = as_of("2020-01");
  EXPECT_EQ(beyond.code, 3);
  EXPECT_TRUE(contains(beyond.err, "no forecast from 2020-02-01: the reports end on 2006-12-25")) << beyond.err;
  EXPECT_TRUE(contains(beyond.err, "; see --as-of")) << beyond.err;
  EXPECT_EQ(as_of("2006-12-26").code, 3);
  EXPECT_EQ(as_of("2006-12-25").code, 0);
  const Outcome cold = as_of("2001-06");
  EXPECT_EQ(cold.code, 3);
  EXPECT_TRUE(contains(cold.err, "warming up (the reports begin on 2001-01-02")) << cold.err;
}

TEST(Forecast, ComesInThreeForms) {
  const Files files;
  const auto form = [&](const char* name) {
    return run({"forecast", files.keds, "--dyad", "AAA:BBF", "--as-of", "2006-06", "--output", name}).out;
  };
  EXPECT_TRUE(contains(form("table"), "AAA–BBF from 2006-07-01 to 2006-07-31"));
  EXPECT_TRUE(contains(form("table"), " on 2006-06-30 by the keds profile\n"));
  const Json json = Json::parse(form("json"));
  EXPECT_EQ(json["fan"].size(), 31U);
  EXPECT_EQ(json["outlook"]["calibration"], "KEDS Levant 1979–2011");
  EXPECT_EQ(json["own_last_year"]["months"], 12);
  const std::string csv = form("csv");
  EXPECT_TRUE(contains(csv, ",near_highest,standing\nKEDS Levant")) << csv;
  EXPECT_TRUE(contains(csv, ",in sample\nown,")) << csv;
  EXPECT_TRUE(contains(csv, "\nday,silent,lowest,low,middle,high,highest\n2006-07-01,"));
}

}  // namespace
}  // namespace detente::cli_test
