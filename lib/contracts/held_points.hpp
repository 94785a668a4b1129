#pragma once
/// \file
/// The points of the measures in force as a model: Σ points × weight of what is held, without decay. So they are read
/// by the same loop as an index, and can be stopped and gone on with.

#include <cmath>
#include <map>
#include <optional>

#include "detente/contracts/model.hpp"
#include "ground/sum.hpp"

namespace detente::detail {

struct HeldPoints {
  struct State {
    /// By opening, so that a closed measure leaves nothing.
    std::map<EventKey, CompensatedSum> held = {};
    friend bool operator==(const State&, const State&) = default;
  };

  bool knows_measures() const { return true; }
  State start(Day /*day*/) const { return {}; }
  void advance(State& /*state*/, Day /*day*/) const {}
  void observe(State& state, const Impulse& i) const {
    if (i.kind == ImpulseKind::pulse) return;
    state.held[i.opening] += i.kind == ImpulseKind::release ? -i.points * i.weight : i.points * i.weight;
  }
  /// A remainder from rounding, below 1e-12 points, counts as 0.
  std::optional<double> level(const State& state) const {
    CompensatedSum total;
    for (const auto& [key, points] : state.held)
      if (std::abs(points.value()) > 1e-12) total += points.value();
    return total.value();
  }
};
static_assert(Model<HeldPoints>);

}  // namespace detente::detail
