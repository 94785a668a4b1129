#include "questions/comparison/glm.hpp"

#include <Eigen/Cholesky>
#include <limits>
#include <utility>

namespace detente::detail {
namespace {

constexpr int most_steps = 60;
constexpr double enough = 1e-4;  // nats that the last step may add; the remaining error is about its square

/// The objective and its derivatives at some coefficients.
struct GlmSlope {
  double value = 0;
  Eigen::VectorXd gradient;
  Eigen::MatrixXd curvature;  // lower half
};

void add(GlmSlope& slope, GlmFamily family, const GlmBlock& block, const Eigen::VectorXd& coefficients) {
  const Eigen::ArrayXd eta = (block.rows * coefficients).array().max(lowest_predictor).min(highest_predictor);
  const Eigen::ArrayXd power = eta.exp();
  const auto y = block.outcomes.array();
  Eigen::ArrayXd mean = power, weight = power;
  if (family == GlmFamily::logit) {
    mean = power / (1 + power);
    weight = mean / (1 + power);
    slope.value += (y * eta - (1 + power).log()).sum();
  } else {
    slope.value += (y * eta - power).sum();
  }
  const Eigen::VectorXd surplus = (y - mean).matrix();
  for (Eigen::Index i = 0; i < coefficients.size(); ++i) {
    const Eigen::VectorXd weighted = (block.rows.col(i).array() * weight).matrix();
    slope.gradient[i] += block.rows.col(i).dot(surplus);
    for (Eigen::Index j = 0; j <= i; ++j) slope.curvature(i, j) += weighted.dot(block.rows.col(j));
  }
}

GlmSlope slope_at(GlmFamily family, const GlmBlocks& blocks, const Eigen::VectorXd& ridge, const Eigen::VectorXd& at) {
  GlmSlope out{0, Eigen::VectorXd::Zero(at.size()), Eigen::MatrixXd::Zero(at.size(), at.size())};
  blocks([&](const GlmBlock& block) { add(out, family, block, at); });
  out.value -= 0.5 * (ridge.array() * at.array().square()).sum();
  out.gradient -= (ridge.array() * at.array()).matrix();
  out.curvature.diagonal() += ridge;
  return out;
}

}  // namespace

Eigen::ArrayXd glm_means(GlmFamily family, const GlmBlock& block, const Eigen::VectorXd& coefficients) {
  const Eigen::ArrayXd power = (block.rows * coefficients).array().max(lowest_predictor).min(highest_predictor).exp();
  return family == GlmFamily::logit ? Eigen::ArrayXd(power / (1 + power)) : power;
}

Eigen::VectorXd fit_glm(GlmFamily family, const GlmBlocks& blocks, const Eigen::VectorXd& ridge,
                        Eigen::VectorXd start) {
  Eigen::VectorXd best = std::move(start), step = Eigen::VectorXd::Zero(best.size());
  double value = -std::numeric_limits<double>::infinity();
  for (int i = 0; i < most_steps; ++i) {
    const GlmSlope slope = slope_at(family, blocks, ridge, best + step);
    if (!(slope.value >= value - enough)) {
      step /= 2;
      continue;
    }
    best += step;
    value = slope.value;
    step = slope.curvature.selfadjointView<Eigen::Lower>().llt().solve(slope.gradient);
    if (step.dot(slope.gradient) < enough) return best + step;
  }
  return best;
}

}  // namespace detente::detail
