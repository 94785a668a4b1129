#include "detente/ground/error.hpp"

#include <fmt/format.h>

#include <cmath>
#include <new>
#include <system_error>

#include "detente/detail/enum_names.hpp"
#include "detente/ground/work_control.hpp"

namespace detente {
using namespace detail;
namespace {

constexpr EnumNames<ErrorCode, 19> code_names{{
    {ErrorCode::other, "other"},
    {ErrorCode::misuse, "misuse"},
    {ErrorCode::system, "system"},
    {ErrorCode::out_of_memory, "out_of_memory"},
    {ErrorCode::stopped, "stopped"},
    {ErrorCode::too_many_days, "too_many_days"},
    {ErrorCode::too_much_memory, "too_much_memory"},
    {ErrorCode::unknown_format, "unknown_format"},
    {ErrorCode::format_failed, "format_failed"},
    {ErrorCode::no_events, "no_events"},
    {ErrorCode::too_few, "too_few"},
    {ErrorCode::too_many_rejects, "too_many_rejects"},
    {ErrorCode::repeated, "repeated"},
    {ErrorCode::bad_table, "bad_table"},
    {ErrorCode::damaged, "damaged"},
    {ErrorCode::unknown_name, "unknown_name"},
    {ErrorCode::undecided, "undecided"},
    {ErrorCode::conflict, "conflict"},
    {ErrorCode::not_built, "not_built"},
}};

template <class Kind>
bool is(const std::exception& error) {
  return dynamic_cast<const Kind*>(&error) != nullptr;
}

}  // namespace

std::string_view to_text(ErrorCode code) { return name_of(code_names, code); }
std::optional<ErrorCode> parse_error_code(std::string_view text) { return value_of(code_names, text); }

ErrorCode code_of(const std::exception& error) noexcept {
  if (const auto* input = dynamic_cast<const InputError*>(&error)) return input->code();
  if (is<Stopped>(error)) return ErrorCode::stopped;
  if (is<std::invalid_argument>(error)) return ErrorCode::misuse;
  if (is<std::system_error>(error)) return ErrorCode::system;
  if (is<std::length_error>(error)) return ErrorCode::too_much_memory;  // more than a log can number
  return is<std::bad_alloc>(error) ? ErrorCode::out_of_memory : ErrorCode::other;
}

InputError::InputError(ErrorCode code, const std::string& message, std::string_view field)
    : std::runtime_error(field.empty() ? message : fmt::format("{}; see {}", message, field)),
      text_(std::make_shared<const Text>(Text{code, message, std::string(field)})) {}

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
