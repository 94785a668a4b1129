#include "detente/questions/ahead/calibration_months.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "detente/readers/pair_list.hpp"
#include "detente/readers/read_events.hpp"
#include "support/clashes.hpp"
#include "support/misuse.hpp"
#include "support/refusal.hpp"

namespace detente {
namespace {

using test::two_speed_scoring;

/// `pairs` pairs that fight in some months, the n-th n times.
DyadRows rows_of(std::size_t pairs, int months) {
  EventLog log;
  for (std::size_t pair = 0; pair < pairs; ++pair)
    for (int month = 0; month < months; ++month)
      for (std::size_t act = 0; act < pair; ++act) {
        if ((static_cast<std::size_t>(month * month + month / 5) + 3 * pair) % 7 < 3) continue;
        const Day day = Day::from_civil(2000 + month / 12, month % 12 + 1, static_cast<int>(1 + 3 * act));
        log.add({.date = {day, day}, .source = "AAA", .target = "B" + std::to_string(pair), .code = "190"});
      }
  DyadRows out;
  out.finish(std::move(log));
  return out;
}

TEST(CalibrationMonths, AreThoseAYearOfReportsLiesBefore) {
  CalibrationRequest request{.scoring = two_speed_scoring()};
  request.least_events = 1;
  const Calibration found = calibrate(rows_of(9, 60), request);
  EXPECT_EQ(found.pairs, 8U);  // one of the nine has no event
  EXPECT_EQ(found.first, Day::from_civil(2000, 12, 1));
  EXPECT_EQ(found.coding, coding_of(request.scoring, RollUp::none));
  // December 2000 to the month before the last whole one, in which reports end before its end.
  EXPECT_EQ(found.months, 8U * 47);
}

TEST(CalibrationMonths, CoverageIsTheCallersToSay) {
  CalibrationRequest request{.scoring = two_speed_scoring()};
  request.least_events = 1;
  request.from = Day::from_civil(2000, 1, 1);
  request.to = Day::from_civil(2005, 1, 1);
  const Calibration found = calibrate(rows_of(9, 60), request);
  EXPECT_EQ(found.months, 8U * 48);
  EXPECT_EQ(found.last, Day::from_civil(2004, 12, 31));
}

TEST(CalibrationMonths, TheProfileIsPartOfTheCoding) {
  Scoring scoring = two_speed_scoring();
  EXPECT_EQ(coding_of(scoring, RollUp::none).profile, "none");
  scoring.profile = find_profile("cline");
  EXPECT_EQ(coding_of(scoring, RollUp::none).profile, "cline");
  EXPECT_EQ(coding_of(scoring, RollUp::none).profile_standing, "provisional");
  scoring.profile = profile_of_model("two_speed rho=0.9", *scoring.profile);
  EXPECT_EQ(coding_of(scoring, RollUp::none).profile, "own for cline");
}

TEST(CalibrationMonths, PairsAreChosenByNameOrByEvents) {
  CalibrationRequest request{.scoring = two_speed_scoring()};
  request.pairs = {{"B3", "AAA"}, {"AAA", "B4"}, {"AAA", "B5"}, {"AAA", "B6"}, {"AAA", "B7"}};
  EXPECT_EQ(calibrate(rows_of(9, 60), request).pairs, 5U);
  request.pairs.push_back({"AAA", "ZZZ"});
  EXPECT_EQ(test::refusal([&] { calibrate(rows_of(9, 60), request); }), "no event of the pair AAA:ZZZ");
  request.pairs.clear();
  request.least_events = 120;  // some 34 months of 4 acts or more
  EXPECT_EQ(calibrate(rows_of(9, 60), request).pairs, 5U);
}

TEST(CalibrationMonths, OnlyWholeRelationsOfTwoSpeedAndWhatIsSevere) {
  const DyadRows rows = rows_of(6, 60);
  EXPECT_NE(test::misuse([&] { calibrate(rows, {.scoring = two_speed_scoring("latent_level")}); }).find("two_speed"),
            std::string::npos);
  Scoring one_way = two_speed_scoring();
  one_way.direction = DirectionChoice::forward;
  EXPECT_NE(test::misuse([&] { calibrate(rows, {.scoring = one_way}); }).find("both sides"), std::string::npos);
  Scoring nothing = two_speed_scoring();
  nothing.codebook = Codebook("mine", "1", {{.code = "190", .score = -10}});
  EXPECT_NE(test::misuse([&] { calibrate(rows, {.scoring = nothing}); }).find("calls no code severe"),
            std::string::npos);
}

// ---- the built-in calibration ----

const std::filesystem::path file = std::filesystem::path(DETENTE_SHARED) / "data/events/keds_levant_cameo.tsv";
const std::string examples = DETENTE_EXAMPLES_DATA;

void expect_near(const CalibrationCurve& curve, const CalibrationCurve& expected) {
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(curve.at[i], expected.at[i], 1e-6);
    EXPECT_NEAR(curve.error[i], expected.error[i], 1e-6);
  }
}

/// The command in lib/questions/ahead/keds_levant.cpp makes it, from the data that it names.
TEST(BuiltInCalibration, IsWhatTheDataGive) {
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "there is no " << file;
  const std::string actors = examples + "/levant_actors.csv", pairs = examples + "/levant_pairs.csv";
  DyadRows rows(ActorTable::parse(*open_bytes(actors), actors, RollUp::cameo));
  ReadResult read = read_events(file, {.brief = true});
  rows.finish(std::move(read.log));
  CalibrationRequest request{.scoring = two_speed_scoring()};
  request.scoring.profile = find_profile("keds");
  request.pairs = parse_pair_list(*open_bytes(pairs), pairs);
  request.from = read.files.front().first_day;
  request.to = *read.files.front().last_day + 1;
  const Calibration found = calibrate(rows, request);
  const Calibration& built_in = built_in_calibration();
  EXPECT_EQ(found.coding, built_in.coding);
  EXPECT_EQ(found.first, built_in.first);
  EXPECT_EQ(found.last, built_in.last);
  EXPECT_EQ(found.pairs, 46U);
  EXPECT_EQ(found.months, built_in.months);
  EXPECT_EQ(found.severe_months, built_in.severe_months);
  expect_near(found.chance, built_in.chance);
  expect_near(found.count, built_in.count);
  EXPECT_NEAR(found.alpha, built_in.alpha, 1e-6);
  ASSERT_FALSE(built_in.bins.empty());
  ASSERT_EQ(found.bins.size(), built_in.bins.size());
  for (std::size_t i = 0; i < found.bins.size(); ++i) {
    EXPECT_EQ(found.bins[i].months, built_in.bins[i].months);
    EXPECT_NEAR(found.bins[i].chance, built_in.bins[i].chance, 1e-6);
    EXPECT_EQ(found.bins[i].share, built_in.bins[i].share);
    EXPECT_EQ(found.bins[i].lowest, built_in.bins[i].lowest);
  }
}

/// The reference counts a day's mutual fighting once, we count both sides' acts; and it does not leave the first year
/// out.
TEST(BuiltInCalibration, IsNearTheReference) {
  const Calibration& built_in = built_in_calibration();
  EXPECT_EQ(built_in.name, "KEDS Levant 1979–2011");
  EXPECT_NEAR(built_in.count.at[0], -4.19, 0.1);
  EXPECT_NEAR(built_in.count.at[1], 0.26, 0.07);
  EXPECT_NEAR(built_in.count.at[2], 0.94, 0.05);
  EXPECT_EQ(parse_calibration(*bytes_of(to_text(built_in)), "text"), built_in);
}

}  // namespace
}  // namespace detente
