#include "detente/fit/maximise.hpp"

#include <Eigen/Dense>
#include <nlopt.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <memory>
#include <new>

#include "detente/ground/error.hpp"

namespace detente {
namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

/// The likelihood of one observation, counted, with the best point seen.
class Search {
 public:
  Search(const LogLikelihood& likelihood, const Parameters& parameters)
      : likelihood_(likelihood), parameters_(parameters), gradient_(size()) {}

  std::size_t size() const { return parameters_.lower.size(); }

  double operator()(const std::vector<double>& at) {
    ++evaluations;
    const double value = likelihood_(at, gradient_) / parameters_.observations;
    for (double& g : gradient_) g /= parameters_.observations;
    if (std::isfinite(value) && value > best_value) {
      best_value = value;
      best = at;
      best_gradient = gradient_;
    }
    return value;
  }
  const std::vector<double>& gradient() const { return gradient_; }

  /// A quasi-Newton search. Whatever NLopt says of its end, `best` has the best point, and the Newton steps judge it.
  void climb(std::vector<double> from, double tolerance) {
    for (std::size_t i = 0; i < size(); ++i) from[i] = std::clamp(from[i], parameters_.lower[i], parameters_.upper[i]);
    const std::unique_ptr<nlopt_opt_s, decltype(&nlopt_destroy)> opt(
        nlopt_create(NLOPT_LD_SLSQP, static_cast<unsigned>(size())), &nlopt_destroy);
    if (!opt) throw std::bad_alloc();
    opt_ = opt.get();
    nlopt_set_lower_bounds(opt_, parameters_.lower.data());
    nlopt_set_upper_bounds(opt_, parameters_.upper.data());
    nlopt_set_max_objective(opt_, &Search::evaluate, this);
    nlopt_set_ftol_rel(opt_, tolerance);
    nlopt_set_xtol_abs1(opt_, 1e-9);
    nlopt_set_maxeval(opt_, parameters_.most_evaluations);
    double value = 0;
    nlopt_optimize(opt_, from.data(), &value);
    if (thrown_) std::rethrow_exception(thrown_);
  }

  double best_value = -std::numeric_limits<double>::infinity();
  std::vector<double> best, best_gradient;
  int evaluations = 0;

 private:
  static double evaluate(unsigned size, const double* at, double* gradient, void* self) noexcept {
    auto& search = *static_cast<Search*>(self);
    try {
      const double value = search({at, at + size});
      if (gradient) std::copy(search.gradient_.begin(), search.gradient_.end(), gradient);
      return std::isfinite(value) ? value : -std::numeric_limits<double>::max();
    } catch (...) {  // not through C
      search.thrown_ = std::current_exception();
      nlopt_force_stop(search.opt_);
      return 0;
    }
  }

  const LogLikelihood& likelihood_;
  const Parameters& parameters_;
  std::vector<double> gradient_;
  nlopt_opt opt_ = nullptr;
  std::exception_ptr thrown_;
};

/// The parameters that are not held on a bound.
using Free = std::vector<std::size_t>;

Free free_of(const Search& search, const Parameters& p) {
  Free free;
  for (std::size_t i = 0; i < search.size(); ++i) {
    const bool low = search.best[i] - p.lower[i] < 1e-6 && search.best_gradient[i] <= 0;
    const bool high = p.upper[i] - search.best[i] < 1e-6 && search.best_gradient[i] >= 0;
    if (!low && !high) free.push_back(i);
  }
  return free;
}

Vector part(const std::vector<double>& of, const Free& free) {
  Vector out(static_cast<Eigen::Index>(free.size()));
  for (std::size_t k = 0; k < free.size(); ++k) out[static_cast<Eigen::Index>(k)] = of[free[k]];
  return out;
}

/// Minus the second derivatives at the best point, by central differences of the gradient.
Matrix information(Search& search, const Free& free) {
  constexpr double step = 1e-4;
  const auto n = static_cast<Eigen::Index>(free.size());
  const std::vector<double> centre = search.best;
  Matrix out(n, n);
  for (Eigen::Index k = 0; k < n; ++k) {
    std::vector<double> up = centre, down = centre;
    up[free[static_cast<std::size_t>(k)]] += step;
    down[free[static_cast<std::size_t>(k)]] -= step;
    search(up);
    const Vector above = part(search.gradient(), free);
    search(down);
    out.col(k) = (part(search.gradient(), free) - above) / (2 * step);
  }
  return (out + out.transpose()) / 2;
}

/// Steps with one Hessian while they make the gradient smaller, within the bounds.
void polish(Search& search, const Parameters& p, const Free& free, const Eigen::LLT<Matrix>& curvature) {
  for (int round = 0; round < 6; ++round) {
    const Vector gradient = part(search.best_gradient, free);
    if (gradient.lpNorm<Eigen::Infinity>() < 1e-12) return;
    const Vector step = curvature.solve(gradient);
    std::vector<double> next = search.best;
    for (std::size_t k = 0; k < free.size(); ++k) {
      const std::size_t i = free[k];
      next[i] = std::clamp(next[i] + step[static_cast<Eigen::Index>(k)], p.lower[i], p.upper[i]);
    }
    const double value = search(next);
    const Vector after = part(search.gradient(), free);
    if (!(after.norm() < gradient.norm()) || !(value > search.best_value - 1e-9 * (1 + std::abs(search.best_value))))
      return;
    search.best = next;  // nearer to the maximum, though rounding may say that it is not higher
    search.best_value = value;
    search.best_gradient = search.gradient();
  }
}

std::vector<double> errors_of(const Matrix& information, const Free& free, std::size_t size, double observations) {
  const Matrix covariance = information.inverse() / observations;
  std::vector<double> out(size);
  for (std::size_t k = 0; k < free.size(); ++k) {
    const auto at = static_cast<Eigen::Index>(k);
    out[free[k]] = std::sqrt(covariance(at, at));
  }
  return out;
}

void check(const Parameters& p) {
  const auto count = [](std::size_t n) { return static_cast<double>(n); };
  if (p.starts.empty()) throw_invalid("starts", 0.0, "are at least one");
  if (p.lower.empty() || p.lower.size() > 8) throw_invalid("parameters", count(p.lower.size()), "are 1 to 8");
  for (const auto& start : p.starts)
    if (start.size() != p.lower.size() || p.upper.size() != p.lower.size())
      throw_invalid("parameters of a start", count(start.size()), "are as many as bounds");
  for (std::size_t i = 0; i < p.lower.size(); ++i)
    if (!(p.lower[i] < p.upper[i])) throw_invalid("lower", p.lower[i], "is below upper");
  if (!(p.observations > 0)) throw_invalid("observations", p.observations, "is above 0");
}

/// The Newton steps and what they tell.
void judge(Search& search, const Parameters& p, Maximum& out) {
  const Free free = free_of(search, p);
  out.on_bound.assign(search.size(), true);
  for (const std::size_t i : free) out.on_bound[i] = false;
  const Matrix first = information(search, free);
  const Eigen::LLT<Matrix> curvature(first);
  if (curvature.info() != Eigen::Success) {
    out.why = "the likelihood is flat or not concave where the search ended";
    return;
  }
  const std::vector<double> before = search.best;
  polish(search, p, free, curvature);
  const bool moved = (part(before, free) - part(search.best, free)).lpNorm<Eigen::Infinity>() > 1e-4;
  const Matrix last = moved ? information(search, free) : first;
  out.standard_errors = errors_of(last, free, search.size(), p.observations);
  const double slope = free.empty() ? 0 : part(search.best_gradient, free).lpNorm<Eigen::Infinity>();
  if (slope > 1e-5) {
    out.why = "the search stopped on a slope";
  } else if (free.size() < search.size()) {
    out.status = FitStatus::boundary;
    out.why = "a parameter is on its bound";
  } else {
    out.status = FitStatus::converged;
  }
}

}  // namespace

Maximum maximise(const LogLikelihood& likelihood, const Parameters& parameters) {
  check(parameters);
  Search search(likelihood, parameters);
  for (const std::vector<double>& start : parameters.starts) search.climb(start, 1e-6);
  Maximum out;
  if (search.best.empty()) {
    out.why = "the likelihood is not finite at any start";
  } else {
    search.climb(std::vector<double>(search.best), 1e-12);
    judge(search, parameters, out);
    out.at = search.best;
    out.value = search.best_value * parameters.observations;
    out.gradient = search.best_gradient;
    for (double& g : out.gradient) g *= parameters.observations;
  }
  out.evaluations = search.evaluations;
  return out;
}

}  // namespace detente
