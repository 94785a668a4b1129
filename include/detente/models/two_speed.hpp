#pragma once
/// \file
/// `two_speed`: acute and chronic strain between two actors, from machine-coded events. In log points; 0 is a relation
/// that shows no more hostility than a calm one, positive is strained, negative is cooperative, and neither end is
/// bounded. Read on `linear slope=6` the index is 50 + 6 L: 0 and 100 are not bounds, but are never reached in
/// practice.
///
/// Sums over both sides' acts together, which fade by k = 2^(−d/h), with h = 14 days (acute) and 120 days (chronic):
///
///     H = Σ w max(x, 0) k      hostile points          C = Σ w max(−x, 0) k      cooperative points
///     N = Σ w k                all acts                S = H − ρ N               hostility beyond the usual
///     L = Σ_h b_h [ g(S_h) − λ ln(1 + C_h/κ) ],        g(S) = ln(1 + max(0, S)/κ),   b = 0.26, 0.94,  λ = 0.25
///
/// - The logarithm: the tenth clash in a week says less than the first.
/// - ρ: hostile points per event of a calm relation. Machines code some hostility into anything, and without ρ a
///   friendly pair with much coverage would read tense. κ: the unit of a source's amounts. Both belong to the source
///   (contracts/source_profile.hpp); the defaults are those of KEDS.
/// - λ is small because diplomacy is busiest in a crisis, and not 0, so that thaws show.
///
/// The two sides are summed, not averaged: an index of both may lie outside the two. A side alone is read as if the
/// other did the same; if both do the same, all three are equal (`PoolsSides`).
///
/// Landmarks, KEDS Levant 1979 to 2011 at month ends, ρ = 0.25, κ = 2, with any code that both sides have on one day
/// counted half on each (`Mirrors::any`): Egypt and Saudi Arabia, January 1990: 47.8; Egypt and Israel, October 1985:
/// 67.5, January 1995: 54.1; Israel and the USA, January 1990: 64.2; Israel and Lebanon, June 1982: 80.6, July 2006:
/// 83.6; Israel and the Palestinians: never below 69.5, median 80.7, April 2002: 89.4. By `Mirrors::once`, which halves
/// cooperative codes only, they are higher where clashes are coded from both sides: 0.2 in the median, less than 1.7 in
/// 95 of 100 months, 5.1 for January 1995, 6.5 at most. One report of 8 hostile points and then nothing: 61.4 at once,
/// 60.3 after two weeks, 57.7 after 60 days, 50.3 after two years.
///
/// Silence: L = 0 means either "nothing was reported" or "no more hostility than usual", and `support` tells them
/// apart. From below 0, silence raises the index. Warming up: until the model has seen 360 days of a source, the
/// chronic part is too low: after 30, 60, 120, 240 and 360 days of steady reports by at most 10.4, 6.9, 3.9, 1.6 and
/// 0.8 index points (many reports), or by 9.6, 6.5, 3.7, 1.6 and 0.7 if a report of 4 points comes every ten days
/// (`warm_from`).
///
/// A documented scale, which no fit moves: b was estimated once, on KEDS Levant; ρ, κ, λ, the half-lives and the slope
/// were chosen near the best there. Tested on that same set against what was reported next, its two parts forecast as
/// well as a pair's own history of severe acts and do not beat it (docs/validation.md). The share of months followed
/// by a severe act rises, with mirrors by the rule `any`, from 0.02 at 50 to 0.06 at 57, 0.29 at 67, 0.61 at 72 and
/// 0.91 at 77; in other regions it is 0.51 at 72 and 0.81 at 77. Severe acts come from the same reports, so this shows
/// persistence and is not independent evidence. It does not forecast the onset of disputes, and no level is a
/// probability.
///
/// Not for chronologies of chosen acts, where measures stay in force: here a hold counts as an act, and a release is
/// ignored. For the tone of a relation regardless of the number of acts, see `latent_level`. Source: ours.

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "detente/contracts/model.hpp"
#include "detente/contracts/time_order.hpp"
#include "detente/models/decay.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Parameters of `two_speed`, with their units and ranges. Values other than the defaults give another scale.
struct TwoSpeedOptions {
  double rho = 0.25;               ///< hostile points per event of a calm relation, ≥ 0; set by the source
  double kappa = 2;                ///< points, > 0: the unit of a source's amounts
  double lambda = 0.25;            ///< 0 … 1: how much the logarithm of cooperation counts
  double half_life_acute = 14;     ///< days, > 0
  double half_life_chronic = 120;  ///< days, > 0
  double weight_acute = 0.26;      ///< 0 … 100
  double weight_chronic = 0.94;    ///< 0 … 100
};

/// The sums of one of the two speeds.
struct StrainPart {
  double half_life = 0;    ///< days
  double hostile = 0;      ///< H, points
  double cooperative = 0;  ///< C, points, ≥ 0
  double events = 0;       ///< N
  double net = 0;          ///< S = H − ρ N, points
  double strain = 0;       ///< g(S), log points, ≥ 0
  double relief = 0;       ///< ln(1 + C/κ), log points, ≥ 0
};

/// Acute and chronic strain on a documented scale (see above). Threads: any number may use an object at once.
class TwoSpeed {
 public:
  /// The two half-lives; index of `State`'s sums.
  enum Speed : std::uint8_t { acute, chronic };

  /// What is left of the acts so far, at both speeds.
  struct State {
    /// Fading sums with one half-life.
    struct Sums {
      /// H, points.
      double hostile = 0;
      /// C, points.
      double cooperative = 0;
      double events = 0;
      friend bool operator==(const Sums&, const Sums&) = default;
    };
    Day day;
    std::array<Sums, 2> sums{};  ///< by `Speed`
    friend bool operator==(const State&, const State&) = default;
  };

  /// Throws `std::invalid_argument` naming the parameter, its value and its range.
  explicit TwoSpeed(const TwoSpeedOptions& options = {});

  const TwoSpeedOptions& options() const noexcept { return options_; }

  State start(Day day) const {
    State state;
    state.day = day;
    return state;
  }
  /// Throws `std::invalid_argument` for a day before the state's.
  void advance(State& state, Day day) const {
    const std::int64_t days = days_passed(state.day, day);
    for (std::size_t speed = 0; speed < fading_.size(); ++speed) {
      const double k = fading_[speed].whole(days);
      state.sums[speed].hostile *= k;
      state.sums[speed].cooperative *= k;
      state.sums[speed].events *= k;
    }
    state.day = day;
  }
  void observe(State& state, const Impulse& impulse) const noexcept {
    const double points = impulse.points * impulse.weight;
    const double hostile = points > 0 ? points : 0, cooperative = points < 0 ? -points : 0;
    for (State::Sums& sums : state.sums) {
      sums.hostile += hostile;
      sums.cooperative += cooperative;
      sums.events += impulse.weight;
    }
  }
  /// 0 if nothing has been observed; `support` tells this apart.
  std::optional<double> level(const State& state) const noexcept;
  /// N of the chronic part: the number of reports, where a report counts half after 120 days.
  double support(const State& state) const noexcept { return state.sums[chronic].events; }
  bool pools_sides() const noexcept { return true; }
  /// Three half-lives of the chronic part, 360 days: by then it lacks less than a point of the index.
  std::int32_t warm_up_days() const noexcept;

  /// S and C of the acute part, then of the chronic part: the level is a sum of functions of these four.
  std::array<double, 4> sums(const State& state) const noexcept;
  /// What an act adds to them: a hostile act adds x − ρ to S, any other −ρ, and a cooperative one also adds to C. Zero
  /// for an impulse after the state's day.
  std::array<double, 4> shares(const State& state, const Impulse& impulse) const noexcept;
  /// Change of level per point of sum number `sum`, between two of its values. 0 if both are at or below 0.
  double slope(std::size_t sum, double from, double to) const noexcept;

  /// A state as bytes, and back with every bit (`Storable`).
  std::string save(const State& state) const;
  State load(std::string_view bytes) const;

  /// How hot it is now: the acute part alone.
  TwoSpeed heat() const;

  /// The two parts of the level, acute and chronic: for links, calibrations and comparisons. O(1).
  std::array<StrainPart, 2> parts(const State& state) const noexcept;

 private:
  /// What one of the two speeds adds to the level, with its weight b. A part without weight costs nothing: heat has
  /// one.
  double level_of(const State::Sums& sums, double weight) const noexcept;
  /// What is stored of a state.
  static auto fields(auto& s) {
    return std::tie(s.day, s.sums[0].hostile, s.sums[0].cooperative, s.sums[0].events, s.sums[1].hostile,
                    s.sums[1].cooperative, s.sums[1].events);
  }

  TwoSpeedOptions options_;
  std::array<Decay, 2> fading_;  ///< by `Speed`
};

}  // namespace detente
#pragma GCC visibility pop
