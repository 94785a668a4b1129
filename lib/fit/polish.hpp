#pragma once
/// \file
/// The second step of a maximum likelihood fit: Newton steps from where a climb ended, with exact second derivatives,
/// whose inverse gives the standard errors.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "fit/climb.hpp"

namespace detente::detail {

/// Value, gradient and second derivatives (row by row).
struct Curved {
  double value = 0;
  std::vector<double> gradient, hessian;
};
using CurvedObjective = std::function<Curved(std::span<const double> at)>;

struct Polish {
  std::vector<double> at;
  double value = 0;
  std::vector<double> gradient;
  /// Parameters that are not free at the end: at an end of their range, or without any influence.
  std::vector<bool> held;
  /// Inverse of minus the second derivatives among the free parameters, 0 elsewhere; row by row.
  std::vector<double> covariance;
  int evaluations = 0;
  bool converged = false;
  std::string why = {};  ///< if not
};

/// Newton steps within the box. A step that would leave the box stops at its wall, and the parameter is held there as
/// long as the gradient points outwards. Ends when the next step could gain less than `tolerance` in total.
Polish polish(const CurvedObjective& objective, std::vector<double> start, const Box& box, double tolerance = 1e-10,
              int max_evaluations = 40);

}  // namespace detente::detail
