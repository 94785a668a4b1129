#pragma once
/// Laws that every model obeys.

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <map>

#include "detente/contracts/run.hpp"
#include "detente/models/any_model.hpp"
#include "support/impulses.hpp"

namespace detente::test {

/// Equal to the last bit; missing is missing.
inline bool same_bits(const std::optional<double>& a, const std::optional<double>& b) {
  if (!a || !b) return !a && !b;
  return std::bit_cast<std::uint64_t>(*a) == std::bit_cast<std::uint64_t>(*b);
}
inline bool same_bits(const std::vector<std::optional<double>>& a, const std::vector<std::optional<double>>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return same_bits(x, y); });
}

/// Levels and final state of a stream: events one by one, with the state copied for each look.
template <Model M>
std::pair<std::vector<std::optional<double>>, typename M::State> stream(const M& model,
                                                                        std::span<const Impulse> impulses,
                                                                        std::span<const Day> looks) {
  auto state = model.start(Day{19000});
  std::vector<std::optional<double>> levels;
  std::size_t next = 0;
  const auto take_until = [&](Day day) {
    for (; next < impulses.size() && impulses[next].day <= day; ++next) {
      model.advance(state, impulses[next].day);
      model.observe(state, impulses[next]);
    }
  };
  for (const Day look : looks) {
    take_until(look);
    auto copy = state;
    model.advance(copy, look);
    levels.push_back(model.level(copy));
  }
  take_until(end_of_time);
  return {levels, state};
}

/// A batch equals a stream, and a stream with more looks, to the last bit.
template <Model M>
void a_split_in_time_changes_no_bit(const M& model, const std::vector<Impulse>& impulses, const std::vector<Day>& days,
                                    const std::vector<Day>& more) {
  std::vector<Day> all(days);
  all.insert(all.end(), more.begin(), more.end());
  std::sort(all.begin(), all.end());
  const auto batch = run(model, impulses, days);
  const auto [streamed, state] = stream(model, impulses, days);
  const auto [looked_at, state_looked_at] = stream(model, impulses, all);
  RC_ASSERT(same_bits(batch, streamed));
  RC_ASSERT(state == state_looked_at);
  const auto often = run(model, impulses, all);
  std::map<Day, std::optional<double>> by_day;
  for (std::size_t i = 0; i < all.size(); ++i) by_day[all[i]] = often[i];
  for (std::size_t i = 0; i < days.size(); ++i) RC_ASSERT(same_bits(batch[i], by_day[days[i]]));
}

/// The contributions of the impulses add up to the level.
template <Additive M>
void contributions_sum_to_the_level(const M& model, const std::vector<Impulse>& impulses,
                                    const std::vector<Day>& days) {
  run_states(model, impulses, days, [&](std::size_t i, const auto& state) {
    double sum = 0;
    for (const Impulse& impulse : impulses)
      if (impulse.day <= days[i]) sum += model.contribution(state, impulse).total();
    RC_ASSERT(std::abs(sum - model.level(state).value_or(0)) < 1e-9);
  });
}

/// Levels with all points multiplied by `by` are the levels multiplied by it.
template <Model M>
void scaling_scores_scales_levels(const M& model, const std::vector<Impulse>& impulses, const std::vector<Day>& days,
                                  double by) {
  std::vector<Impulse> scaled(impulses);
  for (Impulse& i : scaled) i.points *= by;
  const auto levels = run(model, impulses, days);
  const auto scaled_levels = run(model, scaled, days);
  for (std::size_t i = 0; i < days.size(); ++i) {
    RC_ASSERT(levels[i].has_value() == scaled_levels[i].has_value());
    if (levels[i]) RC_ASSERT(std::abs(*scaled_levels[i] - by * *levels[i]) < 1e-9 * (1 + std::abs(by * *levels[i])));
  }
}

/// Wrapped in AnyModel, a model gives the same bits, by its own loop or call by call.
template <Model M>
void wrapping_changes_no_bit(const M& model, const std::vector<Impulse>& impulses, const std::vector<Day>& days) {
  const AnyModel any(model, "any");
  const auto levels = run(model, impulses, days);
  RC_ASSERT(same_bits(run(any, impulses, days), levels));
  const auto readings = any.read(impulses, days);
  for (std::size_t i = 0; i < days.size(); ++i) RC_ASSERT(same_bits(readings[i].level, levels[i]));
}

/// Advanced to the day that it has reached, a state is what it was.
template <Model M>
void no_time_changes_no_bit(const M& model, const std::vector<Impulse>& impulses) {
  auto state = model.start(Day{19000});
  for (const Impulse& impulse : impulses) {
    model.advance(state, impulse.day);
    model.observe(state, impulse);
    auto same = state;
    model.advance(same, impulse.day);
    RC_ASSERT(same == state);
  }
}

/// How many of the days may be asked before impulse number `next`, and must be before the next one after it: any number
/// between those before the last impulse seen and those before the next.
inline std::size_t any_day_cut(const std::vector<Impulse>& impulses, const std::vector<Day>& days, std::size_t next) {
  const auto before = [&](Day day) {
    return static_cast<std::size_t>(std::lower_bound(days.begin(), days.end(), day) - days.begin());
  };
  const std::size_t least = next == 0 ? 0 : before(impulses[next - 1].day);
  const std::size_t most = next == impulses.size() ? days.size() : before(impulses[next].day);
  return *rc::gen::inRange(least, std::max(least, most) + 1);
}

/// A run that stops after any impulse, with its state handed through `between`, and goes on: twice, so that parts begin
/// and end everywhere. Levels and the last state are those of a run that never stopped.
template <Model M, class Between>
void a_stop_changes_no_bit(const M& model, const std::vector<Impulse>& impulses, const std::vector<Day>& days,
                           const Between& between) {
  if (days.empty()) return;
  const Day begin = impulses.empty() ? days.front() : std::min(days.front(), impulses.front().day);
  const auto whole = run(model, impulses, days, model.start(begin));
  RC_ASSERT(same_bits(whole.levels, run(model, impulses, days)));
  std::vector<std::optional<double>> levels;
  auto state = model.start(begin);
  std::size_t impulse = 0, day = 0;
  for (const bool last : {false, false, true}) {
    const std::size_t to = last ? impulses.size() : *rc::gen::inRange(impulse, impulses.size() + 1);
    const std::size_t until = last ? days.size() : std::max(day, any_day_cut(impulses, days, to));
    auto part = run(model, std::span(impulses).subspan(impulse, to - impulse),
                    std::span(days).subspan(day, until - day), between(state));
    levels.insert(levels.end(), part.levels.begin(), part.levels.end());
    state = std::move(part.state);
    impulse = to;
    day = until;
  }
  RC_ASSERT(same_bits(levels, whole.levels));
  RC_ASSERT(state == whole.state);
}

/// A state saved and loaded is the state, and goes on as it.
template <Storable M>
void storing_changes_no_bit(const M& model, const std::vector<Impulse>& impulses, const std::vector<Day>& days) {
  a_stop_changes_no_bit(model, impulses, days, [&](const auto& state) {
    const auto loaded = model.load(model.save(state));
    RC_ASSERT(loaded == state);
    return loaded;
  });
}

/// A forecast of no days is what is known now; of some days, what is known then if nothing comes.
template <class M>
  requires Forecasts<M> && HasVariance<M>
void a_forecast_is_the_silent_future(const M& model, const std::vector<Impulse>& impulses,
                                     const std::vector<Day>& days) {
  run_states(model, impulses, days, [&](std::size_t, const auto& state) {
    if (!model.level(state)) return;
    RC_ASSERT(same_bits(model.forecast(state, 0).mean, model.level(state)));
    RC_ASSERT(same_bits(model.forecast(state, 0).variance, model.variance(state)));
    const int ahead = *rc::gen::inRange(0, 2000);
    auto later = state;
    model.advance(later, state.day + ahead);
    RC_ASSERT(same_bits(model.forecast(state, ahead).mean, model.level(later)));
    RC_ASSERT(same_bits(model.forecast(state, ahead).variance, model.variance(later)));
  });
}

}  // namespace detente::test
