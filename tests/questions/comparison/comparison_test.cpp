/// Comparisons of plain columns, whose truth is known.

#include "detente/questions/comparison/comparison.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/detail/hash.hpp"
#include "detente/questions/comparison/rolling_origin.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr std::size_t pairs = 12, periods = 100;
constexpr float missing = std::numeric_limits<float>::quiet_NaN();

double uniform(std::uint64_t of) { return static_cast<double>(mix64(of + 1) >> 11) * 0x1p-53; }

/// Whether something comes goes by a chance that wanders; `truth` tells it, `noise` nothing.
struct Made {
  ForecastTable table;
  InputColumns truth{"truth", {{}}}, noise{"noise", {{}}};
};
Made made(OutcomeKind kind) {
  Made out;
  out.table.kind = kind;
  for (std::size_t p = 0; p < pairs; ++p) out.table.pairs.push_back({"A", "B" + std::to_string(10 + p)});
  Period month = period_of(PeriodKind::month, Day::from_civil(2000, 1, 1));
  for (std::size_t t = 0; t < periods; ++t, month = month.next()) out.table.periods.push_back(month);
  for (std::size_t i = 0; i < pairs * periods; ++i) {
    const double strain = uniform(3 * i) * 4 - 3, chance = 1 / (1 + std::exp(-strain));
    const float came = uniform(3 * i + 1) < chance ? 1.0F : 0.0F;
    out.table.outcomes.push_back(kind == OutcomeKind::event ? came : came * static_cast<float>(1 + mix64(i) % 4));
    out.table.history.push_back(i < pairs ? 0.0F : out.table.outcomes[i - pairs]);
    out.truth.features[0].push_back(static_cast<float>(strain));
    out.noise.features[0].push_back(static_cast<float>(uniform(3 * i + 2)));
  }
  return out;
}

CompareOptions options() { return {.rolling = {.burn_in = 30, .refit = 10}, .draws = 100, .threads = 1}; }

Comparison compared(const Made& of, const CompareOptions& how) {
  return compare(of.table, std::vector{of.truth, of.noise}, how);
}

TEST(Comparison, TruthIsBetterAndNoiseIsNot) {
  for (const OutcomeKind kind : {OutcomeKind::count, OutcomeKind::event}) {
    const Comparison found = compared(made(kind), options());
    const ComparedInput &truth = found.inputs[4], &noise = found.inputs[5];
    EXPECT_EQ(truth.verdict, Verdict::better);
    EXPECT_NE(noise.verdict, Verdict::better);
    EXPECT_FALSE(truth.difference->hangs_on_one_pair());
    EXPECT_GT(*truth.scores.auc_within, 0.7);
    EXPECT_NEAR(*noise.scores.auc_within, 0.5, 0.06);
    EXPECT_LT(truth.scores.reliability.miscalibration, 0.02);
    EXPECT_EQ(truth.scores.crps.has_value(), kind == OutcomeKind::count);
    EXPECT_EQ(truth.scores.pit.empty(), kind == OutcomeKind::event);
  }
}

TEST(Comparison, DifferencesAreOfTheSameForecasts) {
  const Comparison found = compared(made(OutcomeKind::count), options());
  const double best = found.inputs[found.best_baseline].scores.gain;
  EXPECT_FALSE(found.inputs[found.best_baseline].difference);
  std::size_t compared = 0;
  for (const ComparedInput& input : found.inputs) {
    if (!input.difference) continue;
    ++compared;
    EXPECT_NEAR(input.difference->points, input.scores.gain - best, 1e-9) << input.name;
    EXPECT_LE(input.difference->lower, input.difference->upper);
    EXPECT_LE(input.difference->least_without, input.difference->points) << input.name;
    EXPECT_GE(input.difference->most_without, input.difference->points) << input.name;
    EXPECT_GE(input.difference->corrected_p, input.difference->test.p);
  }
  EXPECT_EQ(compared, found.inputs.size() - 1);
  EXPECT_GT(compared, 0U);
}

TEST(Comparison, TakesDifferencesToWhatIsNamed) {
  CompareOptions how = options();
  how.against = "last value";
  const Comparison found = compared(made(OutcomeKind::count), how);
  const ComparedInput& named = found.inputs[found.against];
  EXPECT_EQ(named.name, "last value");
  EXPECT_NE(found.against, found.best_baseline);
  for (const ComparedInput& input : found.inputs) {
    ASSERT_EQ(input.difference.has_value(), &input != &named) << input.name;
    if (input.difference) {
      EXPECT_NEAR(input.difference->points, input.scores.gain - named.scores.gain, 1e-9) << input.name;
    }
  }
  how.against = "next value";
  EXPECT_THROW((void)compared(made(OutcomeKind::count), how), std::invalid_argument);
}

TEST(Comparison, DividesErasWhereItIsTold) {
  CompareOptions how = options();
  const Made of = made(OutcomeKind::count);
  how.era_begins = {of.table.periods[45].first, of.table.periods[46].first};
  const Comparison found = compared(of, how);
  ASSERT_EQ(found.eras.size(), 3U);
  EXPECT_EQ(found.eras[0], of.table.periods[how.rolling.burn_in]);
  EXPECT_EQ(found.eras[1], of.table.periods[45]);
  EXPECT_EQ(found.eras[2], of.table.periods[46]);
  EXPECT_EQ(found.inputs.back().difference->by_era.size(), 3U);
  std::swap(how.era_begins[0], how.era_begins[1]);
  EXPECT_THROW((void)compared(of, how), std::invalid_argument);
}

TEST(Comparison, IsTheSameForAnyNumberOfThreads) {
  CompareOptions how = options();
  const Made of = made(OutcomeKind::count);
  const Comparison one = compared(of, how);
  how.threads = 5;
  const Comparison five = compared(of, how);
  ASSERT_GT(one.inputs.size(), 1U);
  ASSERT_EQ(five.inputs.size(), one.inputs.size());
  for (std::size_t i = 0; i < one.inputs.size(); ++i) {
    EXPECT_EQ(one.inputs[i].scores.log_score, five.inputs[i].scores.log_score);
    EXPECT_EQ(one.inputs[i].scores.crps, five.inputs[i].scores.crps);
    EXPECT_EQ(one.inputs[i].scores.auc_within, five.inputs[i].scores.auc_within);
    ASSERT_EQ(one.inputs[i].difference.has_value(), i != one.best_baseline);
    if (one.inputs[i].difference) {
      EXPECT_EQ(one.inputs[i].difference->lower, five.inputs[i].difference->lower);
    }
  }
}

TEST(Comparison, WhatIsMissingIsNotJudged) {
  Made of = made(OutcomeKind::count);
  for (std::size_t i = 40 * pairs; i < 50 * pairs; ++i) of.table.outcomes[i] = missing;
  const Comparison found = compared(of, options());
  EXPECT_EQ(found.judged, (periods - 30 - 10) * pairs);
}

TEST(Comparison, RefusesWhatCannotBeCompared) {
  Made of = made(OutcomeKind::count);
  CompareOptions how = options();
  how.draws = 3;
  EXPECT_THROW((void)compared(of, how), std::invalid_argument);
  how = options();
  how.rolling.burn_in = periods;
  EXPECT_THROW((void)compared(of, how), std::invalid_argument);
  of.noise.name = "truth";
  EXPECT_THROW((void)compared(of, options()), std::invalid_argument);
  of.noise.name = "own history";
  EXPECT_THROW((void)compared(of, options()), std::invalid_argument);
  of.noise.name = "noise";
  of.noise.features[0].pop_back();
  EXPECT_THROW((void)compared(of, options()), std::invalid_argument);
  of = made(OutcomeKind::count);
  of.table.outcomes[3] = 0.5F;
  EXPECT_THROW((void)compared(of, options()), std::invalid_argument);
}

/// The chances of all origins.
std::vector<double> chances(const ForecastTable& table, const InputColumns& input, std::size_t before) {
  std::vector<double> out;
  rolling_origin(table, input, {.burn_in = 30, .refit = 1}, [&](const OriginForecasts& at) {
    if (at.period < before) out.insert(out.end(), at.chances.begin(), at.chances.end());
  });
  return out;
}

TEST(RollingOrigin, LearnsFromWhatIsCompleteAlone) {
  Made of = made(OutcomeKind::event);
  of.table.complete_after = 3;
  const std::vector<double> before = chances(of.table, of.truth, 60);
  for (std::size_t i = 57 * pairs; i < periods * pairs; ++i) of.table.outcomes[i] = 1 - of.table.outcomes[i];
  EXPECT_EQ(chances(of.table, of.truth, 60), before);
  of.table.outcomes[56 * pairs] = 1 - of.table.outcomes[56 * pairs];  // complete at 59
  EXPECT_NE(chances(of.table, of.truth, 60), before);
}

TEST(RollingOrigin, WithTooFewPositivesSaysTheShare) {
  Made of = made(OutcomeKind::event);
  of.table.outcomes.assign(of.table.outcomes.size(), 0);
  of.table.outcomes[5] = of.table.outcomes[6] = 1;
  std::size_t origins = 0;
  rolling_origin(of.table, of.truth, {.burn_in = 30, .refit = 1000}, [&](const OriginForecasts& at) {
    ASSERT_EQ(at.chances.size(), pairs);
    for (const double chance : at.chances) EXPECT_DOUBLE_EQ(chance, 2.5 / (30 * pairs + 1));
    ++origins;
  });
  EXPECT_EQ(origins, 70U);
}

TEST(RollingOrigin, TheConstantIsTheMean) {
  const Made of = made(OutcomeKind::count);
  double sum = 0;
  for (std::size_t i = 0; i < 30 * pairs; ++i) sum += of.table.outcomes[i];
  std::size_t origins = 0;
  rolling_origin(of.table, {}, {.burn_in = 30, .refit = 1000}, [&](const OriginForecasts& at) {
    EXPECT_NEAR(at.means[0], sum / (30 * pairs), 1e-6);
    ++origins;
  });
  EXPECT_EQ(origins, 70U);
}

TEST(RollingOrigin, LeavesTheWarmUpOut) {
  const Made of = made(OutcomeKind::count);
  const TrainingRows rows = training_rows(of.table, {.burn_in = 30, .warm_up = 12}, 40);
  EXPECT_EQ(rows.first, 12 * pairs);
  EXPECT_EQ(rows.end, 40 * pairs);
}

}  // namespace
}  // namespace detente
