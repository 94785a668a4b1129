#include "detente/models/decay.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <stdexcept>

#include "support/table.hpp"

namespace detente {
namespace {

using test::number;
using test::read_table;

double any_half_life() { return *rc::gen::inRange(1, 100000) / 100.0; }

RC_GTEST_PROP(Decay, IsASemigroup, ()) {
  const Decay k(any_half_life());
  const double a = *rc::gen::inRange(0, 100000) / 64.0, b = *rc::gen::inRange(0, 100000) / 64.0;
  const double whole = k(a + b);
  RC_ASSERT(std::abs(whole - k(a) * k(b)) <= 1e-12 * whole + 1e-300);
}

RC_GTEST_PROP(Decay, HalvesInAHalfLife, ()) {
  const int days = *rc::gen::inRange(1, 3000);
  RC_ASSERT(Decay(days)(days) == 0.5);
  RC_ASSERT(Decay(days).whole(days) == 0.5);
}

/// On both sides of the table's ends, and in it: before it, where a table has no room, it is the formula too.
RC_GTEST_PROP(Decay, WholeDaysHaveTheBitsOfTheFormula, ()) {
  const Decay k(any_half_life());
  const int days = *rc::gen::inRange(-1100, 1100);
  RC_ASSERT(k.whole(days) == k(days));
}

TEST(Decay, HasItsLandmarks) {
  const Decay k(14);
  EXPECT_EQ(k(0), 1);
  EXPECT_EQ(k.whole(0), 1);
  EXPECT_EQ(k.whole(28), 0.25);
  EXPECT_EQ(k(std::numeric_limits<double>::infinity()), 0);
}

TEST(Decay, AGapOfAMillionDaysLeavesZero) {
  EXPECT_EQ(Decay(14).whole(1'000'000), 0);
  EXPECT_EQ(Decay(0.05).whole(1'000'000), 0);
  EXPECT_EQ(Decay(14).whole(std::numeric_limits<std::int64_t>::max()), 0);
}

TEST(Decay, InfinityNeverFades) {
  const Decay k(std::numeric_limits<double>::infinity());
  EXPECT_EQ(k(0), 1);
  EXPECT_EQ(k.whole(1'000'000), 1);
}

TEST(Decay, TheLeastHalfLifeIsNoTrap) {
  const Decay k(std::numeric_limits<double>::denorm_min());
  EXPECT_EQ(k(0), 1);
  EXPECT_EQ(k.whole(1), 0);
}

TEST(Decay, RefusesAHalfLifeThatIsNotAboveZero) {
  for (const double bad : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()})
    EXPECT_THROW(Decay{bad}, std::invalid_argument) << bad;
}

TEST(DecayedMoments, EffectiveNumberCountsEqualValues) {
  DecayedMoments m;
  EXPECT_EQ(m.effective_n(), 0);
  for (int i = 0; i < 5; ++i) m.add(2, 0.3);
  EXPECT_NEAR(m.effective_n(), 5, 1e-12);
  m.fade(0.5);
  EXPECT_NEAR(m.effective_n(), 5, 1e-12);
}

/// Equal values have no spread, however large they are and however often they are added.
TEST(DecayedMoments, EqualValuesHaveNoSpread) {
  for (const double x : {3.4, 1e8 + 0.1}) {
    DecayedMoments m;
    for (int i = 0; i < 1000; ++i) m.add(x, 0.7);
    EXPECT_LE(m.variance_of_mean(), 1e-20 * x * x) << x;
  }
}

TEST(DecayedMoments, VarianceOfTheMeanNeedsMoreThanOneValue) {
  DecayedMoments m;
  EXPECT_TRUE(std::isnan(m.variance_of_mean()));
  m.add(2, 1);
  EXPECT_TRUE(std::isnan(m.variance_of_mean()));
  m.add(4, 1);
  EXPECT_NEAR(m.variance_of_mean(), 1, 1e-12);  // s² = 2, n = 2
}

/// Brute force with 50 digits; sums of mixed signs cancel, so the error is measured against the sum of sizes.
class KernelSum {
 public:
  KernelSum() : events_(read_table(DETENTE_TEST_DATA "/synth_events.csv", 5000)) {}

  /// Sum of the events before `query`, or up to it, and of their sizes.
  struct Sums {
    double value = 0;
    double size = 0;
    int n = 0;
  };
  Sums at(double query, double half_life, bool right) const {
    const Decay k(half_life);
    DecayedMoments moments, sizes;
    double now = 0;
    Sums sums;
    for (const auto& row : events_) {
      const double t = *number(row, "t");
      if (right ? t > query : t >= query) break;
      fade(k(t - now), moments, sizes);
      now = t;
      moments.add(-*number(row, "goldstein"), 1);
      sizes.add(std::abs(*number(row, "goldstein")), 1);
      ++sums.n;
    }
    fade(k(query - now), moments, sizes);
    sums.value = moments.first;
    sums.size = sizes.first;
    return sums;
  }

 private:
  static void fade(double k, DecayedMoments& a, DecayedMoments& b) {
    a.fade(k);
    b.fade(k);
  }
  std::vector<test::TableRow> events_;
};

TEST(DecayedMoments, HoldsTheGoldenKernelSums) {
  const KernelSum sums;
  const auto expected = read_table(DETENTE_TEST_DATA "/decay/kernel_sum.csv", 95);
  for (const auto& row : expected) {
    const double half_life = *number(row, "halflife"), query = *number(row, "query");
    for (const bool right : {true, false}) {
      const auto got = sums.at(query, half_life, right);
      const double wanted = *number(row, right ? "sum_right" : "sum_left");
      EXPECT_NEAR(got.value, wanted, 1e-13 + 1e-13 * got.size + 1e-11 * std::abs(wanted)) << half_life << " " << query;
    }
    EXPECT_EQ(sums.at(query, half_life, true).n, *number(row, "n_le"));
  }
}

/// The exponentially weighted mean of pandas: a missing value is carried over while its time passes.
void expect_weighted_means(const std::string& values, const std::string& means, double half_life) {
  const Decay k(half_life);
  DecayedMoments moments;
  std::int64_t before = 0;
  int missing = 0, compared = 0;
  for (const auto& row : read_table(DETENTE_TEST_DATA "/decay/ewm_times.csv", 1500)) {
    const std::int64_t now = *parse_whole(row.at("t_ns"));
    moments.fade(k(static_cast<double>(now - before) / 86400e9));
    before = now;
    const auto value = number(row, values);
    if (value) moments.add(*value, 1);
    missing += value ? 0 : 1;
    const auto wanted = number(row, means);
    ASSERT_EQ(wanted.has_value(), moments.weight > 0) << row.at("t_ns");
    // A row without a value may come so late that the weight of all before it has underflowed; pandas keeps the mean.
    if (!wanted || moments.weight < 1e-290) continue;
    ++compared;
    EXPECT_NEAR(moments.first / moments.weight, *wanted, 1e-10 + 1e-9 * std::abs(*wanted)) << row.at("t_ns");
  }
  EXPECT_EQ(compared, values == "y_na" ? 1499 : 1500);
  EXPECT_EQ(missing > 0, values == "y_na");
}

TEST(DecayedMoments, HoldsTheGoldenWeightedMeans) {
  for (const int half_life : {1, 7, 180}) {
    SCOPED_TRACE(half_life);
    expect_weighted_means("y", "ewm_y_hl" + std::to_string(half_life) + "d", half_life);
    expect_weighted_means("y_na", "ewm_yna_hl" + std::to_string(half_life) + "d", half_life);
  }
}

}  // namespace
}  // namespace detente
