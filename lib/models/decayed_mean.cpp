#include "detente/models/decayed_mean.hpp"

#include "detente/contracts/time_order.hpp"
#include "detente/detail/stored.hpp"
#include "models/parameter_tables.hpp"

namespace detente {
using namespace detail;

const Parameters<DecayedMeanOptions>& detail::decayed_mean_parameters() {
  using O = DecayedMeanOptions;
  static const Parameters<O> all{
      number(&O::half_life, "half_life", "days", days_above_0, "half-life of every act"),
      number(&O::prior, "prior", "events", {.high = 1e9, .shown = ">= 0", .unit = "events"},
             "n0: prior events of score 0", {.alternatives = {"0.25", "4"}}),
  };
  return all;
}

DecayedMean::DecayedMean(const DecayedMeanOptions& options)
    : options_(checked(options, decayed_mean_parameters())), decay_(options.half_life) {}

void DecayedMean::advance(State& state, Day day) const {
  const std::int64_t days = days_passed(state.day, day);
  if (days == 0) return;
  state.moments.fade(decay_.whole(days));
  state.day = day;
}

void DecayedMean::observe(State& state, const Impulse& impulse) const noexcept {
  state.moments.add(impulse.points, impulse.weight);
  state.observed = state.observed || impulse.weight > 0;
}

std::optional<double> DecayedMean::level(const State& state) const noexcept {
  const double evidence = options_.prior + state.moments.weight;
  if (!state.observed || evidence <= 0) return std::nullopt;
  return state.moments.first / evidence;
}

std::optional<double> DecayedMean::variance(const State& state) const noexcept {
  const double of_mean = state.moments.variance_of_mean();
  if (!(of_mean >= 0)) return std::nullopt;
  const double shrink = state.moments.weight / (options_.prior + state.moments.weight);
  return of_mean * shrink * shrink;
}

Contribution DecayedMean::contribution(const State& state, const Impulse& impulse) const noexcept {
  const double evidence = options_.prior + state.moments.weight;
  if (evidence <= 0 || impulse.day > state.day) return {};
  return {.act = impulse.points * impulse.weight * decay_.whole(state.day - impulse.day) / evidence};
}

std::string DecayedMean::save(const State& state) const { return stored("decayed_mean", fields(state)); }

DecayedMean::State DecayedMean::load(std::string_view bytes) const {
  State state;
  restore(bytes, "decayed_mean", fields(state));
  return state;
}

}  // namespace detente
