#include "fit/climb.hpp"

#include <nlopt.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <memory>
#include <utility>

namespace detente::detail {
namespace {

struct Call {
  const Objective& objective;
  nlopt_opt optimiser;
  int evaluations = 0;
  std::exception_ptr error = {};
};

/// NLopt is written in C, so no exception may pass through it.
double call(unsigned n, const double* at, double* gradient, void* data) {
  Call& call = *static_cast<Call*>(data);
  ++call.evaluations;
  std::vector<double> unused(gradient ? 0 : n);
  const std::span<double> room = gradient ? std::span(gradient, n) : std::span(unused);
  try {
    const double value = call.objective({at, n}, room);
    if (std::isfinite(value)) return value;
    std::fill(room.begin(), room.end(), 0.0);
    return -std::numeric_limits<double>::max();
  } catch (...) {
    call.error = std::current_exception();
    nlopt_force_stop(call.optimiser);
    return 0;
  }
}

std::string reason(nlopt_result result) {
  if (result == NLOPT_MAXEVAL_REACHED) return "the climb took too many evaluations";
  return std::string("the optimiser ended with ") + nlopt_result_to_string(result);
}

}  // namespace

Climb climb(const Objective& objective, std::vector<double> start, const Box& box, double tolerance,
            int max_evaluations) {
  const std::unique_ptr<std::remove_pointer_t<nlopt_opt>, decltype(&nlopt_destroy)> optimiser(
      nlopt_create(NLOPT_LD_SLSQP, static_cast<unsigned>(start.size())), &nlopt_destroy);
  Call context{objective, optimiser.get()};
  nlopt_set_max_objective(optimiser.get(), call, &context);
  nlopt_set_lower_bounds(optimiser.get(), box.lower.data());
  nlopt_set_upper_bounds(optimiser.get(), box.upper.data());
  nlopt_set_ftol_abs(optimiser.get(), tolerance);
  nlopt_set_maxeval(optimiser.get(), max_evaluations);
  Climb out{std::move(start)};
  const nlopt_result result = nlopt_optimize(optimiser.get(), out.at.data(), &out.value);
  if (context.error) std::rethrow_exception(context.error);
  out.evaluations = context.evaluations;
  // Rounding may stop a climb where there is nothing left to climb.
  out.ended = (result > 0 && result != NLOPT_MAXEVAL_REACHED) || result == NLOPT_ROUNDOFF_LIMITED;
  if (!out.ended) out.why = reason(result);
  return out;
}

}  // namespace detente::detail
