#include "detente/processes/shifts/run_length.hpp"

#include <Eigen/LU>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "detente/ground/error.hpp"
#include "ground/limits.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr double longest = 1e12;
constexpr double largest_interval = 100;

double normal_below(double x) { return std::erfc(-x / std::numbers::sqrt2) / 2; }
double normal_density(double x) { return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi); }

struct Node {
  double at, weight;
};

/// Ten points of Gauss on every stretch of at most 2 standard deviations.
std::vector<Node> nodes(double h) {
  using Rule = boost::math::quadrature::gauss<double, 10>;
  const int stretches = static_cast<int>(std::ceil(h / 2));
  const double half = h / stretches / 2;
  std::vector<Node> out;
  for (int i = 0; i < stretches; ++i)
    for (std::size_t j = 0; j < Rule::abscissa().size(); ++j)
      for (const double side : {-1.0, 1.0})
        out.push_back({half * (2 * i + 1 + side * Rule::abscissa()[j]), half * Rule::weights()[j]});
  return out;
}

/// From a start at 0; the drift is that of a value less the slack.
double one_sided(double h, double drift) {
  std::vector<Node> states = nodes(h);
  states.insert(states.begin(), {0, 0});
  const auto count = static_cast<Eigen::Index>(states.size());
  Eigen::MatrixXd equations = Eigen::MatrixXd::Identity(count, count);
  for (Eigen::Index i = 0; i < count; ++i) {
    const double from = states[static_cast<std::size_t>(i)].at + drift;
    equations(i, 0) -= normal_below(-from);
    for (Eigen::Index j = 1; j < count; ++j) {
      const Node& to = states[static_cast<std::size_t>(j)];
      equations(i, j) -= to.weight * normal_density(to.at - from);
    }
  }
  const double length = equations.partialPivLu().solve(Eigen::VectorXd::Ones(count))(0);
  return length > 0 && length <= longest ? length : infinity;
}

double length_without_interval(double k, CusumSides sides) {
  return 1 / (normal_below(-k) * (sides == CusumSides::both ? 2 : 1));
}

}  // namespace

double average_run_length(double k, double h, double shift, CusumSides sides) {
  require_within("k", k, 0, 10, "standard deviations");
  require_within("shift", shift, -100, 100, "standard deviations");
  if (!(h > 0 && h <= largest_interval)) throw_invalid("h", h, "is above 0 and at most 100 standard deviations");
  const double upper = one_sided(h, shift - k);
  if (sides == CusumSides::upper) return upper;
  return 1 / (1 / upper + 1 / one_sided(h, -shift - k));
}

double decision_interval(double k, double run_length, CusumSides sides) {
  require_within("k", k, 0, 10, "standard deviations");
  if (!(run_length > length_without_interval(k, sides) && run_length <= 1e9))
    throw_invalid("run_length", run_length, "is above that of h = 0, and at most 1e9");
  const auto excess = [&](double h) {
    return std::log(std::min(average_run_length(k, h, 0, sides), longest) / run_length);
  };
  double low = 1e-12, high = 1;
  for (; excess(high) < 0; high *= 2) {
    if (2 * high > largest_interval) throw_invalid("run_length", run_length, "is reached by an h up to 64");
    low = high;
  }
  std::uintmax_t steps = 100;
  const auto enclosed = boost::math::tools::toms748_solve(
      excess, low, high, [](double a, double b) { return b - a < 1e-10; }, steps);
  return enclosed.second;
}

}  // namespace detente
