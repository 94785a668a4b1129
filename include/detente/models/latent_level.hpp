#pragma once
/// \file
/// `latent_level`: the tension behind the reports, as a hidden level that wanders and returns to its mean, observed
/// with noise. In score points, about −10 (warm) to 10 (hostile). Use it for machine-coded events, whose number says
/// how much was written and not how tense things are: silence widens the band, and growth of the news only narrows it.
/// Do not use it for a chronology of a few chosen acts, where ten threats should weigh more than one.
///
///     dμ = θ (m − μ) dt + σ dB,            θ = ln 2 / half_life, σ = sd_level
///     day's mean of x ~ N(μ, sd_day² + sd_event² / W),  W = Σ w of the day
///
/// The *day effect* sd_day is what the acts of one day share: one visit or one clash is reported sixty times. Without
/// it, sixty reports would count as sixty independent observations, and the band would be far too narrow on busy days.
/// `level` is the filtered mean (what is known by the day's end), `variance` its variance; the smoothed level, which
/// looks ahead, is `smoothed_levels`.
///
/// Landmarks: nothing observed yet: no level. The first act of 8 points, with m = 0, moves the level to 8 P/(P + h), P
/// = σ²/2θ, h = sd_day² + sd_event². In silence the level goes half-way to m in each half-life and the variance grows
/// to P. half_life = inf (θ = 0) is the *local level*: the first day is the level, exactly diffuse before it; silence
/// changes only the band, whose variance grows by σ² per day. An act of weight w counts as w acts.
///
/// *Defaults.* They lie between a fit to all 117 directed dyads of the KEDS Levant events 1979–2011 that have 200
/// events or more, scored by the GDELT weights (113 days, 0.19, 1.7, 4.7), and a fit to the busiest of them alone
/// (about 55 days, 0.4, 1.5 to 1.9, 5.5). GDELT's daily means of India and its partners 2017–2022 return within 3 days
/// instead, so fit your own (fit/latent_level_fit.hpp).
///
/// Source: Harvey 1989; Durbin & Koopman 2012, chapter 2; the day effect is ours.

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "detente/contracts/model.hpp"
#include "detente/models/day_means.hpp"
#include "detente/models/kalman.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Parameters of `latent_level`.
struct LatentLevelOptions {
  double half_life = 60;  ///< days, > 0; infinity is the local level
  double mean = 0;        ///< m, points: what the level returns to
  double sd_level = 0.3;  ///< σ ≥ 0, points per √day: how far it wanders in a day
  double sd_day = 1.7;    ///< ≥ 0, points: what all acts of one day share
  double sd_event = 5;    ///< ≥ 0, points: of one act about its day; not 0 together with sd_day

  friend bool operator==(const LatentLevelOptions&, const LatentLevelOptions&) = default;
};

/// The tone of a relation as a mean-reverting state-space model (see above). Threads: any number may use an object at
/// once.
class LatentLevel {
 public:
  /// The distribution of the level before today's acts, and today's acts gathered: a day is one observation, made at
  /// its end.
  struct State {
    Day day;
    /// Before the acts of its day.
    Moments before = {};
    double weight = 0;   ///< Σ w of today
    double sum = 0;      ///< Σ w x of today
    double support = 0;  ///< Σ w k of the days before
    /// Whether any act came.
    bool observed = false;
    friend bool operator==(const State&, const State&) = default;
  };

  /// Throws `std::invalid_argument` naming the option, its value and its rule.
  explicit LatentLevel(const LatentLevelOptions& options = {});

  const LatentLevelOptions& options() const noexcept { return options_; }
  /// Of the level.
  const MeanReversion& process() const noexcept { return process_; }

  State start(Day day) const noexcept;
  /// Throws `std::invalid_argument` for a day before the state's.
  void advance(State& state, Day day) const;
  void observe(State& state, const Impulse& impulse) const noexcept {
    state.weight += impulse.weight;
    state.sum += impulse.weight * impulse.points;
    state.observed = state.observed || impulse.weight > 0;
  }
  std::optional<double> level(const State& state) const noexcept;
  std::optional<double> variance(const State& state) const noexcept;
  /// Σ w k, k(d) = 2^(−d / half_life).
  double support(const State& state) const noexcept { return state.support + state.weight; }
  bool counts_days() const noexcept { return true; }

  /// What each act adds to the filtered level at `day`: its share in its day's mean × the weight that the filter still
  /// gives that day. They sum to the level minus what is left of m, which no act brought. Throws
  /// `std::invalid_argument` unless the days of the impulses ascend.
  std::vector<Contribution> contributions(std::span<const Impulse> impulses, Day day) const;

  /// The distribution of the level `days` ≥ 0 after the state's day, in silence; infinite variance where nothing is
  /// known. Throws `std::invalid_argument` for fewer. O(1).
  Moments forecast(const State& state, std::int64_t days) const;

  /// A state as bytes, and back with every bit (`Storable`).
  std::string save(const State& state) const;
  State load(std::string_view bytes) const;

 private:
  /// A day of acts as the filter saw it: impulses [begin, end).
  struct SeenDay {
    std::size_t begin, end;
    double gain;    ///< of the day's mean in the level after it
    double kept;    ///< of the level after the day before in the level after it
    double weight;  ///< Σ w
  };
  /// What is stored of a state.
  static auto fields(auto& s) {
    return std::tie(s.day, s.before.mean, s.before.variance, s.weight, s.sum, s.support, s.observed);
  }
  std::vector<SeenDay> seen_days(std::span<const Impulse> impulses) const;
  Transition over(std::int64_t days) const noexcept;
  Moments ahead(const State& state, std::int64_t days) const noexcept;
  /// Variance of a day's mean; infinity if its acts have weight 0.
  double variance_of_day(double weight) const noexcept {
    return weight > 0 ? day_variance_ + event_variance_ / weight : std::numeric_limits<double>::infinity();
  }
  /// The distribution of the level including today's acts.
  Moments filtered(const State& state) const noexcept;

  static constexpr std::uint64_t table_size = 512;
  LatentLevelOptions options_;
  MeanReversion process_;
  double day_variance_, event_variance_;
  std::shared_ptr<const std::array<Transition, table_size>> table_;
};

/// The filter over all days, for innovations, forecasts and drawn paths; `LatentLevel::level` gives the same levels.
FilteredPath filter(const LatentLevel& model, const DayMeans& days);

/// ln of the density of the acts themselves: of their days' means and of their spread about them.
double log_likelihood(const LatentLevel& model, const DayMeans& days, Constants constants = Constants::predicted);

/// The smoothed level on each of the days, ascending, given the whole history. It looks ahead, so never use it for a
/// forecast. `shift` and `outlier` are those of the day itself, if it has acts. Throws `std::invalid_argument` for days
/// that do not ascend.
std::vector<SmoothPoint> smoothed_levels(const LatentLevel& model, std::span<const Impulse> impulses,
                                         std::span<const Day> days);

}  // namespace detente
#pragma GCC visibility pop
