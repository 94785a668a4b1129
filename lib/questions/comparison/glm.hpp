#pragma once
/// \file
/// Generalised linear models by Newton's method, over rows that come in blocks: nothing as large as the data is kept,
/// so ten million rows take the memory of one block.
///
///     maximise  Σ l(y, η) − ½ Σ r_k β_k²,   η = Bβ held to [−12, 8]
///
/// with l = y η − e^η (Poisson, log link) or y η − ln(1 + e^η) (logit); r is the ridge of each coefficient. Both are
/// concave; a step that does not climb is halved. Blocks are added in their order, which gives the same bits each time.
///
/// Source: McCullagh & Nelder 1989, section 2.5 (iteratively reweighted least squares is Newton's method here).

#include <Eigen/Core>
#include <cstdint>
#include <functional>

#include "questions/ahead/regression.hpp"

namespace detente::detail {

enum class GlmFamily : std::uint8_t { poisson, logit };

/// Rows of a design, one row each, and their outcomes.
struct GlmBlock {
  Eigen::MatrixXd rows;
  Eigen::VectorXd outcomes;
};
/// Passes every block, the same ones in the same order at each call.
using GlmBlocks = std::function<void(const std::function<void(const GlmBlock&)>&)>;

/// The mean of each row of a block: e^η, or 1/(1 + e^−η).
Eigen::ArrayXd glm_means(GlmFamily family, const GlmBlock& block, const Eigen::VectorXd& coefficients);

/// Fits the coefficients. `start` has as many as the ridge; a start near the answer saves passes. O(passes × rows ×
/// k²).
Eigen::VectorXd fit_glm(GlmFamily family, const GlmBlocks& blocks, const Eigen::VectorXd& ridge, Eigen::VectorXd start);

}  // namespace detente::detail
