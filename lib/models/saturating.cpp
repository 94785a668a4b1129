#include "detente/models/saturating.hpp"

#include "detente/contracts/time_order.hpp"
#include "detente/detail/stored.hpp"
#include "detente/ground/error.hpp"

namespace detente {
using namespace detail;

Saturating::Saturating(const SaturatingOptions& options) : options_(options) {
  if (!(options.limit > 0 && options.limit <= 1e6)) throw_invalid("limit", options.limit, "is above 0, at most 1e6");
  if (!(options.scale > 0 && options.scale <= 1e6)) throw_invalid("scale", options.scale, "is above 0, at most 1e6");
  require_within("start", options.start, -options.limit, options.limit);
}

Saturating::State Saturating::start(Day day) const {
  State state;
  state.day = day;
  state.settled = options_.start;
  if (options_.together) state.period = period_of(*options_.together, day);
  return state;
}

void Saturating::advance(State& state, Day day) const {
  days_passed(state.day, day);
  state.day = day;
  if (!options_.together || state.period.contains(day)) return;
  settle(state);
  state.period = period_of(*options_.together, day);
}

void Saturating::observe(State& state, const Impulse& impulse) const noexcept {
  const double friendly = -impulse.points * impulse.weight * options_.scale;
  (friendly < 0 ? state.fall : state.rise) += friendly;
  if (!options_.together) settle(state);
}

std::string Saturating::save(const State& state) const { return stored("saturating", fields(state)); }

Saturating::State Saturating::load(std::string_view bytes) const {
  State state;
  restore(bytes, "saturating", fields(state));
  state.period = start(state.day).period;
  return state;
}

}  // namespace detente
