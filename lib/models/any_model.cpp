#include "detente/models/any_model.hpp"

#include "detente/detail/stored.hpp"
#include "detente/ground/error.hpp"
#include "detente/ground/text.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr std::string_view stored_kind = "a model of a catalogue";

}  // namespace

AnyModel::State AnyModel::start(Day day) const { return {self_->start(day), day}; }

void AnyModel::advance(State& state, Day day) const {
  days_passed(state.day_, day);
  self_->advance(state.kept(), day);
  state.day_ = day;
}

void AnyModel::observe(State& state, const Impulse& impulse) const {
  ErasedState& kept = state.kept();
  if (impulse.day != state.day_) detail::throw_not_today(impulse.day, state.day_);
  self_->observe(kept, impulse);
}

std::optional<double> AnyModel::level(const State& state) const { return self_->level(state.kept()); }

Day AnyModel::day(const State& state) const {
  static_cast<void>(state.kept());
  return state.day_;
}

Reading AnyModel::reading(const State& state) const { return self_->reading(state.kept()); }

AnyModel::State AnyModel::read_on(const State& state, std::span<const Impulse> impulses, std::span<const Day> days,
                                  std::vector<Reading>& readings) const {
  if (!impulses.empty()) days_passed(state.day_, impulses.front().day);
  if (!days.empty()) days_passed(state.day_, days.front());
  return {self_->read_on(state.kept(), impulses, days, readings), impulses.empty() ? state.day_ : impulses.back().day};
}

std::string AnyModel::save(const State& state) const {
  std::string bytes;
  append_word(bytes, text_.size());
  bytes += text_;
  append_word(bytes, to_word(state.day_));
  bytes += self_->save(state.kept());
  return sealed(stored_kind, std::move(bytes));
}

AnyModel::State AnyModel::load(std::string_view bytes) const {
  if (!is_storable()) throw_not_storable();
  std::string_view rest = unsealed(stored_kind, bytes);
  const std::uint64_t length = take_word(rest);
  const std::string_view text = rest.substr(0, length);
  if (text != text_) throw_invalid("stored state", visible(text, 200), "is of this model, " + text_);
  rest.remove_prefix(text.size());
  Day day;
  from_word(take_word(rest), day);
  return {self_->load(rest), day};
}

Moments AnyModel::forecast(const State& state, std::int64_t days) const { return self_->forecast(state.kept(), days); }

std::optional<AnyModel> AnyModel::heat() const {
  if (auto heat = self_->heat()) return AnyModel(std::move(heat), "heat of " + text_);
  return std::nullopt;
}

}  // namespace detente
