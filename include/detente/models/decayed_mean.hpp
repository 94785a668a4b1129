#pragma once
/// \file
/// `decayed_mean`: how hostile the recent acts were on average, whatever their number. In score points, −10 (warm) to
/// 10 (hostile). Use it for machine-coded events, where growth of the news does not move it. Do not use it for a
/// chronology of few events, where ten threats should weigh more than one.
///
///     L(t) = Σ w x k / (n₀ + Σ w k),   k(d) = 2^(−d/h),   h = 30 days, n₀ = 1 prior event of score 0
///
/// Landmarks: nothing observed yet: no level. One act of 8 points reads 4 at once (with n₀ = 1) and fades to 0, the
/// prior, as evidence fades; `support` says how much evidence there is. n₀ = 0 is the exponentially weighted mean,
/// which never fades: it stays at the tone of the last acts, however long ago they were.
///
/// Source: ours; with n₀ = 0 the time-weighted exponential mean as in pandas `ewm(times=…)`; effective n from Kish
/// 1965.

#include <string>
#include <string_view>
#include <tuple>

#include "detente/contracts/model.hpp"
#include "detente/models/decay.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Parameters of `decayed_mean`.
struct DecayedMeanOptions {
  double half_life = 30;  ///< days, > 0
  double prior = 1;       ///< n₀ ≥ 0, events of score 0
};

/// The mean score of past acts, which fade (see above). Threads: any number may use an object at once.
class DecayedMean {
 public:
  /// What is left of the acts so far.
  struct State {
    Day day;
    /// Of points, faded to the day.
    DecayedMoments moments = {};
    /// Whether any act came.
    bool observed = false;
    friend bool operator==(const State&, const State&) = default;
  };

  /// Throws `std::invalid_argument` naming the parameter, its value and its range.
  explicit DecayedMean(const DecayedMeanOptions& options = {});

  const DecayedMeanOptions& options() const noexcept { return options_; }

  State start(Day day) const {
    State state;
    state.day = day;
    return state;
  }
  /// Throws `std::invalid_argument` for a day before the state's.
  void advance(State& state, Day day) const;
  void observe(State& state, const Impulse& impulse) const noexcept;
  /// Nothing before the first act, nor once Σ w k has vanished if there is no prior.
  std::optional<double> level(const State& state) const noexcept;
  /// Square of the standard error of the level; nothing unless the effective n exceeds 1.
  std::optional<double> variance(const State& state) const noexcept;
  double support(const State& state) const noexcept { return state.moments.weight; }
  /// Zero for an impulse after the state's day.
  Contribution contribution(const State& state, const Impulse& impulse) const noexcept;

  /// A state as bytes, and back with every bit (`Storable`).
  std::string save(const State& state) const;
  State load(std::string_view bytes) const;

 private:
  /// What is stored of a state.
  static auto fields(auto& s) { return std::tuple_cat(std::tie(s.day, s.observed), DecayedMoments::fields(s.moments)); }

  DecayedMeanOptions options_;
  Decay decay_;
};

}  // namespace detente
#pragma GCC visibility pop
