#pragma once
/// \file
/// `period_sum` and `period_mean`: the sum, or the mean, of what happened in each calendar period and of nothing else.
/// The classical event-data series. In points of tension (sum) or score points (mean).
///
///     sum:  L(t) = Σ w x          over the period that holds t, up to t
///     mean: L(t) = Σ w x / Σ w    with standard error √(s² / n)
///
/// An empty period sums to 0 and has no mean: missing is not zero. Weaknesses to know: the memory ends at midnight of
/// the last day of the month; the sum follows the news volume, and a mean gives a month of two events the same say as
/// one of two thousand.
///
/// Source: Goldstein 1992; KEDS practice (Schrodt & Gerner).

#include "detente/contracts/model.hpp"
#include "detente/models/decay.hpp"

namespace detente {

/// What both period models have in common: the moments of the current period.
class PeriodMoments {
 public:
  struct State {
    Day day;
    Period period;
    DecayedMoments moments = {};
    friend bool operator==(const State&, const State&) = default;
  };

  explicit PeriodMoments(PeriodKind every = PeriodKind::month) noexcept : every_(every) {}

  PeriodKind period() const noexcept { return every_; }
  State start(Day day) const { return {day, period_of(every_, day), {}}; }
  void advance(State& state, Day day) const;
  void observe(State& state, const Impulse& impulse) const noexcept {
    state.moments.add(impulse.points, impulse.weight);
  }
  /// Σ w of the period.
  double support(const State& state) const noexcept { return state.moments.weight; }

 private:
  PeriodKind every_;
};

class PeriodSum : public PeriodMoments {
 public:
  using PeriodMoments::PeriodMoments;
  std::optional<double> level(const State& state) const noexcept { return state.moments.first; }
  Contribution contribution(const State& state, const Impulse& impulse) const noexcept;
};

class PeriodMean : public PeriodMoments {
 public:
  using PeriodMoments::PeriodMoments;
  std::optional<double> level(const State& state) const noexcept;
  /// Square of the standard error; nothing unless the effective n exceeds 1.
  std::optional<double> variance(const State& state) const noexcept;
  Contribution contribution(const State& state, const Impulse& impulse) const noexcept;
};

}  // namespace detente
