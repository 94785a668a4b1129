// Laws of a fit, and what it does where there is little to fit.
#include "detente/fit/hawkes_fit.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "detente/processes/hawkes/simulation.hpp"
#include "support/hawkes_golden.hpp"

namespace detente {
namespace {

const HawkesParameters answering{{0.2, 0.1}, {0.2, 0.5, 0.3, 0.1}, {0.5}};

HawkesEvents answers(std::uint32_t draw = 0, double days = 4000) {
  return simulate(answering, 2, {{{0, days}}}, {.draw = draw});
}

TEST(HawkesFit, TwoSilencesPushTheBranchingRatioToOneUnlessTheyAreNoWindows) {
  const test::HawkesCase c = test::hawkes_case("synth_uni_gap");
  const double blind = fit_hawkes(c.events()).parameters.branching[0];
  EXPECT_NEAR(blind, 0.997, 0.001);
  const auto [first, second] = std::pair(test::silences[0], test::silences[1]);
  const double second_from = second.at + first.days;
  const Observation seen{{{0, first.at}, {first.at + first.days, second_from}, {second_from + second.days, c.end()}}};
  const HawkesFit fit = fit_hawkes(HawkesEvents(c.columns, 1, seen));
  EXPECT_EQ(fit.status, FitStatus::converged);
  EXPECT_NEAR(fit.parameters.branching[0], 0.57, 0.01);
}

TEST(HawkesFit, FindsWhatWasPutIn) {
  const HawkesFit fit = fit_hawkes(answers());
  ASSERT_EQ(fit.status, FitStatus::converged) << fit.full();
  const std::vector<double> found = fit.parameters.row(), truth = answering.row();
  for (std::size_t i = 0; i < truth.size(); ++i)
    EXPECT_LT(std::abs(found[i] - truth[i]), 4 * fit.standard_errors[i].value()) << i << "\n" << fit.full();
  EXPECT_GT(fit.gain(), 100);
}

TEST(HawkesFit, StandardErrorsAreTheSpreadOfEstimates) {
  double sum = 0, squares = 0, stated = 0;
  constexpr int draws = 60;
  for (std::uint32_t d = 0; d < draws; ++d) {
    const HawkesFit fit = fit_hawkes(simulate({{0.5}, {0.5}, {0.6}}, 1, {{{0, 1500}}}, {.draw = d}));
    ASSERT_EQ(fit.status, FitStatus::converged);
    sum += fit.parameters.branching[0];
    squares += fit.parameters.branching[0] * fit.parameters.branching[0];
    stated += fit.standard_errors[1].value();
  }
  const double spread = std::sqrt(squares / draws - sum / draws * sum / draws);
  EXPECT_NEAR(sum / draws, 0.5, 0.02);
  EXPECT_NEAR(spread / (stated / draws), 1, 0.25);
}

TEST(HawkesFit, HalfLifeScalesWithTheUnitOfTime) {
  const HawkesEvents days = answers(1);
  EventColumns columns = days.columns();
  for (double& t : columns.times) t *= 24;
  const HawkesFit a = fit_hawkes(days), b = fit_hawkes(HawkesEvents(columns, 2, {{{0, 4000 * 24}}}));
  EXPECT_NEAR(b.parameters.half_life().value() / a.parameters.half_life().value(), 24, 1e-3);
  EXPECT_NEAR(b.half_life_error().value() / a.half_life_error().value(), 24, 1e-2);
  EXPECT_NEAR(b.parameters.branching[1], a.parameters.branching[1], 1e-5);
  EXPECT_NEAR(b.gain(), a.gain(), 1e-5);
}

TEST(HawkesFit, StreamsMayBeSwapped) {
  const HawkesEvents events = answers(2);
  EventColumns columns = events.columns();
  for (auto& stream : columns.streams) stream = stream == 0 ? 1 : 0;
  const HawkesFit a = fit_hawkes(events), b = fit_hawkes(HawkesEvents(columns, 2, events.observation()));
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(a.parameters.branching[i], b.parameters.branching[3 - i], 1e-5);
}

TEST(HawkesFit, ABaselineInPiecesFollowsTheRate) {
  const Observation pieces{{{0, 6000}}, {2000, 4000}};
  const HawkesParameters truth{{0.2, 1, 0.4}, {0.3}, {1}};
  const HawkesEvents events = simulate(truth, 1, pieces);
  const HawkesFit fit = fit_hawkes(events);
  ASSERT_EQ(fit.status, FitStatus::converged) << fit.full();
  for (std::size_t i = 0; i < 5; ++i)
    EXPECT_LT(std::abs(fit.parameters.row()[i] - truth.row()[i]), 4 * fit.standard_errors[i].value()) << fit.full();
  // Without the pieces, the drift reads as excitation.
  const HawkesFit blind = fit_hawkes(HawkesEvents(events.columns(), 1, {{{0, 6000}}}));
  EXPECT_GT(blind.parameters.branching[0], fit.parameters.branching[0] + 0.2);
}

TEST(HawkesFit, FromANearStartItTakesFewPassesToTheSameEnd) {
  const HawkesFit cold = fit_hawkes(answers(3));
  HawkesParameters near = cold.parameters;
  for (double& rho : near.branching) rho *= 1.1;
  const HawkesFit warm = fit_hawkes(answers(3), {.start = near});
  EXPECT_LT(warm.evaluations, 10);
  EXPECT_NEAR(warm.log_likelihood, cold.log_likelihood, 1e-7);
}

TEST(HawkesFit, RatiosThatMayNotBeAreZero) {
  const HawkesFit fit = fit_hawkes(answers(), {.excites = {true, false, false, true}});
  EXPECT_EQ(fit.parameters.branching[1], 0);
  EXPECT_EQ(fit.parameters.branching[2], 0);
  EXPECT_GT(fit.parameters.branching[0], 0);
  EXPECT_EQ(fit.status, FitStatus::boundary);
  EXPECT_LT(fit.log_likelihood, fit_hawkes(answers()).log_likelihood - 10);
  EXPECT_THROW(fit_hawkes(answers(), {.excites = {true}}), std::invalid_argument);
}

TEST(HawkesFit, WithoutExcitationTheRateIsTheCountOverTheDays) {
  const HawkesEvents events = answers();
  const HawkesFit fit = fit_hawkes(events, {.excites = {false, false, false, false}});
  EXPECT_NEAR(fit.parameters.mu[0], static_cast<double>(events.count(0)) / 4000, 1e-9);
  EXPECT_NEAR(fit.standard_errors[0].value(), std::sqrt(static_cast<double>(events.count(0))) / 4000, 1e-6);
  EXPECT_NEAR(fit.gain(), 0, 1e-6);
}

TEST(HawkesFit, EventsFurtherApartThanChanceHaveNoResponse) {
  EventColumns regular;
  for (int i = 0; i < 200; ++i) regular.times.push_back(i + 0.5);
  const HawkesFit fit = fit_hawkes(HawkesEvents(regular, 1, {{{0, 200}}}));
  EXPECT_EQ(fit.status, FitStatus::boundary) << fit.full();
  EXPECT_EQ(fit.parameters.branching[0], 0);
  EXPECT_NEAR(fit.parameters.mu[0], 1, 1e-6);
  EXPECT_FALSE(fit.standard_errors[1].has_value());
  EXPECT_FALSE(fit.parameters.half_life().has_value());
  EXPECT_FALSE(fit.half_life_error().has_value());
  EXPECT_NE(fit.why.find("branching[0][0]"), std::string::npos);
}

struct EdgeCase {
  std::string name;
  EventColumns columns;
  int streams;
  FitStatus status;
};

TEST(HawkesFit, EdgeInputs) {
  const std::vector<EdgeCase> cases{
      {"none", {}, 1, FitStatus::failed},
      {"none of two streams", {}, 2, FitStatus::failed},
      {"one", {{3}}, 1, FitStatus::boundary},
      {"all tied", {{3, 3, 3, 3}}, 1, FitStatus::boundary},
      {"one actor silent", {{1, 1.2, 1.3, 5, 5.1, 5.15, 9}, {0, 0, 0, 0, 0, 0, 0}}, 2, FitStatus::boundary},
      {"a gap of a million days", {{1, 1.2, 1.3, 1e6, 1e6 + 0.1, 1e6 + 0.3}}, 1, FitStatus::converged},
      {"marks of 0", {{1, 2, 4}, {}, {0, 0, 0}}, 1, FitStatus::boundary},
  };
  for (const EdgeCase& c : cases) {
    const HawkesFit fit = fit_hawkes(HawkesEvents(c.columns, c.streams, {{{0, 2e6}}}));
    EXPECT_EQ(fit.status, c.status) << c.name << ": " << fit.full();
    EXPECT_EQ(fit.why.empty(), c.status == FitStatus::converged) << c.name;
    for (const double value : fit.parameters.row()) EXPECT_TRUE(std::isfinite(value)) << c.name;
    EXPECT_TRUE(std::isfinite(fit.log_likelihood)) << c.name;
  }
}

TEST(HawkesFit, SaysWhatItFound) {
  const HawkesFit fit = fit_hawkes(answers());
  EXPECT_EQ(fit.brief().find("converged: "), 0u) << fit.brief();
  for (const char* name : {"mu[0]", "mu[1]", "branching[0][1]", "branching[1][0]", "beta", "standard error"})
    EXPECT_NE(fit.full().find(name), std::string::npos) << name;
}

}  // namespace
}  // namespace detente
