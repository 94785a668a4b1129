#include "detente/fit/latent_level_fit.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/models/catalogue.hpp"
#include "fit/latent_score.hpp"
#include "support/latent_truth.hpp"
#include "support/series.hpp"

namespace detente {
using namespace detail;
namespace {

using test::Columns;
using test::coverage;
using test::meets;
using test::simulate;
using test::SimulatedHistory;
using test::statespace;
using test::Truth;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Series of single values as days of one act each; `share` carries a known variance where the file has one.
DayMeans series(const std::string& name) {
  const Columns columns = statespace(name);
  DayMeans out{columns["t"], columns["y"], std::vector<double>(columns.rows(), 1)};
  return out;
}

// ---- reference values: statespace/*_mle, KFAS 1.6.0 -----------------------------------------------------------------

TEST(LatentFitGolden, Nile) {
  const LatentFit fit = fit_latent_level(series("nile"), {.half_life = infinity, .sd_day = 0});
  ASSERT_EQ(fit.status, FitStatus::converged) << fit.why;
  const Estimate &level = fit.parameters[1], &event = fit.parameters[3];
  EXPECT_TRUE(meets(level.value * level.value, 1469.17653767841, {1e-4, 0}));
  EXPECT_TRUE(meets(event.value * event.value, 15098.5162860222, {1e-4, 0}));
  EXPECT_TRUE(meets(fit.log_likelihood, -632.545625103041, {1e-8, 0}));
  // R's StructTS has 1469.147 and 15098.577, the maximum of another likelihood (a wide proper start): not ours.
  EXPECT_FALSE(meets(level.value * level.value, 1469.14661923768, {1e-6, 0}));
  EXPECT_TRUE(meets(2 * *level.se_log, 0.87088218215865, {1e-3, 0}));
  EXPECT_TRUE(meets(2 * *event.se_log, 0.208305288040835, {1e-3, 0}));
}

TEST(LatentFitGolden, KnownVariances) {  // synth_level_mle
  DayMeans data = series("synth");
  data.share = statespace("synth")["sd"];
  for (double& s : data.share) s *= s;
  const LatentFit fit = fit_latent_level(data, {.half_life = infinity, .sd_day = 0, .sd_event = 1});
  ASSERT_EQ(fit.status, FitStatus::converged) << fit.why;
  EXPECT_TRUE(meets(std::pow(fit.parameters[1].value, 2), 0.00331418778300452, {1e-4, 0}));
  EXPECT_TRUE(meets(fit.log_likelihood, -9061.62716850215, {1e-9, 1e-5}));
  EXPECT_TRUE(meets(2 * *fit.parameters[1].se_log, 0.154928438638359, {1e-3, 0}));
}

TEST(LatentFitGolden, OneVarianceForAll) {  // synth_level_mle2
  const LatentFit fit = fit_latent_level(series("synth"), {.half_life = infinity, .sd_event = 0});
  ASSERT_EQ(fit.status, FitStatus::converged) << fit.why;
  EXPECT_TRUE(meets(std::pow(fit.parameters[1].value, 2), 0.00298710321050401, {1e-4, 0}));
  EXPECT_TRUE(meets(std::pow(fit.parameters[2].value, 2), 3.13872014737243, {1e-4, 0}));
  EXPECT_TRUE(meets(fit.log_likelihood, -10066.3678216763, {1e-9, 1e-5}));
  EXPECT_TRUE(meets(2 * *fit.parameters[1].se_log, 0.197056699222951, {1e-3, 0}));
  EXPECT_TRUE(meets(2 * *fit.parameters[2].se_log, 0.0204731957910375, {1e-3, 0}));
}

// ---- recovery ------------------------------------------------------------------------------------------------------

const Truth busy{{.half_life = 23, .mean = 1, .sd_level = 0.35, .sd_day = 1.2, .sd_event = 4}, 3000, 60};

TEST(LatentFitRecovery, SixtyReportsADayAndADayEffect) {
  const SimulatedHistory history = simulate(busy, 1);
  const LatentFit fit = fit_latent_level(day_means(history.impulses));
  ASSERT_EQ(fit.status, FitStatus::converged) << fit.why;
  for (std::size_t p = 0; p < 4; ++p) {
    const double truth[] = {23, 0.35, 1.2, 4};
    EXPECT_LT(std::abs(std::log(fit.parameters[p].value / truth[p])), 3 * *fit.parameters[p].se_log)
        << fit.parameters[p].name;
  }
  EXPECT_NEAR(fit.parameters[0].value, 23, 7);
  EXPECT_NEAR(fit.means[0].mean, 1, 3 * fit.means[0].sd);
  EXPECT_NEAR(coverage(history, fit.options()), 0.90, 0.03);
}

TEST(LatentFitRecovery, WithoutTheDayEffectBothComeOutWrong) {
  const SimulatedHistory history = simulate(busy, 1);
  const LatentFit fit = fit_latent_level(day_means(history.impulses), {.sd_day = 0});
  ASSERT_NE(fit.status, FitStatus::failed) << fit.why;
  EXPECT_LT(fit.parameters[0].value, 3);  // days, where 23 is true: the level has to follow each day's mood
  EXPECT_LT(coverage(history, fit.options()), 0.75);
}

TEST(LatentFitRecovery, ManyShortHistoriesShareWhatNoneCanTell) {
  std::vector<DayMeans> panel;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Truth truth{{.half_life = 15, .sd_level = 0.5, .sd_day = 0.8, .sd_event = 3}, 40, 2, 0.6};
    truth.options.mean = 10 * Draws(99).uniform(Purpose::day, 0, seed) - 5;  // each returns to its own level
    panel.push_back(day_means(simulate(truth, 1000 + seed).impulses));
  }
  const LatentFit fit = fit_latent_level(panel);
  ASSERT_EQ(fit.status, FitStatus::converged) << fit.why;
  const double truth[] = {15, 0.5, 0.8, 3};
  for (std::size_t p = 0; p < 4; ++p)
    EXPECT_LT(std::abs(std::log(fit.parameters[p].value / truth[p])), 3 * *fit.parameters[p].se_log)
        << fit.parameters[p].name;
  EXPECT_EQ(fit.means.size(), 200u);
  EXPECT_EQ(fit.histories, 200u);
}

/// Enough for four parameters: 500 days of three acts, less noise.
SimulatedHistory plain_history() {
  return simulate({{.half_life = 10, .sd_level = 0.8, .sd_day = 1, .sd_event = 2}, 500, 3}, 5);
}

TEST(LatentFit, AnyNumberOfThreadsGivesTheSameBits) {
  std::vector<DayMeans> panel;
  for (std::uint64_t seed = 0; seed < 50; ++seed)
    panel.push_back(day_means(simulate({{.half_life = 10}, 30, 2, 0.7}, seed).impulses));
  const LatentFit one = fit_latent_level(panel, {.threads = 1}), four = fit_latent_level(panel, {.threads = 4});
  EXPECT_EQ(one.log_likelihood, four.log_likelihood);
  EXPECT_EQ(one.model_text(7), four.model_text(7));
}

TEST(LatentFit, ScaledPointsScaleTheDeviations) {
  SimulatedHistory history = plain_history();
  const LatentFit one = fit_latent_level(day_means(history.impulses));
  for (Impulse& i : history.impulses) i.points *= 4;
  const LatentFit other = fit_latent_level(day_means(history.impulses));
  EXPECT_NEAR(other.parameters[0].value / one.parameters[0].value, 1, 1e-5);
  for (std::size_t p = 1; p < 4; ++p) EXPECT_NEAR(other.parameters[p].value / one.parameters[p].value, 4, 4e-5);
}

// ---- boundaries and edges ------------------------------------------------------------------------------------------

TEST(LatentFit, NoDayEffectIsABoundaryAndAnAnswer) {
  // Days exactly as far apart as their acts say: no room for a day effect.
  DayMeans days;
  for (int i = 0; i < 200; ++i) {
    days.time.push_back(i);
    days.mean.push_back(2 * std::sin(0.05 * i) + (i % 2 ? 0.1 : -0.1));
    days.share.push_back(i % 3 ? 0.5 : 0.25);
  }
  days.freedom = 500;
  days.spread = 500 * 4;
  const LatentFit fit = fit_latent_level(days);
  EXPECT_EQ(fit.status, FitStatus::boundary) << fit.why;
  EXPECT_EQ(fit.parameters[2].value, 0);
  EXPECT_FALSE(fit.parameters[2].se_log);
  EXPECT_NE(fit.why.find("no day effect"), std::string::npos);
}

TEST(LatentFit, ATrendNeverReturns) {
  DayMeans days;
  for (int i = 0; i < 300; ++i) {
    days.time.push_back(i);
    days.mean.push_back(0.05 * i + 0.3 * std::sin(7.0 * i));
    days.share.push_back(i % 2 ? 1 : 0.5);
  }
  days.freedom = 100;
  days.spread = 100 * 0.1;
  const LatentFit fit = fit_latent_level(days);
  EXPECT_EQ(fit.status, FitStatus::boundary) << fit.why;
  EXPECT_TRUE(std::isinf(fit.parameters[0].value));
  EXPECT_TRUE(fit.means.empty());
  EXPECT_NE(fit.model_text().find("half_life=inf"), std::string::npos);
}

TEST(LatentFit, PureNoiseHasALevelThatDoesNotMove) {
  const SimulatedHistory history = simulate({{.half_life = 30, .sd_level = 0, .sd_day = 1, .sd_event = 3}, 300, 4}, 3);
  const LatentFit fit = fit_latent_level(day_means(history.impulses));
  EXPECT_NE(fit.status, FitStatus::failed) << fit.why;
  // By chance some movement may be seen; it must be small and slow, or none.
  const LatentLevelOptions o = fit.options();
  EXPECT_LT(o.sd_level, 0.5);
}

TEST(LatentFit, OneActADayLeavesNothingToTellApart) {
  const Truth truth{{.half_life = 20, .sd_level = 0.8, .sd_day = 1, .sd_event = 2}, 600, 1};
  const DayMeans days = day_means(simulate(truth, 8).impulses);
  const LatentFit fit = fit_latent_level(days);
  EXPECT_EQ(fit.status, FitStatus::boundary) << fit.why;
  EXPECT_NE(fit.why.find("one act a day"), std::string::npos);
  EXPECT_EQ(fit.parameters[2].value, 0);
  EXPECT_NEAR(fit.parameters[3].value, std::hypot(1, 2), 0.3);
}

TEST(LatentFit, ALevelThatIsGoneWithinADayIsCalledNoise) {
  DayMeans days;  // one day up, one day down, more or less: nothing lasts
  for (int i = 0; i < 300; ++i) {
    days.time.push_back(i);
    days.mean.push_back(3 * std::sin(1.7 * i * i));
    days.share.push_back(1);
  }
  const LatentFit fit = fit_latent_level(days);
  EXPECT_EQ(fit.status, FitStatus::boundary) << fit.why;
  const bool noise =
      fit.why.find("shortest") != std::string::npos || fit.why.find("does not move") != std::string::npos;
  EXPECT_TRUE(noise) << fit.full();
}

TEST(LatentFit, NothingToFitFailsAndSaysWhy) {
  const auto why = [](const DayMeans& days) {
    const LatentFit fit = fit_latent_level(days);
    EXPECT_EQ(fit.status, FitStatus::failed);
    EXPECT_TRUE(fit.parameters.empty());
    EXPECT_THROW(fit.options(), std::logic_error);
    EXPECT_NE(fit.brief().find(fit.why), std::string::npos);
    return fit.why;
  };
  EXPECT_NE(why({}).find("three days"), std::string::npos);
  EXPECT_NE(why({{0}, {1}, {1}}).find("three days"), std::string::npos);
  EXPECT_NE(why({{0, 1, 2, 5}, {3, 3, 3, 3}, {1, 1, 1, 1}}).find("same mean"), std::string::npos);
}

TEST(LatentFit, HistoriesOfOneDayEachFail) {
  std::vector<DayMeans> panel(5, DayMeans{{0}, {1}, {1}});
  EXPECT_NE(fit_latent_level(panel).why.find("more than one day"), std::string::npos);
}

TEST(LatentFit, EmptyHistoriesAmongOthersAreNoHarm) {
  const DayMeans days = day_means(plain_history().impulses);
  const std::vector<DayMeans> panel{DayMeans{}, days, DayMeans{{4}, {2}, {1}}};
  const LatentFit fit = fit_latent_level(panel);
  EXPECT_EQ(fit.status, FitStatus::converged) << fit.why;
  EXPECT_NEAR(fit.parameters[0].value, fit_latent_level(days).parameters[0].value, 1e-4);
  EXPECT_EQ(fit.means.size(), 3u);
  EXPECT_TRUE(std::isfinite(fit.means[2].mean));
}

TEST(LatentFit, AGapOfAMillionDays) {
  DayMeans days = day_means(plain_history().impulses);
  for (std::size_t i = 200; i < days.size(); ++i) days.time[i] += 1e6;
  const LatentFit fit = fit_latent_level(days);
  EXPECT_EQ(fit.status, FitStatus::converged) << fit.why;
  EXPECT_GT(fit.parameters[0].value, 3);
  EXPECT_LT(fit.parameters[0].value, 40);
}

TEST(LatentFit, WrongOptionsAreNamed) {
  const DayMeans days = day_means(simulate({{.half_life = 10}, 30, 2}, 5).impulses);
  EXPECT_THROW(fit_latent_level(days, {.half_life = 0}), std::invalid_argument);
  EXPECT_THROW(fit_latent_level(days, {.sd_level = -1}), std::invalid_argument);
  EXPECT_THROW(fit_latent_level(days, {.sd_day = 0, .sd_event = 0}), std::invalid_argument);
  EXPECT_THROW(fit_latent_level(days, {.mean = infinity}), std::invalid_argument);
  EXPECT_THROW(fit_latent_level(days, {.threads = 0}), std::invalid_argument);
}

TEST(LatentFit, GivesBackAModelsText) {
  const LatentFit fit = fit_latent_level(day_means(plain_history().impulses));
  const AnyModel model = Catalogue::built_in().make(fit.model_text());
  EXPECT_EQ(model.text(), fit.model_text());
  EXPECT_NE(fit.full().find("sd_event"), std::string::npos);
  EXPECT_NE(fit.brief().find("converged"), std::string::npos);
}

TEST(LatentFit, WhatIsGivenStays) {
  const LatentFit fit =
      fit_latent_level(day_means(plain_history().impulses), {.half_life = 12, .mean = 0, .sd_event = 2});
  EXPECT_EQ(fit.status, FitStatus::converged) << fit.why;
  EXPECT_DOUBLE_EQ(fit.parameters[0].value, 12);
  EXPECT_TRUE(fit.parameters[0].given);
  EXPECT_EQ(fit.means[0].mean, 0);
  EXPECT_EQ(fit.means[0].sd, 0);
  EXPECT_DOUBLE_EQ(fit.parameters[3].value, 2);
}

}  // namespace
}  // namespace detente
