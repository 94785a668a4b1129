#pragma once
/// Models as a user writes them: plain structs that know only the library's contract.

#include <cmath>
#include <cstdio>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

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
    const detente::Moments there = forecast(state, day - state.day);
    state = {day, there.mean, there.variance};
  }
  void observe(State& state, const detente::Impulse& impulse) const {
    const double gain = state.variance / (state.variance + noise);
    state.mean += gain * (impulse.points - state.mean);
    state.variance *= 1 - gain;
  }
  std::optional<double> level(const State& state) const { return state.mean; }
  std::optional<double> variance(const State& state) const { return state.variance; }
  /// What goes, and not what stays: after no days that is exactly nothing.
  detente::Moments forecast(const State& state, std::int64_t days) const {
    if (days < 0) throw std::invalid_argument("days");
    const double keeps = std::exp2(-static_cast<double>(days) / half_life);
    return {state.mean + (1 - keeps) * (centre - state.mean),
            state.variance + (1 - keeps * keeps) * (spread - state.variance)};
  }
  /// As text that a person can read.
  std::string save(const State& state) const {
    char text[100];
    std::snprintf(text, sizeof text, "%d %a %a.", state.day.value, state.mean, state.variance);
    return text;
  }
  State load(std::string_view bytes) const {
    State state{};
    int length = 0;
    const std::string text(bytes);
    std::sscanf(text.c_str(), "%d %la %la.%n", &state.day.value, &state.mean, &state.variance, &length);
    if (length == 0 || save(state) != text) throw std::invalid_argument("not a state of the oracle");
    return state;
  }
};
static_assert(detente::HasVariance<Oracle> && detente::Storable<Oracle> && detente::Forecasts<Oracle>);
static_assert(!detente::Storable<Follower> && !detente::Forecasts<Follower>);

}  // namespace users
