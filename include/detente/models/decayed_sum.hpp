#pragma once
/// \file
/// `decayed_sum`: the accumulated strain of all past acts, which fades. It is the default for chronologies, where
/// silence means that nothing happened. In points of tension; 0 is an untroubled relation, positive is hostile, and
/// there is no upper bound (the scale bounds it).
///
///     L(t) = H(t) − ω C(t),   H = Σ w x k(t − tᵢ) over hostile acts, C = Σ w |x| k(t − tᵢ) over cooperative ones
///     k(d) = 2^(−d/h),        h = 14 days for verbal conflict, 60 for material conflict, 30 for cooperation
///
/// A concession does not fully undo a threat: ω = 0.5; ω = 1 nets fully. The sign of the score decides whether an act
/// is hostile or cooperative, and the quad class decides the half-life. A measure in force keeps a residue, k(d) = r +
/// (1 − r) 2^(−d/h), r = 0.25: people get used to it but it does not go away. From its release the residue fades with
/// h, and that fading is credited to the closing event.
///
/// Landmarks: one threat of 6 points reads 6 at once, 3 after two weeks, 0.2 after ten; a sanction of 8 reads 8 at
/// once, 5 after 60 days, and never less than 2 while it is in force.
///
/// Not for machine-coded news, where twice the newspapers give twice the sum; use `two_speed`, or `decayed_mean` for
/// the tone, there. Source: ours; sums of scores by period go back to Goldstein 1992 and Goldstein & Pevehouse 1997.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "detente/contracts/model.hpp"
#include "detente/contracts/time_order.hpp"
#include "detente/models/decay.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Parameters of `decayed_sum`, with their units and ranges.
struct DecayedSumOptions {
  double half_life_verbal = 14;       ///< days, > 0
  double half_life_material = 60;     ///< days, > 0
  double half_life_cooperation = 30;  ///< days, > 0
  double omega = 0.5;                 ///< 0 … 1: how much cooperation counts against hostility
  double residue = 0.25;              ///< 0 … 1: share of a measure that does not fade while it is in force
};

/// The accumulated strain of past acts, which fades (see above). Threads: any number may use an object at once.
class DecayedSum {
 public:
  /// One of the three half-lives; index of `State::acts`.
  enum Fading : std::uint8_t { cooperation, verbal, material };

  /// What is left of the acts so far, and what is in force.
  struct State {
    Day day;
    /// Sums of the faded points and of the faded weights, by half-life.
    std::array<double, 3> acts{};
    /// Σ w k by half-life.
    std::array<double, 3> weights{};
    /// Points of the measures in force.
    double in_force = 0;
    friend bool operator==(const State&, const State&) = default;
  };

  /// Throws `std::invalid_argument` naming the parameter, its value and its range.
  explicit DecayedSum(const DecayedSumOptions& options = {});

  const DecayedSumOptions& options() const noexcept { return options_; }

  State start(Day day) const {
    State state;
    state.day = day;
    return state;
  }
  /// Does not test whether a day has passed: k(0) = 1 changes no bit, and in a running level the branch would be
  /// unpredictable. Throws `std::invalid_argument` for a day before the state's.
  void advance(State& state, Day day) const {
    const std::int64_t days = days_passed(state.day, day);
    for (std::size_t f = 0; f < fading_.size(); ++f) {
      const double k = fading_[f].whole(days);
      state.acts[f] *= k;
      state.weights[f] *= k;
    }
    state.day = day;
  }
  void observe(State& state, const Impulse& impulse) const noexcept {
    const double points = counted(impulse);
    if (impulse.kind == ImpulseKind::pulse)
      add(state, impulse.quad, points, impulse.weight);
    else
      state = with_measure(state, impulse, points);
  }
  std::optional<double> level(const State& state) const noexcept {
    return state.acts[0] + state.acts[1] + state.acts[2] + options_.residue * state.in_force;
  }
  /// Σ w k of the acts alone, because a measure in force is not a report.
  double support(const State& state) const noexcept { return state.weights[0] + state.weights[1] + state.weights[2]; }
  /// Zero for an impulse after the state's day.
  Contribution contribution(const State& state, const Impulse& impulse) const noexcept;
  bool knows_measures() const noexcept { return true; }
  /// A state as bytes and back, bit for bit (`Storable`).
  std::string save(const State& state) const;
  State load(std::string_view bytes) const;

  /// How hot it is now: every act with a half-life of 14 days and no residue, the same ω.
  DecayedSum heat() const { return DecayedSum({14, 14, 14, options_.omega, 0}); }

 private:
  static std::size_t fading_of(QuadClass quad) noexcept {
    constexpr std::array<Fading, quad_class_count> of{cooperation, cooperation, verbal, material};
    return of[static_cast<std::size_t>(quad)];
  }
  /// Points as they count, with cooperation times ω. Like the sums below it has no branch, because the order of signs
  /// and classes is unpredictable, and sums at fixed places stay in registers.
  double counted(const Impulse& i) const noexcept {
    const double points = i.points * i.weight;
    return points * counts_[points < 0 ? 1 : 0];
  }
  static void add(State& state, QuadClass quad, double points, double weight) noexcept {
    const std::array<double, 3>& to = belongs[static_cast<std::size_t>(quad)];
    for (std::size_t f = 0; f < to.size(); ++f) {
      state.acts[f] += to[f] * points;
      state.weights[f] += to[f] * weight;
    }
  }
  /// What is stored of a state.
  static auto fields(auto& s) {
    return std::tie(s.day, s.acts[0], s.acts[1], s.acts[2], s.weights[0], s.weights[1], s.weights[2], s.in_force);
  }
  /// By value: a state whose address nobody takes stays in registers through the days of plain acts.
  State with_measure(State state, const Impulse& impulse, double points) const noexcept;

  /// Which of the three sums an act of each quad class belongs to.
  static constexpr std::array<std::array<double, 3>, quad_class_count> belongs{
      {{1, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

  DecayedSumOptions options_;
  std::array<double, 2> counts_;  ///< what hostile and cooperative points count: 1 and ω
  std::array<Decay, 3> fading_;
};

}  // namespace detente
#pragma GCC visibility pop
