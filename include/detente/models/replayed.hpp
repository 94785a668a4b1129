#pragma once
/// \file
/// A path model as a model, for those who feed one live. A state is the history so far, so it grows with it and a level
/// costs as much as the whole.

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "detente/contracts/model.hpp"
#include "detente/contracts/time_order.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Makes a path model a model: its state is the history so far, and a level replays it. Threads: any number may use an
/// object at once.
template <PathModel M>
class Replayed {
 public:
  /// All of the history so far.
  struct State {
    /// In their order.
    std::vector<Impulse> impulses;
    Day day;
    friend bool operator==(const State&, const State&) = default;
  };
  /// Keeps the model.
  explicit Replayed(M model) : model_(std::move(model)) {}
  State start(Day day) const { return {{}, day}; }
  void advance(State& state, Day day) const {
    days_passed(state.day, day);
    state.day = day;
  }
  void observe(State& state, const Impulse& impulse) const { state.impulses.push_back(impulse); }
  std::optional<double> level(const State& state) const {
    return model_.levels({state.impulses, std::span(&state.day, 1)}).at(0);
  }
  /// The model that is replayed.
  const M& path_model() const { return model_; }

  // What the path model says of itself holds for it replayed.
  bool knows_measures() const requires InForceAware<M> { return model_.knows_measures(); }
  bool counts_days() const requires CountsDays<M> { return model_.counts_days(); }
  PeriodKind period() const requires Periodic<M> { return model_.period(); }
  bool undirected() const requires Undirected<M> { return model_.undirected(); }
  bool pools_sides() const requires PoolsSides<M> { return model_.pools_sides(); }
  std::int32_t warm_up_days() const requires WarmsUp<M> { return model_.warm_up_days(); }
  RequiredRules required_rules() const requires RequiresRules<M> { return model_.required_rules(); }

 private:
  M model_;
};

}  // namespace detente
#pragma GCC visibility pop
