#include "questions/comparison/comparison_link.hpp"

#include <algorithm>
#include <cmath>

#include "questions/comparison/dispersion.hpp"

namespace detente::detail {
namespace {

constexpr double least_positives = 3;

struct Tally {
  double rows = 0, positives = 0, sum = 0;
};
Tally tally(std::span<const float> outcomes) {
  Tally out;
  for (const float y : outcomes) {
    if (std::isnan(y)) continue;
    ++out.rows;
    out.positives += y > 0 ? 1 : 0;
    out.sum += y;
  }
  return out;
}

Eigen::VectorXd intercept_only(Eigen::Index width, double intercept) {
  Eigen::VectorXd out = Eigen::VectorXd::Zero(width);
  out[0] = std::clamp(intercept, lowest_predictor + 1, highest_predictor - 1);
  return out;
}

}  // namespace

ComparisonLink::ComparisonLink(OutcomeKind kind, const LinkRows& training, const ComparisonLink& before)
    : kind_(kind), basis_(training), dispersion_(before.dispersion_) {
  const bool goes_on = basis_.is_like(before.basis_);
  const Tally seen = tally(training.outcomes);
  const auto start = [&](const Eigen::VectorXd& last, double intercept) {
    return goes_on && last.size() == basis_.width() ? last : intercept_only(basis_.width(), intercept);
  };
  share_ = (seen.positives + 0.5) / (seen.rows + 1);
  if (kind == OutcomeKind::count) fit_counts(training, start(before.mean_, std::log((seen.sum + 0.5) / seen.rows)));
  if (seen.positives >= least_positives)
    fit_chances(training, start(before.chance_, std::log(share_ / (1 - std::min(share_, 1 - 1e-9)))));
}

void ComparisonLink::fit_counts(const LinkRows& training, const Eigen::VectorXd& start) {
  const GlmBlocks blocks = basis_.blocks(training, false);
  mean_ = fit_glm(GlmFamily::poisson, blocks, basis_.ridge(), start);
  dispersion_ = fit_dispersion(
      [&](const auto& take) {
        blocks(
            [&](const GlmBlock& block) { take(glm_means(GlmFamily::poisson, block, mean_), block.outcomes.array()); });
      },
      dispersion_);
}

void ComparisonLink::fit_chances(const LinkRows& training, const Eigen::VectorXd& start) {
  chance_ = fit_glm(GlmFamily::logit, basis_.blocks(training, true), basis_.ridge(), start);
}

ComparisonLink::Forecasts ComparisonLink::forecast(std::span<const std::span<const float>> features,
                                                   std::size_t count) const {
  const GlmBlock rows{basis_.design(features, count), {}};
  Forecasts out;
  if (kind_ == OutcomeKind::count) out.means = glm_means(GlmFamily::poisson, rows, mean_);
  out.chances = chance_.size() > 0 ? glm_means(GlmFamily::logit, rows, chance_)
                                   : Eigen::ArrayXd::Constant(rows.rows.rows(), share_).eval();
  return out;
}

}  // namespace detente::detail
