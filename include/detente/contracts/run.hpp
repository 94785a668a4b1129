#pragma once
/// \file
/// The one loop that runs a model. Batch, stream and panel call the same functions of a model in the same order, so
/// they give the same bits. The state advances on event days only; a sample is taken from a copy moved on to its day.
///
/// Complexity: O(impulses + days). Memory: one state and one copy.

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "detente/contracts/model.hpp"

namespace detente {

/// Calls `sample(index, state)` for each day, ascending, with everything of that day observed; the state handed over is
/// a copy that stands at the day. Impulses are in the order of `comes_before`.
template <Model M, class Sample>
void run_states(const M& model, std::span<const Impulse> impulses, std::span<const Day> days, Sample&& sample) {
  if (days.empty()) return;
  const Day begin = impulses.empty() ? days.front() : std::min(days.front(), impulses.front().day);
  auto state = model.start(begin);
  auto at_sample = state;
  std::size_t next = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    while (next < impulses.size() && impulses[next].day <= days[i]) {
      const Day today = impulses[next].day;
      model.advance(state, today);
      for (; next < impulses.size() && impulses[next].day == today; ++next) model.observe(state, impulses[next]);
    }
    at_sample = state;
    model.advance(at_sample, days[i]);
    sample(i, at_sample);
  }
}

/// The level at each day; nothing where the model has nothing to say.
template <Model M>
std::vector<std::optional<double>> run(const M& model, std::span<const Impulse> impulses, std::span<const Day> days) {
  std::vector<std::optional<double>> levels(days.size());
  run_states(model, impulses, days, [&](std::size_t i, const auto& state) { levels[i] = model.level(state); });
  return levels;
}

/// A path model scores the history as a whole.
template <PathModel M>
  requires(!Model<M>)
std::vector<std::optional<double>> run(const M& model, std::span<const Impulse> impulses, std::span<const Day> days) {
  return model.levels({impulses, days});
}

}  // namespace detente
