// Laws of the Hawkes process: what must hold whatever the numbers are.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "detente/processes/hawkes/hawkes.hpp"
#include "detente/processes/hawkes/residuals.hpp"
#include "detente/processes/hawkes/simulation.hpp"

namespace detente {
namespace {

const HawkesParameters two_betas{{0.3, 0.5, 0.2, 0.1}, {0.3, 0.25, 0.4, 0.1}, {0.7, 0.2}};
const HawkesParameters shared_beta{{0.3, 0.5, 0.2, 0.1}, {0.3, 0.25, 0.4, 0.1}, {0.4}};
const Observation gapped{{{0, 100}, {130, 180}, {181, 400}}, {140}};

HawkesEvents sample(std::uint32_t draw = 0) {
  return simulate(two_betas, 2, gapped, {.draw = draw, .marks = {0.5, 1, 2}});
}

double plain_log_likelihood(const HawkesEvents& events, const HawkesParameters& p) {
  double sum = 0;
  for (std::size_t i = 0; i < events.size(); ++i)
    sum += std::log(intensity(events, p, events.columns().streams[i], events.columns().times[i]));
  // Simpson's rule between all points at which an intensity jumps.
  for (const ObservedWindow& w : events.observation().windows) {
    std::vector<double> cuts{w.from, w.to};
    for (const double t : events.columns().times)
      if (t > w.from && t < w.to) cuts.push_back(t);
    for (const double t : events.observation().changes)
      if (t > w.from && t < w.to) cuts.push_back(t);
    std::sort(cuts.begin(), cuts.end());
    for (std::size_t k = 0; k + 1 < cuts.size(); ++k) {
      const double from = std::nextafter(cuts[k], 1e9), to = std::nextafter(cuts[k + 1], 0), h = (to - from) / 64;
      for (int a = 0; a < 2; ++a)
        for (int j = 0; j <= 64; ++j)
          sum -= h / 3 * (j == 0 || j == 64 ? 1 : j % 2 == 1 ? 4 : 2) * intensity(events, p, a, from + j * h);
    }
  }
  return sum;
}

TEST(Hawkes, LikelihoodIsTheSumOfLogRatesLessTheIntegralOverTheWindows) {
  const HawkesEvents events = sample();
  ASSERT_GT(events.size(), 100u);
  for (const HawkesParameters& p : {two_betas, shared_beta})
    EXPECT_NEAR(log_likelihood(events, p), plain_log_likelihood(events, p), 1e-6);
}

TEST(Hawkes, GradientAndCurvatureAreTheNumericDerivatives) {
  const HawkesEvents events = sample(1);
  for (const HawkesParameters& p : {two_betas, shared_beta}) {
    const HawkesCurvature c = curvature(events, p);
    const std::vector<double> row = p.row();
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double h = 1e-5 * row[i];
      std::vector<double> up = row, down = row, slope_up(row.size()), slope_down(row.size());
      up[i] += h;
      down[i] -= h;
      const double above = log_likelihood(events, p.with(up), {}, slope_up);
      const double below = log_likelihood(events, p.with(down), {}, slope_down);
      EXPECT_NEAR(c.gradient[i], (above - below) / (2 * h), 1e-4 * (1 + std::abs(c.gradient[i]))) << i;
      for (std::size_t j = 0; j < row.size(); ++j) {
        const double bend = c.hessian[i * row.size() + j];
        EXPECT_NEAR(bend, (slope_up[j] - slope_down[j]) / (2 * h), 1e-5 * (1 + std::abs(bend))) << i << ", " << j;
        EXPECT_EQ(bend, c.hessian[j * row.size() + i]) << i << ", " << j;
      }
    }
  }
}

TEST(Hawkes, AnotherUnitOfTimeShiftsTheLikelihoodByNLog) {
  const HawkesEvents events = sample(2);
  constexpr double hours = 24;
  EventColumns columns = events.columns();
  Observation observation = events.observation();
  for (double& t : columns.times) t *= hours;
  for (ObservedWindow& w : observation.windows) w = {w.from * hours, w.to * hours};
  for (double& t : observation.changes) t *= hours;
  HawkesParameters p = two_betas;
  for (double& mu : p.mu) mu /= hours;
  for (double& beta : p.beta) beta /= hours;
  EXPECT_NEAR(log_likelihood(HawkesEvents(columns, 2, observation), p),
              log_likelihood(events, two_betas) - static_cast<double>(events.size()) * std::log(hours), 1e-8);
}

TEST(Hawkes, StreamsMayBeSwapped) {
  const HawkesEvents events = sample(3);
  EventColumns columns = events.columns();
  for (auto& stream : columns.streams) stream = stream == 0 ? 1 : 0;
  const auto& [mu, rho, beta] = two_betas;
  const HawkesParameters swapped{{mu[2], mu[3], mu[0], mu[1]}, {rho[3], rho[2], rho[1], rho[0]}, {beta[1], beta[0]}};
  EXPECT_NEAR(log_likelihood(HawkesEvents(columns, 2, gapped), swapped), log_likelihood(events, two_betas), 1e-9);
}

TEST(Hawkes, StreamsThatDoNotTouchAreTwoProcesses) {
  const HawkesEvents both = sample(4);
  HawkesParameters p = two_betas;
  p.branching = {0.3, 0, 0, 0.1};
  double apart = 0;
  for (std::size_t a = 0; a < 2; ++a) {
    EventColumns own;
    for (std::size_t i = 0; i < both.size(); ++i) {
      if (both.columns().streams[i] != a) continue;
      own.times.push_back(both.columns().times[i]);
      own.marks.push_back(both.columns().marks[i]);
    }
    apart += log_likelihood(HawkesEvents(own, 1, gapped),
                            {{p.mu[2 * a], p.mu[2 * a + 1]}, {p.branching[3 * a]}, {p.beta[a]}});
  }
  EXPECT_NEAR(log_likelihood(both, p), apart, 1e-9);
}

TEST(Hawkes, TwoWindowsThatTouchAreOne) {
  const HawkesEvents events = simulate(two_betas, 2, {{{0, 300}}, {140}});
  const HawkesEvents cut(events.columns(), 2, {{{0, 90}, {90, 200}, {200, 300}}, {140}});
  EXPECT_NEAR(log_likelihood(cut, two_betas), log_likelihood(events, two_betas), 1e-9);
}

TEST(Hawkes, AChangeOfTheBaselineToTheSameRateIsNone) {
  const HawkesEvents plain = simulate({{0.5}, {0.4}, {0.3}}, 1, {{{0, 300}}});
  const HawkesEvents cut(plain.columns(), 1, {{{0, 300}}, {50, 120.5}});
  EXPECT_NEAR(log_likelihood(cut, {{0.5, 0.5, 0.5}, {0.4}, {0.3}}), log_likelihood(plain, {{0.5}, {0.4}, {0.3}}), 1e-9);
}

TEST(Hawkes, ExpectedNumbersOnTheOwnClockSumToTheIntegralOfTheRate) {
  // Two events at the very ends: all of the observation lies between them.
  const HawkesEvents events({{0, 100, 130, 400}}, 1, {{{0, 100}, {130, 400}}, {50, 200}});
  const HawkesParameters p{{0.3, 0.5, 0.2}, {0.4}, {0.7}};
  const std::vector<double> gaps = rescaled_gaps(events, p)[0];
  double logs = 0;
  for (const double t : events.columns().times) logs += std::log(intensity(events, p, 0, t));
  EXPECT_NEAR(std::accumulate(gaps.begin(), gaps.end(), 0.0), logs - log_likelihood(events, p), 1e-12);
}

TEST(Hawkes, SimulatedEventsAreExponentialOnTheirOwnClock) {
  const Observation long_enough{{{0, 4000}, {5000, 12000}}, {7000}};
  const HawkesParameters p{{0.3, 0.5, 0.2, 0.1}, {0.3, 0.25, 0.4, 0.1}, {0.7, 2}};
  const HawkesEvents events = simulate(p, 2, long_enough);
  const auto of_streams = rescaled_gaps(events, p);
  ASSERT_EQ(of_streams.size(), 2U);
  for (const auto& gaps : of_streams) {
    const ExponentialCheck check = check_exponential(gaps);
    EXPECT_GT(check.count, 3000u);
    EXPECT_NEAR(check.mean, 1, 0.05);
    EXPECT_NEAR(check.variance, 1, 0.12);
    EXPECT_GT(check.p_value, 0.01);
  }
  // And by a wrong clock they are not.
  HawkesParameters wrong = p;
  wrong.branching = {0.1, 0.1, 0.1, 0.1};
  EXPECT_LT(check_exponential(rescaled_gaps(events, wrong)[0]).p_value, 1e-4);
}

TEST(Hawkes, MeanRateOfASimulationIsMuOverOneLessTheBranchingRatio) {
  const HawkesEvents events = simulate({{0.5}, {0.6}, {0.5}}, 1, {{{0, 40000}}});
  EXPECT_NEAR(static_cast<double>(events.size()) / 40000, 0.5 / 0.4, 0.05);
}

TEST(Hawkes, AnotherDrawIsAnotherSimulation) {
  const HawkesEvents seventh = sample(7);
  ASSERT_GT(seventh.size(), 0U);
  EXPECT_NE(seventh.columns().times, sample(8).columns().times);
  EXPECT_THROW(simulate({{1}, {1.5}, {1}}, 1, {{{0, 1e5}}}, {.max_events = 1000}), std::invalid_argument);
}

TEST(Hawkes, HalfLifeIsThatOfResponsesAndWithoutAnyThereIsNone) {
  EXPECT_NEAR(two_betas.half_life(1).value(), std::log(2) / 0.2, 1e-12);
  const HawkesParameters nobody_answers_1{{1, 1}, {0.3, 0, 0.4, 0}, {0.7, 0.2}};
  EXPECT_TRUE(nobody_answers_1.half_life(0).has_value());
  EXPECT_FALSE(nobody_answers_1.half_life(1).has_value());
  EXPECT_FALSE((HawkesParameters{{1}, {0}, {1}}.half_life().has_value()));
}

TEST(Hawkes, GapsOfAMillionDaysGiveZeroAndNotNan) {
  const HawkesEvents events({{1, 2, 1e6, 2e6}}, 1, {{{0, 3e6}}});
  std::vector<double> gradient(3);
  const HawkesParameters p{{1e-6}, {0.5}, {1e3}};
  EXPECT_NEAR(log_likelihood(events, p, {}, gradient), 4 * std::log(1e-6) - 3 - 4 * 0.5, 1e-9);
  for (const double g : gradient) EXPECT_TRUE(std::isfinite(g));
}

TEST(Hawkes, AnEventAtARateOfZeroCannotBe) {
  const HawkesEvents events({{1, 2}}, 1, {{{0, 3}}});
  EXPECT_EQ(log_likelihood(events, {{0}, {0.5}, {1}}), -std::numeric_limits<double>::infinity());
  EXPECT_TRUE(std::isfinite(log_likelihood(events, {{1e-300}, {0.5}, {1}})));
}

TEST(Hawkes, OneActorSilent) {
  const HawkesEvents events({{1, 2, 2, 5}}, 2, {{{0, 10}}});
  const HawkesParameters p{{0.4, 0.1}, {0.5, 0.3, 0, 0.2}, {1}};
  const HawkesEvents alone({{1, 2, 2, 5}}, 1, {{{0, 10}}});
  EXPECT_NEAR(log_likelihood(events, p), log_likelihood(alone, {{0.4}, {0.5}, {1}}) - 0.1 * 10, 1e-12);
}

TEST(Hawkes, MisuseNamesTheField) {
  const auto message = [](auto&& make) {
    try {
      make();
    } catch (const std::invalid_argument& e) {
      return std::string(e.what());
    }
    return std::string("nothing was thrown");
  };
  const auto make = [&](EventColumns columns, Observation observation, int streams = 1) {
    return message([&] { HawkesEvents(columns, streams, observation); });
  };
  const Observation week{{{0, 7}}};
  EXPECT_NE(make({{2, 1}}, week).find("not before the one before it"), std::string::npos);
  EXPECT_NE(make({{8}}, week).find("observed window"), std::string::npos);
  EXPECT_NE(make({{3}}, {{{0, 2}, {5, 7}}}).find("observed window"), std::string::npos);
  EXPECT_NE(make({{1}, {1}}, week).find("stream = 1"), std::string::npos);
  EXPECT_NE(make({{1}, {}, {-1}}, week).find("mark = -1"), std::string::npos);
  EXPECT_NE(make({{1, 2}, {0}}, week).find("as many as times"), std::string::npos);
  EXPECT_NE(make({}, {}).find("windows = none"), std::string::npos);
  EXPECT_NE(make({}, {{{0, 5}, {4, 7}}}).find("window = 4"), std::string::npos);
  EXPECT_NE(make({}, {{{5, 5}}}).find("before it ends"), std::string::npos);
  EXPECT_NE(make({}, {{{0, 7}}, {7}}).find("change of the baseline = 7"), std::string::npos);
  EXPECT_NE(make({}, {{{0, 2}, {5, 7}}, {3, 4}}).find("has observed days"), std::string::npos);
  EXPECT_NE(make({}, week, 3).find("streams = 3"), std::string::npos);
  const HawkesEvents events({{1}}, 1, week);
  EXPECT_NE(message([&] { log_likelihood(events, {{1, 1}, {0.5}, {1}}); }).find("mu"), std::string::npos);
  EXPECT_NE(message([&] { log_likelihood(events, {{1}, {-0.5}, {1}}); }).find("branching = -0.5"), std::string::npos);
}

}  // namespace
}  // namespace detente
