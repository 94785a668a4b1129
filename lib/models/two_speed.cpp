#include "detente/models/two_speed.hpp"

#include <algorithm>

#include "detente/detail/stored.hpp"
#include "ground/limits.hpp"
#include "models/parameter_tables.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr Range weights{.high = 100, .shown = "0 to 100"};

/// ln(1 + max(0, S)/κ). The usual 0 costs no logarithm.
double log_amount(double sum, double kappa) noexcept { return sum > 0 ? std::log1p(sum / kappa) : 0; }

/// Mean slope of ln(1 + max(0, S)/κ) between two sums.
double log_slope(double from, double to, double kappa) noexcept {
  if (from <= 0 && to <= 0) return 0;
  if (from == to) return 1 / (kappa + from);
  if (from > 0 && to > 0) return std::log1p((to - from) / (kappa + from)) / (to - from);
  return (log_amount(to, kappa) - log_amount(from, kappa)) / (to - from);
}

}  // namespace

const Parameters<TwoSpeedOptions>& detail::two_speed_parameters() {
  using O = TwoSpeedOptions;
  static const Parameters<O> all{
      number(&O::rho, "rho", "points", {.high = highest, .shown = ">= 0", .rule = "is at least 0 points"},
             "hostile points that an event of a calm relation shows; the source's", {.shifts = {-0.1, 0.1}}),
      number(&O::kappa, "kappa", "points",
             {.high = highest, .has_low = false, .shown = "> 0", .rule = "is above 0 points"},
             "unit of a source's amounts", {.factors = {0.5, 2}}),
      number(&O::lambda, "lambda", "share", zero_to_one, "how much the logarithm of cooperation counts"),
      number(&O::half_life_acute, "half_life_acute", "days", days_above_0, "half-life of acute strain"),
      number(&O::half_life_chronic, "half_life_chronic", "days", days_above_0, "half-life of chronic strain"),
      number(&O::weight_acute, "weight_acute", "share", weights, "b of acute strain"),
      number(&O::weight_chronic, "weight_chronic", "share", weights, "b of chronic strain"),
  };
  return all;
}

TwoSpeed::TwoSpeed(const TwoSpeedOptions& options)
    : options_(checked(options, two_speed_parameters())),
      fading_{Decay(options.half_life_acute), Decay(options.half_life_chronic)} {}

std::array<StrainPart, 2> TwoSpeed::parts(const State& state) const noexcept {
  std::array<StrainPart, 2> out;
  for (std::size_t speed = 0; speed < out.size(); ++speed) {
    const State::Sums& sums = state.sums[speed];
    const double net = sums.hostile - options_.rho * sums.events;
    out[speed] = {.half_life = fading_[speed].half_life(),
                  .hostile = sums.hostile,
                  .cooperative = sums.cooperative,
                  .events = sums.events,
                  .net = net,
                  .strain = log_amount(net, options_.kappa),
                  .relief = log_amount(sums.cooperative, options_.kappa)};
  }
  return out;
}

double TwoSpeed::level_of(const State::Sums& sums, double weight) const noexcept {
  if (weight == 0) return 0;
  const double net = sums.hostile - options_.rho * sums.events;
  return weight * (log_amount(net, options_.kappa) - options_.lambda * log_amount(sums.cooperative, options_.kappa));
}

std::optional<double> TwoSpeed::level(const State& state) const noexcept {
  return level_of(state.sums[acute], options_.weight_acute) + level_of(state.sums[chronic], options_.weight_chronic);
}

std::array<double, 4> TwoSpeed::sums(const State& state) const noexcept {
  const auto [now, long_term] = parts(state);
  return {now.net, now.cooperative, long_term.net, long_term.cooperative};
}

std::array<double, 4> TwoSpeed::shares(const State& state, const Impulse& impulse) const noexcept {
  if (impulse.day > state.day) return {};
  const double points = impulse.points * impulse.weight;
  const double net = std::max(points, 0.0) - options_.rho * impulse.weight, cooperative = std::max(-points, 0.0);
  const double a = fading_[acute].whole(state.day - impulse.day), c = fading_[chronic].whole(state.day - impulse.day);
  return {a * net, a * cooperative, c * net, c * cooperative};
}

double TwoSpeed::slope(std::size_t sum, double from, double to) const noexcept {
  const double weight = sum < 2 ? options_.weight_acute : options_.weight_chronic;
  const double sign = sum % 2 == 0 ? 1 : -options_.lambda;
  return weight * sign * log_slope(from, to, options_.kappa);
}

std::int32_t TwoSpeed::warm_up_days() const noexcept {
  return static_cast<std::int32_t>(std::min(std::ceil(3 * options_.half_life_chronic), 36525.0));
}

TwoSpeed TwoSpeed::heat() const {
  TwoSpeedOptions alone = options_;
  alone.weight_chronic = 0;
  return TwoSpeed(alone);
}

std::string TwoSpeed::save(const State& state) const { return stored("two_speed", fields(state)); }

TwoSpeed::State TwoSpeed::load(std::string_view bytes) const {
  State state;
  restore(bytes, "two_speed", fields(state));
  return state;
}

}  // namespace detente
