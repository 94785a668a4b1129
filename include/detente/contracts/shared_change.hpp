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
/// Complexity: O(impulses × functions).

#include <ranges>
#include <span>
#include <vector>

#include "detente/contracts/run.hpp"

namespace detente {

/// The mean slopes of a model's functions between the sums of two states, or from sums of 0.
template <SumOfFunctions M>
class SharedChange {
 public:
  using State = typename M::State;

  SharedChange(const M& model, const State& from, const State& to) : model_(&model) {
    const auto before = model.sums(from), after = model.sums(to);
    for (std::size_t c = 0; c < std::ranges::size(after); ++c) slopes_.push_back(model.slope(c, before[c], after[c]));
  }
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

}  // namespace detente
