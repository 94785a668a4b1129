#pragma once
/// \file
/// The first step of a maximum likelihood fit: a climb with gradients alone from a rough start (NLopt's SLSQP). The
/// second is `polish`. The only place that knows NLopt.

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace detente::detail {

/// Lowest and highest value of each parameter; a start lies between.
struct Box {
  std::vector<double> lower, upper;
};

/// A function to be made large, and its gradient at the same point. Values that are not finite mean "not here".
using Objective = std::function<double(std::span<const double> at, std::span<double> gradient)>;

struct Climb {
  std::vector<double> at;
  double value = 0;
  int evaluations = 0;
  bool ended = false;    ///< by the tolerance, not by the limit of evaluations or an error
  std::string why = {};  ///< if not
};

/// Climbs until a step gains less than `tolerance`. Exceptions of the objective reach the caller.
Climb climb(const Objective& objective, std::vector<double> start, const Box& box, double tolerance = 1e-7,
            int max_evaluations = 200);

}  // namespace detente::detail
