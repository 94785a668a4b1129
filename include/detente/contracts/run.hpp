#pragma once
/// \file
/// The one loop that runs a model. Batch, stream and panel call the same functions of a model in the same order, so
/// they give the same bits. The state advances on event days only; a sample is taken from a copy moved on to its day.
///
/// Impulses and days that do not ascend are misuse: every call asks once (time_order.hpp) and throws
/// `std::invalid_argument` before any of them is looked at.
///
/// Complexity: O(impulses + days). Memory: one state and one copy.

#include <algorithm>
#include <concepts>
#include <optional>
#include <ranges>
#include <span>
#include <utility>
#include <vector>

#include "detente/contracts/model.hpp"
#include "detente/contracts/time_order.hpp"

namespace detente {

/// Impulses in the order of `comes_before`, wherever they lie: a vector or span of them, or a range that makes each as
/// it is looked at (`PulseColumns`).
template <class R>
concept ImpulseRange = std::ranges::forward_range<const R> && requires(const R& impulses) {
  { *std::ranges::begin(impulses) } -> std::convertible_to<Impulse>;
};

/// Goes on from a state that stands before all the impulses, or on the day of the first with none of them observed, as
/// `run_states` does; gives the state after the last impulse seen, on its day. Asks nothing about the order.
template <Model M, ImpulseRange R, class Sample>
typename M::State run_on(const M& model, typename M::State state, const R& impulses, std::span<const Day> days,
                         Sample&& sample) {
  auto next = std::ranges::begin(impulses);
  const auto end = std::ranges::end(impulses);
  auto at_sample = state;
  for (std::size_t i = 0; i < days.size(); ++i) {
    while (next != end && (*next).day <= days[i]) {
      const Day today = (*next).day;
      model.advance(state, today);
      for (; next != end && (*next).day == today; ++next) model.observe(state, *next);
    }
    at_sample = state;
    model.advance(at_sample, days[i]);
    sample(i, at_sample);
  }
  return state;
}

/// Calls `sample(index, state)` for each day, in their order, with everything of that day observed; the state handed
/// over is a copy that stands at the day.
template <Model M, ImpulseRange R = std::span<const Impulse>, class Sample>
void run_states(const M& model, const R& impulses, std::span<const Day> days, Sample&& sample) {
  check_order(impulses);
  check_order(days);
  if (days.empty()) return;
  const auto first = std::ranges::begin(impulses);
  const bool none = first == std::ranges::end(impulses);
  run_on(model, model.start(none ? days.front() : std::min(days.front(), (*first).day)), impulses, days,
         std::forward<Sample>(sample));
}

/// The level at each day; nothing where the model has nothing to say.
template <Model M, ImpulseRange R = std::span<const Impulse>>
std::vector<std::optional<double>> run(const M& model, const R& impulses, std::span<const Day> days) {
  std::vector<std::optional<double>> levels(days.size());
  run_states(model, impulses, days, [&](std::size_t i, const auto& state) { levels[i] = model.level(state); });
  return levels;
}

/// A path model scores the history as a whole.
template <PathModel M>
  requires(!Model<M>)
std::vector<std::optional<double>> run(const M& model, std::span<const Impulse> impulses, std::span<const Day> days) {
  check_order(impulses);
  check_order(days);
  return model.levels({impulses, days});
}

}  // namespace detente
