#include "detente/questions/ahead/outlook.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "detente/output/wording/outlook_text.hpp"
#include "support/clashes.hpp"
#include "support/dates.hpp"

namespace detente {
namespace {

using test::aaa_bbb;
using test::clashes;
using test::made_up_calibration;
using test::two_speed_scoring;

/// The outlook at the end of two years of clashes.
Outlook asked(const Scoring& scoring, const Selection& selection = aaa_bbb,
              Calibration calibration = made_up_calibration(two_speed_scoring())) {
  IndexRequest request{.selection = selection, .scoring = scoring, .band = {}};
  request.calibration = std::move(calibration);
  return index_report(clashes(24), request).headline.outlook.value();
}

TEST(Outlook, IsWhatTheCalibrationSaysOfBothPartsOfTheStrain) {
  const Outlook out = asked(two_speed_scoring());
  EXPECT_EQ(out.standing, CalibrationStanding::calibrated);
  EXPECT_EQ(out.day, test::day("2001-12-31"));
  const EventLog log = clashes(24);
  const Scoring how = two_speed_scoring();
  const Coding coding = code_events(log, aaa_bbb, how.codebook, how.rules, false);
  const Day last = test::day("2001-12-31");
  const Strain strain =
      strain_at(*how.model.as<TwoSpeed>(), impulses_for(how.model, coding.acts).both, std::span(&last, 1)).front();
  EXPECT_GT(strain.chronic, strain.acute);
  const Calibration calibration = made_up_calibration(how);
  EXPECT_EQ(out.chance, chance_of_severe(calibration, strain.acute, strain.chronic));
  EXPECT_EQ(out.expected, expected_severe(calibration, strain.acute, strain.chronic));
  EXPECT_EQ(out.near, calibration.bins.front());
  EXPECT_EQ(out.hash, hash_of(calibration));
}

void expect_not(const Scoring& scoring, const Selection& selection, const char* why) {
  const Outlook out = asked(scoring, selection);
  EXPECT_EQ(out.standing, CalibrationStanding::not_calibrated);
  EXPECT_NE(out.why.find(why), std::string::npos) << out.why;
  EXPECT_FALSE(out.chance || out.expected || out.near);
}

TEST(Outlook, OtherCodingIsNotCalibrated) {
  Scoring other = two_speed_scoring();
  other.rules.mirrors = Mirrors::twice;
  expect_not(other, aaa_bbb, "the coding is 'one-a-day on, mirrors twice");
  other = two_speed_scoring();
  other.rules.status.probability[0] = 0.9;
  expect_not(other, aaa_bbb, "the coding is");
  other = two_speed_scoring();
  other.codebook = built_in_codebook("icews");
  expect_not(other, aaa_bbb, "the codebook is icews");
  other = two_speed_scoring();
  other.own_scores = true;
  expect_not(other, aaa_bbb, "the source of scores is file here and codebook there");
  other = two_speed_scoring();
  other.direction = DirectionChoice::forward;
  expect_not(other, aaa_bbb, "one direction");
  expect_not(two_speed_scoring("two_speed rho=0.5"), aaa_bbb, "rho is 0.5 here and 0.25 there");
  expect_not(two_speed_scoring("two_speed kappa=3"), aaa_bbb, "kappa is 3 here");
  expect_not(two_speed_scoring("two_speed half_life_acute=7"), aaa_bbb, "half_life_acute is 7 here");
  Selection selection = aaa_bbb;
  selection.actors = ActorTable({}, RollUp::cameo);
  expect_not(two_speed_scoring(), selection, "the roll-up is cameo here and none there");
  selection = aaa_bbb;
  selection.also = {{{"AAA", "CCC"}, 0.5}};
  expect_not(two_speed_scoring(), selection, "acts of others");
}

TEST(Outlook, AProvisionalProfileIsAnUncalibratedScale) {
  const SourceProfile gdelt = find_profile("gdelt").value();
  Scoring scoring = two_speed_scoring(with_profile("two_speed", gdelt));
  scoring.profile = gdelt;
  const Outlook out = asked(scoring);
  EXPECT_EQ(out.standing, CalibrationStanding::uncalibrated_scale);
  EXPECT_FALSE(out.chance);
  EXPECT_EQ(asked(scoring, aaa_bbb, made_up_calibration(scoring)).standing, CalibrationStanding::calibrated);
}

TEST(Outlook, SilenceAfterTheLastReportIsNoCalm) {
  Scoring scoring = two_speed_scoring();
  scoring.covered_to = test::day("2001-12-01");
  EXPECT_EQ(asked(scoring).standing, CalibrationStanding::calibrated);
  scoring.covered_to = test::day("2001-11-30");
  expect_not(scoring, aaa_bbb, "the reports end on 2001-11-29");
}

CalibrationCheck check_built_in(std::optional<SourceProfile> profile) {
  Scoring scoring = two_speed_scoring("two_speed rho=0.25 kappa=2");
  scoring.profile = std::move(profile);
  Selection selection = aaa_bbb;
  selection.actors = ActorTable({}, RollUp::cameo);
  return check_coding(built_in_calibration(), scoring, selection, test::day("2015-12-31"));
}

TEST(Outlook, TheBuiltInOneHoldsForKedsAlone) {
  EXPECT_EQ(check_built_in(find_profile("keds")).standing, CalibrationStanding::calibrated);
  const CalibrationCheck other = check_built_in(find_profile("cline"));
  EXPECT_EQ(other.standing, CalibrationStanding::uncalibrated_scale);
  EXPECT_EQ(other.why, "the profile is cline here and keds there");
  const CalibrationCheck own = check_built_in(profile_of_model("two_speed rho=0.25 kappa=2", *find_profile("gdelt")));
  EXPECT_EQ(own.standing, CalibrationStanding::not_calibrated);
  EXPECT_EQ(own.why, "the profile is own for gdelt here and keds there");
  EXPECT_EQ(check_built_in({}).why, "the profile is none here and keds there");
  SourceProfile mixed = *find_profile("keds");
  mixed.standing = ProfileStanding::provisional;
  EXPECT_EQ(check_built_in(mixed).why, "the keds profile is provisional here and chosen there");
}

TEST(Outlook, WhileTheSourceWarmsUpThereIsNone) {
  Scoring scoring = two_speed_scoring();
  scoring.covered_from = test::day("2001-06-01");
  const Outlook out = asked(scoring);
  EXPECT_EQ(out.standing, CalibrationStanding::warming_up);
  EXPECT_FALSE(out.chance || out.expected || out.near);
  EXPECT_EQ(outlook_lines(out),
            "a severe act within the next month: warming up: not calibrated, since the chronic part reads low until "
            "2002-05-27\n");
  scoring.covered_from = test::day("2000-01-01");
  EXPECT_EQ(asked(scoring).standing, CalibrationStanding::calibrated);
}

TEST(Outlook, OneIssueIsNotCalibrated) {
  Selection selection = aaa_bbb;
  selection.issue = "security";
  const auto fit = check_coding(made_up_calibration(two_speed_scoring()), two_speed_scoring(), selection, Day{});
  EXPECT_EQ(fit.standing, CalibrationStanding::not_calibrated);
  EXPECT_NE(fit.why.find("one issue"), std::string::npos);
}

/// What moves the index but not the strain, and what was known when.
TEST(Outlook, AsOfLambdaAndScaleKeepIt) {
  Selection selection = aaa_bbb;
  selection.as_of = test::day("2001-06-30");
  EXPECT_EQ(asked(two_speed_scoring(), selection).standing, CalibrationStanding::calibrated);
  EXPECT_EQ(asked(two_speed_scoring("two_speed lambda=0")).chance, asked(two_speed_scoring()).chance);
  Scoring other = two_speed_scoring();
  other.scale.slope = 3;
  EXPECT_EQ(asked(other).chance, asked(two_speed_scoring()).chance);
}

TEST(Outlook, ItsOwnYearsAreInSample) {
  Calibration calibration = made_up_calibration(two_speed_scoring());
  calibration.last = test::day("2002-01-31");
  EXPECT_EQ(asked(two_speed_scoring(), aaa_bbb, calibration).standing, CalibrationStanding::in_sample);
  calibration.last = test::day("2001-12-31");  // January was not among its outcomes
  const Outlook after = asked(two_speed_scoring(), aaa_bbb, calibration);
  EXPECT_EQ(after.standing, CalibrationStanding::calibrated);
  EXPECT_TRUE(after.chance);
}

TEST(Outlook, NoOtherModelHasOne) {
  IndexRequest request{.selection = aaa_bbb, .scoring = two_speed_scoring("latent_level"), .band = {}};
  request.calibration = made_up_calibration(two_speed_scoring());
  EXPECT_FALSE(index_report(clashes(24), request).headline.outlook);
}

/// Whatever calibration there is or none, the rows are the same to the last bit.
TEST(Outlook, MovesNoIndex) {
  const EventLog log = clashes(24);
  IndexRequest request{.selection = aaa_bbb, .scoring = two_speed_scoring(), .band = {}};
  const IndexReport without = index_report(log, request);
  request.calibration = made_up_calibration(two_speed_scoring());
  request.calibration->chance.at = {5, -3, 2};
  const IndexReport with = index_report(log, request);
  ASSERT_EQ(without.series.rows.size(), 24U);
  ASSERT_EQ(with.series.rows.size(), 24U);
  for (std::size_t i = 0; i < with.series.rows.size(); ++i) {
    EXPECT_EQ(with.series.rows[i].index, without.series.rows[i].index);
    EXPECT_EQ(with.series.rows[i].level, without.series.rows[i].level);
    EXPECT_EQ(with.series.rows[i].heat, without.series.rows[i].heat);
  }
  EXPECT_EQ(with.daily.index, without.daily.index);
}

// ---- in words ----

Outlook worded() {
  Outlook out;
  out.day = test::day("2012-03-31");
  out.standing = CalibrationStanding::calibrated;
  out.calibration = "KEDS Levant 1979–2011";
  out.chance = 0.341;
  out.expected = 0.62;
  out.near = CalibrationBin{.from = 0.3,
                            .to = 0.5,
                            .months = 640,
                            .chance = 0.38,
                            .share = 0.4,
                            .pairs = 5,
                            .lowest = 0.12,
                            .highest = 0.61,
                            .expected = 0.9,
                            .counted = 1};
  return out;
}

TEST(Outlook, SaysWhoseTheNumberIs) {
  EXPECT_EQ(outlook_text(worded()), "a severe act within the next month: 34 % (calibrated on KEDS Levant 1979–2011)");
  EXPECT_EQ(outlook_text(worded(), Script::ascii),
            "a severe act within the next month: 34 % (calibrated on KEDS Levant 1979-2011)");
  Outlook other = worded();
  other.standing = CalibrationStanding::in_sample;
  EXPECT_EQ(outlook_text(other),
            "a severe act within the next month: 34 % (in sample: fitted on KEDS Levant 1979–2011)");
  other = {.day = other.day, .standing = CalibrationStanding::not_calibrated, .why = "rho is 1 here and 2 there"};
  EXPECT_EQ(outlook_text(other), "a severe act within the next month: not calibrated");
  EXPECT_EQ(outlook_lines(other), "a severe act within the next month: not calibrated: rho is 1 here and 2 there\n");
}

TEST(Outlook, ShowsReliabilityAndTheSpreadOfPairs) {
  EXPECT_EQ(
      outlook_lines(worded()),
      "a severe act within the next month: 34 % (calibrated on KEDS Levant 1979–2011); expected number 0.62\n"
      "near that chance: of 640 months, forecast 38 % on average, 40 % were followed by one; single pairs 12–61 %; "
      "0.90 acts expected, 1.00 observed\n");
}

TEST(Outlook, NothingIsCertain) {
  EXPECT_EQ(chance_text(0.0049), "under 1 %");
  EXPECT_EQ(chance_text(0.01), "1 %");
  EXPECT_EQ(chance_text(0.991), "over 99 %");
}

}  // namespace
}  // namespace detente
