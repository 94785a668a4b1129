#include "detente/detail/models/erased_model.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "detente/ground/error.hpp"

namespace detente::detail {

void throw_foreign_state() {
  throw std::invalid_argument("state: is one that this model, or another of its kind, has started");
}

void check_answers(std::size_t given, std::size_t asked) {
  if (given != asked)
    throw_invalid("answers of the model", static_cast<double>(given),
                  fmt::format("are as many as asked for, {}", asked));
}

void throw_not_storable() { throw std::logic_error("the model's states cannot be saved; replay the history"); }

void throw_no_forecast() { throw std::logic_error("the model forecasts nothing"); }

void throw_not_additive() {
  throw std::logic_error("the model has no exact contributions; use leave-one-out attribution");
}

}  // namespace detente::detail
