#pragma once
/// \file
/// A model whose kind is chosen at run time. `AnyModel` is a value and itself a `Model`; it wraps any model, or a path
/// model, and answers which refinements the wrapped one has. `read` and `contributions` run the wrapped model's own
/// loop, so nothing is paid per event.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "detente/detail/models/erased_model.hpp"
#include "detente/models/replayed.hpp"

#pragma GCC visibility push(default)
namespace detente {

/// Any model as a value that is itself a `Model`, known by its text; the wrapped one is shared and immutable. Threads:
/// any number may use an object at once.
class AnyModel {
 public:
  class State;

  /// Wraps a model. `text` is how it is written for a catalogue ("decayed_sum half_life_verbal=14"); results carry it.
  template <Model M>
    requires(!std::same_as<M, AnyModel>)
  AnyModel(M model, std::string text)
      : self_(std::make_shared<detail::Kept<M>>(std::move(model))), text_(std::move(text)) {}
  /// Wraps a path model, which is streamed by replaying its history.
  template <PathModel M>
    requires(!Model<M>)
  AnyModel(M model, std::string text) : AnyModel(Replayed<M>(std::move(model)), std::move(text)) {}

  /// As written for a catalogue.
  const std::string& text() const noexcept { return text_; }
  /// The wrapped model if it is an `M`, else nullptr: for what only that kind offers (`as<TwoSpeed>()->parts(state)`).
  template <Model M>
  const M* as() const noexcept {
    const auto* kept = dynamic_cast<const detail::Kept<M>*>(self_.get());
    return kept ? &kept->model() : nullptr;
  }

  State start(Day day) const;
  /// Throws `std::invalid_argument` for a day before the state's, whatever the model. This and the next two also throw
  /// for a state of another kind of model, or of none, and `observe` for an impulse of another day than the state's.
  void advance(State& state, Day day) const;
  void observe(State& state, const Impulse& impulse) const;
  std::optional<double> level(const State& state) const;
  /// The day that the state has reached.
  Day day(const State& state) const;
  /// Level, variance and support on that day.
  Reading reading(const State& state) const;

  bool knows_measures() const { return self_->knows_measures(); }
  bool counts_days() const { return self_->counts_days(); }
  bool undirected() const { return self_->undirected(); }
  bool pools_sides() const { return self_->pools_sides(); }
  /// 0 for a model that needs no warm-up.
  std::int32_t warm_up_days() const { return self_->warm_up_days(); }
  RequiredRules required_rules() const { return self_->required_rules(); }
  /// Whether its level has a variance of its own.
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
  /// Goes on from a state as `run_on` does (contracts/run.hpp): adds the readings at the days, and gives the state
  /// after the last impulse, on its day. So a history can be read in parts, cut anywhere, with the bits of `read`.
  /// Throws `std::invalid_argument` as `read` does, for an impulse or a day before the state's, and for a foreign
  /// state.
  State read_on(const State& state, std::span<const Impulse> impulses, std::span<const Day> days,
                std::vector<Reading>& readings) const;
  /// Whether it is a path model, whose state is the whole history, so that a part costs as much as the whole.
  bool replays() const { return self_->replays(); }

  /// Whether states can be saved and loaded. A path model's cannot: its state is the history, which whoever has it
  /// replays.
  bool is_storable() const { return self_->is_storable(); }
  /// The state as bytes, with `text()`. Only for a storable model; throws `std::logic_error` for another.
  std::string save(const State& state) const;
  /// The state that `save` of a model of the same text made bytes of. Throws `std::invalid_argument` for bytes of
  /// another text, naming both, and for bytes that are not as they were saved; `std::logic_error` as `save` does.
  State load(std::string_view bytes) const;

  /// Whether it forecasts its level.
  bool has_forecast() const { return self_->has_forecast(); }
  /// The distribution of the level `days` ≥ 0 after the state's day, in silence. Throws `std::invalid_argument` for
  /// fewer or for a foreign state, `std::logic_error` for a model that does not forecast.
  Moments forecast(const State& state, std::int64_t days) const;

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

  /// What each impulse of one history, and of another that replaces it, contributes to the level of a day: so that the
  /// difference of the two levels is shared out, but for what belongs to no act (a prior mean). With a model that is a
  /// sum of functions, an impulse that both have contributes the same to both. Throws as `contributions` does.
  Exchange exchange(std::span<const Impulse> from, std::span<const Impulse> to, Day day) const {
    return self_->exchange(from, to, day);
  }

 private:
  AnyModel(std::shared_ptr<const detail::ErasedModel> self, std::string text)
      : self_(std::move(self)), text_(std::move(text)) {}

  std::shared_ptr<const detail::ErasedModel> self_;
  std::string text_;
};

/// The state of whatever model is wrapped; a value that copies deeply, into the memory that it has where that fits. A
/// default state belongs to no model. Threads: any number may read an object at once, and one alone may change it.
class AnyModel::State {
 public:
  State() = default;
  /// A copy goes on by itself.
  State(const State& other) : kept_(other.kept_ ? other.kept_->clone() : nullptr), day_(other.day_) {}
  /// A copy goes on by itself.
  State& operator=(const State& other) {
    if (this == &other) return *this;
    if (!kept_ || !other.kept_ || !kept_->assign(*other.kept_)) return *this = State(other);
    day_ = other.day_;
    return *this;
  }
  /// The other is empty then.
  State(State&&) noexcept = default;
  /// The other is empty then.
  State& operator=(State&&) noexcept = default;
  ~State() = default;
  friend bool operator==(const State& a, const State& b) {
    return a.kept_ && b.kept_ ? a.kept_->equals(*b.kept_) : a.kept_ == b.kept_;
  }

 private:
  friend class AnyModel;
  State(std::unique_ptr<detail::ErasedState> kept, Day day) : kept_(std::move(kept)), day_(day) {}
  detail::ErasedState& kept() const {
    if (!kept_) detail::throw_foreign_state();
    return *kept_;
  }
  std::unique_ptr<detail::ErasedState> kept_;
  Day day_;
};

static_assert(Model<AnyModel>);

}  // namespace detente
#pragma GCC visibility pop
