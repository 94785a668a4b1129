#include "output/wording/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "detente/ground/period.hpp"

namespace detente::detail {

std::string rounded(double value, int digits) {
  if (!std::isfinite(value)) return {};
  std::string text = fmt::format("{:.{}f}", value, digits);
  if (text.find_first_not_of("-0.") == std::string::npos && text.front() == '-') text.erase(0, 1);
  return text;
}

std::string rounded(std::optional<double> value, int digits, const std::string& missing) {
  return value && std::isfinite(*value) ? rounded(*value, digits) : missing;
}

std::string rounded_below(double value, double bound) {
  if (!std::isfinite(value) || std::nearbyint(value) < bound) return rounded(value);
  return rounded(std::min(std::nearbyint(10 * value), std::ceil(10 * bound) - 1) / 10, 1);
}

std::string signed_figure(double value, int digits, bool ascii) {
  std::string size = rounded(std::abs(value), digits);
  if (size.find_first_not_of("0.") == std::string::npos) return size;
  return (value > 0 ? "+" : ascii ? "-" : "−") + size;
}

std::string range_text(std::optional<double> lower, std::optional<double> upper, int digits, const std::string& dash,
                       const std::string& missing) {
  if (!lower || !upper) return missing;
  const std::string low = rounded(*lower, digits), high = rounded(*upper, digits);
  return low + (high.starts_with('-') || low.starts_with('-') ? " to " : dash) + high;
}

std::string counted(std::size_t number, const std::string& noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string month_in_words(Day day) {
  constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};
  const CivilDate date = civil(day);
  return fmt::format("{} {}", months[static_cast<std::size_t>(date.month) - 1], date.year);
}

std::string day_in_words(Day day) {
  return day == end_of_time ? to_text(day) : fmt::format("{} {}", civil(day).day, month_in_words(day));
}

std::string date_in_words(const DateSpan& span) {
  if (span.first == span.last) return day_in_words(span.first);
  if (span.is_open()) return "since " + day_in_words(span.first);
  const auto is_all_of = [&](PeriodKind kind) {
    const Period period = period_of(kind, span.first);
    return period.first == span.first && period.last_day() == span.last;
  };
  if (is_all_of(PeriodKind::month)) return month_in_words(span.first);
  if (is_all_of(PeriodKind::year)) return period_of(PeriodKind::year, span.first).label();
  return fmt::format("{} – {}", day_in_words(span.first), day_in_words(span.last));
}

std::string with_object(const std::string& label, const std::string& object) {
  return object.empty() ? label : label + ", " + object;
}

std::string number_in_words(std::size_t number) {
  constexpr std::array<std::string_view, 13> words{"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                   "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return number < words.size() ? std::string(words[number]) : std::to_string(number);
}

std::string capitalised(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 32);
  return text;
}

}  // namespace detente::detail
