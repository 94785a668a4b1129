#pragma once
/// \file
/// What a model is: it turns a history of impulses into a level. A model is any plain struct with immutable parameters;
/// what it has learnt of a history so far is a separate, regular value, its State. One model serves all threads; a
/// state belongs to one direction of one dyad.
///
/// | expression | result | meaning |
/// |---|---|---|
/// | `m.start(day)` | `State` | nothing observed yet; time begins at `day` |
/// | `m.advance(s, day)` | | moves time on to `day`; our models throw for a day before the state's (`days_passed`) |
/// | `m.observe(s, impulse)` | | takes in an impulse of the day that `s` has reached |
/// | `m.level(s)` | `std::optional<double>` | tension in the model's own unit; nothing if there is none yet |
///
/// States advance on event days only: `run` samples a copy, so sampling more often changes no bit of any level. To
/// advance to the day that a state has reached changes no bit of it, so a run may stop in the middle of a day.
///
/// Refinements are found by their expressions, never required:
///
/// | concept | expression | for |
/// |---|---|---|
/// | `HasVariance` | `m.variance(s)` → optional | the model's own part of the band |
/// | `HasSupport` | `m.support(s)` → double | Σ w k: how much evidence is behind the level |
/// | `Additive` | `m.contribution(s, impulse)` → `Contribution` | exact attribution: contributions sum to the level |
/// | `AdditiveInWhole` | `m.contributions(impulses, day)` | the same, of a model that needs the history for it |
/// | `SumOfFunctions` | `m.sums(s)`, `m.shares(s, impulse)`, `m.slope(c, from, to)` | the same, of Σ f(Σ sᵢ) |
/// | `InForceAware` | `m.knows_measures()` | gets holds and releases; others get pulses |
/// | `Periodic` | `m.period()` → PeriodKind | has calendar periods: sampled at their ends only |
/// | `CountsDays` | `m.counts_days()` | gets an unknown day on its middle, not spread |
/// | `Storable` | `m.save(s)` → string, `m.load(bytes)` → `State` | states outlive the program |
/// | `Forecasts` | `m.forecast(s, days)` → `Moments` | what the level will be after days of silence, and how surely |
/// | `HasHeat` | `m.heat()` → a model | a second reading: how hot it is now |
/// | `Undirected` | `m.undirected()` | one run over the impulses of both directions |
/// | `PoolsSides` | `m.pools_sides()` | `both` is a run over both sides' acts; a side, as if the other did the same |
/// | `WarmsUp` | `m.warm_up_days()` → int32 | days of a source that it must have seen; until then it reads low |
/// | `RequiresRules` | `m.required_rules()` → `RequiredRules` | coding rules other than these are an error |
///
/// A path model may also have those whose expression needs no state.

#include <concepts>
#include <cstdint>
#include <optional>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detente/contracts/rule_choices.hpp"
#include "detente/ground/period.hpp"
#include "detente/values/impulse.hpp"
#include "detente/values/moments.hpp"

#pragma GCC visibility push(default)
namespace detente {

template <class M>
concept Model = requires(const M& model, typename M::State& state, const typename M::State& seen, Day day,
                         const Impulse& impulse) {
  requires std::regular<typename M::State>;
  { model.start(day) } -> std::same_as<typename M::State>;
  model.advance(state, day);
  model.observe(state, impulse);
  { model.level(seen) } -> std::same_as<std::optional<double>>;
};

/// A whole history of one direction (of both for an undirected model), for models that need all of it at once.
struct Path {
  /// In the order of `comes_before`.
  std::span<const Impulse> impulses;
  /// Days at which levels are wanted, ascending.
  std::span<const Day> days;
};

/// A model that needs a whole history for its levels (a smoother, a moving window). It is streamed by replaying its
/// dyad.
template <class M>
concept PathModel = requires(const M& model, const Path& path) {
  { model.levels(path) } -> std::same_as<std::vector<std::optional<double>>>;
};

template <class M>
concept ScoringModel = Model<M> || PathModel<M>;

/// What one impulse adds to the level: by the act itself (which fades), by the measure it put in force (which does
/// not), and by its release of one.
struct Contribution {
  /// By the act itself, points.
  double act = 0;
  double measure = 0;
  /// By its release of a measure, points.
  double release = 0;

  /// The three together, points.
  double total() const { return act + measure + release; }
  /// Adds part by part.
  Contribution& operator+=(const Contribution& other) {
    act += other.act;
    measure += other.measure;
    release += other.release;
    return *this;
  }
  /// Subtracts part by part.
  Contribution& operator-=(const Contribution& other) {
    act -= other.act;
    measure -= other.measure;
    release -= other.release;
    return *this;
  }
};

template <class M>
concept HasVariance = Model<M> && requires(const M& m, const typename M::State& s) {
  { m.variance(s) } -> std::same_as<std::optional<double>>;
};
template <class M>
concept HasSupport = Model<M> && requires(const M& m, const typename M::State& s) {
  { m.support(s) } -> std::same_as<double>;
};
/// `s` is the state on the day in question, after the impulse.
template <class M>
concept Additive = Model<M> && requires(const M& m, const typename M::State& s, const Impulse& i) {
  { m.contribution(s, i) } -> std::same_as<Contribution>;
};
/// The contribution of each impulse up to the day, in their order; 0 for later ones. They sum to the level minus what
/// the model believes without any act (a prior mean), which is credited to no act.
template <class M>
concept AdditiveInWhole = Model<M> && requires(const M& m, std::span<const Impulse> impulses, Day day) {
  { m.contributions(impulses, day) } -> std::same_as<std::vector<Contribution>>;
};
/// A level that is a constant and a sum of functions of sums over the impulses, L = L₀ + Σ_c f_c(S_c), S_c = Σᵢ s_cᵢ:
///
/// - `m.sums(s)`: the S_c at the state's day, a range of doubles of fixed length;
/// - `m.shares(s, impulse)`: what an observed impulse adds to each sum at the state's day; zeros for a later impulse;
/// - `m.slope(c, from, to)`: (f_c(to) − f_c(from)) / (to − from), and the right derivative where the two are equal. The
///   model computes it itself, because it knows how to do so without loss of digits where they are close.
///
/// Changes are then shared out without remainder: an impulse's part of a change is Σ_c slope_c Δs_cᵢ
/// (contracts/shared_change.hpp), the Aumann–Shapley value. Its contribution to a level is its part of the change from
/// no impulses at all. If a model is both, `Additive` is used.
template <class M>
concept SumOfFunctions = Model<M> &&
    requires(const M& m, const typename M::State& s, const Impulse& i, std::size_t c, double sum) {
  requires std::ranges::random_access_range<decltype(m.sums(s))>;
  { m.sums(s)[c] } -> std::convertible_to<double>;
  { m.shares(s, i) } -> std::same_as<decltype(m.sums(s))>;
  { m.slope(c, sum, sum) } -> std::same_as<double>;
};
template <class M>
concept InForceAware = ScoringModel<M> && requires(const M& m) {
  { m.knows_measures() } -> std::same_as<bool>;
};
template <class M>
concept Periodic = ScoringModel<M> && requires(const M& m) {
  { m.period() } -> std::same_as<PeriodKind>;
};
template <class M>
concept CountsDays = ScoringModel<M> && requires(const M& m) {
  { m.counts_days() } -> std::same_as<bool>;
};
template <class M>
concept Undirected = ScoringModel<M> && requires(const M& m) {
  { m.undirected() } -> std::same_as<bool>;
};
/// `both` is one run over the impulses of both directions, which is not the mean of the two. A side alone is a run over
/// its own impulses at twice their weight, as if the other did the same. If both do the same, all three are equal.
template <class M>
concept PoolsSides = ScoringModel<M> && requires(const M& m) {
  { m.pools_sides() } -> std::same_as<bool>;
};
template <class M>
concept WarmsUp = ScoringModel<M> && requires(const M& m) {
  { m.warm_up_days() } -> std::same_as<std::int32_t>;
};
template <class M>
concept RequiresRules = ScoringModel<M> && requires(const M& m) {
  { m.required_rules() } -> std::same_as<RequiredRules>;
};
/// A state as bytes, and the state again, with every bit: whoever loads it goes on as if nothing had stopped. Bytes
/// that a `save` of this kind of model has not made throw `std::invalid_argument`, and never are some other state.
/// Parameters are not in them; `AnyModel` stores its text beside them.
template <class M>
concept Storable = Model<M> && requires(const M& m, const typename M::State& s, std::string_view bytes) {
  { m.save(s) } -> std::same_as<std::string>;
  { m.load(bytes) } -> std::same_as<typename M::State>;
};
/// The distribution of the level `days` ≥ 0 after the state's day if nothing is reported until then; 0 days: as it is
/// known now.
/// Throws `std::invalid_argument` for fewer. For models that say how a level moves while nobody looks, and so how far
/// it may have gone. What a fading sum reads after days of silence is known to the last bit; that is no forecast.
template <class M>
concept Forecasts = Model<M> && requires(const M& m, const typename M::State& s, std::int64_t days) {
  { m.forecast(s, days) } -> std::same_as<Moments>;
};
template <class M>
concept HasHeat = Model<M> && requires(const M& m) {
  { m.heat() } -> Model;
};

}  // namespace detente
#pragma GCC visibility pop
