// Run lengths of the CUSUM: published tables, simulation, laws, the way back to h.
#include "detente/processes/shifts/run_length.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "detente/ground/random.hpp"
#include "detente/processes/shifts/page_cusum.hpp"
#include "support/misuse.hpp"

namespace detente {
namespace {

/// Montgomery's table 9.4 (both sides, k = 0.5), which has three digits.
TEST(RunLength, IsThePublishedTable) {
  struct Row {
    double shift, h4, h5;
  };
  for (const Row& row : {Row{0, 168, 465}, Row{0.25, 74.2, 139}, Row{0.5, 26.6, 38.0}, Row{0.75, 13.3, 17.0},
                         Row{1, 8.38, 10.4}, Row{1.5, 4.75, 5.75}, Row{2, 3.34, 4.01}, Row{3, 2.19, 2.57}}) {
    EXPECT_NEAR(average_run_length(0.5, 4, row.shift), row.h4, 0.006 * row.h4) << row.shift;
    EXPECT_NEAR(average_run_length(0.5, 5, row.shift), row.h5, 0.006 * row.h5) << row.shift;
  }
}

/// Mean and standard error of simulated run lengths.
struct Simulated {
  double mean, error;
};
Simulated simulate_run_length(const CusumOptions& options, double shift, int runs) {
  const PageCusum cusum(options);
  const Draws draws(7);
  double sum = 0, squares = 0;
  for (int run = 0; run < runs; ++run) {
    PageCusum::State state;
    while (cusum.alarm(state) == CusumAlarm::none)
      cusum.observe(state, shift + draws.normal(Purpose::model_noise, static_cast<std::uint32_t>(run), state.seen));
    const auto length = static_cast<double>(state.seen);
    sum += length, squares += length * length;
  }
  const double mean = sum / runs;
  return {mean, std::sqrt((squares / runs - mean * mean) / runs)};
}

TEST(RunLength, IsWhatSimulationFinds) {
  struct Row {
    double k, h, shift;
    int runs;
  };
  for (const Row& row : {Row{0.5, 3, 0, 3000}, Row{0.5, 4, 1, 20000}, Row{0.25, 2, -0.5, 20000}, Row{0, 3, 0, 20000}}) {
    const Simulated found = simulate_run_length({0, 1, row.k, row.h}, row.shift, row.runs);
    EXPECT_NEAR(average_run_length(row.k, row.h, row.shift), found.mean, 4 * found.error) << row.h;
    EXPECT_LT(found.error, 0.03 * found.mean);
  }
}

TEST(RunLength, OfAHighSlackIsThatOfSingleValues) {
  const double chance = std::erfc(3 / std::sqrt(2.0));  // |z| > 3
  EXPECT_NEAR(average_run_length(3, 1e-9), 1 / chance, 1e-5 / chance);
}

TEST(RunLength, OfBothSidesIsHalfOfOneWithoutShift) {
  EXPECT_NEAR(average_run_length(0.5, 4), average_run_length(0.5, 4, 0, CusumSides::upper) / 2, 1e-9);
  EXPECT_EQ(average_run_length(0.5, 4, 0.7), average_run_length(0.5, 4, -0.7));
}

TEST(RunLength, GrowsWithTheIntervalAndFallsWithTheShift) {
  double shorter = 0;
  for (double h = 0.25; h <= 12; h += 0.25) {
    const double length = average_run_length(0.5, h);
    EXPECT_GT(length, shorter) << h;
    shorter = length;
  }
  for (double shift = 0; shift < 4; shift += 0.25)
    EXPECT_GT(average_run_length(0.5, 5, shift), average_run_length(0.5, 5, shift + 0.25)) << shift;
}

TEST(RunLength, BeyondPrecisionIsInfinite) {
  EXPECT_TRUE(std::isinf(average_run_length(1, 30)));
  EXPECT_TRUE(std::isinf(average_run_length(0.5, 5, -20, CusumSides::upper)));
  EXPECT_NEAR(average_run_length(0.5, 100, 10), 100 / 9.5, 1) << "one side is enough";
}

TEST(DecisionInterval, IsTheWayBack) {
  for (const double k : {0.0, 0.25, 0.5, 1.0})
    for (const double wanted : {10.0, 370.0}) {
      const double h = decision_interval(k, wanted);
      EXPECT_NEAR(average_run_length(k, h), wanted, 1e-6 * wanted) << k;
    }
  EXPECT_NEAR(decision_interval(0.5, 465.4), 5, 0.001);
  EXPECT_NEAR(decision_interval(0.5, 930.9, CusumSides::upper), 5, 0.001);
}

TEST(RunLength, MisuseIsNamed) {
  const auto length = [](double k, double h, double shift) {
    return test::misuse([=] { average_run_length(k, h, shift); });
  };
  EXPECT_EQ(length(0.5, 0, 0), "h = 0: is above 0 and at most 100 standard deviations");
  EXPECT_EQ(length(0.5, 101, 0), "h = 101: is above 0 and at most 100 standard deviations");
  EXPECT_EQ(length(-1, 4, 0).substr(0, 6), "k = -1");
  EXPECT_EQ(length(0.5, 4, 101).substr(0, 11), "shift = 101");
  EXPECT_EQ(test::misuse([] { decision_interval(0.5, 1.2); }),
            "run_length = 1.2: is above that of h = 0, and at most 1e9");
  EXPECT_EQ(test::misuse([] { decision_interval(0, 1e8); }), "run_length = 100000000: is reached by an h up to 64");
}

}  // namespace
}  // namespace detente
