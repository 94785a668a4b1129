#include "detente/scores/equal_skill.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

#include "detente/ground/error.hpp"

namespace detente {
namespace {

double autocovariance(std::span<const double> values, double mean, std::size_t lag) {
  double sum = 0;
  for (std::size_t i = lag; i < values.size(); ++i) sum += (values[i] - mean) * (values[i - lag] - mean);
  return sum / static_cast<double>(values.size());
}

double two_sided(double statistic, double degrees) {
  return 2 * boost::math::cdf(boost::math::complement(boost::math::students_t(degrees), std::abs(statistic)));
}

}  // namespace

EqualSkill diebold_mariano(std::span<const double> differences, std::size_t horizon) {
  if (horizon == 0) throw_invalid("horizon", "0", "is at least 1 step");
  if (differences.size() < 2 || horizon >= differences.size())
    throw_invalid("differences", std::to_string(differences.size()), "are at least 2, and more than the horizon");
  const auto n = static_cast<double>(differences.size());
  EqualSkill out;
  out.mean = std::accumulate(differences.begin(), differences.end(), 0.0) / n;
  const double at_once = autocovariance(differences, out.mean, 0);
  double variance = at_once;
  for (std::size_t lag = 1; lag < horizon; ++lag) variance += 2 * autocovariance(differences, out.mean, lag);
  auto h = static_cast<double>(horizon);
  if (!(variance > 0)) variance = at_once, h = 1;
  if (variance == 0) return out;
  out.statistic = out.mean / std::sqrt(variance / n) * std::sqrt((n + 1 - 2 * h + h * (h - 1) / n) / n);
  out.p = two_sided(out.statistic, n - 1);
  return out;
}

std::vector<double> holm(std::span<const double> p_values) {
  std::vector<std::size_t> order(p_values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (const double p : p_values) require_within("p", p, 0, 1);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  std::vector<double> out(p_values.size());
  double least = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    least = std::max(least, std::min(1.0, p_values[order[i]] * static_cast<double>(order.size() - i)));
    out[order[i]] = least;
  }
  return out;
}

}  // namespace detente
