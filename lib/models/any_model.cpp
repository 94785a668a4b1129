#include "detente/models/any_model.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "detente/ground/error.hpp"

namespace detente {
using namespace detail;

AnyModel::State AnyModel::start(Day day) const { return {self_->start(day), day}; }

void AnyModel::advance(State& state, Day day) const {
  days_passed(state.day_, day);
  self_->advance(state.kept(), day);
  state.day_ = day;
}

void AnyModel::observe(State& state, const Impulse& impulse) const {
  KeptState& kept = state.kept();
  if (impulse.day != state.day_) detail::throw_not_today(impulse.day, state.day_);
  self_->observe(kept, impulse);
}

std::optional<double> AnyModel::level(const State& state) const { return self_->level(state.kept()); }

AnyModel::State AnyModel::read_on(const State& state, std::span<const Impulse> impulses, std::span<const Day> days,
                                  std::vector<Reading>& readings) const {
  check_order(impulses);
  check_order(days);
  if (!impulses.empty()) days_passed(state.day_, impulses.front().day);
  if (!impulses.empty() && (days.empty() || impulses.back().day > days.back()))
    detail::throw_not_today(impulses.back().day, days.empty() ? state.day_ : days.back());
  return {self_->read_on(state.kept(), impulses, days, readings), impulses.empty() ? state.day_ : impulses.back().day};
}

std::optional<AnyModel> AnyModel::heat() const {
  if (auto heat = self_->heat()) return AnyModel(std::move(heat), "heat of " + text_);
  return std::nullopt;
}

void AnyModel::throw_foreign_state() {
  throw std::invalid_argument("state: is one that this model, or another of its kind, has started");
}

void AnyModel::check_answers(std::size_t given, std::size_t asked) {
  if (given != asked)
    throw_invalid("answers of the model", static_cast<double>(given),
                  fmt::format("are as many as asked for, {}", asked));
}

void AnyModel::throw_not_additive() {
  throw std::logic_error("the model has no exact contributions; use leave-one-out attribution");
}

}  // namespace detente
