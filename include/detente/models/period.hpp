#pragma once
/// \file
/// `period_sum`, `period_mean` and `period_count`: the sum, the mean, or the number of the acts of each calendar
/// period, with no memory of earlier ones. They are the classical event-data series. In points of tension, score
/// points, or acts.
///
///     sum:   L(t) = Σ w x          over the period that holds t, up to t
///     mean:  L(t) = Σ w x / Σ w    with standard error √(s² / n)
///     count: L(t) = Σ w            of hostile acts (x > 0), or of all
///
/// Others publish these series: KEDS the monthly `period_sum` of each directed dyad, and GDELT's users the
/// `period_mean` of Goldstein scores, weighted by mentions with the coding rule `mentions count` (its AvgTone is a
/// property of the text, not of the act, and is not here). Their signs are the reverse of ours: L is minus their
/// series.
///
/// An empty period sums to 0 and has no mean: missing is not zero. Known weaknesses: the memory ends at midnight of the
/// last day of the month; the sum follows the news volume, and a mean gives a month of two events the same weight as
/// one of two thousand. The count measures newsrooms more than states: it is here as a baseline to beat.
///
/// Source: Goldstein 1992; KEDS practice (Schrodt & Gerner).

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "detente/contracts/model.hpp"
#include "detente/contracts/time_order.hpp"
#include "detente/detail/stored.hpp"
#include "detente/models/decay.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// The state of a sum or a count in the current period; a mean keeps `DecayedMoments`.
struct PeriodTotals {
  double weight = 0;
  double first = 0;

  /// Adds points x of weight w ≥ 0.
  void add(double x, double w) noexcept {
    weight += w;
    first += w * x;
  }
  /// What is stored of them.
  static auto fields(auto& m) { return std::tie(m.weight, m.first); }
  friend bool operator==(const PeriodTotals&, const PeriodTotals&) = default;
};

/// What all period models share: the moments of the current period. Threads: any number may use an object at once.
template <class Moments>
class PeriodModel {
 public:
  /// The acts of the current period.
  struct State {
    Day day;
    Period period;
    /// Of the period so far.
    Moments moments = {};
    friend bool operator==(const State&, const State&) = default;
  };

  /// `every` is the kind of the periods.
  explicit PeriodModel(PeriodKind every = PeriodKind::month) noexcept : every_(every) {}

  PeriodKind period() const noexcept { return every_; }
  State start(Day day) const { return {day, period_of(every_, day), {}}; }
  /// Throws `std::invalid_argument` for a day before the state's.
  void advance(State& state, Day day) const {
    days_passed(state.day, day);
    state.day = day;
    if (state.period.contains(day)) return;
    state.period = period_of(every_, day);
    state.moments = {};
  }
  void observe(State& state, const Impulse& impulse) const noexcept {
    state.moments.add(impulse.points, impulse.weight);
  }
  /// Σ w of the period.
  double support(const State& state) const noexcept { return state.moments.weight; }

 protected:
  /// What is stored of a state: its period is that of its day.
  static auto fields(auto& s) { return std::tuple_cat(std::tie(s.day), Moments::fields(s.moments)); }
  /// A state as bytes, marked by the kind of model.
  std::string save_as(std::string_view kind, const State& state) const { return detail::stored(kind, fields(state)); }
  /// The same back, bit for bit. Throws `std::invalid_argument` for bytes of another kind.
  State load_as(std::string_view kind, std::string_view bytes) const {
    State state;
    detail::restore(bytes, kind, fields(state));
    state.period = period_of(every_, state.day);
    return state;
  }

 private:
  PeriodKind every_;
};

/// Σ w x of the period. Threads: any number may use an object at once.
class PeriodSum : public PeriodModel<PeriodTotals> {
 public:
  /// Of a kind of period.
  using PeriodModel::PeriodModel;
  std::optional<double> level(const State& state) const noexcept { return state.moments.first; }
  Contribution contribution(const State& state, const Impulse& impulse) const noexcept;
  /// A state as bytes, and back with every bit (`Storable`).
  std::string save(const State& state) const { return save_as("period_sum", state); }
  State load(std::string_view bytes) const { return load_as("period_sum", bytes); }
};

/// The mean of the period's acts. Threads: any number may use an object at once.
class PeriodMean : public PeriodModel<DecayedMoments> {
 public:
  /// Of a kind of period.
  using PeriodModel::PeriodModel;
  std::optional<double> level(const State& state) const noexcept;
  /// Square of the standard error; nothing unless the effective n exceeds 1.
  std::optional<double> variance(const State& state) const noexcept;
  Contribution contribution(const State& state, const Impulse& impulse) const noexcept;
  /// A state as bytes, and back with every bit (`Storable`).
  std::string save(const State& state) const { return save_as("period_mean", state); }
  State load(std::string_view bytes) const { return load_as("period_mean", bytes); }
};

/// How many acts the period has. Threads: any number may use an object at once.
class PeriodCount : public PeriodModel<PeriodTotals> {
 public:
  /// `hostile_only` counts acts with points above 0 alone.
  explicit PeriodCount(PeriodKind every = PeriodKind::month, bool hostile_only = true) noexcept
      : PeriodModel(every), hostile_only_(hostile_only) {}

  /// Whether only hostile acts count.
  bool hostile_only() const noexcept { return hostile_only_; }
  void observe(State& state, const Impulse& impulse) const noexcept {
    if (counts(impulse)) PeriodModel::observe(state, impulse);
  }
  std::optional<double> level(const State& state) const noexcept { return state.moments.weight; }
  Contribution contribution(const State& state, const Impulse& impulse) const noexcept;
  /// A state as bytes, and back with every bit (`Storable`).
  std::string save(const State& state) const { return save_as("period_count", state); }
  State load(std::string_view bytes) const { return load_as("period_count", bytes); }

 private:
  bool counts(const Impulse& impulse) const noexcept { return !hostile_only_ || impulse.points > 0; }

  bool hostile_only_;
};

}  // namespace detente
#pragma GCC visibility pop
