#include "detente/models/decayed_sum.hpp"

#include "detente/detail/stored.hpp"
#include "detente/ground/error.hpp"

namespace detente {
using namespace detail;

namespace {

Decay fading(std::string_view name, double half_life) {
  if (!(half_life > 0)) throw_invalid(name, half_life, "is above 0 days");
  return Decay(half_life);
}

}  // namespace

DecayedSum::DecayedSum(const DecayedSumOptions& options)
    : options_(options),
      counts_{1, options.omega},
      fading_{fading("half_life_cooperation", options.half_life_cooperation),
              fading("half_life_verbal", options.half_life_verbal),
              fading("half_life_material", options.half_life_material)} {
  require_within("omega", options.omega, 0, 1);
  require_within("residue", options.residue, 0, 1);
}

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
    case ImpulseKind::resume:  // what is left of the faded residue gives way to the whole
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
