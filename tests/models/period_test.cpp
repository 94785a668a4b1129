#include "detente/models/period.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/dates.hpp"
#include "support/model_laws.hpp"
#include "support/table.hpp"

namespace detente {
namespace {

using test::any_days;
using test::any_impulses;
using test::day;
using test::number;
using test::pulse;
using test::read_table;

std::vector<Impulse> any_pulses() { return as_pulses(*any_impulses()); }
PeriodKind any_kind() {
  return *rc::gen::element(PeriodKind::day, PeriodKind::week, PeriodKind::month, PeriodKind::year);
}

RC_GTEST_PROP(PeriodSum, ASplitInTimeChangesNoBit, ()) {
  test::a_split_in_time_changes_no_bit(PeriodSum(any_kind()), any_pulses(), *any_days(), *any_days());
}
RC_GTEST_PROP(PeriodMean, ASplitInTimeChangesNoBit, ()) {
  test::a_split_in_time_changes_no_bit(PeriodMean(any_kind()), any_pulses(), *any_days(), *any_days());
}
RC_GTEST_PROP(PeriodSum, ContributionsSumToTheLevel, ()) {
  test::contributions_sum_to_the_level(PeriodSum(any_kind()), any_pulses(), *any_days());
}
RC_GTEST_PROP(PeriodMean, ContributionsSumToTheLevel, ()) {
  test::contributions_sum_to_the_level(PeriodMean(any_kind()), any_pulses(), *any_days());
}
RC_GTEST_PROP(PeriodSum, ScalingScoresScalesLevels, ()) {
  test::scaling_scores_scales_levels(PeriodSum(any_kind()), any_pulses(), *any_days(), *rc::gen::inRange(-30, 30));
}
RC_GTEST_PROP(PeriodMean, ScalingScoresScalesLevels, ()) {
  test::scaling_scores_scales_levels(PeriodMean(any_kind()), any_pulses(), *any_days(), *rc::gen::inRange(-30, 30));
}
RC_GTEST_PROP(PeriodSum, WrappingChangesNoBit, ()) {
  test::wrapping_changes_no_bit(PeriodSum(any_kind()), any_pulses(), *any_days());
}
RC_GTEST_PROP(PeriodMean, WrappingChangesNoBit, ()) {
  test::wrapping_changes_no_bit(PeriodMean(any_kind()), any_pulses(), *any_days());
}

TEST(PeriodSum, ForgetsAtTheEndOfItsPeriod) {
  const std::vector<Impulse> impulses{pulse(day("2025-01-31"), 6), pulse(day("2025-03-01"), 2)};
  const std::vector<Day> days{day("2025-01-30"), day("2025-01-31"), day("2025-02-01"), day("2025-03-01")};
  const std::vector<std::optional<double>> sums{0, 6, 0, 2}, means{{}, 6, {}, 2};
  EXPECT_EQ(run(PeriodSum(PeriodKind::month), impulses, days), sums);
  EXPECT_EQ(run(PeriodMean(PeriodKind::month), impulses, days), means);
}

TEST(PeriodMean, AWeightOfZeroIsNoObservation) {
  Impulse nothing = pulse(day("2025-01-31"), 6);
  nothing.weight = 0;
  EXPECT_EQ(run(PeriodMean(), std::vector{nothing}, std::vector{nothing.day}).front(), std::nullopt);
  EXPECT_EQ(run(PeriodSum(), std::vector{nothing}, std::vector{nothing.day}).front(), 0);
}

TEST(PeriodSum, AGapOfAMillionDaysIsAnEmptyPeriod) {
  EXPECT_EQ(run(PeriodSum(), std::vector{pulse({0}, 6)}, std::vector{Day{1'000'000}}).front(), 0);
  EXPECT_EQ(run(PeriodMean(), std::vector{pulse({0}, 6)}, std::vector{Day{1'000'000}}).front(), std::nullopt);
}

struct Golden {
  PeriodKind kind;
  const char* file;
  bool labelled_by_last_day;
  std::size_t rows;
};

/// All of them, or those of one type. Goldstein points as they are: sums and means do not know signs.
std::vector<Impulse> golden_impulses(const std::string& type = {}) {
  std::vector<Impulse> out;
  for (const auto& row : read_table(DETENTE_TEST_DATA "/synth_events.csv", 5000))
    if (type.empty() || row.at("type") == type) out.push_back(pulse(day(row.at("date")), *number(row, "goldstein")));
  return out;
}

void expect_near(std::optional<double> got, std::optional<double> wanted, const std::string& where) {
  ASSERT_EQ(got.has_value(), wanted.has_value()) << where;
  EXPECT_NEAR(got.value_or(0), wanted.value_or(0), 1e-12 + 1e-12 * std::abs(wanted.value_or(0))) << where;
}

class GoldenAggregates : public testing::TestWithParam<Golden> {};

TEST_P(GoldenAggregates, SumMeanCountAndDeviation) {
  const auto [kind, file, by_last_day, rows] = GetParam();
  const auto expected = read_table(std::string(DETENTE_TEST_DATA "/aggregate/") + file, rows);
  std::vector<Day> ends;
  for (const auto& row : expected) {
    const Period period = period_of(kind, day(row.at("period")));
    EXPECT_EQ(to_text(by_last_day ? period.last_day() : period.first), row.at("period"));
    ends.push_back(period.last_day());
  }
  const auto sums = AnyModel(PeriodSum(kind), "sum").read(golden_impulses(), ends);
  const auto means = AnyModel(PeriodMean(kind), "mean").read(golden_impulses(), ends);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto& row = expected[i];
    expect_near(sums[i].level, number(row, "sum"), row.at("period"));
    expect_near(means[i].level, number(row, "mean"), row.at("period"));
    EXPECT_EQ(sums[i].support, number(row, "count")) << row.at("period");
    std::optional<double> deviation;
    if (means[i].variance) deviation = std::sqrt(*means[i].variance * *means[i].support);
    expect_near(deviation, number(row, "std"), row.at("period"));
  }
}

INSTANTIATE_TEST_SUITE_P(Kinds, GoldenAggregates,
                         testing::Values(Golden{PeriodKind::day, "D.csv", false, 3723},
                                         Golden{PeriodKind::week, "W.csv", true, 2158},
                                         Golden{PeriodKind::month, "MS.csv", false, 497},
                                         Golden{PeriodKind::quarter, "QS.csv", false, 166},
                                         Golden{PeriodKind::year, "AS.csv", false, 42}));

TEST(PeriodSum, OfOneTypeIsTheGoldenOne) {
  const std::map<std::string, std::vector<Impulse>> by_type{{"0", golden_impulses("0")}, {"1", golden_impulses("1")}};
  for (const auto& row : read_table(DETENTE_TEST_DATA "/aggregate/monthly_by_type.csv", 692)) {
    const std::vector<Day> end{parse_period(row.at("m"))->last_day()};
    const auto& all = by_type.at(row.at("type"));
    expect_near(run(PeriodSum(), all, end).front(), number(row, "sum"), row.at("m"));
    expect_near(run(PeriodMean(), all, end).front(), number(row, "mean"), row.at("m"));
    EXPECT_EQ(AnyModel(PeriodMean(), "mean").read(all, end).front().support, number(row, "count")) << row.at("m");
  }
}

}  // namespace
}  // namespace detente
