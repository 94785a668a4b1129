#pragma once
/// \file
/// The first step of a maximum likelihood fit: a climb from a rough start that uses only gradients (NLopt's SLSQP). The
/// second step is `polish`. This is the only place that uses NLopt.

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace detente::detail {

/// Lowest and highest value of each parameter; a start must lie between them.
struct Box {
  std::vector<double> lower, upper;
};

/// A function to maximise, and its gradient at the same point. Values that are not finite mark points to avoid.
using Objective = std::function<double(std::span<const double> at, std::span<double> gradient)>;

struct Climb {
  std::vector<double> at;
  double value = 0;
  int evaluations = 0;
  bool ended = false;    ///< by the tolerance, not by the limit of evaluations or an error
  std::string why = {};  ///< if not
};

/// Climbs until a step gains less than `tolerance`. Exceptions from the objective pass through.
Climb climb(const Objective& objective, std::vector<double> start, const Box& box, double tolerance = 1e-7,
            int max_evaluations = 200);

}  // namespace detente::detail
