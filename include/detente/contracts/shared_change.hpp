#pragma once
/// \file
/// Shares out a change of level among the impulses, for models that are sums of functions of linear sums
/// (`SumOfFunctions`): the Aumann–Shapley value. Along the straight line from the sums of one day to those of another,
/// an impulse changes the level, for each function, by the function's mean slope times what the impulse adds to its
/// sum. So
///
///     Δlᵢ = Σ_c slope_c(S_c(from), S_c(to)) · (s_cᵢ(to) − s_cᵢ(from)),        Σᵢ Δlᵢ = L(to) − L(from)
///
/// to rounding. The contribution to a level is the same with sums of 0, where nothing was observed, as the start.
///
/// One history is exchanged for another, on one day, in the same way (`shared_exchange`).
///
/// Complexity: O(impulses × functions).

#include <ranges>
#include <span>
#include <vector>

#include "detente/contracts/model.hpp"
#include "detente/contracts/run.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The mean slopes of a model's functions between the sums of two states, or from sums of 0. Threads: any number may
/// use an object at once.
template <SumOfFunctions M>
class SharedChange {
 public:
  /// Of the model.
  using State = typename M::State;

  /// Between two states. O(sums of the model).
  SharedChange(const M& model, const State& from, const State& to) : model_(&model) {
    const auto before = model.sums(from), after = model.sums(to);
    for (std::size_t c = 0; c < std::ranges::size(after); ++c) slopes_.push_back(model.slope(c, before[c], after[c]));
  }
  /// From sums of 0 to a state.
  SharedChange(const M& model, const State& to) : model_(&model) {
    const auto after = model.sums(to);
    for (std::size_t c = 0; c < std::ranges::size(after); ++c) slopes_.push_back(model.slope(c, 0.0, after[c]));
  }

  /// What the impulse's shares in a state's sums amount to in level.
  double at(const State& state, const Impulse& impulse) const {
    const auto shares = model_->shares(state, impulse);
    double sum = 0;
    for (std::size_t c = 0; c < slopes_.size(); ++c) sum += slopes_[c] * shares[c];
    return sum;
  }

 private:
  const M* model_;
  std::vector<double> slopes_;
};

/// Each impulse's part in the change of level from the end of one day to the end of another that is not before it.
template <SumOfFunctions M>
std::vector<double> shared_change(const M& model, std::span<const Impulse> impulses, Day from, Day to) {
  const std::vector<Day> days{from, to};
  std::vector<typename M::State> states;
  run_states(model, impulses, days, [&](std::size_t, const auto& state) { states.push_back(state); });
  const SharedChange<M> change(model, states[0], states[1]);
  std::vector<double> out;
  out.reserve(impulses.size());
  for (const Impulse& impulse : impulses) out.push_back(change.at(states[1], impulse) - change.at(states[0], impulse));
  return out;
}

/// What the impulses of one history, which another replaces, contributed to the level of a day, and what those of the
/// other contribute: Σ `in` − Σ `out` is how the level of the day changes. By impulse, in the order of each history.
struct Exchange {
  /// Of the history that is replaced, and of the one that replaces it.
  std::vector<Contribution> out, in;
};

/// The exchange of one history for another, shared out as a change between two days is: with the mean slopes between
/// the sums of the two. So an impulse that both have contributes the same to both.
template <SumOfFunctions M>
Exchange shared_exchange(const M& model, std::span<const Impulse> from, std::span<const Impulse> to, Day day) {
  const auto state_of = [&](std::span<const Impulse> impulses) {
    std::vector<typename M::State> states;
    run_states(model, impulses, std::span(&day, 1), [&](std::size_t, const auto& state) { states.push_back(state); });
    return states.front();
  };
  const auto before = state_of(from), after = state_of(to);
  const SharedChange<M> change(model, before, after);
  Exchange out;
  for (const Impulse& impulse : from) out.out.push_back({.act = change.at(before, impulse)});
  for (const Impulse& impulse : to) out.in.push_back({.act = change.at(after, impulse)});
  return out;
}

}  // namespace detente
#pragma GCC visibility pop
