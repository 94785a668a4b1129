#include "detente/models/decayed_sum.hpp"

#include "detente/detail/stored.hpp"
#include "models/parameter_tables.hpp"

namespace detente {
using namespace detail;

const Parameters<DecayedSumOptions>& detail::decayed_sum_parameters() {
  using O = DecayedSumOptions;
  static const Parameters<O> all{
      number(&O::half_life_verbal, "half_life_verbal", "days", days_above_0, "half-life of verbal conflict"),
      number(&O::half_life_material, "half_life_material", "days", days_above_0, "half-life of material conflict"),
      number(&O::half_life_cooperation, "half_life_cooperation", "days", days_above_0, "half-life of cooperation"),
      number(&O::omega, "omega", "share", zero_to_one, "how much cooperation counts against hostility; 1 nets fully",
             {.alternatives = {"0.25", "1"}}),
      number(&O::residue, "residue", "share", zero_to_one, "share of a measure that does not fade while it is in force",
             {.alternatives = {"0.1", "0.5"}}),
  };
  return all;
}

DecayedSum::DecayedSum(const DecayedSumOptions& options)
    : options_(checked(options, decayed_sum_parameters())),
      counts_{1, options.omega},
      fading_{Decay(options.half_life_cooperation), Decay(options.half_life_verbal),
              Decay(options.half_life_material)} {}

DecayedSum::State DecayedSum::with_measure(State state, const Impulse& impulse, double points) const noexcept {
  const std::size_t f = fading_of(impulse.quad);
  const double residue = options_.residue * points;
  switch (impulse.kind) {
    case ImpulseKind::hold:
      add(state, impulse.quad, points - residue, impulse.weight);
      state.in_force += points;
      break;
    case ImpulseKind::release:  // the residue begins to fade
      state.acts[f] += residue;
      state.in_force -= points;
      break;
    case ImpulseKind::resume:  // the full residue replaces what is left of the faded one
      state.acts[f] -= residue * fading_[f].whole(impulse.day - impulse.since);
      state.in_force += points;
      break;
    case ImpulseKind::pulse: break;
  }
  return state;
}

Contribution DecayedSum::contribution(const State& state, const Impulse& impulse) const noexcept {
  if (impulse.day > state.day) return {};
  const Decay& k = fading_[fading_of(impulse.quad)];
  const double points = counted(impulse);
  const double residue = options_.residue * points;
  const double faded = k.whole(state.day - impulse.day);
  switch (impulse.kind) {
    case ImpulseKind::pulse: return {.act = points * faded};
    case ImpulseKind::hold: return {.act = (points - residue) * faded, .measure = residue};
    case ImpulseKind::release: return {.release = residue * (faded - 1)};
    case ImpulseKind::resume: return {.release = residue * (1 - k.whole(state.day - impulse.since))};
  }
  return {};
}

std::string DecayedSum::save(const State& state) const { return stored("decayed_sum", fields(state)); }

DecayedSum::State DecayedSum::load(std::string_view bytes) const {
  State state;
  restore(bytes, "decayed_sum", fields(state));
  return state;
}

}  // namespace detente
