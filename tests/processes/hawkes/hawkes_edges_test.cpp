// What the Hawkes process says at the edge (edge_table.hpp).

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "detente/processes/hawkes/hawkes.hpp"
#include "models/edge_table.hpp"

namespace detente {
namespace {

using namespace test;

/// A tenth of an act a day by itself on each side; each act triggers a quarter on each side, within ten days.
const HawkesParameters quarter{{0.1, 0.1}, {0.25, 0.25, 0.25, 0.25}, {0.1}};

/// The hostile acts of an edge, observed from its first day to the end of its last. All go one way: the other side is
/// silent.
HawkesEvents events_of(const Edge& edge) {
  Day first = edge.days.empty() ? edge.impulses.front().day : edge.days.front(), last = first;
  for (const Impulse& i : edge.impulses) first = std::min(first, i.day), last = std::max(last, i.day);
  for (const Day d : edge.days) last = std::max(last, d);
  EventColumns columns;
  for (const Impulse& i : edge.impulses)
    if (i.points > 0 && i.weight > 0) columns.times.push_back(static_cast<double>(i.day - first));
  columns.streams.assign(columns.times.size(), 0);
  return {columns, 2, {{{0, static_cast<double>(last - first) + 1}}}};
}

/// The formula as it stands in the header, event by event; `sequential`: of one time, an earlier row calls a later one.
double plain_likelihood(const HawkesEvents& events, const HawkesParameters& p, SameTime same_time) {
  const std::vector<double>& times = events.columns().times;
  const double beta = p.beta[0], to = events.observation().end();
  double sum = -(p.mu[0] + p.mu[1]) * to;
  for (std::size_t i = 0; i < times.size(); ++i) {
    double rate = p.mu[0];
    for (std::size_t j = 0; j < i; ++j)
      if (times[j] < times[i] || same_time == SameTime::sequential)
        rate += p.branching[0] * beta * std::exp(-beta * (times[i] - times[j]));
    sum += std::log(rate) - (p.branching[0] + p.branching[2]) * -std::expm1(-beta * (to - times[i]));
  }
  return sum;
}

TEST(HawkesAtTheEdge, SaysWhatTheTableSays) {
  for (const Edge& edge : edges()) {
    if (edge.says.empty()) continue;
    SCOPED_TRACE(edge.name);
    expect_same(log_likelihood(events_of(edge), quarter), edge.says.at("hawkes"));
  }
}

TEST(HawkesAtTheEdge, IsThePlainFormulaWithAFiniteGradient) {
  for (const Edge& edge : edges()) {
    const HawkesEvents events = events_of(edge);
    for (const SameTime same_time : {SameTime::strict, SameTime::sequential}) {
      SCOPED_TRACE(edge.name);
      std::vector<double> gradient(quarter.size());
      expect_same(log_likelihood(events, quarter, same_time, gradient), plain_likelihood(events, quarter, same_time));
      for (const double g : gradient) EXPECT_TRUE(std::isfinite(g));
      for (const double h : curvature(events, quarter, same_time).hessian) EXPECT_TRUE(std::isfinite(h));
    }
  }
}

TEST(HawkesAtTheEdge, NamesAWrongParameter) {
  constexpr double infinite = std::numeric_limits<double>::infinity(), none = std::numeric_limits<double>::quiet_NaN();
  const HawkesEvents events = events_of(edges().front());
  const auto named = [&](const HawkesParameters& p) -> std::string {
    try {
      log_likelihood(events, p);
    } catch (const std::invalid_argument& error) {
      return error.what();
    }
    return "taken";
  };
  const std::vector<double> mu{0.1, 0.1}, ratios{0, 0, 0, 0}, beta{1};
  for (const double bad : {-1.0, none, infinite}) {
    EXPECT_TRUE(named({{0.1, bad}, ratios, beta}).starts_with("mu")) << bad;
    EXPECT_TRUE(named({mu, {0, 0, bad, 0}, beta}).starts_with("branching")) << bad;
    EXPECT_TRUE(named({mu, ratios, {bad}}).starts_with("beta")) << bad;
  }
  EXPECT_TRUE(named({{0.1}, ratios, beta}).starts_with("mu"));
  EXPECT_TRUE(named({mu, {0.5}, beta}).starts_with("branching"));
  EXPECT_TRUE(named({mu, ratios, {1, 1, 1}}).starts_with("beta"));
}

}  // namespace
}  // namespace detente
