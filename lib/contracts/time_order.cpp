#include "detente/contracts/time_order.hpp"

#include <fmt/format.h>

#include "detente/ground/error.hpp"

namespace detente::detail {
namespace {

/// A day outside the calendar is written as its number.
std::string written(Day day) {
  if (day < first_calendar_day() || day > last_calendar_day()) return fmt::format("day {}", day.value);
  return to_text(day);
}

}  // namespace

void throw_backwards(Day from, Day to) {
  throw_invalid(
      "day", written(to),
      fmt::format("is not before {}, the day that the state has reached; a late event needs a new run", written(from)));
}

void throw_not_today(Day day, Day today) {
  throw_invalid("impulse", written(day), fmt::format("is of {}, the day that the state has reached", written(today)));
}

void throw_out_of_order(std::string_view what, std::size_t number, Day day, Day before) {
  throw_invalid(fmt::format("{}[{}]", what, number), written(day),
                fmt::format("days ascend, and the one before it is {}", written(before)));
}

}  // namespace detente::detail
