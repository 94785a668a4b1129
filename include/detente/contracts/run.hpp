#pragma once
/// \file
/// The one loop that runs a model. Batch, stream and panel call the same functions of a model in the same order, so
/// they give the same bits. The state advances on event days only; a sample is taken from a copy moved on to its day.
///
/// Impulses and days must ascend: every call checks this once (time_order.hpp) and throws `std::invalid_argument`
/// before it uses any of them.
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

/// Impulses in the order of `comes_before`, however they are stored: a vector or span, or a range that makes each on
/// access (`PulseColumns`).
template <class R>
concept ImpulseRange = std::ranges::forward_range<const R> && requires(const R& impulses) {
  { *std::ranges::begin(impulses) } -> std::convertible_to<Impulse>;
};

/// Continues as `run_states` does, from a state before all the impulses (or on the day of the first, with none of them
/// observed); returns the state after the last impulse seen, on its day. Does not check the order.
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

/// Calls `sample(index, state)` for each day, in order, with everything of that day observed; the state passed is a
/// copy advanced to the day.
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

/// Calls `after(index, state)` for each impulse, in order, with it and none after it observed: a running level, event
/// by event. If several fall on one day, the last of them sees the same state as `run_states` on that day.
template <Model M, ImpulseRange R = std::span<const Impulse>, class After>
void run_each(const M& model, const R& impulses, After&& after) {
  check_order(impulses);
  auto next = std::ranges::begin(impulses);
  const auto end = std::ranges::end(impulses);
  if (next == end) return;
  auto state = model.start((*next).day);
  for (std::size_t i = 0; next != end; ++next, ++i) {
    const Impulse& impulse = *next;
    model.advance(state, impulse.day);
    model.observe(state, impulse);
    after(i, std::as_const(state));
  }
}

/// The level on each day; nothing where the model has none.
template <Model M, ImpulseRange R = std::span<const Impulse>>
std::vector<std::optional<double>> run(const M& model, const R& impulses, std::span<const Day> days) {
  std::vector<std::optional<double>> levels(days.size());
  run_states(model, impulses, days, [&](std::size_t i, const auto& state) { levels[i] = model.level(state); });
  return levels;
}

/// The same for a path model, which levels the history as a whole.
template <PathModel M>
  requires(!Model<M>)
std::vector<std::optional<double>> run(const M& model, std::span<const Impulse> impulses, std::span<const Day> days) {
  check_order(impulses);
  check_order(days);
  return model.levels({impulses, days});
}

}  // namespace detente
