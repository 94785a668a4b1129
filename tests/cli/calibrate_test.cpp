#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

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
  const Outcome ahead = run({"forecast", files.keds, "--dyad", "AAA:BBF", "--calibration", files.mine});
  ASSERT_EQ(ahead.code, 0) << ahead.err;
  for (const char* part : {"a severe act within the next month:", "in sample: fitted on Mine", "own history",
                           "own last year", "silent", "single pairs"})
    EXPECT_TRUE(contains(ahead.out, part)) << part << " is not in " << ahead.out;
  const Outcome index = run({"index", files.keds, "--dyad", "AAA:BBF", "--model", "two_speed", "--no-bands",
                             "--calibration", files.mine, "--output", "json"});
  ASSERT_EQ(index.code, 0) << index.err;
  const Json outlook = Json::parse(index.out)["headline"]["outlook"];
  EXPECT_EQ(outlook["standing"], "in sample");
  EXPECT_GT(outlook["chance"], 0);
  EXPECT_TRUE(contains(Json::parse(index.out)["headline"]["text"], "a severe act within the next month:"));
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
  const Outcome few = run({"calibrate", files.keds});
  EXPECT_EQ(few.code, 3);
  EXPECT_TRUE(contains(few.err, "at least")) << few.err;
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

TEST(Forecast, ComesInThreeForms) {
  const Files files;
  const auto form = [&](const char* name) {
    return run({"forecast", files.keds, "--dyad", "AAA:BBF", "--as-of", "2006-06", "--output", name}).out;
  };
  EXPECT_TRUE(contains(form("table"), "AAA–BBF from 2006-07-01 to 2006-07-31"));
  const Json json = Json::parse(form("json"));
  EXPECT_EQ(json["fan"].size(), 31U);
  EXPECT_EQ(json["outlook"]["calibration"], "KEDS Levant 1979–2011");
  EXPECT_EQ(json["own_last_year"]["months"], 12);
  const std::string csv = form("csv");
  EXPECT_TRUE(contains(csv, "\nday,silent,lowest,low,middle,high,highest\n2006-07-01,"));
}

}  // namespace
}  // namespace detente::cli_test
