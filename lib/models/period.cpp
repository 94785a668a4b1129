#include "detente/models/period.hpp"

namespace detente {
using namespace detail;

Contribution PeriodSum::contribution(const State& state, const Impulse& impulse) const noexcept {
  if (!state.period.contains(impulse.day)) return {};
  return {.act = impulse.points * impulse.weight};
}

std::optional<double> PeriodMean::level(const State& state) const noexcept {
  if (state.moments.weight <= 0) return std::nullopt;
  return state.moments.first / state.moments.weight;
}

std::optional<double> PeriodMean::variance(const State& state) const noexcept {
  const double of_mean = state.moments.variance_of_mean();
  return of_mean >= 0 ? std::optional(of_mean) : std::nullopt;
}

Contribution PeriodMean::contribution(const State& state, const Impulse& impulse) const noexcept {
  if (!state.period.contains(impulse.day) || state.moments.weight <= 0) return {};
  return {.act = impulse.points * impulse.weight / state.moments.weight};
}

Contribution PeriodCount::contribution(const State& state, const Impulse& impulse) const noexcept {
  if (!state.period.contains(impulse.day) || !counts(impulse)) return {};
  return {.act = impulse.weight};
}

}  // namespace detente
