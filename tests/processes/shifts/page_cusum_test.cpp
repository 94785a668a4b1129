// Page's CUSUM: the reference value by value, going on from a state, missing values, when a shift began, misuse.
#include "detente/processes/shifts/page_cusum.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <filesystem>
#include <fstream>
#include <limits>

#include "support/golden.hpp"
#include "support/misuse.hpp"

namespace detente {
namespace {

TEST(PageCusumGolden, IsTheReferenceValueByValue) {
  const std::string folder = DETENTE_SHARED "/golden/";
  if (!std::filesystem::exists(folder + "changepoint")) GTEST_SKIP() << "no references in " << folder;
  std::ifstream in(folder + "changepoint/page_cusum.json");
  const auto file = nlohmann::json::parse(in);
  const auto& p = file.at("params");
  const PageCusum cusum({p.at("center").get<double>(), p.at("sd").get<double>(), p.at("k").get<double>(), 5});
  const test::Golden table(folder, "changepoint/page_cusum.csv", 400);
  std::vector<std::size_t> above, below;
  PageCusum::State state;
  for (std::size_t i = 0; i < table.size(); ++i) {
    cusum.observe(state, table("y", i));
    EXPECT_TRUE(test::meets(state.upper, table("pos", i), {1e-10, 1e-10})) << i;
    EXPECT_TRUE(test::meets(state.lower, table("neg", i), {1e-10, 1e-10})) << i;
    const CusumAlarm alarm = cusum.alarm(state);
    if (alarm == CusumAlarm::above || alarm == CusumAlarm::both) above.push_back(i + 1);
    if (alarm == CusumAlarm::below || alarm == CusumAlarm::both) below.push_back(i + 1);
  }
  EXPECT_EQ(above, file.at("expected").at("violations_upper").get<std::vector<std::size_t>>());
  EXPECT_EQ(below, file.at("expected").at("violations_lower").get<std::vector<std::size_t>>());
}

TEST(PageCusum, SumsWhatIsBeyondTheSlack) {
  const PageCusum cusum({10, 2, 0.5, 3});
  PageCusum::State state;
  for (const double value : {9.0, 10.5, 14.0, 14.0}) cusum.observe(state, value);  // z: −0.5, 0.25, 2, 2
  EXPECT_DOUBLE_EQ(state.upper, 3);
  EXPECT_EQ(cusum.alarm(state), CusumAlarm::none) << "an alarm is above h, not at it";
  EXPECT_EQ(state.above_since, 2U) << "the shift began with the third value";
  cusum.observe(state, 11.5);
  EXPECT_DOUBLE_EQ(state.upper, 3.25);
  EXPECT_EQ(cusum.alarm(state), CusumAlarm::above);
  EXPECT_EQ(state.lower, 0);
  EXPECT_EQ(state.below_since, 5U);
}

TEST(PageCusum, GoesOnFromACopyOfItsState) {
  const PageCusum cusum({});
  PageCusum::State whole, half;
  for (int i = 0; i < 20; ++i) cusum.observe(whole, i * 0.3 - 2);
  for (int i = 0; i < 11; ++i) cusum.observe(half, i * 0.3 - 2);
  PageCusum::State copy = half;
  for (int i = 11; i < 20; ++i) cusum.observe(copy, i * 0.3 - 2);
  EXPECT_EQ(copy, whole);
}

TEST(PageCusum, AMissingValueChangesNothing) {
  const PageCusum cusum({});
  PageCusum::State state;
  cusum.observe(state, 3);
  const PageCusum::State before = state;
  cusum.observe(state, std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(state, before);
}

TEST(PageCusum, MirroredValuesGiveMirroredSums) {
  const PageCusum cusum({});
  PageCusum::State state, mirrored;
  for (const double value : {1.2, -0.7, 2.5, 2.1, -3.0, -4.0, 0.3}) {
    cusum.observe(state, value);
    cusum.observe(mirrored, -value);
    EXPECT_EQ(state.upper, -mirrored.lower);
    EXPECT_EQ(state.lower, -mirrored.upper);
    EXPECT_EQ(state.above_since, mirrored.below_since);
  }
}

TEST(PageCusum, BothSidesCanAlarmAtOnce) {
  const PageCusum cusum({0, 1, 0, 1});
  PageCusum::State state;
  cusum.observe(state, 5);
  cusum.observe(state, -3);
  EXPECT_EQ(cusum.alarm(state), CusumAlarm::both);
}

TEST(PageCusum, MisuseIsNamed) {
  const double inf = std::numeric_limits<double>::infinity();
  EXPECT_EQ(test::misuse([] { PageCusum({0, 0}); }), "sd = 0: is above 0 and finite");
  EXPECT_EQ(test::misuse([] { PageCusum({0, 1, 0.5, 0}); }), "h = 0: is above 0 and finite");
  EXPECT_EQ(test::misuse([] { PageCusum({0, 1, -1}); }).substr(0, 6), "k = -1");
  EXPECT_EQ(test::misuse([&] { PageCusum({inf}); }).substr(0, 12), "target = inf");
}

}  // namespace
}  // namespace detente
