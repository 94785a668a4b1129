#include "fit/latent_search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace detente::detail {
namespace {

/// Days. A level that is gone within a day is what sd_day is for.
constexpr double shortest_half_life = 0.5;

/// Lower and upper bounds of the logarithms.
struct Range {
  double lower, upper;
};

Range range_of(LatentParameter which, const HistorySummary& s) {
  const double scale = std::max(s.variance, s.freedom > 0 ? s.spread / s.freedom : 0);
  const double span = std::max(s.span, 1.0);
  if (which == of_rate) return {std::log(std::numbers::ln2 / (100 * span)), std::log(rate_of(shortest_half_life))};
  if (which == of_diffusion) return {std::log(1e-9 * scale / span), std::log(1e4 * scale)};
  return {std::log(1e-9 * scale), std::log(1e4 * scale)};
}

/// A start with a given half-life: half of the days' variance goes to the level, and the rest is what the acts do not
/// explain.
LatentParameters start_with(double half_life, const LatentProblem& problem, const HistorySummary& s) {
  LatentProblem start = problem;
  const double variance = std::max(s.variance, 1e-3 * s.spread / std::max(s.freedom, 1.0));
  const double rate = problem.open[of_rate] ? rate_of(half_life) : problem.values.rate;
  const double event = s.freedom > 0 ? s.spread / s.freedom : variance / (2 * s.share);
  const std::array<double, 4> guess{rate, rate > 0 ? rate * variance : variance / std::max(s.span, 1.0),
                                    std::max(0.5 * variance - event * s.share, 0.1 * variance), event};
  for (const LatentParameter p : problem.sought()) *start.all()[p] = guess[p];
  return start.values;
}

std::vector<double> logs_of(LatentParameters values, const LatentProblem& problem) {
  LatentProblem there = problem;
  there.values = values;
  std::vector<double> out;
  for (const LatentParameter p : problem.sought()) out.push_back(std::log(*there.all()[p]));
  return out;
}

/// Half-lives in steps of decades, as far as the span can tell them apart.
std::vector<double> half_lives(const HistorySummary& s, bool sought) {
  std::vector<double> out;
  for (double days = 1; sought && days <= 3 * s.span; days *= 10) out.push_back(days);
  if (out.empty()) out.push_back(std::max(s.span, 1.0));
  return out;
}

Maximum search(const LatentProblem& problem, const HistorySummary& s, const std::vector<LatentParameters>& starts) {
  Parameters parameters;
  for (const LatentParameters& start : starts) parameters.starts.push_back(logs_of(start, problem));
  for (const LatentParameter p : problem.sought()) {
    parameters.lower.push_back(range_of(p, s).lower);
    parameters.upper.push_back(range_of(p, s).upper);
  }
  parameters.observations = static_cast<double>(s.days) + s.freedom;
  const auto likelihood = [&, passes = static_cast<std::uint64_t>(problem.evaluations)](
                              std::span<const double> at, std::span<double> gradient) mutable {
    problem.control.at({passes++, std::nullopt, "passes"});
    return log_likelihood(problem, at, gradient);
  };
  return maximise(likelihood, parameters);
}

/// The values with one of them at 0. A level that vanishes leaves its variance to the days, or to the acts, because a
/// level that returns within hours is the same as noise.
LatentParameters without(const LatentProblem& problem, LatentParameter which) {
  LatentProblem limit = problem;
  LatentParameters& v = limit.values;
  const double stationary = which == of_diffusion && v.rate > 0 ? v.diffusion / (2 * v.rate) : 0;
  *limit.all()[which] = 0;
  if (problem.open[of_day]) {
    v.day += stationary;
  } else if (problem.open[of_event]) {
    v.event += stationary;
  }
  return v;
}

/// Sets a parameter to 0 if the histories are as likely without it, so that there is no evidence for it.
bool gives_way(LatentProblem& problem, LatentParameter which, double likelihood, const char* note) {
  constexpr double nothing = 1e-4;
  if (!problem.open[which]) return false;
  LatentProblem limit = problem;
  limit.values = without(problem, which);
  limit.open = {};
  if (limit.values.day == 0 && limit.values.event == 0) return false;
  if (!(log_likelihood(limit, {}, {}) >= likelihood - nothing)) return false;
  problem.values = limit.values;
  problem.hold(which, 0, note);
  return true;
}

/// Sets one idle parameter at a time to 0, because the others may be needed again without it.
bool give_way(LatentProblem& problem, double likelihood) {
  if (gives_way(problem, of_diffusion, likelihood, "sd_level is 0: the level does not move")) {
    if (problem.open[of_rate]) problem.hold(of_rate, problem.values.mean ? 1.0 : 0.0, "half_life then says nothing");
    return true;
  }
  return gives_way(problem, of_day, likelihood, "sd_day is 0: no day effect is seen") ||
         gives_way(problem, of_event, likelihood, "sd_event is 0: acts of a day do not differ") ||
         (!problem.values.mean &&
          gives_way(problem, of_rate, likelihood, "half_life is inf: within the span the level does not return"));
}

}  // namespace

Maximum search_latent(LatentProblem& problem, const HistorySummary& s) {
  std::vector<LatentParameters> starts;
  for (const double days : half_lives(s, problem.open[of_rate])) starts.push_back(start_with(days, problem, s));
  while (!problem.sought().empty()) {
    Maximum found = search(problem, s, starts);
    problem.evaluations += found.evaluations;
    if (found.at.empty()) return found;
    problem.values = problem.at(found.at);
    if (!give_way(problem, found.value)) return found;
    starts = {problem.values};
  }
  Maximum nothing_sought;
  nothing_sought.status = FitStatus::converged;
  nothing_sought.standard_errors.emplace();
  nothing_sought.value = log_likelihood(problem, {}, {});
  return nothing_sought;
}

}  // namespace detente::detail
