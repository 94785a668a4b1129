#include "detente/scores/counts.hpp"

#include <boost/math/quadrature/exp_sinh.hpp>
#include <boost/math/special_functions/bessel.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>
#include <numbers>

#include "detente/ground/error.hpp"
#include "ground/limits.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr double largest_mean = 1e15;  // counts stay exact in a double

void check(double mean, double outcome) {
  require_within("mean", mean, 0, largest_mean, "events");
  require_within("outcome", outcome, -largest_mean, largest_mean, "events");
}

bool is_count(double y) { return y >= 0 && y == std::floor(y); }

// ---- Poisson ----

double poisson_log(double y, double mean) { return y * std::log(mean) - mean - std::lgamma(y + 1); }

double poisson_cdf(double y, double mean) { return y < 0 ? 0 : boost::math::gamma_q(std::floor(y) + 1, mean); }

/// e^−x (I₀(x) + I₁(x)); past 600 by the asymptotic series (Abramowitz & Stegun 9.7.1), whose terms are below 1e-16
/// before they begin to grow.
double scaled_bessels(double x) {
  if (x <= 600) return std::exp(-x) * (boost::math::cyl_bessel_i(0, x) + boost::math::cyl_bessel_i(1, x));
  double sum = 0;
  for (const double order_squared_4 : {0.0, 4.0}) {
    double term = 1;
    for (int k = 1; k <= 12; ++k) {
      sum += term;
      const double odd = 2.0 * k - 1;
      term *= -(order_squared_4 - odd * odd) / (8.0 * k * x);
    }
  }
  return sum / std::sqrt(2 * std::numbers::pi * x);
}

// ---- negative binomial ----

/// Distribution function of size n and success probability p, with q = 1 − p exact for means far below the size.
double negative_binomial_cdf(double y, double size, double p, double q) {
  if (y < 0) return 0;
  const double successes = std::floor(y) + 1;
  return p < 0.5 ? boost::math::ibeta(size, successes, p) : boost::math::ibetac(successes, size, q);
}

/// ln Γ(y + n) / (Γ(n) y!), by the beta function unless it underflows.
double log_ways(double y, double size) {
  if (y == 0) return 0;
  const double beta = boost::math::beta(y, size);
  if (beta > 1e-290) return -std::log(y) - std::log(beta);
  return std::lgamma(y + size) - std::lgamma(size) - std::lgamma(y + 1);
}

/// E|X − X′| / 2 of two independent draws.
double half_mean_difference(double mean, double size) {
  const double c = 4 * mean / size * (1 + mean / size);
  const double width = 1 / (1 + std::sqrt(size * c));  // where the integrand bends: 1 / (2 sd)
  const auto integrand = [&](double v) {
    const double x = width * v * width * v;
    if (x < 1e-280) return size * c;
    const double sine_squared = x < 1 ? x / (1 + x) : 1 / (1 + 1 / x);
    return -std::expm1(-size * std::log1p(c * sine_squared)) / x;
  };
  thread_local boost::math::quadrature::exp_sinh<double> integrator;  // its tables are costly; Boost 1.74 lacks a const
  return width * integrator.integrate(integrand, 1e-11) / (2 * std::numbers::pi);
}

}  // namespace

double crps(const Poisson& forecast, double outcome) {
  const double mean = forecast.mean, y = outcome;
  check(mean, y);
  if (mean == 0) return std::abs(y);
  const double at_floor = y < 0 ? 0 : std::exp(poisson_log(std::floor(y), mean));
  return (y - mean) * (2 * poisson_cdf(y, mean) - 1) + 2 * mean * at_floor - mean * scaled_bessels(2 * mean);
}

double log_score(const Poisson& forecast, double outcome) {
  check(forecast.mean, outcome);
  if (!is_count(outcome)) return infinity;
  if (forecast.mean == 0) return outcome == 0 ? 0 : infinity;
  return -poisson_log(outcome, forecast.mean);
}

double crps(const NegativeBinomial& forecast, double outcome) {
  const double mean = forecast.mean, size = forecast.size, y = outcome;
  check(mean, y);
  if (!(size > 0)) throw_invalid("size", size, "is above 0");
  if (std::isinf(size)) return crps(Poisson{mean}, y);
  if (mean == 0) return std::abs(y);
  const double p = size / (size + mean), q = mean / (size + mean);
  const double below = 2 * negative_binomial_cdf(y, size, p, q) - 1;
  const double weighted = 2 * negative_binomial_cdf(y - 1, size + 1, p, q) - 1;
  return y * below - mean * weighted - half_mean_difference(mean, size);
}

double log_score(const NegativeBinomial& forecast, double outcome) {
  const double mean = forecast.mean, size = forecast.size, y = outcome;
  check(mean, y);
  if (!(size > 0)) throw_invalid("size", size, "is above 0");
  if (std::isinf(size)) return log_score(Poisson{mean}, y);
  if (!is_count(y)) return infinity;
  if (mean == 0) return y == 0 ? 0 : infinity;
  return -log_ways(y, size) + size * std::log1p(mean / size) + y * std::log1p(size / mean);
}

}  // namespace detente
