#include "fit/polish.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <utility>

namespace detente::detail {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

class Newton {
 public:
  Newton(const CurvedObjective& objective, std::vector<double> start, const Box& box, double tolerance,
         int max_evaluations)
      : objective_(objective),
        box_(box),
        tolerance_(tolerance),
        max_evaluations_(max_evaluations),
        at_(std::move(start)),
        held_(at_.size()) {}

  Polish run() {
    now_ = evaluate(at_);
    while (why_.empty() && !done_) step();
    return result();
  }

 private:
  Curved evaluate(const std::vector<double>& at) {
    ++evaluations_;
    return objective_(at);
  }

  double bend(std::size_t i, std::size_t j) const { return now_.hessian[i * at_.size() + j]; }

  /// Holds parameters at a wall that the gradient pushes against, and those without any influence.
  void choose_free() {
    free_.clear();
    for (std::size_t i = 0; i < at_.size(); ++i) {
      const double slope = now_.gradient[i];
      held_[i] = (at_[i] <= box_.lower[i] && slope <= 0) || (at_[i] >= box_.upper[i] && slope >= 0) ||
                 (slope == 0 && bend(i, i) == 0);
      if (!held_[i]) free_.push_back(i);
    }
  }

  /// Minus the second derivatives among the free parameters.
  Matrix information() const {
    const auto n = static_cast<Eigen::Index>(free_.size());
    Matrix out(n, n);
    for (Eigen::Index i = 0; i < n; ++i)
      for (Eigen::Index j = 0; j < n; ++j) out(i, j) = -bend(free(i), free(j));
    return out;
  }
  std::size_t free(Eigen::Index i) const { return free_[static_cast<std::size_t>(i)]; }

  void step() {
    choose_free();
    const auto n = static_cast<Eigen::Index>(free_.size());
    Vector slope(n);
    for (Eigen::Index i = 0; i < n; ++i) slope(i) = now_.gradient[free(i)];
    double damping = 0;
    const Vector direction = n > 0 ? uphill(slope, damping) : slope;
    if (slope.dot(direction) > tolerance_) {
      move(direction);
    } else if (damping > 0) {
      why_ = "the likelihood has no maximum here: its curvature is not that of one";
    } else {
      done_ = true;
    }
  }

  /// Newton's step; if the curvature is not that of a maximum, with enough damping to make it so.
  Vector uphill(const Vector& slope, double& damping) const {
    const Matrix exact = information();
    const Vector scale = exact.diagonal().cwiseAbs().cwiseMax(1e-300);
    for (;; damping = std::max(1e-3, 4 * damping)) {
      Matrix damped = exact;
      damped.diagonal() += damping * scale;
      const Eigen::LLT<Matrix> solver(damped);
      if (solver.info() == Eigen::Success) return solver.solve(slope);
      if (!(damping < 1e6)) return Vector::Zero(slope.size());
    }
  }

  /// The largest of the steps 1, ½, ¼ … that gains.
  void move(const Vector& direction) {
    for (double share = 1; share > 1e-6; share /= 2) {
      if (evaluations_ >= max_evaluations_) break;
      std::vector<double> next = at_;
      for (Eigen::Index i = 0; i < direction.size(); ++i)
        next[free(i)] = std::clamp(at_[free(i)] + share * direction(i), box_.lower[free(i)], box_.upper[free(i)]);
      Curved there = evaluate(next);
      if (!(there.value >= now_.value - 1e-9 * (1 + std::abs(now_.value)) * share)) continue;
      at_ = std::move(next);
      now_ = std::move(there);
      return;
    }
    why_ = "no step gains any more, but the gradient is not 0";
  }

  Polish result() const {
    Polish out{at_,          now_.value, now_.gradient, held_, std::vector<double>(at_.size() * at_.size(), 0.0),
               evaluations_, done_,      why_};
    if (!done_ || free_.empty()) return out;
    const Matrix covariance = information().llt().solve(
        Matrix::Identity(static_cast<Eigen::Index>(free_.size()), static_cast<Eigen::Index>(free_.size())));
    for (Eigen::Index i = 0; i < covariance.rows(); ++i)
      for (Eigen::Index j = 0; j < covariance.cols(); ++j)
        out.covariance[free(i) * at_.size() + free(j)] = covariance(i, j);
    return out;
  }

  const CurvedObjective& objective_;
  const Box& box_;
  double tolerance_;
  int max_evaluations_;
  std::vector<double> at_;
  std::vector<bool> held_;
  std::vector<std::size_t> free_;
  Curved now_;
  int evaluations_ = 0;
  bool done_ = false;
  std::string why_;
};

}  // namespace

Polish polish(const CurvedObjective& objective, std::vector<double> start, const Box& box, double tolerance,
              int max_evaluations) {
  return Newton(objective, std::move(start), box, tolerance, max_evaluations).run();
}

}  // namespace detente::detail
