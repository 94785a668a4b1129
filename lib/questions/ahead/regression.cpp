#include "questions/ahead/regression.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <algorithm>
#include <cmath>
#include <map>

namespace detente::detail {
namespace {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

constexpr double lowest_log_alpha = -4, highest_log_alpha = 4;

double chance(double predictor) { return 1 / (1 + std::exp(-predictor)); }

/// What one outcome says about η: its log likelihood without constants, the slope, the curvature (above 0, so that a
/// step is Newton's own), and the curvature that is expected of the outcomes at η.
struct Pull {
  double value, slope, curvature, expected;
};

Pull pull(Family family, double alpha, double predictor, double y) {
  if (family == Family::logit) {
    const double p = chance(predictor);
    return {y * predictor - std::log1p(std::exp(predictor)), y - p, p * (1 - p), p * (1 - p)};
  }
  const double mean = std::exp(predictor);
  if (family == Family::poisson) return {y * predictor - mean, y - mean, mean, mean};
  const double spread = 1 + alpha * mean;
  return {y * predictor - (y + 1 / alpha) * std::log(spread), (y - mean) / spread,
          mean * (1 + alpha * y) / (spread * spread), mean / spread};
}

double constant(Family family, double alpha, double y) {
  if (family == Family::logit) return 0;
  const double own = -boost::math::lgamma(y + 1);
  if (family == Family::poisson) return own;
  return own + boost::math::lgamma(y + 1 / alpha) - boost::math::lgamma(1 / alpha) + y * std::log(alpha);
}

/// Adds weight × x x' to the lower half, the only half that is read.
void add_square(Matrix& sum, const Vector& x, double weight) {
  for (Eigen::Index column = 0; column < x.size(); ++column)
    sum.col(column).tail(x.size() - column) += weight * x[column] * x.tail(x.size() - column);
}

/// Everything that a step needs from one pass over the rows.
struct Slope {
  double value = 0;
  Vector gradient;
  Matrix curvature;
};

/// Fits one regression.
class Climber {
 public:
  Climber(Family family, double alpha, const Design& design, const RegressionOptions& options)
      : family_(family), alpha_(alpha), design_(design), options_(options), size_(index(design.inputs) + 1) {
    ridge_ = Vector::Zero(size_);
    for (std::size_t i = 0; i < options.ridge.size(); ++i) ridge_[index(i)] = options.ridge[i];
  }

  Regression climb(std::vector<double> start) const {
    Regression out{.family = family_, .coefficients = {}, .alpha = alpha_};
    Vector at = Eigen::Map<const Vector>(start.data(), size_);
    Slope here = slope(at);
    while (out.steps < options_.most_steps && !out.converged) {
      ++out.steps;
      const Eigen::LDLT<Matrix> solver(here.curvature);
      const Vector step = solver.solve(here.gradient);
      if (solver.info() != Eigen::Success || !solver.isPositive() || !step.allFinite() || solver.rcond() < 1e-13) break;
      out.converged = step.dot(here.gradient) < options_.tolerance;
      if (!take(at, here, step)) break;
    }
    out.coefficients.assign(at.data(), at.data() + at.size());
    return out;
  }

 private:
  static Eigen::Index index(std::size_t number) { return static_cast<Eigen::Index>(number); }

  /// Takes the step, or as much of it as does not lower the objective; false if none does.
  bool take(Vector& at, Slope& here, Vector step) const {
    for (int halvings = 0; halvings < 40; ++halvings, step *= 0.5) {
      Slope there = slope(at + step);
      if (!(there.value >= here.value - 1e-9 * (1 + std::abs(here.value)))) continue;
      at += step;
      here = std::move(there);
      return true;
    }
    return false;
  }

  Slope slope(const Vector& at) const {
    Slope out{-0.5 * ridge_.dot(at.cwiseAbs2()), -ridge_.cwiseProduct(at), Matrix(ridge_.asDiagonal())};
    Vector x = Vector::Ones(size_);
    for (std::size_t i = 0; i < design_.outcomes.size(); ++i) {
      const std::span<const double> row = design_.row(i);
      std::copy(row.begin(), row.end(), x.data() + 1);
      const double predictor = std::clamp(at.dot(x), lowest_predictor, highest_predictor);
      const Pull p = pull(family_, alpha_, predictor, design_.outcomes[i]);
      out.value += p.value;
      out.gradient += p.slope * x;
      add_square(out.curvature, x, p.curvature);
    }
    return out;
  }

  Family family_;
  double alpha_;
  const Design& design_;
  const RegressionOptions& options_;
  Eigen::Index size_;
  Vector ridge_;
};

double mean_of(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

/// A constant predictor at the mean outcome, within the allowed range.
std::vector<double> start_of(Family family, const Design& design, const RegressionOptions& options) {
  if (!options.start.empty()) return options.start;
  std::vector<double> start(design.inputs + 1, 0.0);
  const double mean = mean_of(design.outcomes);
  const double predictor = std::log(family == Family::logit ? mean / (1 - mean) : mean);
  start[0] = std::clamp(predictor, lowest_predictor, highest_predictor);
  return start;
}

std::vector<double> means_of(const Regression& fit, const Design& design) {
  std::vector<double> out(design.outcomes.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = std::exp(linear_predictor(fit.coefficients, design.row(i)));
  return out;
}

void sum_likelihood(Regression& fit, const Design& design) {
  std::map<double, double> constants;  // outcomes repeat, so constants are cached
  fit.log_likelihood = 0;
  for (std::size_t i = 0; i < design.outcomes.size(); ++i) {
    const double y = design.outcomes[i];
    const auto [at, is_new] = constants.try_emplace(y, 0.0);
    if (is_new) at->second = constant(fit.family, fit.alpha, y);
    fit.log_likelihood +=
        pull(fit.family, fit.alpha, linear_predictor(fit.coefficients, design.row(i)), y).value + at->second;
  }
}

Regression fit_by(Family family, const Design& design, const RegressionOptions& options) {
  Regression out = Climber(family, options.alpha, design, options).climb(start_of(family, design, options));
  sum_likelihood(out, design);
  return out;
}

/// Slope of the log likelihood of a negative binomial in ln α, at given means. Outcomes repeat and digammas are
/// expensive, so these are cached.
class DispersionSlope {
 public:
  DispersionSlope(std::span<const double> means, std::span<const double> outcomes)
      : means_(means), outcomes_(outcomes) {
    for (const double y : outcomes) ++times_[y];
  }

  double operator()(double log_alpha) const {
    const double size = std::exp(-log_alpha);
    double sum = 0;
    for (const auto& [y, times] : times_)
      if (y > 0) sum += times * (boost::math::digamma(y + size) - boost::math::digamma(size));
    for (std::size_t i = 0; i < means_.size(); ++i)
      sum += (means_[i] - outcomes_[i]) / (size + means_[i]) - std::log1p(means_[i] / size);
    return -size * sum;
  }

 private:
  std::span<const double> means_, outcomes_;
  std::map<double, double> times_;
};

}  // namespace

double linear_predictor(std::span<const double> coefficients, std::span<const double> inputs) {
  double sum = coefficients[0];
  for (std::size_t i = 0; i < inputs.size(); ++i) sum += coefficients[i + 1] * inputs[i];
  return std::clamp(sum, lowest_predictor, highest_predictor);
}

double expected(const Regression& fit, std::span<const double> inputs) {
  const double predictor = linear_predictor(fit.coefficients, inputs);
  return fit.family == Family::logit ? chance(predictor) : std::exp(predictor);
}

double chance_of_none(const Regression& fit, std::span<const double> inputs) {
  const double mean = expected(fit, inputs);
  if (fit.family == Family::logit) return 1 - mean;
  return fit.family == Family::poisson ? std::exp(-mean) : std::exp(-std::log1p(fit.alpha * mean) / fit.alpha);
}

Regression fit_poisson(const Design& design, const RegressionOptions& options) {
  return fit_by(Family::poisson, design, options);
}

Regression fit_logit(const Design& design, const RegressionOptions& options) {
  return fit_by(Family::logit, design, options);
}

double likeliest_dispersion(std::span<const double> means, std::span<const double> outcomes) {
  const DispersionSlope slope(means, outcomes);
  const double at_lowest = slope(lowest_log_alpha), at_highest = slope(highest_log_alpha);
  if (at_lowest <= 0) return std::exp(lowest_log_alpha);
  if (at_highest >= 0) return std::exp(highest_log_alpha);
  std::uintmax_t most = 60;
  const auto [low, high] =
      boost::math::tools::toms748_solve(slope, lowest_log_alpha, highest_log_alpha, at_lowest, at_highest,
                                        boost::math::tools::eps_tolerance<double>(40), most);
  return std::exp((low + high) / 2);
}

Regression with_dispersion(const Regression& poisson, const Design& design) {
  Regression out = poisson;
  out.family = Family::negative_binomial;
  out.alpha = likeliest_dispersion(means_of(poisson, design), design.outcomes);
  sum_likelihood(out, design);
  return out;
}

Regression fit_negative_binomial(const Design& design, const RegressionOptions& options) {
  if (options.alpha > 0) return fit_by(Family::negative_binomial, design, options);
  Regression out = fit_poisson(design, options);
  const int most_turns = 100;
  bool settled = false;
  for (int turn = 0; turn < most_turns && out.converged && !settled; ++turn) {
    const double alpha = likeliest_dispersion(means_of(out, design), design.outcomes);
    settled = turn > 0 && std::abs(std::log(alpha / out.alpha)) < 1e-9;
    const int steps = out.steps;
    out = Climber(Family::negative_binomial, alpha, design, options).climb(out.coefficients);
    out.steps += steps;
  }
  out.converged = out.converged && settled;
  sum_likelihood(out, design);
  return out;
}

std::vector<double> clustered_covariance(const Regression& fit, const Design& design,
                                         std::span<const std::size_t> cluster) {
  const auto size = static_cast<Eigen::Index>(design.inputs + 1);
  const std::size_t clusters = cluster.empty() ? 0 : *std::max_element(cluster.begin(), cluster.end()) + 1;
  Matrix curvature = Matrix::Zero(size, size);
  Matrix scores = Matrix::Zero(size, static_cast<Eigen::Index>(clusters));
  Vector x = Vector::Ones(size);
  for (std::size_t i = 0; i < design.outcomes.size(); ++i) {
    const std::span<const double> row = design.row(i);
    std::copy(row.begin(), row.end(), x.data() + 1);
    const Pull p = pull(fit.family, fit.alpha, linear_predictor(fit.coefficients, row), design.outcomes[i]);
    add_square(curvature, x, p.expected);
    scores.col(static_cast<Eigen::Index>(cluster[i])) += p.slope * x;
  }
  const Matrix inverse = curvature.ldlt().solve(Matrix::Identity(size, size));
  const double few = clusters > 1 ? static_cast<double>(clusters) / static_cast<double>(clusters - 1) : 0;
  const Matrix pulls = inverse.lazyProduct(scores);
  const Matrix covariance = few * pulls.lazyProduct(pulls.transpose());
  return {covariance.data(), covariance.data() + covariance.size()};
}

}  // namespace detente::detail
