#pragma once
/// \file
/// The one loop that runs a model. Batch, stream and panel call the same functions of a model in the same order, so
/// they give the same bits. The state advances on event days only; a sample is taken from a copy moved on to its day.
///
/// A run can stop and go on. Whoever keeps the state needs nothing else of what came before, and gets the bits of a run
/// that never stopped, wherever it was cut: between two days asked about, or in the middle of a day.
///
/// ```cpp
/// const DecayedSum model;
/// auto [levels, state] = run(model, june, days_of_june, model.start(first_day));
/// auto [more, later] = run(model, july, days_of_july, state);      // as run(model, june and july, all days)
/// ```
///
/// The whole begins where `run` begins it: on the earlier of the first impulse and the first day.
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

#pragma GCC visibility push(default)
namespace detente {

/// Impulses in the order of `comes_before`, however they are stored: a vector or span, or a range that makes each on
/// access (`PulseColumns`).
template <class R>
concept ImpulseRange = std::ranges::forward_range<const R> && requires(const R& impulses) {
  { *std::ranges::begin(impulses) } -> std::convertible_to<Impulse>;
};

namespace detail {

/// Goes on from a state: takes in the impulses up to each of the days and shows it a copy moved on to it; after the
/// last, takes in the rest if `whole`. Gives the state after the last impulse seen. Asks nothing about the order. The
/// state is a value whose address nobody takes, so that it stays in registers.
template <Model M, ImpulseRange R, class Sample>
typename M::State run_loop(const M& model, typename M::State state, const R& impulses, std::span<const Day> days,
                           bool whole, Sample&& sample) {
  auto next = std::ranges::begin(impulses);
  const auto end = std::ranges::end(impulses);
  auto at_sample = state;
  for (std::size_t i = 0; i < days.size() + (whole ? 1 : 0); ++i) {
    const Day until = i < days.size() ? days[i] : end_of_time;
    while (next != end && (*next).day <= until) {
      const Day today = (*next).day;
      model.advance(state, today);
      for (; next != end && (*next).day == today; ++next) model.observe(state, *next);
    }
    if (i == days.size()) break;
    at_sample = state;
    model.advance(at_sample, until);
    sample(i, at_sample);
  }
  return state;
}

}  // namespace detail

/// Calls `sample(index, state)` for each day, in their order, with everything of that day observed; the state handed
/// over is a copy that stands at the day.
template <Model M, ImpulseRange R = std::span<const Impulse>, class Sample>
void run_states(const M& model, const R& impulses, std::span<const Day> days, Sample&& sample) {
  check_order(impulses);
  check_order(days);
  if (days.empty()) return;
  const auto first = std::ranges::begin(impulses);
  const bool none = first == std::ranges::end(impulses);
  detail::run_loop(model, model.start(none ? days.front() : std::min(days.front(), (*first).day)), impulses, days,
                   false, std::forward<Sample>(sample));
}

/// Goes on from a state that none of the impulses and days is before; one that stands in the middle of a day may see
/// more of that day. Calls `sample(index, state)` as `run_states` does, then takes in the impulses after the last day
/// too, so that nothing is lost between two parts. Gives the state after the last impulse, on its day and not on that
/// of the last sample: time that passes in one step and in two differs in its last bits.
template <Model M, ImpulseRange R = std::span<const Impulse>, class Sample>
typename M::State run_on(const M& model, typename M::State state, const R& impulses, std::span<const Day> days,
                         Sample&& sample) {
  check_order(impulses);
  check_order(days);
  return detail::run_loop(model, std::move(state), impulses, days, true, std::forward<Sample>(sample));
}

/// The level on each day; nothing where the model has none.
template <Model M, ImpulseRange R = std::span<const Impulse>>
std::vector<std::optional<double>> run(const M& model, const R& impulses, std::span<const Day> days) {
  std::vector<std::optional<double>> levels(days.size());
  run_states(model, impulses, days, [&](std::size_t i, const auto& state) { levels[i] = model.level(state); });
  return levels;
}

/// A part of a run: its levels, and the state from which the next part goes on.
template <class State>
struct RunPart {
  /// By day; nothing where the model has none.
  std::vector<std::optional<double>> levels;
  /// After the last impulse, on its day.
  State state;
};

/// The level at each day, going on from a state as `run_on` does; the state given is left as it was. Throws
/// `std::invalid_argument` as `run` does and, with a model whose `advance` asks (ours do), for a day before the
/// state's.
template <Model M, ImpulseRange R = std::span<const Impulse>>
RunPart<typename M::State> run(const M& model, const R& impulses, std::span<const Day> days, typename M::State state) {
  std::vector<std::optional<double>> levels(days.size());
  auto after = run_on(model, std::move(state), impulses, days,
                      [&](std::size_t i, const auto& at_day) { levels[i] = model.level(at_day); });
  return {std::move(levels), std::move(after)};
}

/// The same for a path model, which reads the history as a whole.
template <PathModel M>
  requires(!Model<M>)
std::vector<std::optional<double>> run(const M& model, std::span<const Impulse> impulses, std::span<const Day> days) {
  check_order(impulses);
  check_order(days);
  return model.levels({impulses, days});
}

}  // namespace detente
#pragma GCC visibility pop
