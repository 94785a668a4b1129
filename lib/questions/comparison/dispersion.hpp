#pragma once
/// \file
/// The dispersion α of a negative binomial (variance μ + αμ²) by maximum likelihood for given means: Newton's method on
/// ln α within [−4, 4], with a bisection step where it would leave the known bracket.
///
/// ln Γ(y + 1/α) − ln Γ(1/α) is a sum over j < y of ln(j + 1/α), so the counts enter only through how many of them
/// exceed each j, at no cost per row.

#include <Eigen/Core>
#include <cstddef>
#include <functional>
#include <vector>

namespace detente::detail {

inline constexpr double least_log_dispersion = -4, most_log_dispersion = 4;

/// Passes means and counts, block by block, the same ones at each call.
using CountBlocks =
    std::function<void(const std::function<void(const Eigen::ArrayXd& means, const Eigen::ArrayXd& counts)>&)>;

/// Fits α; `start` is where to begin. O(passes × rows).
double fit_dispersion(const CountBlocks& blocks, double start);

}  // namespace detente::detail
