#pragma once
/// \file
/// What `AnyModel` keeps: a model and its states behind pointers. It erases once per history: `read` and
/// `contributions` run the model's own loop, so nothing is paid per event. Which refinements the model has is asked
/// here, and nowhere else. For `AnyModel` only.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <typeinfo>
#include <utility>
#include <vector>

#include "detente/contracts/shared_change.hpp"
#include "detente/models/reading.hpp"

#pragma GCC visibility push(default)
namespace detente::detail {

/// The state of a model of some kind.
struct ErasedState {
  virtual ~ErasedState() = default;
  virtual std::unique_ptr<ErasedState> clone() const = 0;
  /// Becomes the other, if that is of the same kind.
  virtual bool assign(const ErasedState& other) = 0;
  virtual bool equals(const ErasedState& other) const = 0;
};
/// A model of some kind, asked through pointers; `AnyModel` says what each answers.
struct ErasedModel {
  virtual ~ErasedModel() = default;
  virtual std::unique_ptr<ErasedState> start(Day day) const = 0;
  virtual void advance(ErasedState& state, Day day) const = 0;
  virtual void observe(ErasedState& state, const Impulse& impulse) const = 0;
  virtual std::optional<double> level(const ErasedState& state) const = 0;
  virtual Reading reading(const ErasedState& state) const = 0;
  virtual bool knows_measures() const = 0;
  virtual bool counts_days() const = 0;
  virtual bool undirected() const = 0;
  virtual bool pools_sides() const = 0;
  virtual std::int32_t warm_up_days() const = 0;
  virtual RequiredRules required_rules() const = 0;
  virtual bool has_variance() const = 0;
  virtual bool is_additive() const = 0;
  virtual std::optional<PeriodKind> periodic() const = 0;
  virtual std::shared_ptr<const ErasedModel> heat() const = 0;
  virtual std::vector<Reading> read(std::span<const Impulse>, std::span<const Day>) const = 0;
  virtual std::unique_ptr<ErasedState> read_on(const ErasedState&, std::span<const Impulse>, std::span<const Day>,
                                               std::vector<Reading>&) const = 0;
  virtual bool replays() const = 0;
  virtual bool is_storable() const = 0;
  virtual std::string save(const ErasedState&) const = 0;
  virtual std::unique_ptr<ErasedState> load(std::string_view) const = 0;
  virtual bool has_forecast() const = 0;
  virtual Moments forecast(const ErasedState&, std::int64_t days) const = 0;
  virtual std::vector<Contribution> contributions(std::span<const Impulse>, Day) const = 0;
  virtual std::vector<Contribution> first_contributions(std::span<const Impulse>, std::span<const Day>) const = 0;
  virtual std::vector<Contribution> changes(std::span<const Impulse>, Day, Day) const = 0;
  virtual Exchange exchange(std::span<const Impulse> from, std::span<const Impulse> to, Day) const = 0;
};

[[noreturn]] void throw_not_additive();
[[noreturn]] void throw_not_storable();
[[noreturn]] void throw_no_forecast();
[[noreturn]] void throw_foreign_state();
/// A model of one's own answers for each that it was asked about.
void check_answers(std::size_t given, std::size_t asked);

template <Model M>
struct StateOf final : ErasedState {
  explicit StateOf(typename M::State s) : state(std::move(s)) {}
  std::unique_ptr<ErasedState> clone() const override { return std::make_unique<StateOf>(state); }
  bool assign(const ErasedState& other) override {
    if (typeid(other) != typeid(StateOf)) return false;
    state = static_cast<const StateOf&>(other).state;
    return true;
  }
  bool equals(const ErasedState& other) const override {
    const auto* same = dynamic_cast<const StateOf*>(&other);
    return same && same->state == state;
  }
  typename M::State state;
};

template <Model M>
class Kept final : public ErasedModel {
 public:
  explicit Kept(M model) : model_(std::move(model)) {}
  const M& model() const noexcept { return model_; }

  std::unique_ptr<ErasedState> start(Day day) const override { return std::make_unique<StateOf<M>>(model_.start(day)); }
  void advance(ErasedState& state, Day day) const override { model_.advance(own(state), day); }
  void observe(ErasedState& state, const Impulse& impulse) const override { model_.observe(own(state), impulse); }
  std::optional<double> level(const ErasedState& state) const override { return model_.level(own(state)); }
  Reading reading(const ErasedState& state) const override {
    Reading out;
    fill(out, own(state));
    return out;
  }
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
  std::shared_ptr<const ErasedModel> heat() const override {
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
      run_states(model_, impulses, days, [&](std::size_t i, const auto& state) { fill(out[i], state); });
    }
    return out;
  }

  std::unique_ptr<ErasedState> read_on(const ErasedState& state, std::span<const Impulse> impulses,
                                       std::span<const Day> days, std::vector<Reading>& readings) const override {
    return std::make_unique<StateOf<M>>(run_on(model_, own(state), impulses, days,
                                               [&](std::size_t, const auto& s) { fill(readings.emplace_back(), s); }));
  }
  bool replays() const override {
    return requires { model_.path_model(); };
  }

  bool is_storable() const override { return Storable<M>; }
  std::string save(const ErasedState& state) const override {
    if constexpr (Storable<M>) return model_.save(own(state));
    throw_not_storable();
  }
  std::unique_ptr<ErasedState> load(std::string_view bytes) const override {
    if constexpr (Storable<M>) return std::make_unique<StateOf<M>>(model_.load(bytes));
    throw_not_storable();
  }
  bool has_forecast() const override { return Forecasts<M>; }
  Moments forecast(const ErasedState& state, std::int64_t days) const override {
    if constexpr (Forecasts<M>) return model_.forecast(own(state), days);
    throw_no_forecast();
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
  Exchange exchange(std::span<const Impulse> from, std::span<const Impulse> to, Day day) const override {
    if constexpr (SumOfFunctions<M> && !Additive<M> && !AdditiveInWhole<M>)
      return shared_exchange(model_, from, to, day);
    else
      return {contributions(from, day), contributions(to, day)};
  }

 private:
  static typename M::State& own(ErasedState& state) {
    check_own(state);
    return static_cast<StateOf<M>&>(state).state;
  }
  static const typename M::State& own(const ErasedState& state) {
    check_own(state);
    return static_cast<const StateOf<M>&>(state).state;
  }
  static void check_own(const ErasedState& state) {
    if (typeid(state) != typeid(StateOf<M>)) throw_foreign_state();
  }

  /// Fills a reading that is empty. By the numbers alone: an optional just made in two parts, number and flag, is slow
  /// to copy as one, and there is a reading for every day.
  void fill(Reading& out, const typename M::State& state) const {
    if (const std::optional<double> level = model_.level(state)) out.level.emplace(*level);
    if constexpr (HasVariance<M>)
      if (const std::optional<double> variance = model_.variance(state)) out.variance.emplace(*variance);
    if constexpr (HasSupport<M>) out.support.emplace(model_.support(state));
  }

  M model_;
};

}  // namespace detente::detail
#pragma GCC visibility pop
