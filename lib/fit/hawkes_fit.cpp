#include "detente/fit/hawkes_fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "fit/hawkes_problem.hpp"

namespace detente {
using namespace detail;
namespace {

using detail::HawkesProblem;
using detail::Polish;

/// The best of several climbs, polished; if a start is given, only the polish, provided that it converges.
Polish search(HawkesProblem& problem, const HawkesFitOptions& options) {
  if (options.start) {
    Polish near = problem.polish(*options.start);
    if (near.converged && near.value >= problem.poisson_log_likelihood()) return near;
  }
  if (!problem.may_excite()) return problem.polish(problem.poisson());
  Polish best;
  for (const HawkesParameters& start : problem.starts()) {
    Polish found = problem.polish(problem.climb(start));
    if (best.at.empty() || std::pair(found.converged, found.value) > std::pair(best.converged, best.value))
      best = std::move(found);
  }
  // The model includes no excitation at all, so a lower value is not the maximum.
  if (!best.converged || best.value < problem.poisson_log_likelihood()) {
    Polish without = problem.polish(problem.poisson());
    if (without.converged && without.value >= best.value) return without;
  }
  return best;
}

/// "mu[0]", with the piece if there are several; "branching[0][1]"; "beta".
std::vector<std::string> names(const HawkesParameters& p) {
  const std::size_t streams = p.branching.size() == 1 ? 1 : 2, pieces = p.mu.size() / streams;
  std::vector<std::string> out;
  for (std::size_t i = 0; i < p.mu.size(); ++i)
    out.push_back(pieces == 1 ? fmt::format("mu[{}]", i) : fmt::format("mu[{}] piece {}", i / pieces, i % pieces));
  for (std::size_t i = 0; i < p.branching.size(); ++i)
    out.push_back(fmt::format("branching[{}][{}]", i / streams, i % streams));
  for (std::size_t b = 0; b < p.beta.size(); ++b)
    out.push_back(p.beta.size() == 1 ? "beta" : fmt::format("beta[{}]", b));
  return out;
}

std::string held_names(const HawkesParameters& p, const std::vector<bool>& held) {
  const std::vector<std::string> all = names(p);
  std::string out;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (held[i]) out += (out.empty() ? "" : ", ") + all[i];
  return out;
}

void describe(HawkesFit& fit, const Polish& found) {
  const std::string held = held_names(fit.parameters, found.held);
  if (!found.converged) {
    fit.status = FitStatus::failed;
    fit.why = found.why;
  } else if (!held.empty()) {
    fit.status = FitStatus::boundary;
    fit.why = "at the end of its range or without influence: " + held;
  } else {
    fit.status = FitStatus::converged;
  }
}

std::string with_error(double value, std::optional<double> error) {
  return error ? fmt::format("{:.6g} (standard error {:.2g})", value, *error) : fmt::format("{:.6g}", value);
}

}  // namespace

double HawkesFit::gain() const { return std::max(0.0, 2 * (log_likelihood - log_likelihood_without)); }

std::optional<double> HawkesFit::half_life_error(std::size_t source) const {
  const std::size_t b = parameters.beta.size() == 1 ? 0 : source;
  const std::optional<double> days = parameters.half_life(source);
  const std::optional<double> error = standard_errors[parameters.size() - parameters.beta.size() + b];
  if (!days || !error) return std::nullopt;
  return *days * *error / parameters.beta[b];
}

std::string HawkesFit::brief() const {
  return fmt::format("{}: {} events, log-likelihood {:.3f}, {:.3f} above none, {} evaluations{}{}", to_text(status),
                     events, log_likelihood, gain() / 2, evaluations, why.empty() ? "" : "; ", why);
}

std::string HawkesFit::full() const {
  std::string out = brief() + "\n";
  const std::vector<double> row = parameters.row();
  const std::vector<std::string> all = names(parameters);
  for (std::size_t i = 0; i < row.size(); ++i)
    out += fmt::format("  {:<18} {}\n", all[i], with_error(row[i], standard_errors[i]));
  return out;
}

HawkesFit fit_hawkes(const HawkesEvents& events, const HawkesFitOptions& options) {
  HawkesProblem problem(events, options);
  HawkesFit out;
  out.events = events.size();
  out.parameters = problem.poisson();
  out.standard_errors.resize(out.parameters.size());
  out.covariance.assign(out.parameters.size() * out.parameters.size(), 0.0);
  if (events.size() == 0) {
    out.log_likelihood = out.log_likelihood_without = 0;
    out.why = "there are no events";
    return out;
  }
  out.log_likelihood_without = problem.poisson_log_likelihood();
  Polish found = search(problem, options);
  out.parameters = out.parameters.with(found.at);
  out.log_likelihood = found.value;
  out.evaluations = problem.evaluations();
  for (std::size_t i = 0; i < found.at.size(); ++i) {
    const double variance = found.covariance[i * found.at.size() + i];
    if (variance > 0) out.standard_errors[i] = std::sqrt(variance);
  }
  out.covariance = std::move(found.covariance);
  describe(out, found);
  return out;
}

}  // namespace detente
