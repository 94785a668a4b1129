#include "detente/models/any_model.hpp"

#include <stdexcept>

namespace detente {

AnyModel::State AnyModel::start(Day day) const { return State(self_->start(day)); }

void AnyModel::advance(State& state, Day day) const { self_->advance(*state.kept_, day); }

void AnyModel::observe(State& state, const Impulse& impulse) const { self_->observe(*state.kept_, impulse); }

std::optional<double> AnyModel::level(const State& state) const { return self_->level(*state.kept_); }

std::optional<AnyModel> AnyModel::heat() const {
  if (auto heat = self_->heat()) return AnyModel(std::move(heat), "heat of " + text_);
  return std::nullopt;
}

void AnyModel::throw_not_additive() {
  throw std::logic_error("the model has no exact contributions; use leave-one-out attribution");
}

}  // namespace detente
