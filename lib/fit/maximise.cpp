#include "detente/fit/maximise.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "detente/ground/error.hpp"
#include "fit/polish.hpp"

namespace detente {
using namespace detail;
namespace {

using detail::Box;
using detail::Climb;
using detail::Curved;
using detail::Polish;

void check(const Parameters& p) {
  const auto count = [](std::size_t n) { return static_cast<double>(n); };
  if (p.starts.empty()) throw_invalid("starts", 0.0, "are at least one");
  if (p.lower.empty() || p.lower.size() > 8) throw_invalid("parameters", count(p.lower.size()), "are 1 to 8");
  for (const auto& start : p.starts)
    if (start.size() != p.lower.size() || p.upper.size() != p.lower.size())
      throw_invalid("parameters of a start", count(start.size()), "are as many as bounds");
  for (std::size_t i = 0; i < p.lower.size(); ++i)
    if (!(p.lower[i] < p.upper[i])) throw_invalid("lower", p.lower[i], "is below upper");
  if (!(p.observations > 0)) throw_invalid("observations", p.observations, "is above 0");
}

/// The likelihood, with its calls counted.
class Summit {
 public:
  Summit(const LogLikelihood& likelihood, const Parameters& p)
      : likelihood_(likelihood), p_(p), box_{p.lower, p.upper} {}

  /// The highest end of the climbs from all starts; nothing if no start has a likelihood.
  std::optional<Climb> climb() {
    std::optional<Climb> best;
    for (std::vector<double> start : p_.starts) {
      for (std::size_t i = 0; i < start.size(); ++i) start[i] = std::clamp(start[i], p_.lower[i], p_.upper[i]);
      Climb end = detail::climb(of_one(), std::move(start), box_, 1e-6, p_.most_evaluations);
      if (std::abs(end.value) < std::numeric_limits<double>::max() && (!best || end.value > best->value))
        best = std::move(end);
    }
    return best;
  }

  Polish polish(std::vector<double> from) {
    return detail::polish([this](std::span<const double> at) { return curved(at); }, std::move(from), box_, 1e-12);
  }

  int evaluations() const { return evaluations_; }

 private:
  double evaluate(std::span<const double> at, std::span<double> gradient) {
    ++evaluations_;
    return likelihood_(at, gradient);
  }

  /// The objective per observation, so that one tolerance suits short and long histories.
  detail::Objective of_one() {
    return [this](std::span<const double> at, std::span<double> gradient) {
      const double value = evaluate(at, gradient);
      for (double& g : gradient) g /= p_.observations;
      return value / p_.observations;
    };
  }

  /// Second derivatives by central differences of the gradient; at a wall, by the difference to its inner side.
  Curved curved(std::span<const double> at) {
    constexpr double step = 1e-4;
    const std::size_t n = at.size();
    Curved out{0, std::vector<double>(n), std::vector<double>(n * n)};
    out.value = evaluate(at, out.gradient);
    std::vector<double> moved(at.begin(), at.end()), above(n), below(n);
    for (std::size_t i = 0; i < n; ++i) {
      const double up = std::min(at[i] + step, p_.upper[i]), down = std::max(at[i] - step, p_.lower[i]);
      moved[i] = up;
      evaluate(moved, above);
      moved[i] = down;
      evaluate(moved, below);
      moved[i] = at[i];
      for (std::size_t j = 0; j < n; ++j) {  // half from each side, so that the sum is symmetric
        const double half = (above[j] - below[j]) / (up - down) / 2;
        out.hessian[i * n + j] += half;
        out.hessian[j * n + i] += half;
      }
    }
    return out;
  }

  const LogLikelihood& likelihood_;
  const Parameters& p_;
  const Box box_;
  int evaluations_ = 0;
};

bool is_on_bound(const Parameters& p, std::span<const double> at, std::size_t i) {
  return at[i] <= p.lower[i] || at[i] >= p.upper[i];
}

void judge(const Polish& top, const Parameters& p, Maximum& out) {
  if (!top.converged) {
    out.why = top.why;
    return;
  }
  for (std::size_t i = 0; i < top.at.size(); ++i) {
    if (!top.held[i]) continue;
    out.status = FitStatus::boundary;
    out.why = "a parameter is on its bound";
    if (is_on_bound(p, top.at, i)) continue;
    out.status = FitStatus::failed;
    out.why = "the likelihood is flat: a parameter has no influence";
    return;
  }
  if (out.why.empty()) out.status = FitStatus::converged;
  std::vector<double>& errors = out.standard_errors.emplace();
  for (std::size_t i = 0; i < top.at.size(); ++i) errors.push_back(std::sqrt(top.covariance[i * top.at.size() + i]));
}

}  // namespace

Maximum maximise(const LogLikelihood& likelihood, const Parameters& parameters) {
  check(parameters);
  Summit summit(likelihood, parameters);
  Maximum out;
  if (const std::optional<Climb> end = summit.climb()) {
    Polish top = summit.polish(end->at);
    judge(top, parameters, out);
    out.at = std::move(top.at);
    out.value = top.value;
    out.gradient = std::move(top.gradient);
    out.on_bound = std::move(top.held);
  } else {
    out.why = "the likelihood is not finite at any start";
  }
  out.evaluations = summit.evaluations();
  return out;
}

}  // namespace detente
