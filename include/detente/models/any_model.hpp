#pragma once
/// \file
/// A model whose kind is chosen at run time. `AnyModel` is a value and itself a `Model`; it wraps any model, or any
/// path model, and tells which refinements the wrapped one has. There is one virtual call per history: `read` and
/// `contributions` run the wrapped model's own loop, so there is no cost per event.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <typeinfo>
#include <utility>
#include <vector>

#include "detente/contracts/shared_change.hpp"

namespace detente {

/// What a model says on a day; a field is empty if the model has no value for it.
struct Reading {
  std::optional<double> level;
  /// The model's own variance, in squared points.
  std::optional<double> variance;
  /// Σ w k behind the level.
  std::optional<double> support;
};

/// Makes a path model a model: its state is the history so far, and a level replays it.
template <PathModel M>
class Replayed {
 public:
  struct State {
    std::vector<Impulse> impulses;
    Day day;
    friend bool operator==(const State&, const State&) = default;
  };
  explicit Replayed(M model) : model_(std::move(model)) {}
  State start(Day day) const { return {{}, day}; }
  void advance(State& state, Day day) const {
    days_passed(state.day, day);
    state.day = day;
  }
  void observe(State& state, const Impulse& impulse) const { state.impulses.push_back(impulse); }
  std::optional<double> level(const State& state) const {
    return model_.levels({state.impulses, std::span(&state.day, 1)}).at(0);
  }
  const M& path_model() const { return model_; }

  // The refinements of the path model hold for the replayed one too.
  bool knows_measures() const requires InForceAware<M> { return model_.knows_measures(); }
  bool counts_days() const requires CountsDays<M> { return model_.counts_days(); }
  PeriodKind period() const requires Periodic<M> { return model_.period(); }
  bool undirected() const requires Undirected<M> { return model_.undirected(); }
  bool pools_sides() const requires PoolsSides<M> { return model_.pools_sides(); }
  std::int32_t warm_up_days() const requires WarmsUp<M> { return model_.warm_up_days(); }
  RequiredRules required_rules() const requires RequiresRules<M> { return model_.required_rules(); }

 private:
  M model_;
};

class AnyModel {
 public:
  class State;

  /// Wraps a model. `text` is how it is written for a catalogue ("decayed_sum half_life_verbal=14"); results carry it.
  template <Model M>
    requires(!std::same_as<M, AnyModel>)
  AnyModel(M model, std::string text) : self_(std::make_shared<Kept<M>>(std::move(model))), text_(std::move(text)) {}
  template <PathModel M>
    requires(!Model<M>)
  AnyModel(M model, std::string text) : AnyModel(Replayed<M>(std::move(model)), std::move(text)) {}

  const std::string& text() const noexcept { return text_; }
  /// The wrapped model if it is an `M`, else nullptr: for what only that kind offers (`as<TwoSpeed>()->parts(state)`).
  template <Model M>
  const M* as() const noexcept {
    const auto* kept = dynamic_cast<const Kept<M>*>(self_.get());
    return kept ? &kept->model() : nullptr;
  }

  State start(Day day) const;
  /// Throws `std::invalid_argument` for a day before the state's, whatever the model. This and the next two also throw
  /// for a state of another kind of model, or of none, and `observe` for an impulse of another day than the state's.
  void advance(State& state, Day day) const;
  void observe(State& state, const Impulse& impulse) const;
  std::optional<double> level(const State& state) const;

  bool knows_measures() const { return self_->knows_measures(); }
  bool counts_days() const { return self_->counts_days(); }
  bool undirected() const { return self_->undirected(); }
  bool pools_sides() const { return self_->pools_sides(); }
  /// 0 for a model that needs no warm-up.
  std::int32_t warm_up_days() const { return self_->warm_up_days(); }
  RequiredRules required_rules() const { return self_->required_rules(); }
  bool has_variance() const { return self_->has_variance(); }
  /// Whether it has exact contributions, so that `contributions` and `changes` work.
  bool is_additive() const { return self_->is_additive(); }
  /// The kind of its calendar periods, if it has any.
  std::optional<PeriodKind> periodic() const { return self_->periodic(); }
  /// Its second reading, if it has one.
  std::optional<AnyModel> heat() const;

  /// The model's readings at the days, ascending. Impulses are in the order of `comes_before`. Throws
  /// `std::invalid_argument` if either do not ascend by day.
  std::vector<Reading> read(std::span<const Impulse> impulses, std::span<const Day> days) const {
    return self_->read(impulses, days);
  }
  /// Continues from a state before all of them: adds the readings at the days, and returns the state after the last
  /// impulse, which must not be after the last day. So a history can be read in parts, with the same bits as `read`.
  State read_on(const State& state, std::span<const Impulse> impulses, std::span<const Day> days,
                std::vector<Reading>& readings) const;
  /// Whether it is a path model, whose state is the whole history, so that a part costs as much as the whole.
  bool replays() const { return self_->replays(); }
  /// The contribution of each impulse to the level at the day; impulses after it contribute nothing. Only for an
  /// additive model; throws `std::logic_error` for another.
  std::vector<Contribution> contributions(std::span<const Impulse> impulses, Day day) const {
    return self_->contributions(impulses, day);
  }
  /// The contribution of each impulse on the first of the days, ascending, that is not before it; none after the last.
  /// One pass if the model's state gives contributions. Throws as `contributions` does.
  std::vector<Contribution> first_contributions(std::span<const Impulse> impulses, std::span<const Day> days) const {
    return self_->first_contributions(impulses, days);
  }

  /// How each impulse's contribution changed between the ends of two days; these sum to the change of level. Throws as
  /// `contributions` does, and if `to` is before `from`.
  std::vector<Contribution> changes(std::span<const Impulse> impulses, Day from, Day to) const {
    return self_->changes(impulses, from, to);
  }

 private:
  struct KeptState {
    virtual ~KeptState() = default;
    virtual std::unique_ptr<KeptState> clone() const = 0;
    virtual bool equals(const KeptState& other) const = 0;
  };
  struct Interface {
    virtual ~Interface() = default;
    virtual std::unique_ptr<KeptState> start(Day day) const = 0;
    virtual void advance(KeptState& state, Day day) const = 0;
    virtual void observe(KeptState& state, const Impulse& impulse) const = 0;
    virtual std::optional<double> level(const KeptState& state) const = 0;
    virtual bool knows_measures() const = 0;
    virtual bool counts_days() const = 0;
    virtual bool undirected() const = 0;
    virtual bool pools_sides() const = 0;
    virtual std::int32_t warm_up_days() const = 0;
    virtual RequiredRules required_rules() const = 0;
    virtual bool has_variance() const = 0;
    virtual bool is_additive() const = 0;
    virtual std::optional<PeriodKind> periodic() const = 0;
    virtual std::shared_ptr<const Interface> heat() const = 0;
    virtual std::vector<Reading> read(std::span<const Impulse>, std::span<const Day>) const = 0;
    virtual std::unique_ptr<KeptState> read_on(const KeptState&, std::span<const Impulse>, std::span<const Day>,
                                               std::vector<Reading>&) const = 0;
    virtual bool replays() const = 0;
    virtual std::vector<Contribution> contributions(std::span<const Impulse>, Day) const = 0;
    virtual std::vector<Contribution> first_contributions(std::span<const Impulse>, std::span<const Day>) const = 0;
    virtual std::vector<Contribution> changes(std::span<const Impulse>, Day, Day) const = 0;
  };
  template <Model M>
  struct StateOf;
  template <Model M>
  class Kept;

  AnyModel(std::shared_ptr<const Interface> self, std::string text) : self_(std::move(self)), text_(std::move(text)) {}
  [[noreturn]] static void throw_not_additive();
  [[noreturn]] static void throw_foreign_state();
  /// Checks that a user's model returned one answer for each impulse.
  static void check_answers(std::size_t given, std::size_t asked);

  std::shared_ptr<const Interface> self_;
  std::string text_;
};

/// The state of whatever model is wrapped; a value that copies deeply. A default state belongs to no model.
class AnyModel::State {
 public:
  State() = default;
  State(const State& other) : kept_(other.kept_ ? other.kept_->clone() : nullptr), day_(other.day_) {}
  State& operator=(const State& other) {
    if (this != &other) *this = State(other);
    return *this;
  }
  State(State&&) noexcept = default;
  State& operator=(State&&) noexcept = default;
  ~State() = default;
  friend bool operator==(const State& a, const State& b) {
    return a.kept_ && b.kept_ ? a.kept_->equals(*b.kept_) : a.kept_ == b.kept_;
  }

 private:
  friend class AnyModel;
  State(std::unique_ptr<KeptState> kept, Day day) : kept_(std::move(kept)), day_(day) {}
  KeptState& kept() const {
    if (!kept_) throw_foreign_state();
    return *kept_;
  }
  std::unique_ptr<KeptState> kept_;
  Day day_;
};

template <Model M>
struct AnyModel::StateOf final : KeptState {
  explicit StateOf(typename M::State s) : state(std::move(s)) {}
  std::unique_ptr<KeptState> clone() const override { return std::make_unique<StateOf>(state); }
  bool equals(const KeptState& other) const override {
    const auto* same = dynamic_cast<const StateOf*>(&other);
    return same && same->state == state;
  }
  typename M::State state;
};

template <Model M>
class AnyModel::Kept final : public Interface {
 public:
  explicit Kept(M model) : model_(std::move(model)) {}
  const M& model() const noexcept { return model_; }

  std::unique_ptr<KeptState> start(Day day) const override { return std::make_unique<StateOf<M>>(model_.start(day)); }
  void advance(KeptState& state, Day day) const override { model_.advance(own(state), day); }
  void observe(KeptState& state, const Impulse& impulse) const override { model_.observe(own(state), impulse); }
  std::optional<double> level(const KeptState& state) const override { return model_.level(own(state)); }
  bool knows_measures() const override {
    if constexpr (InForceAware<M>) return model_.knows_measures();
    return false;
  }
  bool counts_days() const override {
    if constexpr (CountsDays<M>) return model_.counts_days();
    return false;
  }
  bool undirected() const override {
    if constexpr (Undirected<M>) return model_.undirected();
    return false;
  }
  bool pools_sides() const override {
    if constexpr (PoolsSides<M>) return model_.pools_sides();
    return false;
  }
  std::int32_t warm_up_days() const override {
    if constexpr (WarmsUp<M>) return model_.warm_up_days();
    return 0;
  }
  RequiredRules required_rules() const override {
    if constexpr (RequiresRules<M>) return model_.required_rules();
    return {};
  }
  bool has_variance() const override { return HasVariance<M>; }
  bool is_additive() const override { return Additive<M> || AdditiveInWhole<M> || SumOfFunctions<M>; }
  std::optional<PeriodKind> periodic() const override {
    if constexpr (Periodic<M>) return model_.period();
    return std::nullopt;
  }
  std::shared_ptr<const Interface> heat() const override {
    if constexpr (HasHeat<M>) return std::make_shared<Kept<decltype(model_.heat())>>(model_.heat());
    return nullptr;
  }

  std::vector<Reading> read(std::span<const Impulse> impulses, std::span<const Day> days) const override {
    std::vector<Reading> out(days.size());
    if constexpr (requires { model_.path_model(); }) {
      check_order(impulses);
      check_order(days);
      const auto levels = model_.path_model().levels({impulses, days});
      check_answers(levels.size(), days.size());
      for (std::size_t i = 0; i < out.size(); ++i) out[i].level = levels[i];
    } else {
      run_states(model_, impulses, days, [&](std::size_t i, const auto& state) { out[i] = reading(state); });
    }
    return out;
  }

  std::unique_ptr<KeptState> read_on(const KeptState& state, std::span<const Impulse> impulses,
                                     std::span<const Day> days, std::vector<Reading>& readings) const override {
    return std::make_unique<StateOf<M>>(run_on(model_, own(state), impulses, days,
                                               [&](std::size_t, const auto& s) { readings.push_back(reading(s)); }));
  }
  bool replays() const override {
    return requires { model_.path_model(); };
  }

  std::vector<Contribution> contributions(std::span<const Impulse> impulses, Day day) const override {
    if constexpr (AdditiveInWhole<M>) {
      check_order(impulses);
      std::vector<Contribution> out = model_.contributions(impulses, day);
      check_answers(out.size(), impulses.size());
      return out;
    } else {
      return first_contributions(impulses, std::span(&day, 1));
    }
  }
  std::vector<Contribution> first_contributions(std::span<const Impulse> impulses,
                                                std::span<const Day> days) const override {
    std::vector<Contribution> out(impulses.size());
    std::size_t next = 0;
    const auto take = [&](Day day, const auto& contribution_of) {
      for (; next < impulses.size() && impulses[next].day <= day; ++next) out[next] = contribution_of(next);
    };
    if constexpr (AdditiveInWhole<M>) {
      for (const Day day : days) {
        const std::vector<Contribution> all = contributions(impulses, day);
        take(day, [&](std::size_t i) { return all[i]; });
      }
    } else if constexpr (Additive<M>) {
      run_states(model_, impulses, days, [&](std::size_t d, const auto& state) {
        take(days[d], [&](std::size_t i) { return model_.contribution(state, impulses[i]); });
      });
    } else if constexpr (SumOfFunctions<M>) {
      run_states(model_, impulses, days, [&](std::size_t d, const auto& state) {
        const SharedChange<M> whole(model_, state);
        take(days[d], [&](std::size_t i) { return Contribution{.act = whole.at(state, impulses[i])}; });
      });
    } else {
      throw_not_additive();
    }
    return out;
  }
  std::vector<Contribution> changes(std::span<const Impulse> impulses, Day from, Day to) const override {
    if constexpr (SumOfFunctions<M> && !Additive<M> && !AdditiveInWhole<M>) {
      std::vector<Contribution> out;
      for (const double act : shared_change(model_, impulses, from, to)) out.push_back({.act = act});
      return out;
    } else {
      days_passed(from, to);
      std::vector<Contribution> out = contributions(impulses, to);
      const std::vector<Contribution> before = contributions(impulses, from);
      for (std::size_t i = 0; i < out.size(); ++i) out[i] -= before[i];
      return out;
    }
  }

 private:
  static typename M::State& own(KeptState& state) {
    check_own(state);
    return static_cast<StateOf<M>&>(state).state;
  }
  static const typename M::State& own(const KeptState& state) {
    check_own(state);
    return static_cast<const StateOf<M>&>(state).state;
  }
  static void check_own(const KeptState& state) {
    if (typeid(state) != typeid(StateOf<M>)) throw_foreign_state();
  }

  Reading reading(const typename M::State& state) const {
    Reading out{model_.level(state), std::nullopt, std::nullopt};
    if constexpr (HasVariance<M>) out.variance = model_.variance(state);
    if constexpr (HasSupport<M>) out.support = model_.support(state);
    return out;
  }

  M model_;
};

static_assert(Model<AnyModel>);

}  // namespace detente
