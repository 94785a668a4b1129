#include "fit/latent_score.hpp"

#include <numbers>

#include "detente/detail/exponential.hpp"
#include "detente/models/kalman.hpp"
#include "fit/dual.hpp"

namespace detente::detail {
namespace {

struct Step {
  Dual keep, added;
};

Step step_over(double days, const LatentParameters& p) noexcept {
  const double grown = p.diffusion * days;
  if (p.rate == 0) return {{1}, {grown, {0, grown}}};
  const double x = p.rate * days;
  const Fading f = fading(x);
  const double added = p.diffusion / (2 * p.rate) * (f.gone * (1 + f.left));
  return {{f.left, {-x * f.left}}, {added, {grown * f.left * f.left - added, added}}};
}

Dual variance_of(double share, const LatentParameters& p) noexcept {
  const double event = p.event * share;
  return {p.day + event, {0, 0, p.day, event}};
}

/// The filter for the values and, beside it, for a constant 1.
struct Pass {
  Dual level, constant, variance;
  Dual logs, vv, uv, uu;

  void take_in(const Step& step, double y, const Dual& h) noexcept {
    const Dual level_before = step.keep * level, constant_before = step.keep * constant;
    const Dual predicted = step.keep * step.keep * variance + step.added;
    const Dual f = predicted + h, precision = inverse(f), gain = predicted * precision;
    const Dual v = y - level_before, u = 1.0 - constant_before;
    level = level_before + gain * v;
    constant = constant_before + gain * u;
    variance = gain * h;
    logs = logs + log(f);
    vv = vv + precision * (v * v);
    uv = uv + precision * (u * v);
    uu = uu + precision * (u * u);
  }
};

/// Filters the days from `first`, with the values as deviations from `origin`.
void run(Pass& pass, const DayMeans& days, const LatentParameters& p, std::size_t first, double origin) noexcept {
  for (std::size_t i = first; i < days.size(); ++i) {
    const double elapsed = i == 0 ? 0 : days.time[i] - days.time[i - 1];
    pass.take_in(step_over(elapsed, p), days.mean[i] - origin, variance_of(days.share[i], p));
  }
}

LatentScore scored(const Dual& minus_twice, std::size_t counted) {
  LatentScore out;
  out.value = likelihood_constant(Constants::all, counted, 0) - 0.5 * minus_twice.value;
  for (std::size_t k = 0; k < 4; ++k) out.gradient[k] = -0.5 * minus_twice.by[k];
  return out;
}

LatentScore of_walk(const DayMeans& days, const LatentParameters& p) {
  Pass pass;
  pass.variance = variance_of(days.share[0], p);
  run(pass, days, p, 1, days.mean[0]);
  return scored(pass.logs + pass.vv, days.size() - 1);
}

Pass stationary_pass(const DayMeans& days, const LatentParameters& p, double origin) {
  Pass pass;
  const double stationary = p.diffusion / (2 * p.rate);
  pass.variance = {stationary, {-stationary, stationary}};
  run(pass, days, p, 0, origin);
  return pass;
}

LatentScore of_known_mean(const DayMeans& days, const LatentParameters& p) {
  const Pass pass = stationary_pass(days, p, *p.mean);
  LatentScore out = scored(pass.logs + pass.vv, days.size());
  out.mean = *p.mean;
  return out;
}

LatentScore of_own_mean(const DayMeans& days, const LatentParameters& p) {
  const Pass pass = stationary_pass(days, p, days.mean[0]);
  const Dual mean = pass.uv * inverse(pass.uu);
  LatentScore out = scored(pass.logs + (pass.vv - mean * pass.uv) + log(pass.uu), days.size() - 1);
  out.mean = days.mean[0] + mean.value;
  out.mean_variance = 1 / pass.uu.value;
  return out;
}

}  // namespace

LatentScore latent_score(const DayMeans& days, const LatentParameters& p) {
  if (days.size() == 0) return {};
  LatentScore out = p.rate == 0 ? of_walk(days, p) : p.mean ? of_known_mean(days, p) : of_own_mean(days, p);
  out.value += within_day_log_likelihood(days, p.event);
  if (days.freedom > 0) out.gradient[of_event] -= 0.5 * (days.freedom - days.spread / p.event);
  return out;
}

}  // namespace detente::detail
