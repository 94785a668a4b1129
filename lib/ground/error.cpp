#include "detente/ground/error.hpp"

#include <fmt/format.h>

#include <cmath>

namespace detente {

InputError::InputError(const std::string& message, std::string_view field)
    : std::runtime_error(field.empty() ? message : fmt::format("{}; see {}", message, field)),
      text_(std::make_shared<const Text>(Text{message, std::string(field)})) {}

void throw_invalid(std::string_view field, std::string_view value, std::string_view rule) {
  throw std::invalid_argument(fmt::format("{} = {}: {}", field, value, rule));
}

void throw_invalid(std::string_view field, double value, std::string_view rule) {
  throw_invalid(field, fmt::format("{}", value), rule);
}

void require_within(std::string_view field, double value, double low, double high, std::string_view unit) {
  if (std::isfinite(value) && value >= low && value <= high) return;
  throw_invalid(field, value, fmt::format("must be within {} to {}{}{}", low, high, unit.empty() ? "" : " ", unit));
}

}  // namespace detente
