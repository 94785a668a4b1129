#include "detente/ground/moment.hpp"

#include <fmt/format.h>

#include "detente/ground/day.hpp"

namespace detente {
namespace {

constexpr std::int64_t day_length = 86400000;
constexpr const char* shape = "a moment is written yyyy-mm-ddThh:mm, with seconds if you like, in UTC";

/// The two or three digits at the front, which are taken off with the sign before them; −1 if they are not there.
int take_digits(std::string_view& text, std::string_view sign, std::size_t digits) {
  if (text.size() < sign.size() + digits || !text.starts_with(sign)) return -1;
  int out = 0;
  for (const char c : text.substr(sign.size(), digits)) {
    if (c < '0' || c > '9') return -1;
    out = 10 * out + (c - '0');
  }
  text.remove_prefix(sign.size() + digits);
  return out;
}

/// The same for a part that may be missing: 0 then.
int take_optional(std::string_view& text, std::string_view sign, std::size_t digits) {
  return text.starts_with(sign) ? take_digits(text, sign, digits) : 0;
}

}  // namespace

std::string moment_text(Milliseconds moment) {
  std::int64_t day = moment.count() / day_length, rest = moment.count() % day_length;
  if (rest < 0) --day, rest += day_length;
  if (day < first_calendar_day().value || day > last_calendar_day().value) return "out of range";
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_text(Day{static_cast<std::int32_t>(day)}), rest / 3600000,
                     rest / 60000 % 60, rest / 1000 % 60, rest % 1000);
}

Parsed<Milliseconds> parse_moment(std::string_view text) {
  constexpr std::size_t day_digits = 10;
  const Parsed<Day> day = parse_day(text.substr(0, day_digits));
  if (!day) return Parsed<Milliseconds>::broken(text.size() < day_digits ? shape : day.rule());
  text.remove_prefix(day_digits);
  const int hour = take_digits(text, "T", 2), minute = take_digits(text, ":", 2);
  const int second = take_optional(text, ":", 2), part = take_optional(text, ".", 3);
  if (text == "Z") text = {};
  if (hour < 0 || minute < 0 || second < 0 || part < 0 || !text.empty()) return Parsed<Milliseconds>::broken(shape);
  if (hour > 23 || minute > 59 || second > 59)
    return Parsed<Milliseconds>::broken("a day has hours 00 to 23, minutes and seconds 00 to 59");
  const std::int64_t minutes = std::int64_t{60} * hour + minute;
  return Milliseconds(day->value * day_length + 60000 * minutes + 1000 * second + part);
}

}  // namespace detente
