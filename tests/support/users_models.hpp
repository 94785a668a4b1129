#pragma once
/// Models as a user writes them: plain structs that know only the library's contract.

#include <cmath>
#include <optional>

#include "detente/contracts/model.hpp"

namespace users {

/// Moves a fifth of the way to each act and never fades. The least that a model can be.
struct Follower {
  struct State {
    std::optional<double> at;
    friend bool operator==(const State&, const State&) = default;
  };
  double step = 0.2;

  State start(detente::Day) const { return {}; }
  void advance(State&, detente::Day) const {}
  void observe(State& state, const detente::Impulse& impulse) const {
    const double at = state.at.value_or(0);
    state.at = at + step * impulse.weight * (impulse.points - at);
  }
  std::optional<double> level(const State& state) const { return state.at; }
};
static_assert(detente::Model<Follower> && !detente::HasVariance<Follower> && !detente::Additive<Follower>);

/// The exact filter of a mean-reverting level observed through acts of known noise, with the truth's own parameters.
struct Oracle {
  struct State {
    detente::Day day;
    double mean;
    double variance;
    friend bool operator==(const State&, const State&) = default;
  };
  double centre = 1, spread = 2.25, half_life = 45, noise = 25;

  State start(detente::Day day) const { return {day, centre, spread}; }
  void advance(State& state, detente::Day day) const {
    const double keeps = std::exp2(-static_cast<double>(day - state.day) / half_life);
    state = {day, centre + keeps * (state.mean - centre), spread + keeps * keeps * (state.variance - spread)};
  }
  void observe(State& state, const detente::Impulse& impulse) const {
    const double gain = state.variance / (state.variance + noise);
    state.mean += gain * (impulse.points - state.mean);
    state.variance *= 1 - gain;
  }
  std::optional<double> level(const State& state) const { return state.mean; }
  std::optional<double> variance(const State& state) const { return state.variance; }
};
static_assert(detente::HasVariance<Oracle>);

}  // namespace users
